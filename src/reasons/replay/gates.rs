//! Gates and required assumptions tested again.
//! What other completions say of them is taken over as it stands.

use crate::decide::gate_result::{Barrier, Passing};
use crate::decide::gate_test;
use crate::decide::ruler;
use crate::model::assumption::Status;
use crate::model::id::CriterionId;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Node};
use crate::reasons::replay::causes::Causes;

impl Causes<'_> {
    pub(super) fn rating_test(&self, node: &Node) -> Option<Figure> {
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

    pub(super) fn group_test(&self, node: &Node, leaves: &[CriterionId]) -> Option<Figure> {
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

    pub(super) fn assumption_test(&self, node: &Node) -> Option<Figure> {
        let (_, cause) = self.nodes.iter().find(|(kind, _)| *kind == Edge::Requires)?;
        let Figure::Status(status) = cause.figure else {
            return None;
        };
        let (passing, passed) = (passing_of(node)?, status != Status::Fails);
        Some(Figure::GateResult { passing, passed, margin: None, tested: None })
    }
}

fn passing_of(node: &Node) -> Option<Passing> {
    match node.figure {
        Figure::GateResult { passing, .. } => Some(passing),
        _ => None,
    }
}
