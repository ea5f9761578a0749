//! Sources, spans, diagnostics and text edits: what every other room uses to point at a place.
//! Stands at the bottom; knows neither TOML nor vendors.
