//! Names of one table as ids, with the nearest right one for a wrong one.
//! Built once per table of the document; every reference goes through it.

use std::collections::HashMap;

use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::Spanned;

/// Names of one table in declared order.
#[derive(Debug)]
pub struct Names<'a> {
    what: &'static str,
    order: Vec<&'a str>,
    // Looked up only; never iterated, so its order shows nowhere.
    index: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    /// Names of `what` (singular, as in "criterion") in declared order.
    pub fn new(what: &'static str, order: Vec<&'a str>) -> Self {
        let index = order.iter().enumerate().map(|(index, name)| (*name, index)).collect();
        Self { what, order, index }
    }

    /// The index of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.order.len()
    }

    /// The name of an index.
    pub fn name(&self, index: usize) -> Option<&'a str> {
        self.order.get(index).copied()
    }

    /// The index of a name, or a complaint that it leads nowhere.
    pub fn find(&self, name: &Spanned<String>, sink: &mut Diagnostics) -> Option<usize> {
        let found = self.get(&name.value);
        if found.is_none() {
            sink.push(self.nowhere(name));
        }
        found
    }

    /// The complaint about a name that leads nowhere.
    pub fn nowhere(&self, name: &Spanned<String>) -> Diagnostic {
        let message = format!("no {} is called `{}`", self.what, name.value);
        let diagnostic = Diagnostic::error("unknown-name", name.span, message);
        match nearest(&name.value, self.order.iter().copied()) {
            Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
            None if self.order.is_empty() => diagnostic.help(format!("there is no {}", self.what)),
            None if self.order.len() <= 12 => {
                diagnostic.help(format!("there are: {}", self.order.join(", ")))
            }
            None => diagnostic,
        }
    }

    /// The ids of several names, those that lead somewhere, each once.
    pub fn find_all<T>(
        &self,
        names: &[Spanned<String>],
        id: impl Fn(usize) -> T,
        sink: &mut Diagnostics,
    ) -> Vec<Spanned<T>> {
        let mut seen: Vec<usize> = Vec::new();
        let mut found = Vec::new();
        for name in names {
            let Some(index) = self.find(name, sink) else { continue };
            if seen.contains(&index) {
                let message = format!("`{}` is named twice", name.value);
                sink.push(Diagnostic::error("named-twice", name.span, message));
                continue;
            }
            seen.push(index);
            found.push(Spanned::new(id(index), name.span));
        }
        found
    }
}
