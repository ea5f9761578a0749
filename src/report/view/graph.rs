//! A part of the graph of reasons as it is shown: facts with labels, values and places, and edges.
//! What `graph` and `why` hand to the formats; nothing here knows how it is drawn.

use crate::decide::decision::Verdict;
use crate::decide::gate_result::{Barrier, Passing};
use crate::method::outcome::Split;
use crate::model::assumption::Status;
use crate::model::evidence::Standing;
use crate::model::id::CriterionId;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::name::name;
use crate::reasons::node::{Figure, Node};
use crate::reasons::query::Part;
use crate::report::digits::{percent, plain};
use crate::report::view::barrier::requirement;
use crate::report::view::quantity::quantity_words;
use crate::report::view::scene::Scene;

/// Some facts and every edge between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GraphView {
    /// In the order of facts.
    pub nodes: Vec<NodeView>,
    /// By what rests, then by cause.
    pub edges: Vec<EdgeView>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeView {
    /// Its name.
    pub id: String,
    /// What sort of fact it is, kebab-case.
    pub kind: &'static str,
    /// What people read.
    pub label: String,
    /// What it comes to, in words; empty where there is nothing to say.
    pub value: String,
    /// What it comes to in full precision, where that is one number.
    pub number: Option<f64>,
    /// Where it was written.
    pub place: Option<PlaceView>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceView {
    /// The file as messages name it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// Why one fact rests on another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeView {
    /// Name of the cause.
    pub from: String,
    /// Name of what rests on it.
    pub to: String,
    /// Why, kebab-case.
    pub kind: &'static str,
}

impl NodeView {
    /// `Label: value`, as every drawing has it.
    pub fn text(&self) -> String {
        if self.value.is_empty() {
            self.label.clone()
        } else {
            format!("{}: {}", self.label, self.value)
        }
    }
}

/// A part of the graph as it is shown.
pub fn graph(scene: &Scene<'_>, part: &Part) -> GraphView {
    let model = scene.model();
    let graph = &scene.reasons.graph;
    let nodes = part.facts.iter().filter_map(|fact| graph.node(*fact));
    GraphView {
        nodes: nodes.map(|node| view(scene, node)).collect(),
        edges: part
            .links
            .iter()
            .map(|link| EdgeView {
                from: name(model, link.from),
                to: name(model, link.to),
                kind: link.kind.id(),
            })
            .collect(),
    }
}

fn view(scene: &Scene<'_>, node: &Node) -> NodeView {
    let place = node.span.map(|span| PlaceView {
        file: scene.texts.get(span.text).name.clone(),
        line: scene.texts.position(span).line,
    });
    let number = match &node.figure {
        Figure::Number(number) => Some(*number),
        Figure::Weight { share, .. } => *share,
        Figure::Lead(lead) => lead.distance().map(|(amount, _)| amount),
        _ => None,
    };
    NodeView {
        id: name(scene.model(), node.fact),
        kind: node.fact.kind().id(),
        label: label(scene, node.fact),
        value: value(scene, node),
        number,
        place,
    }
}

fn label(scene: &Scene<'_>, fact: Fact) -> String {
    let of =
        |id: CriterionId, vendor| format!("{} of {}", scene.criterion(id), scene.vendor(vendor));
    match fact {
        Fact::Given(given) => given_label(scene, given),
        Fact::Change(given) => format!("what-if: {}", given_label(scene, given)),
        Fact::Value(vendor, id) if scene.model().compared_on(id).is_some() => {
            format!("priority of {}", of(id, vendor))
        }
        Fact::Value(vendor, id) => format!("value of {}", of(id, vendor)),
        Fact::Contribution(vendor, id) => format!("contribution of {}", of(id, vendor)),
        Fact::GateResult(vendor, Barrier::Gate(id)) => {
            format!("{} at the gate {}", scene.vendor(vendor), scene.criterion(id))
        }
        Fact::GateResult(vendor, Barrier::Assumption(id)) => {
            format!("{} requires {}", scene.vendor(vendor), scene.model().assumption(id).name)
        }
        Fact::Field => "the field".to_owned(),
        Fact::Ballot(who, vendor) => {
            format!("rank of {} by {}", scene.vendor(vendor), scene.stakeholder(who))
        }
        Fact::Score(vendor) => format!("score of {}", scene.vendor(vendor)),
        Fact::Lead(ahead, behind) => {
            format!("lead of {} over {}", scene.vendor(ahead), scene.vendor(behind))
        }
        Fact::Rank(vendor) => format!("rank of {}", scene.vendor(vendor)),
        Fact::Verdict(vendor) => scene.vendor(vendor).to_owned(),
        Fact::Decision => "decision".to_owned(),
    }
}

fn given_label(scene: &Scene<'_>, given: Given) -> String {
    let model = scene.model();
    match given {
        Given::Source(id) => format!("source {}", scene.source(id)),
        Given::Evidence(id) => format!("claim {}: {}", model.claim(id).name, model.claim(id).claim),
        Given::Assumption(id) => format!("assumption {}", model.assumption(id).name),
        Given::Rating(vendor, id) => format!("{} of {}", scene.criterion(id), scene.vendor(vendor)),
        Given::Weight(id) => format!("weight of {}", scene.criterion(id)),
        Given::Gate(id) => format!("gate on {}", scene.criterion(id)),
        Given::Exclusion(vendor) => format!("{} excluded", scene.vendor(vendor)),
        Given::Stakeholder(who) => format!("weights of {}", scene.stakeholder(who)),
        Given::Method => "method".to_owned(),
    }
}

fn value(scene: &Scene<'_>, node: &Node) -> String {
    let model = scene.model();
    let criterion = match node.fact {
        Fact::Given(Given::Rating(_, id) | Given::Gate(id)) => Some(model.criterion(id)),
        _ => None,
    };
    if let Fact::Given(Given::Rating(_, id)) = node.fact
        && model.compared_on(id).is_some()
    {
        return "compared in pairs".to_owned();
    }
    match (&node.figure, criterion) {
        (Figure::Rating { quantity, .. }, Some(criterion)) => quantity_words(criterion, quantity),
        (Figure::Gate(test), Some(criterion)) => requirement(criterion, test),
        (Figure::Standing(standing), _) => match standing {
            Standing::Stands => String::new(),
            Standing::Retracted => "retracted".to_owned(),
            Standing::Unsupported => "no origin left".to_owned(),
        },
        (Figure::Status(status), _) => match status {
            Status::Holds => "holds".to_owned(),
            Status::Fails => "fails".to_owned(),
            Status::Pending => "pending".to_owned(),
        },
        (Figure::Weight { number, share }, _) => match (number, share) {
            (Some(number), Some(share)) => format!("{} ({})", plain(*number), percent(*share)),
            (Some(number), None) => plain(*number),
            (None, Some(share)) => percent(*share),
            (None, None) => String::new(),
        },
        (Figure::Number(number), _) => scene.score(*number),
        (Figure::GateResult { passing, passed, .. }, _) => match (passing, passed) {
            (Passing::Pass, _) => "passes".to_owned(),
            (Passing::Fail, _) => "fails".to_owned(),
            (Passing::Pending, true) => "pending, taken as passed".to_owned(),
            (Passing::Unknown, true) => "unknown, taken as passed".to_owned(),
            (Passing::Pending | Passing::Unknown, false) => "fails for now".to_owned(),
        },
        (Figure::Lead(lead), _) => match (lead.distance(), &lead.how) {
            (Some((amount, unit)), _) => scene.lead(amount, unit),
            (None, Split::Coalition { concordance, .. }) => {
                format!("{} agree", percent(*concordance))
            }
            (None, _) => String::new(),
        },
        (Figure::Rank(rank), _) => rank.rank.to_string(),
        (Figure::Ballot(ballot), _) => {
            let credit = ballot.credit.map(|credit| format!(" ({})", scene.score(credit)));
            format!("{}{}", ballot.rank, credit.unwrap_or_default())
        }
        (Figure::Verdict { verdict, conditional, .. }, _) => {
            let word = verdict_word(*verdict);
            if *conditional { format!("{word}, for now") } else { word.to_owned() }
        }
        (Figure::Decision { chosen, .. }, _) => match chosen.as_slice() {
            [] => "nobody".to_owned(),
            chosen => scene.vendors(chosen),
        },
        (Figure::Nothing, _) if node.fact == Fact::Given(Given::Method) => {
            model.method.kind.id().to_owned()
        }
        (Figure::Nothing | Figure::Table(_) | Figure::Rating { .. } | Figure::Gate(_), _) => {
            String::new()
        }
    }
}

/// A verdict in a word, as every format says it.
pub fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Chosen => "chosen",
        Verdict::Eligible => "eligible",
        Verdict::Rejected => "rejected",
        Verdict::Excluded => "excluded",
    }
}
