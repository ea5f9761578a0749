//! Texts, spans, diagnostics, edits and nearest names: how every other room points at a place.
//! Stands at the bottom; knows neither TOML nor vendors.

pub mod diagnostic;
pub mod edit;
pub mod id;
pub mod nearest;
pub mod source;
pub mod span;
pub mod unreadable;
