//! The graph of dependencies, its queries, and the argument chosen from it, as data.
//! `Decision → build → Reasons → explain → Explanation`; words come later, in `report`.

pub mod basis;
pub mod bound;
pub mod build;
pub mod edge;
pub mod explain;
pub mod explanation;
pub mod fact;
pub mod failing;
pub mod finding;
pub mod grade;
pub mod graph;
pub mod headline;
pub mod impact;
pub mod lead;
pub mod name;
pub mod needed;
pub mod nobody;
pub mod node;
pub mod origin;
pub mod query;
pub mod reason;
pub mod replay;
pub mod resolve;
pub mod statement;
pub mod tie_break;
pub mod turn;
pub mod votes;
mod whole;

use crate::decide::decision::{Decision, Place};
use crate::method::kind::Method;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::reasons::basis::Basis;
use crate::reasons::fact::Fact;
use crate::reasons::graph::Graph;
use crate::reasons::lead::LeadFigure;
use crate::reasons::node::Figure;

/// A decision with the graph of what it rests on: what every explanation is chosen from.
#[derive(Debug, Clone)]
pub struct Reasons<'a> {
    /// What was written.
    pub model: &'a Model,
    /// What came out.
    pub decision: &'a Decision,
    /// Facts and why they follow.
    pub graph: Graph,
    /// The method on the leaves that take part, as the reading used it; `None` where people voted.
    pub method: Option<Method>,
    /// What the score is a weighted sum of, where it is one.
    pub basis: Option<Basis>,
    /// Whether leads can be split for everyone; else only at the edge and for those asked about.
    pub is_split_cheap: bool,
    /// Whether every vendor stands in the graph.
    pub is_whole: bool,
}

impl Reasons<'_> {
    /// A vendor's place in the decision.
    pub fn place(&self, vendor: VendorId) -> Option<&Place> {
        self.decision.places.iter().find(|place| place.vendor == vendor)
    }

    /// The lead of one vendor over another, where it stands in the graph.
    pub fn lead(&self, ahead: VendorId, behind: VendorId) -> Option<&LeadFigure> {
        match &self.graph.node(Fact::Lead(ahead, behind))?.figure {
            Figure::Lead(lead) => Some(lead),
            _ => None,
        }
    }

    /// The field from best to worst.
    pub fn order(&self) -> Vec<VendorId> {
        let reading = &self.decision.reading;
        reading.order.iter().map(|&row| reading.field[row]).collect()
    }

    /// Whom a vendor of the field is to be compared with: of a chosen one the first that is not,
    /// of any other the last that is chosen, or the best where nobody is.
    pub fn rival(&self, vendor: VendorId) -> Option<VendorId> {
        let chosen = &self.decision.reading.chosen;
        let order = self.order();
        let rival = if chosen.contains(&vendor) {
            order.iter().find(|id| !chosen.contains(id)).copied()
        } else {
            chosen.last().or(order.first()).copied()
        };
        rival.filter(|&rival| rival != vendor)
    }
}
