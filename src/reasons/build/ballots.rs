//! Ballots: where each of those who vote ranks everyone, and whose weights that comes from.
//! Nothing where one set of weights makes the ranks.

use crate::model::people::Combine;
use crate::reasons::build::Builder;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Ballot, Figure, Work};
use crate::reasons::votes::borda_points;

impl Builder<'_> {
    /// Every ballot with its voter; scores are counted from them later.
    pub(super) fn ballots(&mut self) {
        let Some(people) = self.model.people.as_ref().filter(|_| self.model.is_vote()) else {
            return;
        };
        let adds_up = people.combine.value == Combine::Borda;
        for own in self.evaluation.standpoints.iter().flatten() {
            let given = Given::Stakeholder(own.stakeholder);
            let voter = &people.stakeholders[own.stakeholder.index()];
            self.add_given(Fact::Given(given), Figure::Nothing, Some(voter.span));
            for vendor in self.scope.clone() {
                let Some(row) = self.evaluation.row(vendor) else { continue };
                let credit = adds_up.then(|| own.amount * borda_points(&own.ranks, row));
                let ballot = Ballot { rank: own.ranks[row], amount: own.amount, credit };
                let fact = Fact::Ballot(own.stakeholder, vendor);
                self.add_derived(fact, Figure::Ballot(ballot), Work::Method);
                self.link(Fact::Given(given), Edge::Weighs, fact);
                self.link(Fact::Field, Edge::Measures, fact);
            }
        }
    }
}
