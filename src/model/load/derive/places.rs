//! Which line of a judgement each entry of its lists came from.
//! Filled while judgements are read, asked when the arithmetic finds a fault.

use crate::text::span::Span;
use crate::weights::fault::{Part, Place};

/// Spans by place.
#[derive(Debug, Default)]
pub struct Places {
    known: Vec<(Place, Span)>,
    lists: Vec<(Part, Span)>,
}

impl Places {
    /// Remembers where an entry stands.
    pub fn add(&mut self, part: Part, entry: usize, span: Span) {
        self.known.push((Place::new(part, entry), span));
    }

    /// Remembers where a whole list stands.
    pub fn add_list(&mut self, part: Part, span: Span) {
        self.lists.push((part, span));
    }

    /// Where a whole list stands.
    pub fn find_list(&self, part: Part) -> Option<Span> {
        self.lists.iter().find(|(known, _)| *known == part).map(|(_, span)| *span)
    }

    /// Where an entry stands.
    pub fn find(&self, place: Place) -> Option<Span> {
        self.known.iter().find(|(known, _)| *known == place).map(|(_, span)| *span)
    }
}
