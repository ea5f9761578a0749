//! `graph --format json`, and the sub-graph inside `why`: facts and why they follow.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::view::graph::GraphView;

/// Facts and why they follow.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Graph {
    /// In a fixed order: given facts first.
    pub nodes: Vec<Node>,
    /// From the cause to what rests on it.
    pub edges: Vec<Edge>,
}

/// A fact.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Node {
    /// Its name.
    pub id: String,
    /// What sort of fact it is.
    pub kind: &'static str,
    /// What people read.
    pub label: String,
    /// What it comes to: a number in full precision, else words, else null.
    pub value: Figure,
    /// The file it was written in; null for what is derived.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
}

/// A number, words, or nothing.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Figure {
    /// In full precision.
    Number(f64),
    /// In words.
    Words(String),
    /// Nothing to say.
    Nothing(()),
}

/// Why one fact rests on another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Edge {
    /// Name of the cause.
    pub from: String,
    /// Name of what rests on it.
    pub to: String,
    /// Why.
    pub kind: &'static str,
}

impl From<&GraphView> for Graph {
    fn from(graph: &GraphView) -> Self {
        let nodes = graph.nodes.iter().map(|node| Node {
            id: node.id.clone(),
            kind: node.kind,
            label: node.label.clone(),
            value: match (node.number, node.value.is_empty()) {
                (Some(number), _) => Figure::Number(number),
                (None, false) => Figure::Words(node.value.clone()),
                (None, true) => Figure::Nothing(()),
            },
            file: node.place.as_ref().map(|place| place.file.clone()),
            line: node.place.as_ref().map(|place| place.line),
        });
        let edges = graph.edges.iter().map(|edge| Edge {
            from: edge.from.clone(),
            to: edge.to.clone(),
            kind: edge.kind,
        });
        Self { nodes: nodes.collect(), edges: edges.collect() }
    }
}
