//! What a person or a program is shown: views in full precision, and one file per format.
//! `Decision, Reasons → view → View → format → bytes`; knows neither files nor the command line.

pub mod citation;
pub mod csv;
pub mod decision_hash;
pub mod digits;
pub mod dot;
pub mod drawn;
pub mod grid;
pub mod json;
pub mod markdown;
pub mod mermaid;
pub mod said;
pub mod schema;
pub mod style;
pub mod svg;
pub mod terminal;
pub mod tree;
pub mod view;
pub mod width;
pub mod words;
