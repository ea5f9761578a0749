//! Ranks, verdicts and the decision drawn again from scores and gates.
//! The last stretch of a replay.

use std::collections::BTreeMap;

use crate::decide::decision::Verdict;
use crate::decide::ruler;
use crate::decide::selection::places;
use crate::method::ranks::competition_ranks;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Node, Rank};
use crate::reasons::replay::causes::Causes;

impl Causes<'_> {
    pub(super) fn comparison(&self, lower_is_better: bool) -> Option<Figure> {
        let Fact::Rank(vendor) = self.fact else {
            return None;
        };
        let sign = if lower_is_better { -1.0 } else { 1.0 };
        let (mut vendors, mut merits) = (Vec::new(), Vec::new());
        for (_, node) in &self.nodes {
            if let (Fact::Score(id), Figure::Number(score)) = (node.fact, &node.figure) {
                vendors.push(id);
                merits.push(sign * score);
            }
        }
        let ranks = competition_ranks(&merits);
        let row = vendors.iter().position(|&id| id == vendor)?;
        let level: Vec<usize> =
            (0..ranks.len()).filter(|&other| ranks[other] == ranks[row]).collect();
        let places = match level.as_slice() {
            [_] => vec![Vec::new()],
            level => {
                let whose: Vec<VendorId> = level.iter().map(|&other| vendors[other]).collect();
                let all: Vec<usize> = (0..whose.len()).collect();
                places(&all, &self.breakers(&whose)?)
            }
        };
        let own = level.iter().position(|&other| other == row).map(|at| &places[at])?;
        let ahead = ranks.iter().filter(|rank| **rank < ranks[row]).count()
            + places.iter().filter(|other| *other > own).count();
        let level = places.iter().filter(|other| *other == own).count() - 1;
        Some(Figure::Rank(Rank { rank: ranks[row], ahead, level }))
    }

    /// The figures of these vendors on the `tie-break` criteria.
    fn breakers(&self, vendors: &[VendorId]) -> Option<Vec<Vec<f64>>> {
        let criteria = self.reasons.model.tie_break.iter();
        let of = |criterion: CriterionId| -> Option<Vec<f64>> {
            let leaf = self.leaf(criterion)?;
            let is_compared = self.reasons.model.compared_on(criterion).is_some();
            let ruler = ruler::over_field(leaf, self.known(leaf, criterion).into_iter());
            let figure = |&vendor: &VendorId| {
                if let Some(value) = self.number(Fact::Value(vendor, criterion)) {
                    return Some(value);
                }
                let number = self.rated(leaf, vendor, criterion)?.unwrap_or(ruler.fill);
                // Comparisons that do not link the field tell nobody apart.
                Some(if is_compared { 0.0 } else { ruler::value(leaf, ruler, number) })
            };
            vendors.iter().map(figure).collect()
        };
        criteria.map(|&criterion| of(criterion)).collect()
    }

    pub(super) fn judgement(&self, node: &Node, choose: usize) -> Option<Figure> {
        let Figure::Verdict { conditional, .. } = node.figure else {
            return None;
        };
        let is_excluded = self
            .nodes
            .iter()
            .any(|(_, node)| matches!(node.fact, Fact::Given(Given::Exclusion(_))));
        let is_rejected = self
            .nodes
            .iter()
            .any(|(_, node)| matches!(node.figure, Figure::GateResult { passed: false, .. }));
        let rank = self.nodes.iter().find_map(|(_, node)| match node.figure {
            Figure::Rank(rank) => Some(rank),
            _ => None,
        });
        let (verdict, tied) = match rank {
            _ if is_excluded => (Verdict::Excluded, false),
            _ if is_rejected => (Verdict::Rejected, false),
            Some(rank) if rank.ahead + rank.level < choose => (Verdict::Chosen, false),
            Some(rank) => (Verdict::Eligible, rank.ahead < choose),
            None => return None,
        };
        Some(Figure::Verdict { verdict, conditional, tied })
    }

    pub(super) fn roll(&self, node: &Node) -> Option<Figure> {
        let Figure::Decision { margin, .. } = node.figure else {
            return None;
        };
        let mut places: BTreeMap<VendorId, usize> = BTreeMap::new();
        for (_, node) in &self.nodes {
            if let (Fact::Rank(vendor), Figure::Rank(rank)) = (node.fact, &node.figure) {
                places.insert(vendor, rank.ahead);
            }
        }
        let (mut chosen, mut tied) = (Vec::new(), Vec::new());
        for (_, node) in &self.nodes {
            match (node.fact, &node.figure) {
                (Fact::Verdict(id), Figure::Verdict { verdict: Verdict::Chosen, .. }) => {
                    chosen.push(id);
                }
                (Fact::Verdict(id), Figure::Verdict { tied: true, .. }) => tied.push(id),
                _ => {}
            }
        }
        chosen.sort_by_key(|id| (places.get(id).copied(), *id));
        Some(Figure::Decision { chosen, tied, margin })
    }
}
