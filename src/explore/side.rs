//! One of two scenarios that are compared: what was written, what it means, what it comes to.
//! Borrowed from whoever opened the files; every comparison starts from two of these.

use crate::decide::decision::Decision;
use crate::document::Document;
use crate::model::scenario::Model;

/// A scenario, decided.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What its files and flags say together.
    pub document: &'a Document,
    /// The model loaded from it.
    pub model: &'a Model,
    /// What the model comes to.
    pub decision: &'a Decision,
}
