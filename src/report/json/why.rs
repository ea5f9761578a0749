//! `why --format json`: the argument as statements, leads and the sub-graph it rests on.

use schemars::JsonSchema;
use serde::Serialize;

use crate::method::outcome;
use crate::report::json::graph::{Edge, Graph, Node};
use crate::report::json::words::Verdict;
use crate::report::view::explanation::{ExplanationView, LeadView};

/// An explanation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Why {
    /// Id of the vendor asked about; null for the choice itself.
    pub subject: Option<String>,
    /// Id of the other one, where it was asked for.
    pub over: Option<String>,
    /// The verdict on the vendor asked about.
    pub verdict: Option<Verdict>,
    /// How the one that loses does: gate, dominated, never-best, far, close.
    pub grade: Option<&'static str>,
    /// Conclusion first.
    pub statements: Vec<Statement>,
    /// The leads cited.
    pub leads: Vec<Lead>,
    /// Facts it rests on.
    pub nodes: Vec<Node>,
    /// Why they follow.
    pub edges: Vec<Edge>,
}

/// A sentence.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Statement {
    /// What is said.
    pub text: String,
    /// The sort of statement.
    pub kind: &'static str,
    /// Names of the facts it is said of.
    pub nodes: Vec<String>,
}

/// How far one vendor is ahead of another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Lead {
    /// The first.
    pub vendor: String,
    /// The second.
    pub over: String,
    /// By how much, negative where the first is behind; null where the method has only a relation.
    pub lead: Option<f64>,
    /// What it is measured in; null with the lead.
    pub unit: Option<Unit>,
    /// Who agrees that the first is at least as good; null where there is a lead.
    pub coalition: Option<Coalition>,
    /// By leaf, in declared order; they add up to the lead. Under a relation, how much of the leaf's
    /// share says that the first is at least as good, less how much says it of the second.
    pub parts: Vec<Part>,
    /// The smallest set that outweighs all that speaks against.
    pub decisive: Option<Vec<String>>,
    /// The smallest set that stands whatever the others are.
    pub sufficient: Option<Vec<String>>,
}

/// Which criteria say that one vendor is at least as good as another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Coalition {
    /// Share of the weight that agrees, in [0, 1].
    pub concordance: f64,
    /// Degree to which the first outranks the second, in [0, 1].
    pub credibility: f64,
    /// The leaves that forbid it.
    pub vetoes: Vec<String>,
}

/// One criterion's part of a lead.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// The leaf.
    pub criterion: String,
    /// Positive where it speaks for the first.
    pub part: f64,
}

/// What a lead is measured in.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Units of the score.
    Score,
    /// Natural logarithm of the score.
    Log,
    /// Logit of the score.
    Logit,
}

impl From<&ExplanationView> for Why {
    fn from(view: &ExplanationView) -> Self {
        let Graph { nodes, edges } = Graph::from(&view.graph);
        let statements = view.sentences.iter().map(|sentence| Statement {
            text: sentence.text.clone(),
            kind: sentence.kind,
            nodes: sentence.nodes.clone(),
        });
        Self {
            subject: view.subject.as_ref().map(|subject| subject.id.clone()),
            over: view.over.as_ref().map(|over| over.id.clone()),
            verdict: view.verdict.map(Verdict::from),
            grade: view.grade,
            statements: statements.collect(),
            leads: view.leads.iter().map(Lead::from).collect(),
            nodes,
            edges,
        }
    }
}

impl From<&LeadView> for Lead {
    fn from(lead: &LeadView) -> Self {
        let part =
            |(criterion, part): &(String, f64)| Part { criterion: criterion.clone(), part: *part };
        Self {
            vendor: lead.vendor.clone(),
            over: lead.over.clone(),
            lead: lead.lead.map(|(amount, _)| amount),
            unit: lead.lead.map(|(_, unit)| match unit {
                outcome::Unit::Score => Unit::Score,
                outcome::Unit::Log => Unit::Log,
                outcome::Unit::Logit => Unit::Logit,
            }),
            coalition: lead.coalition.as_ref().map(|coalition| Coalition {
                concordance: coalition.concordance,
                credibility: coalition.credibility,
                vetoes: coalition.vetoes.clone(),
            }),
            parts: lead.parts.iter().map(part).collect(),
            decisive: lead.decisive.clone(),
            sufficient: lead.sufficient.clone(),
        }
    }
}
