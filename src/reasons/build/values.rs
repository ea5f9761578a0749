//! Values and contributions: each rating through its value function, each value through its share.
//! A rejected vendor has those of its own run, where it is put back by itself.

use crate::decide::compared::priorities_on;
use crate::decide::decision::PutBack;
use crate::decide::ruler::is_own;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::build::Builder;
use crate::reasons::build::given::is_unknown;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Table, Work};

impl Builder<'_> {
    /// Value and contribution of everyone who has them.
    pub(super) fn values(&mut self) {
        self.field();
        let evaluation = self.evaluation;
        let on = |criterion: &CriterionId| {
            let priorities = priorities_on(self.model, *criterion, &evaluation.field);
            (self.model.compared_on(*criterion).is_some(), priorities.unwrap_or_default())
        };
        let compared: Vec<(bool, Vec<f64>)> = evaluation.leaves.iter().map(on).collect();
        for vendor in self.scope.clone() {
            for (column, &criterion) in evaluation.leaves.iter().enumerate() {
                match &compared[column] {
                    (true, priorities) => self.priority(vendor, criterion, priorities),
                    (false, _) => self.value(vendor, criterion, column),
                }
                self.contribution(vendor, criterion, column);
            }
        }
        self.feed_field();
    }

    fn value(&mut self, vendor: VendorId, criterion: CriterionId, column: usize) {
        let evaluation = self.evaluation;
        let value = match (evaluation.row(vendor), self.put_back(vendor)) {
            (Some(row), _) => Some(evaluation.problem.values.get(row, column)),
            (None, Some(put_back)) => put_back.values.get(column).copied(),
            (None, None) => None,
        };
        let cell = &evaluation.cells[vendor.index()][criterion.index()];
        let (Some(value), Some(number)) = (value, cell.number) else {
            return;
        };
        let extremes =
            if self.reads_field(criterion) { self.extremes(vendor, criterion) } else { Vec::new() };
        let range = match extremes.as_slice() {
            [low, .., high] => Some([low.1, high.1]),
            [only] => Some([only.1, only.1]),
            [] => None,
        };
        let filled = is_unknown(evaluation, vendor, criterion);
        let fact = Fact::Value(vendor, criterion);
        self.add_derived(fact, Figure::Number(value), Work::Value { number, filled, range });
        self.link(Fact::Given(Given::Rating(vendor, criterion)), Edge::Values, fact);
        let mut measured: Vec<VendorId> = extremes.iter().map(|extreme| extreme.0).collect();
        measured.dedup();
        for other in measured.into_iter().filter(|&other| other != vendor) {
            self.rating(other, criterion);
            self.link(Fact::Given(Given::Rating(other, criterion)), Edge::Measures, fact);
        }
    }

    /// The priority of a vendor of the field in place of a value; all comparisons bear on it.
    pub(super) fn priority(
        &mut self,
        vendor: VendorId,
        criterion: CriterionId,
        priorities: &[f64],
    ) {
        let evaluation = self.evaluation;
        let row = evaluation.row(vendor);
        let Some(&priority) = row.and_then(|row| priorities.get(row)) else { return };
        let fact = Fact::Value(vendor, criterion);
        if self.graph.contains(fact) {
            return;
        }
        self.rating_in_any_case(vendor, criterion);
        self.add_derived(fact, Figure::Number(priority), Work::Priority);
        self.link(Fact::Given(Given::Rating(vendor, criterion)), Edge::Values, fact);
        for &other in evaluation.field.iter().filter(|&&other| other != vendor) {
            self.rating_in_any_case(other, criterion);
            self.link(Fact::Given(Given::Rating(other, criterion)), Edge::Measures, fact);
        }
    }

    fn contribution(&mut self, vendor: VendorId, criterion: CriterionId, column: usize) {
        let evaluation = self.evaluation;
        let part = match (evaluation.row(vendor), self.put_back(vendor)) {
            (Some(row), _) => {
                evaluation.outcome.parts.as_ref().map(|parts| parts.cells.get(row, column))
            }
            (None, Some(put_back)) => put_back
                .parts
                .as_ref()
                .filter(|_| self.is_product)
                .and_then(|parts| parts.get(column).copied()),
            (None, None) => None,
        };
        let Some(part) = part else {
            return;
        };
        let fact = Fact::Contribution(vendor, criterion);
        let work = if self.is_product { Work::Product } else { Work::Method };
        self.add_derived(fact, Figure::Number(part), work);
        self.link(Fact::Value(vendor, criterion), Edge::Values, fact);
        self.link(Fact::Given(Given::Weight(criterion)), Edge::Weighs, fact);
        self.link(Fact::Field, Edge::Measures, fact);
    }

    /// The table as one fact, where the method reads it as a whole.
    fn field(&mut self) {
        if self.is_product {
            return;
        }
        let evaluation = self.evaluation;
        let is_whole = evaluation.field.iter().all(|id| self.scope.binary_search(id).is_ok());
        let table = is_whole.then(|| {
            Box::new(Table {
                vendors: evaluation.field.clone(),
                leaves: evaluation.leaves.clone(),
                problem: evaluation.problem.clone(),
            })
        });
        self.add_derived(Fact::Field, Figure::Table(table), Work::Table);
    }

    /// Everything in the table, and everyone who is kept out of it.
    fn feed_field(&mut self) {
        if self.is_product {
            return;
        }
        let field: Vec<VendorId> = self
            .scope
            .iter()
            .copied()
            .filter(|&vendor| self.evaluation.row(vendor).is_some())
            .collect();
        for &criterion in &self.evaluation.leaves {
            self.link(Fact::Given(Given::Weight(criterion)), Edge::Weighs, Fact::Field);
            for &vendor in &field {
                let rating = Fact::Given(Given::Rating(vendor, criterion));
                self.link(rating, Edge::Measures, Fact::Field);
                self.link(Fact::Value(vendor, criterion), Edge::Values, Fact::Field);
            }
        }
        for vendor in self.scope.clone() {
            let exclusion = Fact::Given(Given::Exclusion(vendor));
            self.link(exclusion, Edge::Overrides, Fact::Field);
        }
    }

    fn put_back(&self, vendor: VendorId) -> Option<&PutBack> {
        self.places[vendor.index()].and_then(|place| place.put_back.as_ref())
    }

    /// Whether a value on this leaf depends on others of the field.
    fn reads_field(&self, criterion: CriterionId) -> bool {
        self.model.criterion(criterion).leaf().is_some_and(|leaf| !is_own(leaf))
    }

    /// The lowest and the highest known number on a leaf, of the field and of this vendor.
    fn extremes(&self, vendor: VendorId, criterion: CriterionId) -> Vec<(VendorId, f64)> {
        let mut low: Option<(VendorId, f64)> = None;
        let mut high: Option<(VendorId, f64)> = None;
        for &id in self.evaluation.field.iter().chain([&vendor]) {
            let cell = &self.evaluation.cells[id.index()][criterion.index()];
            let Some(number) = cell.number.filter(|_| !cell.is_filled()) else {
                continue;
            };
            if low.is_none_or(|low| number < low.1) {
                low = Some((id, number));
            }
            if high.is_none_or(|high| number > high.1) {
                high = Some((id, number));
            }
        }
        low.into_iter().chain(high).collect()
    }
}
