//! Builds the graph of reasons from what a run kept; nothing is worked out a second time.
//! `Decision → build → Reasons`: given facts first, then each derived one after its causes.

mod ballots;
mod gates;
mod given;
mod leads;
mod scope;
mod standings;
mod values;

use crate::decide::decision::{Decision, Place};
use crate::decide::evaluation::Evaluation;
use crate::method::kind::Method;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::basis::{Basis, basis, is_product};
use crate::reasons::edge::Edge;
use crate::reasons::fact::Fact;
use crate::reasons::graph::Graph;
use crate::reasons::lead::is_split_cheap;
use crate::reasons::node::{Figure, Node, Work};
use crate::text::id::TextId;
use crate::text::span::Span;

/// Up to this many vendors the graph holds everything.
pub const WHOLE: usize = 50;

/// What the graph is built for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Vendors that stand in the graph however many there are.
    pub vendors: Vec<VendorId>,
    /// Leads that stand in it: the first over the second.
    pub pairs: Vec<(VendorId, VendorId)>,
    /// Texts of a what-if: what they set is a [`Fact::Change`].
    pub overlays: Vec<TextId>,
    /// Up to how many vendors the graph holds everything; [`WHOLE`] where it is `None`.
    pub whole: Option<usize>,
}

/// Builds the graph of a decision: everything up to [`Asked::whole`] vendors; beyond, the chosen, the
/// tied, the first that is not chosen, and the vendors asked for.
pub fn build<'a>(model: &'a Model, decision: &'a Decision, asked: &Asked) -> Reasons<'a> {
    let evaluation = &decision.reading;
    let mut places: Vec<Option<&Place>> = vec![None; model.vendors.len()];
    for place in &decision.places {
        places[place.vendor.index()] = Some(place);
    }
    let mut builder = Builder {
        model,
        decision,
        evaluation,
        asked,
        scope: scope::scope(model, decision, asked),
        method: evaluation.method(model),
        basis: basis(model, decision),
        is_product: is_product(decision),
        places,
        graph: Graph::default(),
    };
    builder.given();
    builder.values();
    builder.gates();
    builder.ballots();
    builder.standings();
    builder.leads();
    builder.decision();
    let Builder { graph, method, basis, scope, .. } = builder;
    let is_split_cheap = is_split_cheap(evaluation, model.method.kind);
    let is_whole = scope.len() == model.vendors.len();
    Reasons { model, decision, graph, method, basis, is_split_cheap, is_whole }
}

/// What is shared by the steps of building.
struct Builder<'a> {
    model: &'a Model,
    decision: &'a Decision,
    evaluation: &'a Evaluation,
    asked: &'a Asked,
    /// Vendors in the graph, in declared order.
    scope: Vec<VendorId>,
    method: Option<Method>,
    basis: Option<Basis>,
    is_product: bool,
    /// By vendor.
    places: Vec<Option<&'a Place>>,
    graph: Graph,
}

impl Builder<'_> {
    fn add_given(&mut self, fact: Fact, figure: Figure, span: Option<Span>) {
        self.graph.add(Node { fact, figure, work: Work::Given, span });
    }

    fn add_derived(&mut self, fact: Fact, figure: Figure, work: Work) {
        self.graph.add(Node { fact, figure, work, span: None });
    }

    fn link(&mut self, from: Fact, kind: Edge, to: Fact) {
        self.graph.link(from, kind, to);
    }
}
