//! TOML with spans: parsing, `extends` merging, flags as an overlay; knows no criterion.
//! `Text → parse → Document → extend → overlay → Document`, which `model` then loads.

pub mod node;
