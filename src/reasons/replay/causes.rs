//! A fact with its direct causes, and what a replay reads from them.
//! Nothing else is in reach: whoever replays a fact cannot look further than its causes.

use crate::decide::ruler;
use crate::model::criterion::Leaf;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::node::{Figure, Node, Table};

/// A fact with its direct causes.
pub(super) struct Causes<'a> {
    pub(super) reasons: &'a Reasons<'a>,
    pub(super) fact: Fact,
    pub(super) nodes: Vec<(Edge, &'a Node)>,
}

impl<'a> Causes<'a> {
    pub(super) fn of(reasons: &'a Reasons<'_>, fact: Fact) -> Self {
        let links = reasons.graph.causes(fact);
        let nodes = links
            .iter()
            .filter_map(|link| Some((link.kind, reasons.graph.node(link.from)?)))
            .collect();
        Self { reasons, fact, nodes }
    }

    pub(super) fn figure(&self, fact: Fact) -> Option<&'a Figure> {
        self.nodes.iter().find(|(_, node)| node.fact == fact).map(|(_, node)| &node.figure)
    }

    pub(super) fn number(&self, fact: Fact) -> Option<f64> {
        match self.figure(fact)? {
            Figure::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number of a rating among the causes; `None` inside where nobody knows it.
    pub(super) fn rated(
        &self,
        leaf: &Leaf,
        vendor: VendorId,
        criterion: CriterionId,
    ) -> Option<Option<f64>> {
        match self.figure(Fact::Given(Given::Rating(vendor, criterion)))? {
            Figure::Rating { quantity, .. } => Some(ruler::number(leaf, quantity)),
            _ => None,
        }
    }

    pub(super) fn leaf(&self, criterion: CriterionId) -> Option<&'a Leaf> {
        self.reasons.model.criterion(criterion).leaf()
    }

    /// Known numbers of every rating on this criterion among the causes.
    pub(super) fn known(&self, leaf: &Leaf, criterion: CriterionId) -> Vec<f64> {
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
    pub(super) fn table_given(&self) -> Option<&'a Table> {
        match self.figure(Fact::Field)? {
            Figure::Table(table) => table.as_deref(),
            _ => None,
        }
    }
}
