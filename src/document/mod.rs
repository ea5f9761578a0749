//! TOML with spans: parsing, `extends` merging, flags as an overlay; knows no criterion.
//! `Text → parse → Document → extend → overlay → Document`, which `model` then loads.

pub mod extend;
pub mod merge;
pub mod node;
pub mod overlay;
pub mod parse;
pub mod path;
pub mod reader;
pub mod words;
