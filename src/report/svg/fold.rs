//! A graph small enough to be read: beyond a hundred facts, steps of arithmetic are left out and
//! facts that lead to the same are drawn as one. What was folded is said under the drawing.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::view::graph::{EdgeView, GraphView, NodeView};
use crate::report::words::{count, list};

/// More facts than this nobody reads.
pub const MOST: usize = 100;

/// Kinds that are left out, the least telling first: their causes then lead to their effects.
const FOLDED: [&str; 7] =
    ["value", "contribution", "method", "gate-result", "ballot", "lead", "rank"];

/// A graph and what was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    /// What is drawn.
    pub graph: GraphView,
    /// What is not, in a sentence; empty where everything is.
    pub note: String,
}

/// Folds until few enough are left.
pub fn fold(graph: &GraphView) -> Folded {
    let mut graph = graph.clone();
    let mut left_out = Vec::new();
    for kind in FOLDED {
        if graph.nodes.len() <= MOST {
            break;
        }
        let number = graph.nodes.iter().filter(|node| node.kind == kind).count();
        if number > 0 {
            contract(&mut graph, kind);
            left_out.push(count(number, &kind.replace('-', " ")));
        }
    }
    let mut joined = 0;
    if graph.nodes.len() > MOST {
        joined = join_alike(&mut graph);
    }
    // Whatever is left over is cut from its least derived end, and said.
    let cut = graph.nodes.len().saturating_sub(MOST);
    if cut > 0 {
        let gone: BTreeSet<String> = graph.nodes.drain(..cut).map(|node| node.id).collect();
        graph.edges.retain(|edge| !gone.contains(&edge.from) && !gone.contains(&edge.to));
        left_out.push(format!("{} at the start", count(cut, "fact")));
    }
    let mut notes = Vec::new();
    if !left_out.is_empty() {
        notes.push(format!("Left out to keep it readable: {}", list(&left_out)));
    }
    if joined > 0 {
        notes.push(format!("{} drawn together with others of their kind", count(joined, "fact")));
    }
    Folded { graph, note: notes.join("; ") }
}

/// Takes out all facts of a kind and leads their causes to their effects.
fn contract(graph: &mut GraphView, kind: &str) {
    let gone: BTreeSet<&str> =
        graph.nodes.iter().filter(|node| node.kind == kind).map(|node| node.id.as_str()).collect();
    let mut effects: BTreeMap<&str, Vec<&EdgeView>> = BTreeMap::new();
    for edge in &graph.edges {
        effects.entry(edge.from.as_str()).or_default().push(edge);
    }
    let mut edges: Vec<EdgeView> = Vec::new();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for edge in graph.edges.iter().filter(|edge| !gone.contains(edge.from.as_str())) {
        // One of the kind may lead to another; each is passed once.
        let mut open = vec![edge.to.as_str()];
        let mut passed: BTreeSet<&str> = BTreeSet::new();
        while let Some(at) = open.pop() {
            if !gone.contains(at) {
                if seen.insert((edge.from.clone(), at.to_owned())) {
                    edges.push(EdgeView { to: at.to_owned(), ..edge.clone() });
                }
            } else if passed.insert(at) {
                open.extend(effects.get(at).into_iter().flatten().map(|next| next.to.as_str()));
            }
        }
    }
    graph.edges = edges;
    graph.nodes.retain(|node| node.kind != kind);
}

/// Draws given facts of one kind that lead to the same facts as one; how many are gone by it.
fn join_alike(graph: &mut GraphView) -> usize {
    let mut targets: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edge in &graph.edges {
        targets.entry(edge.from.as_str()).or_default().insert(edge.to.as_str());
    }
    let mut groups: BTreeMap<(&str, Vec<&str>), Vec<&NodeView>> = BTreeMap::new();
    for node in &graph.nodes {
        if matches!(node.kind, "rating" | "weight" | "gate" | "evidence" | "source" | "assumption")
        {
            let to = targets.get(node.id.as_str()).cloned().unwrap_or_default();
            groups.entry((node.kind, to.into_iter().collect())).or_default().push(node);
        }
    }
    let mut named: BTreeMap<String, String> = BTreeMap::new();
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    for ((kind, _), nodes) in &groups {
        if let [first, _, ..] = nodes.as_slice() {
            labels.insert(first.id.clone(), count(nodes.len(), &kind.replace('-', " ")));
            named.extend(nodes.iter().skip(1).map(|node| (node.id.clone(), first.id.clone())));
        }
    }
    graph.nodes.retain(|node| !named.contains_key(&node.id));
    for node in &mut graph.nodes {
        if let Some(label) = labels.get(&node.id) {
            node.label.clone_from(label);
            node.value = String::new();
            node.place = None;
        }
    }
    let mut seen = BTreeSet::new();
    for edge in &mut graph.edges {
        for end in [&mut edge.from, &mut edge.to] {
            if let Some(first) = named.get(end.as_str()) {
                end.clone_from(first);
            }
        }
    }
    graph.edges.retain(|edge| {
        edge.from != edge.to && seen.insert((edge.from.clone(), edge.to.clone(), edge.kind))
    });
    named.len()
}
