//! What reading one set of judgements keeps: which names are covered and where each entry stands.
//! An entry that cannot be read is said and left out; the rest is read all the same.

use crate::document::node::{Node, Table, Value};
use crate::model::load::derive::judgements::Read;
use crate::model::load::derive::judgements::entries::{keyed, ratio};
use crate::model::load::derive::places::Places;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::names::Names;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;
use crate::weights::derivation::Judgements;
use crate::weights::fault::Part;

/// A number that no method finds fault with, in place of one that cannot be read.
const NEUTRAL: f64 = 1.0;

/// Judgements while they are read.
pub(super) struct Reader<'a> {
    names: &'a Names<'a>,
    /// What is covered; settled by the first list that names criteria where `over` is absent.
    covers: Option<Vec<usize>>,
    /// Where each entry stands.
    pub(super) places: Places,
    /// Cleared where something is left out.
    pub(super) is_whole: bool,
}

impl<'a> Reader<'a> {
    /// Over names, of which `over` lists those covered.
    pub(super) fn new(names: &'a Names<'a>, over: Option<Vec<usize>>) -> Self {
        Self { names, covers: over, places: Places::default(), is_whole: true }
    }

    /// What was read.
    pub(super) fn finish(self, judgements: Judgements) -> Read {
        let covers = self.covers.unwrap_or_default();
        Read { covers, judgements, places: self.places, is_whole: self.is_whole }
    }

    /// Settles what is covered by the names given, where `over` has not.
    pub(super) fn settle(&mut self, named: &[Spanned<String>], sink: &mut Diagnostics) {
        let mut ids = Vec::with_capacity(named.len());
        for name in named {
            match self.names.find(name, sink) {
                Some(id) => ids.push(id),
                None => self.is_whole = false,
            }
        }
        ids.sort();
        ids.dedup();
        self.covers.get_or_insert(ids);
    }

    /// The index of a name among what is covered; a name that leads nowhere was said by `settle`.
    pub(super) fn index(
        &mut self,
        name: &Spanned<String>,
        sink: &mut Diagnostics,
    ) -> Option<usize> {
        let covers = self.covers.as_deref().unwrap_or_default();
        let known = self.names.get(&name.value);
        let found = known.and_then(|id| covers.binary_search(&id).ok());
        if known.is_some() && found.is_none() {
            let message = format!("`{}` is not among what these weights cover", name.value);
            sink.push(Diagnostic::error("unknown-name", name.span, message));
        }
        self.noted(found)
    }

    /// The same, where nothing has to be left out for it.
    pub(super) fn noted<T>(&mut self, found: Option<T>) -> Option<T> {
        self.is_whole &= found.is_some();
        found
    }

    /// How many are covered.
    pub(super) fn count(&self) -> usize {
        self.covers.as_ref().map_or(0, Vec::len)
    }

    /// `order = ["a", "b"]`, best first; `None` where it names nobody.
    pub(super) fn order(
        &mut self,
        fields: &mut Fields<'_>,
        sink: &mut Diagnostics,
    ) -> Option<Vec<usize>> {
        let named = fields.strings("order", sink);
        if named.is_empty() {
            return None;
        }
        self.settle(&named, sink);
        let mut order = Vec::with_capacity(named.len());
        for name in &named {
            if let Some(index) = self.index(name, sink) {
                self.places.add(Part::Order, order.len(), name.span);
                order.push(index);
            }
        }
        Some(order)
    }

    /// Numbers, one for each of an order after the first.
    pub(super) fn steps(
        &mut self,
        node: Option<&Node>,
        sink: &mut Diagnostics,
    ) -> Option<Vec<f64>> {
        let node = node?;
        let Value::Array(items) = &node.value else {
            sink.push(wrong_type(node, "numbers, one for each criterion after the first"));
            return None;
        };
        self.places.add_list(Part::Steps, node.span);
        let mut steps = Vec::with_capacity(items.len());
        for item in items {
            let step = ratio(item, sink);
            if let Some(step) = self.noted(step) {
                self.places.add(Part::Steps, steps.len(), item.span);
                steps.push(step);
            }
        }
        Some(steps)
    }

    /// Numbers keyed by criterion, one for each that is covered; the one that `own` has against
    /// itself may be left out and is 1.
    pub(super) fn by_criterion(
        &mut self,
        node: &Node,
        part: Part,
        own: Option<usize>,
        sink: &mut Diagnostics,
    ) -> Option<Vec<f64>> {
        let table = keyed(node, sink)?;
        self.settle(&named(table), sink);
        let mut numbers: Vec<Option<f64>> = vec![None; self.count()];
        if let Some(slot) = own.and_then(|own| numbers.get_mut(own)) {
            *slot = Some(1.0);
        }
        let mut is_whole = true;
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let (index, number) = (self.index(&name, sink), ratio(&entry.node, sink));
            let number = self.noted(number);
            is_whole &= index.is_some();
            if let Some((slot, index)) = index.and_then(|at| Some((numbers.get_mut(at)?, at))) {
                if number.is_some() {
                    self.places.add(part, index, entry.node.span);
                }
                *slot = Some(number.unwrap_or(NEUTRAL));
            }
        }
        // A name that leads nowhere may be one of those that lack a number.
        if is_whole {
            self.complain_of_gaps(&numbers, node, sink);
        }
        let is_full = numbers.iter().all(Option::is_some);
        self.is_whole &= is_full;
        Some(numbers.into_iter().map(|number| number.unwrap_or(NEUTRAL)).collect())
    }

    fn complain_of_gaps(&self, numbers: &[Option<f64>], node: &Node, sink: &mut Diagnostics) {
        let covers = self.covers.as_deref().unwrap_or_default();
        let gaps = covers.iter().zip(numbers).filter(|(_, number)| number.is_none());
        let lacking: Vec<String> = gaps
            .filter_map(|(id, _)| self.names.name(*id))
            .map(|name| format!("`{name}`"))
            .collect();
        if !lacking.is_empty() {
            let message = format!("no number for {}", lacking.join(", "));
            sink.push(Diagnostic::error("wrong-length", node.span, message));
        }
    }
}

/// The keys of a table, with their places.
pub(super) fn named(table: &Table) -> Vec<Spanned<String>> {
    table.entries.iter().map(|entry| Spanned::new(entry.key.name.clone(), entry.key.span)).collect()
}
