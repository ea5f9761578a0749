//! Works a derived fact out again from its direct causes alone.
//! What keeps the graph honest: the test suite replays every node of random decisions.

use std::collections::BTreeMap;

use crate::decide::compared::priorities_on;
use crate::decide::decision::Verdict;
use crate::decide::gate_result::{Barrier, Passing};
use crate::decide::gate_test;
use crate::decide::ruler;
use crate::decide::selection::places;
use crate::method::outcome::Unit;
use crate::method::ranks::competition_ranks;
use crate::model::assumption::Status;
use crate::model::criterion::Leaf;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::lead::LeadFigure;
use crate::reasons::node::{Figure, Node, Rank, Table, Work};
use crate::reasons::whole::by_method;

/// The figure of a derived fact, worked out from its direct causes and nothing else.
///
/// `None` for a given fact, for what only the method as a whole or a run of its own can say, and
/// where a cause is missing. What other completions say (`passing`, `conditional`) and what a lead
/// is argued with are taken over as they stand.
pub fn replay(reasons: &Reasons<'_>, fact: Fact) -> Option<Figure> {
    let node = reasons.graph.node(fact)?;
    let causes = Causes::of(reasons, fact);
    match &node.work {
        Work::Given | Work::PutBack => None,
        Work::Table => causes.table(node),
        Work::Method => by_method(reasons, node, causes.table_given()?),
        Work::Value { .. } => causes.value(),
        Work::Priority => causes.priority(),
        Work::Product => causes.product(),
        Work::RatingTest => causes.rating_test(node),
        Work::GroupTest { leaves } => causes.group_test(node, leaves),
        Work::AssumptionTest => causes.assumption_test(node),
        Work::Sum(unit) => Some(causes.sum(*unit)),
        Work::Difference { lower_is_better } => causes.difference(node, *lower_is_better),
        Work::Comparison { lower_is_better } => causes.comparison(*lower_is_better),
        Work::Judgement { choose } => causes.judgement(node, *choose),
        Work::Roll => causes.roll(node),
    }
}

/// A fact with its direct causes.
struct Causes<'a> {
    reasons: &'a Reasons<'a>,
    fact: Fact,
    nodes: Vec<(Edge, &'a Node)>,
}

impl<'a> Causes<'a> {
    fn of(reasons: &'a Reasons<'_>, fact: Fact) -> Self {
        let links = reasons.graph.causes(fact);
        let nodes = links
            .iter()
            .filter_map(|link| Some((link.kind, reasons.graph.node(link.from)?)))
            .collect();
        Self { reasons, fact, nodes }
    }

