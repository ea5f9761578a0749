//! Scores, ranks, verdicts and the decision.
//! Leads come between ranks and verdicts, in a file of their own.

use crate::decide::compared::priorities_on;
use crate::decide::decision::Verdict;
use crate::method::outcome::{Better, Unit};
use crate::model::id::VendorId;
use crate::reasons::build::Builder;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Rank, Work};
use crate::reasons::tie_break::level;

impl Builder<'_> {
    /// Scores and ranks; verdicts with what requires and what fails them.
    pub(super) fn standings(&mut self) {
        for vendor in self.scope.clone() {
            self.score(vendor);
        }
        for vendor in self.scope.clone() {
            self.rank(vendor);
        }
        for vendor in self.scope.clone() {
            self.verdict(vendor);
        }
    }

    /// The decision, last of all.
    pub(super) fn decision(&mut self) {
        let reading = self.evaluation;
        let figure = Figure::Decision {
            chosen: reading.chosen.clone(),
            tied: reading.tied.clone(),
            margin: self.decision.margin,
        };
        self.add_derived(Fact::Decision, figure, Work::Roll);
        for vendor in self.scope.clone() {
            let kind = match self.places[vendor.index()].map(|place| place.verdict) {
                Some(Verdict::Chosen) => Edge::Beats,
                Some(Verdict::Excluded) => Edge::Overrides,
                Some(Verdict::Rejected) => Edge::Fails,
                Some(Verdict::Eligible) | None => Edge::Requires,
            };
            self.link(Fact::Verdict(vendor), kind, Fact::Decision);
        }
        for &vendor in &reading.chosen {
            self.link(Fact::Rank(vendor), Edge::Beats, Fact::Decision);
        }
    }

    fn score(&mut self, vendor: VendorId) {
        let place = self.places[vendor.index()];
        let put_back = place.and_then(|place| place.put_back.as_ref());
        let score = match (self.evaluation.score(vendor), put_back) {
            (Some(score), _) => Some(score),
            (None, Some(put_back)) => put_back.score,
            (None, None) => None,
        };
        let Some(score) = score else {
            return;
        };
        let fact = Fact::Score(vendor);
        let unit = self.evaluation.outcome.parts.as_ref().map(|parts| parts.unit);
        let is_in_field = self.evaluation.row(vendor).is_some();
        let work = match unit {
            Some(unit) if is_in_field => Work::Sum(unit),
            _ if self.is_product => Work::Sum(Unit::Score),
            _ if is_in_field => Work::Method,
            _ => Work::PutBack,
        };
        let is_sum = matches!(work, Work::Sum(_));
        self.add_derived(fact, Figure::Number(score), work);
        self.link(Fact::Given(Given::Method), Edge::AddsUp, fact);
        for own in self.evaluation.standpoints.iter().flatten() {
            self.link(Fact::Ballot(own.stakeholder, vendor), Edge::AddsUp, fact);
        }
        for &criterion in &self.evaluation.leaves {
            if is_sum {
                self.link(Fact::Contribution(vendor, criterion), Edge::AddsUp, fact);
            } else {
                self.link(Fact::Value(vendor, criterion), Edge::Values, fact);
            }
        }
        self.link(Fact::Field, Edge::AddsUp, fact);
    }

    fn rank(&mut self, vendor: VendorId) {
        let fact = Fact::Rank(vendor);
        let Some(row) = self.evaluation.row(vendor) else {
            let place = self.places[vendor.index()];
            if let Some(put_back) = place.and_then(|place| place.put_back.as_ref()) {
                let rank = Rank { rank: put_back.rank, ahead: put_back.rank - 1, level: 0 };
                self.add_derived(fact, Figure::Rank(rank), Work::PutBack);
                self.link(Fact::Score(vendor), Edge::Beats, fact);
            }
            return;
        };
        let field = &self.evaluation.field;
        let ranks = &self.evaluation.ranks;
        let level = level(self.evaluation, vendor);
        let own = level.iter().find(|(id, _)| *id == vendor).map(|(_, places)| places);
        let others = || level.iter().filter(|(id, _)| *id != vendor).map(|(_, places)| places);
        let better = ranks.iter().filter(|rank| **rank < ranks[row]).count();
        let broken = others().filter(|places| Some(*places) > own).count();
        let unbroken = others().filter(|places| Some(*places) == own).count();
        let has_scores = self.evaluation.outcome.scores.is_some();
        let is_whole = field.iter().all(|id| self.scope.binary_search(id).is_ok());
        let work = if has_scores && is_whole {
            let lower_is_better = self.evaluation.outcome.better == Better::Lower;
            Work::Comparison { lower_is_better }
        } else {
            Work::Method
        };
        let rank = Rank { rank: ranks[row], ahead: better + broken, level: unbroken };
        self.add_derived(fact, Figure::Rank(rank), work);
        for other in field.clone() {
            self.link(Fact::Score(other), Edge::Beats, fact);
        }
        if !has_scores {
            self.link(Fact::Field, Edge::Beats, fact);
            self.link(Fact::Given(Given::Method), Edge::Beats, fact);
        }
        if level.len() > 1 {
            self.tie_break(level.into_iter().map(|(id, _)| id).collect(), fact);
        }
    }

    /// What breaks the tie of these vendors, or leaves it: values and priorities where they stand in
    /// the graph, else the ratings that make them.
    fn tie_break(&mut self, level: Vec<VendorId>, rank: Fact) {
        let field = &self.evaluation.field;
        for &criterion in &self.model.tie_break {
            let priorities = priorities_on(self.model, criterion, field);
            if priorities.is_some() || self.evaluation.column(criterion).is_some() {
                for &other in &level {
                    self.priority(other, criterion, priorities.as_deref().unwrap_or_default());
                    self.link(Fact::Value(other, criterion), Edge::Beats, rank);
                }
                continue;
            }
            // Values of a criterion without weight stand nowhere; the field's ratings make them.
            for &other in field {
                self.rating_in_any_case(other, criterion);
                let rating = Fact::Given(Given::Rating(other, criterion));
                self.link(rating, Edge::Beats, rank);
            }
        }
    }

    fn verdict(&mut self, vendor: VendorId) {
        let Some(place) = self.places[vendor.index()] else {
            return;
        };
        let fact = Fact::Verdict(vendor);
        let figure = Figure::Verdict {
            verdict: place.verdict,
            conditional: place.conditional,
            tied: place.tied,
        };
        self.add_derived(fact, figure, Work::Judgement { choose: self.model.choose });
        self.link(Fact::Given(Given::Exclusion(vendor)), Edge::Overrides, fact);
        for result in &self.evaluation.gates[vendor.index()] {
            let kind = if result.passed { Edge::Requires } else { Edge::Fails };
            self.link(Fact::GateResult(vendor, result.barrier), kind, fact);
        }
        if self.evaluation.row(vendor).is_some() {
            self.link(Fact::Rank(vendor), Edge::Beats, fact);
        }
    }
}
