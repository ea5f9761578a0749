//! Leads: of the last chosen over everyone who is not, of each chosen over the first who is not, of
//! neighbours in the order, and of the pairs asked for.

use std::collections::BTreeSet;

use crate::decide::decision::Verdict;
use crate::method::outcome::{Better, Lead, Split, Unit};
use crate::model::id::VendorId;
use crate::reasons::build::Builder;
use crate::reasons::edge::Edge;
use crate::reasons::fact::Fact;
use crate::reasons::lead::{LeadFigure, figure, is_split_cheap, lead};
use crate::reasons::node::{Figure, Work};

impl Builder<'_> {
    /// The leads that anything said rests on.
    pub(super) fn leads(&mut self) {
        for (ahead, behind) in self.pairs() {
            self.lead(ahead, behind);
        }
    }

    fn pairs(&self) -> BTreeSet<(VendorId, VendorId)> {
        let reading = self.evaluation;
        let order: Vec<VendorId> = reading
            .order
            .iter()
            .map(|&row| reading.field[row])
            .filter(|id| self.scope.binary_search(id).is_ok())
            .collect();
        let mut pairs: BTreeSet<(VendorId, VendorId)> = self.asked.pairs.iter().copied().collect();
        // Neighbours only where a lead is a difference; a Shapley split costs more than it says.
        if reading.outcome.parts.is_some() {
            pairs.extend(order.windows(2).map(|pair| (pair[0], pair[1])));
        }
        let first_not_chosen = order.iter().find(|&id| !reading.chosen.contains(id));
        for &chosen in &reading.chosen {
            pairs.extend(first_not_chosen.map(|&rival| (chosen, rival)));
        }
        if let Some(&edge) = reading.chosen.last().or(order.first()) {
            let is_cheap = is_split_cheap(reading, self.model.method.kind);
            let others = if is_cheap { &self.scope } else { &self.asked.vendors };
            let others = others.iter().filter(|&id| !reading.chosen.contains(id));
            pairs.extend(others.map(|&id| (edge, id)));
        }
        pairs.retain(|(ahead, behind)| ahead != behind);
        pairs
    }

    fn lead(&mut self, ahead: VendorId, behind: VendorId) {
        let figure =
            lead(self.evaluation, self.method.as_ref(), self.basis.as_ref(), [ahead, behind])
                .or_else(|| self.lead_put_back(ahead, behind));
        let Some(figure) = figure else {
            return;
        };
        let fact = Fact::Lead(ahead, behind);
        let is_exact = figure.how == Split::Exact;
        let has_contributions = self.evaluation.leaves.first().is_some_and(|&leaf| {
            let both = [ahead, behind];
            both.iter().all(|&id| self.graph.contains(Fact::Contribution(id, leaf)))
        });
        let is_difference = is_exact && has_contributions;
        let lower_is_better = self.evaluation.outcome.better == Better::Lower;
        let work = if is_difference { Work::Difference { lower_is_better } } else { Work::Method };
        self.add_derived(fact, Figure::Lead(Box::new(figure)), work);
        for vendor in [ahead, behind] {
            self.link(Fact::Score(vendor), Edge::Beats, fact);
            for &leaf in &self.evaluation.leaves {
                self.link(Fact::Contribution(vendor, leaf), Edge::AddsUp, fact);
            }
            if !is_difference {
                self.link(Fact::Rank(vendor), Edge::Beats, fact);
            }
        }
        if !is_difference {
            self.link(Fact::Field, Edge::AddsUp, fact);
        }
        self.conclude(ahead, behind);
    }

    /// A lead of the edge over someone in the field decides both verdicts and the choice.
    fn conclude(&mut self, ahead: VendorId, behind: VendorId) {
        let verdict = |id: VendorId| self.places[id.index()].map(|place| place.verdict);
        let is_at_edge =
            verdict(ahead) == Some(Verdict::Chosen) && verdict(behind) == Some(Verdict::Eligible);
        if is_at_edge {
            let fact = Fact::Lead(ahead, behind);
            self.link(fact, Edge::Beats, Fact::Verdict(ahead));
            self.link(fact, Edge::Beats, Fact::Verdict(behind));
        }
    }

    /// A lead over or of a rejected vendor as if it were put back, where that moves nobody else's
    /// score: fixed scales, written weights, additive values.
    fn lead_put_back(&self, ahead: VendorId, behind: VendorId) -> Option<LeadFigure> {
        let is_fixed = self.evaluation.leaves.iter().all(|&leaf| {
            self.model.criterion(leaf).leaf().is_some_and(crate::decide::ruler::is_own)
        });
        if !is_fixed || !self.is_product || self.model.weighs_by_field() {
            return None;
        }
        let (first, second) = (self.row_anywhere(ahead)?, self.row_anywhere(behind)?);
        let shares = self.evaluation.problem.shares();
        let differences: Vec<f64> =
            first.values.iter().zip(&second.values).map(|(a, b)| a - b).collect();
        let parts: Vec<f64> = first.parts.iter().zip(&second.parts).map(|(a, b)| a - b).collect();
        let amount = parts.iter().sum();
        let lead = Lead { amount, unit: Unit::Score, parts, how: Split::Exact };
        let linear = Some((differences.as_slice(), shares.as_slice()));
        Some(figure(self.evaluation, lead, linear, Some(&shares)))
    }

    fn row_anywhere(&self, vendor: VendorId) -> Option<Row> {
        if let Some(row) = self.evaluation.row(vendor) {
            let parts = self.evaluation.outcome.parts.as_ref()?;
            return Some(Row {
                values: self.evaluation.problem.values.row(row),
                parts: parts.cells.row(row),
            });
        }
        let put_back = self.places[vendor.index()]?.put_back.as_ref()?;
        Some(Row { values: put_back.values.clone(), parts: put_back.parts.clone()? })
    }
}

struct Row {
    values: Vec<f64>,
    parts: Vec<f64>,
}
