//! What people wrote: sources, claims, assumptions, weights, gates, ratings, exclusions, the method.
//! And what a what-if sets: a change that overrides the given fact.

use crate::decide::evaluation::Evaluation;
use crate::model::assumption::Status;
use crate::model::criterion::Kind;
use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, VendorId};
use crate::model::scenario::Model;
use crate::reasons::build::Builder;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::Figure;
use crate::text::span::Span;

impl Builder<'_> {
    /// Every given fact, its edges to other given facts, and the changes.
    pub(super) fn given(&mut self) {
        self.sources_and_claims();
        self.assumptions();
        self.criteria();
        self.add_changeable(Given::Method, Figure::Nothing, self.model.method.span);
        for vendor in self.scope.clone() {
            self.exclusion(vendor);
            for criterion in self.model.criterion_ids() {
                self.rating(vendor, criterion);
            }
        }
    }

    /// A rating with what it rests on; a criterion that takes no part and is not rated has none.
    pub(super) fn rating(&mut self, vendor: VendorId, id: CriterionId) {
        let criterion = self.model.criterion(id);
        let written = self.model.vendor(vendor).rating(id);
        let takes_part = takes_part(self.evaluation, id) || criterion.gate.is_some();
        if takes_part || written.is_some() {
            self.rating_in_any_case(vendor, id);
        }
    }

    /// The same for a criterion that breaks a tie, whether or not it is rated.
    pub(super) fn rating_in_any_case(&mut self, vendor: VendorId, id: CriterionId) {
        let criterion = self.model.criterion(id);
        let written = self.model.vendor(vendor).rating(id);
        let fact = Fact::Given(Given::Rating(vendor, id));
        if !matches!(criterion.kind, Kind::Leaf(_)) || self.graph.contains(fact) {
            return;
        }
        let cell = &self.evaluation.cells[vendor.index()][id.index()];
        let figure = Figure::Rating { quantity: cell.quantity.clone(), cause: cell.cause.clone() };
        let compared = self.model.compared_on(id).map(|compared| compared.span);
        let span = compared.or(written.map(|rating| rating.span));
        let span = span.unwrap_or(self.model.vendor(vendor).span);
        self.add_given(fact, figure, Some(span));
        let Some(rating) = written else {
            return;
        };
        self.change(Given::Rating(vendor, id), Some(rating.span));
        for named in &rating.evidence {
            self.link(Fact::Given(Given::Evidence(named.value)), Edge::Supports, fact);
        }
        for required in &rating.requires {
            self.link(Fact::Given(Given::Assumption(required.value)), Edge::Requires, fact);
        }
    }

    fn sources_and_claims(&mut self) {
        let model = self.model;
        for (idx, source) in model.sources.iter().enumerate() {
            let given = Given::Source(SourceId(idx));
            self.add_given(Fact::Given(given), Figure::Nothing, Some(source.span));
            self.change(given, source.retracted.as_ref().map(|retracted| retracted.span));
        }
        for (idx, source) in model.sources.iter().enumerate() {
            let echo = Fact::Given(Given::Source(SourceId(idx)));
            for relayed in &source.relays {
                self.link(Fact::Given(Given::Source(relayed.value)), Edge::Relays, echo);
            }
        }
        for (idx, claim) in model.evidence.iter().enumerate() {
            let given = Given::Evidence(EvidenceId(idx));
            self.add_given(Fact::Given(given), Figure::Standing(claim.standing), Some(claim.span));
            self.change(given, claim.retracted.as_ref().map(|retracted| retracted.span));
            for source in &claim.sources {
                let source = Fact::Given(Given::Source(source.value));
                self.link(source, Edge::ReportedBy, Fact::Given(given));
            }
        }
        for (idx, claim) in model.evidence.iter().enumerate() {
            let from = Fact::Given(Given::Evidence(EvidenceId(idx)));
            for other in &claim.contradicts {
                self.link(from, Edge::Contradicts, Fact::Given(Given::Evidence(other.value)));
            }
        }
    }

    fn assumptions(&mut self) {
        let model = self.model;
        for (idx, assumption) in model.assumptions.iter().enumerate() {
            let given = Given::Assumption(AssumptionId(idx));
            let status = Figure::Status(effective(model, AssumptionId(idx)));
            self.add_given(Fact::Given(given), status, Some(assumption.span));
            self.change(given, Some(assumption.status.span));
        }
        for (idx, assumption) in model.assumptions.iter().enumerate() {
            let needs = Fact::Given(Given::Assumption(AssumptionId(idx)));
            for required in &assumption.requires {
                self.link(Fact::Given(Given::Assumption(required.value)), Edge::Requires, needs);
            }
        }
    }

    fn criteria(&mut self) {
        let model = self.model;
        for id in model.criterion_ids() {
            let criterion = model.criterion(id);
            let asked = model.asked_shares.iter().find(|asked| asked.criterion == id);
            let share = self.evaluation.shares[id.index()];
            if criterion.weight.is_some() || share.is_some() {
                let number = criterion.weight.as_ref().map(|weight| weight.number);
                let span = asked
                    .map(|asked| asked.span)
                    .or_else(|| criterion.weight.as_ref().map(|weight| weight.span))
                    .unwrap_or(criterion.span);
                let figure = Figure::Weight { number: number.filter(|_| asked.is_none()), share };
                self.add_changeable(Given::Weight(id), figure, Some(span));
            }
            if let Some(gate) = &criterion.gate {
                let figure = Figure::Gate(gate.test.clone());
                self.add_changeable(Given::Gate(id), figure, Some(gate.span));
            }
        }
        for id in model.criterion_ids() {
            if let Some(group) = model.criterion(id).under {
                let member = Fact::Given(Given::Weight(id));
                self.link(Fact::Given(Given::Weight(group)), Edge::Weighs, member);
            }
        }
    }

    fn exclusion(&mut self, vendor: VendorId) {
        if let Some(excluded) = &self.model.vendor(vendor).excluded {
            let span = Some(excluded.span);
            self.add_changeable(Given::Exclusion(vendor), Figure::Nothing, span);
        }
    }

    fn add_changeable(&mut self, given: Given, figure: Figure, span: Option<Span>) {
        self.add_given(Fact::Given(given), figure, span);
        self.change(given, span);
    }

    /// A change where the text that set the fact is a what-if's.
    fn change(&mut self, given: Given, span: Option<Span>) {
        if let Some(span) = span.filter(|span| self.asked.overlays.contains(&span.text)) {
            self.add_given(Fact::Change(given), Figure::Nothing, Some(span));
            self.link(Fact::Change(given), Edge::Overrides, Fact::Given(given));
        }
    }
}

/// Whether a leaf takes part in scores.
fn takes_part(evaluation: &Evaluation, criterion: CriterionId) -> bool {
    evaluation.column(criterion).is_some()
}

/// Whether nothing is known of a rating as it counts.
pub(super) fn is_unknown(evaluation: &Evaluation, vendor: VendorId, id: CriterionId) -> bool {
    matches!(evaluation.cells[vendor.index()][id.index()].quantity, Quantity::Unknown)
}

/// The status of an assumption once what it requires has been followed: one that fails, near or
/// far, makes it fail.
fn effective(model: &Model, id: AssumptionId) -> Status {
    let mut seen = vec![false; model.assumptions.len()];
    let mut open = vec![id];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at.index()], true) {
            continue;
        }
        if model.assumption(at).status.value == Status::Fails {
            return Status::Fails;
        }
        open.extend(model.assumption(at).requires.iter().map(|required| required.value));
    }
    model.assumption(id).status.value
}
