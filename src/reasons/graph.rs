//! The graph of reasons: facts as nodes, edges from causes to what rests on them.
//! Filled by `build`; asked through `query`. The one place that holds a graph library's type.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::reasons::edge::Edge;
use crate::reasons::fact::Fact;
use crate::reasons::node::Node;

/// Facts and why they follow. Every fact stands in it once; every edge of a kind once.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    graph: DiGraph<Node, Edge>,
    indices: BTreeMap<Fact, NodeIndex>,
}

/// One edge by its facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The cause.
    pub from: Fact,
    /// What rests on it.
    pub to: Fact,
    /// Why.
    pub kind: Edge,
}

impl Graph {
    /// Adds a node; one that stands there already is kept.
    pub fn add(&mut self, node: Node) {
        let graph = &mut self.graph;
        self.indices.entry(node.fact).or_insert_with(|| graph.add_node(node));
    }

    /// Adds an edge between two facts that both stand in the graph; anything else is left out.
    pub fn link(&mut self, from: Fact, kind: Edge, to: Fact) {
        if let (Some(&cause), Some(&effect)) = (self.indices.get(&from), self.indices.get(&to)) {
            let mut between = self.graph.edges_connecting(cause, effect);
            if !between.any(|edge| *edge.weight() == kind) {
                self.graph.add_edge(cause, effect, kind);
            }
        }
    }

    /// Whether a fact stands in it.
    pub fn contains(&self, fact: Fact) -> bool {
        self.indices.contains_key(&fact)
    }

    /// The node of a fact.
    pub fn node(&self, fact: Fact) -> Option<&Node> {
        self.indices.get(&fact).map(|&index| &self.graph[index])
    }

    /// All nodes in the order of facts.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.indices.values().map(|&index| &self.graph[index])
    }

    /// All edges, by what rests, then by cause.
    pub fn links(&self) -> Vec<Link> {
        let mut links: Vec<Link> = self
            .graph
            .edge_references()
            .map(|edge| self.as_link(edge.source(), edge.target(), *edge.weight()))
            .collect();
        links.sort_by_key(|link| (link.to, link.from, link.kind));
        links
    }

    /// Edges from the direct causes of a fact, in the order of facts.
    pub fn causes(&self, fact: Fact) -> Vec<Link> {
        self.neighbours(fact, Direction::Incoming)
    }

    /// Edges to what rests directly on a fact, in the order of facts.
    pub fn effects(&self, fact: Fact) -> Vec<Link> {
        self.neighbours(fact, Direction::Outgoing)
    }

    /// Everything that a fact rests on, itself left out, in the order of facts.
    pub fn above(&self, fact: Fact) -> BTreeSet<Fact> {
        self.reach(fact, Direction::Incoming)
    }

    /// Everything that rests on a fact, itself left out, in the order of facts.
    pub fn below(&self, fact: Fact) -> BTreeSet<Fact> {
        self.reach(fact, Direction::Outgoing)
    }

    /// Every edge between two of these facts, by what rests, then by cause.
    pub fn links_among(&self, facts: &BTreeSet<Fact>) -> Vec<Link> {
        let mut is_among = vec![false; self.graph.node_count()];
        let indices: Vec<NodeIndex> =
            facts.iter().filter_map(|fact| self.indices.get(fact)).copied().collect();
        for index in &indices {
            is_among[index.index()] = true;
        }
        let mut links = Vec::new();
        for index in indices {
            let first = links.len();
            let edges = self.graph.edges_directed(index, Direction::Incoming);
            let kept = edges.filter(|edge| is_among[edge.source().index()]);
            links.extend(
                kept.map(|edge| self.as_link(edge.source(), edge.target(), *edge.weight())),
            );
            links[first..].sort_unstable();
        }
        links
    }

    /// How many nodes it has.
    pub fn len(&self) -> usize {
        self.graph.node_count()
    }

    /// Whether it has no node.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn reach(&self, start: Fact, direction: Direction) -> BTreeSet<Fact> {
        let Some(&start) = self.indices.get(&start) else {
            return BTreeSet::new();
        };
        let mut is_seen = vec![false; self.graph.node_count()];
        is_seen[start.index()] = true;
        let mut found = Vec::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for edge in self.graph.edges_directed(at, direction) {
                let next =
                    if direction == Direction::Incoming { edge.source() } else { edge.target() };
                if edge.weight().is_cause() && !std::mem::replace(&mut is_seen[next.index()], true)
                {
                    found.push(self.graph[next].fact);
                    open.push(next);
                }
            }
        }
        found.into_iter().collect()
    }

    fn neighbours(&self, fact: Fact, direction: Direction) -> Vec<Link> {
        let Some(&index) = self.indices.get(&fact) else {
            return Vec::new();
        };
        let mut links: Vec<Link> = self
            .graph
            .edges_directed(index, direction)
            .map(|edge| self.as_link(edge.source(), edge.target(), *edge.weight()))
            .collect();
        links.sort();
        links
    }

    fn as_link(&self, from: NodeIndex, to: NodeIndex, kind: Edge) -> Link {
        Link { from: self.graph[from].fact, to: self.graph[to].fact, kind }
    }
}