    fn figure(&self, fact: Fact) -> Option<&'a Figure> {
        self.nodes.iter().find(|(_, node)| node.fact == fact).map(|(_, node)| &node.figure)
    }

    fn number(&self, fact: Fact) -> Option<f64> {
        match self.figure(fact)? {
            Figure::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number of a rating among the causes; `None` inside where nobody knows it.
    fn rated(&self, leaf: &Leaf, vendor: VendorId, criterion: CriterionId) -> Option<Option<f64>> {
        match self.figure(Fact::Given(Given::Rating(vendor, criterion)))? {
            Figure::Rating { quantity, .. } => Some(ruler::number(leaf, quantity)),
            _ => None,
        }
    }

    fn leaf(&self, criterion: CriterionId) -> Option<&'a Leaf> {
        self.reasons.model.criterion(criterion).leaf()
    }

    /// Known numbers of every rating on this criterion among the causes.
    fn known(&self, leaf: &Leaf, criterion: CriterionId) -> Vec<f64> {
        let rated = self.nodes.iter().filter_map(|(_, node)| match (node.fact, &node.figure) {
            (Fact::Given(Given::Rating(_, at)), Figure::Rating { quantity, .. })
                if at == criterion =>
            {
                ruler::number(leaf, quantity)
            }
            _ => None,
        });
        rated.collect()
    }

    /// The table among the causes.
    fn table_given(&self) -> Option<&'a Table> {
        match self.figure(Fact::Field)? {
            Figure::Table(table) => table.as_deref(),
            _ => None,
        }
    }

    /// The table of the field, cell by cell; what its axes are besides their share is the model's.
    fn table(&self, node: &Node) -> Option<Figure> {
        let Figure::Table(Some(stored)) = &node.figure else {
            return None;
        };
        let mut table = Table::clone(stored);
        for (column, &criterion) in stored.leaves.iter().enumerate() {
            let weight = Fact::Given(Given::Weight(criterion));
            let Figure::Weight { share: Some(share), .. } = self.figure(weight)? else {
                return None;
            };
            table.problem.axes[column].share = *share;
            for (row, &vendor) in stored.vendors.iter().enumerate() {
                let fact = Fact::Value(vendor, criterion);
                match self.reasons.graph.node(fact)?.work {
                    // Priorities come with the method: what the table holds in their place is idle.
                    Work::Priority => continue,
                    Work::Value { number, .. } => table.problem.ratings.set(row, column, number),
                    _ => return None,
                }
                table.problem.values.set(row, column, self.number(fact)?);
            }
        }
        Some(Figure::Table(Some(Box::new(table))))
    }

    fn value(&self) -> Option<Figure> {
        let Fact::Value(vendor, criterion) = self.fact else {
            return None;
        };
        let leaf = self.leaf(criterion)?;
        let rated = self.rated(leaf, vendor, criterion)?;
        let ruler = ruler::over_field(leaf, self.known(leaf, criterion).into_iter());
        Some(Figure::Number(ruler::value(leaf, ruler, rated.unwrap_or(ruler.fill))))
    }

    /// From what was said of the vendors whose ratings are among the causes.
    fn priority(&self) -> Option<Figure> {
        let Fact::Value(vendor, criterion) = self.fact else {
            return None;
        };
        let mut field: Vec<VendorId> = self
            .nodes
            .iter()
            .filter_map(|(_, node)| match node.fact {
                Fact::Given(Given::Rating(who, at)) if at == criterion => Some(who),
                _ => None,
            })
            .collect();
        field.sort_unstable();
        let row = field.binary_search(&vendor).ok()?;
        let priorities = priorities_on(self.reasons.model, criterion, &field)?;
        priorities.get(row).copied().map(Figure::Number)
    }

    fn product(&self) -> Option<Figure> {
        let Fact::Contribution(vendor, criterion) = self.fact else {
            return None;
        };
        let Figure::Weight { share: Some(share), .. } =
            self.figure(Fact::Given(Given::Weight(criterion)))?
        else {
            return None;
        };
        Some(Figure::Number(share * self.number(Fact::Value(vendor, criterion))?))
    }

    fn rating_test(&self, node: &Node) -> Option<Figure> {
        let Fact::GateResult(vendor, barrier) = self.fact else {
            return None;
        };
        let Barrier::Gate(criterion) = barrier else {
            return None;
        };
        let Figure::Gate(test) = self.figure(Fact::Given(Given::Gate(criterion)))? else {
            return None;
        };
        let rating = Fact::Given(Given::Rating(vendor, criterion));
        let Figure::Rating { quantity, .. } = self.figure(rating)? else {
            return None;
        };
        let point = quantity.point();
        // In the reading a gate on an unknown rating counts as passed.
        let passed = point.as_ref().is_none_or(|point| gate_test::passes(test, point));
        let tested = point.as_ref().and_then(gate_test::tested);
        let margin = tested.and_then(|tested| gate_test::margin(test, tested));
        Some(Figure::GateResult { passing: passing_of(node)?, passed, margin, tested })
    }

    fn group_test(&self, node: &Node, leaves: &[CriterionId]) -> Option<Figure> {
        let Fact::GateResult(vendor, Barrier::Gate(group)) = self.fact else {
            return None;
        };
        let Figure::Gate(test) = self.figure(Fact::Given(Given::Gate(group)))? else {
            return None;
        };
        let (mut reached, mut whole, mut is_known) = (0.0, 0.0, true);
        for &criterion in leaves {
            let weight = Fact::Given(Given::Weight(criterion));
            let Figure::Weight { share: Some(share), .. } = self.figure(weight)? else {
                return None;
            };
            let leaf = self.leaf(criterion)?;
            match self.rated(leaf, vendor, criterion)? {
                Some(number) => {
                    reached += share * ruler::value(leaf, ruler::own(leaf)?, number);
                }
                None => is_known = false,
            }
            whole += share;
        }
        if whole <= 0.0 || !is_known {
            return None;
        }
        let fraction = reached / whole;
        let passed = gate_test::reaches(test, [fraction; 2]) != gate_test::Kleene::Fail;
        let (tested, margin) = (Some(fraction), gate_test::margin(test, fraction));
        Some(Figure::GateResult { passing: passing_of(node)?, passed, margin, tested })
    }

    fn assumption_test(&self, node: &Node) -> Option<Figure> {
        let (_, cause) = self.nodes.iter().find(|(kind, _)| *kind == Edge::Requires)?;
        let Figure::Status(status) = cause.figure else {
            return None;
        };
        let (passing, passed) = (passing_of(node)?, status != Status::Fails);
        Some(Figure::GateResult { passing, passed, margin: None, tested: None })
    }

    fn sum(&self, unit: Unit) -> Figure {
        let parts = self.nodes.iter().filter_map(|(_, node)| match (node.fact, &node.figure) {
            (Fact::Contribution(..), Figure::Number(part)) => Some(*part),
            _ => None,
        });
        let sum: f64 = parts.sum();
        Figure::Number(match unit {
            Unit::Score => sum,
            Unit::Log => sum.exp(),
            Unit::Logit => 1.0 / (1.0 + (-sum).exp()),
        })
    }

    fn difference(&self, node: &Node, lower_is_better: bool) -> Option<Figure> {
        let (Fact::Lead(ahead, behind), Figure::Lead(lead)) = (self.fact, &node.figure) else {
            return None;
        };
        let sign = if lower_is_better { -1.0 } else { 1.0 };
        let mut parts = Vec::with_capacity(lead.parts.len());
        for &(criterion, _) in &lead.parts {
            let first = self.number(Fact::Contribution(ahead, criterion))?;
            let second = self.number(Fact::Contribution(behind, criterion))?;
            parts.push((criterion, sign * (first - second)));
        }
        let amount = parts.iter().map(|part| part.1).sum();
        Some(Figure::Lead(Box::new(LeadFigure { amount, parts, ..LeadFigure::clone(lead) })))
    }

    fn comparison(&self, lower_is_better: bool) -> Option<Figure> {
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

    fn judgement(&self, node: &Node, choose: usize) -> Option<Figure> {
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

    fn roll(&self, node: &Node) -> Option<Figure> {
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

fn passing_of(node: &Node) -> Option<Passing> {
    match node.figure {
        Figure::GateResult { passing, .. } => Some(passing),
        _ => None,
    }
}
