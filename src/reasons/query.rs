//! Questions to the graph: what a fact rests on, what rests on it, by which paths.
//! Pure walks; every answer in the order of facts, every bound said.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::reasons::edge::Edge;
use crate::reasons::fact::{Fact, Kind};
use crate::reasons::graph::{Graph, Link};

/// Some paths, and whether there are more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Each from the cause to what rests on it; in the order of facts.
    pub paths: Vec<Vec<Fact>>,
    /// Whether the walk stopped at its bound.
    pub cut: bool,
}

/// A part of the graph: some facts and every edge between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// In the order of facts.
    pub facts: Vec<Fact>,
    /// By what rests, then by cause.
    pub links: Vec<Link>,
}

/// Everything a fact rests on, itself left out.
pub fn ancestors(graph: &Graph, fact: Fact) -> BTreeSet<Fact> {
    graph.above(fact)
}

/// Everything that rests on a fact, itself left out.
pub fn descendants(graph: &Graph, fact: Fact) -> BTreeSet<Fact> {
    graph.below(fact)
}

/// A shortest path from a cause to what rests on it; the first in the order of facts.
pub fn path(graph: &Graph, from: Fact, to: Fact) -> Option<Vec<Fact>> {
    if !graph.contains(from) || !graph.contains(to) {
        return None;
    }
    let mut came_from: BTreeMap<Fact, Fact> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        if at == to {
            let mut path = vec![to];
            let mut step = to;
            while let Some(&before) = came_from.get(&step) {
                path.push(before);
                step = before;
            }
            path.reverse();
            return Some(path);
        }
        for link in graph.effects(at) {
            let is_new = link.to != from && !came_from.contains_key(&link.to);
            if link.kind.is_cause() && is_new {
                came_from.insert(link.to, at);
                queue.push_back(link.to);
            }
        }
    }
    None
}

/// Paths from a cause to what rests on it, at most `bound` of them.
///
/// Walks only over facts that lead to `to`, so that each step ends in a path.
pub fn paths(graph: &Graph, from: Fact, to: Fact, bound: usize) -> Paths {
    let mut found = Paths { paths: Vec::new(), cut: false };
    if !graph.contains(from) || !graph.contains(to) {
        return found;
    }
    let mut leading = ancestors(graph, to);
    leading.insert(to);
    if leading.contains(&from) {
        walk(graph, to, &leading, bound, &mut vec![from], &mut found);
    }
    found
}

/// Some facts with everything they rest on, every edge between these, and claims that contradict
/// any of them.
pub fn behind(graph: &Graph, facts: &[Fact]) -> Part {
    let mut kept: BTreeSet<Fact> = BTreeSet::new();
    for &fact in facts.iter().filter(|&&fact| graph.contains(fact)) {
        kept.insert(fact);
        kept.extend(ancestors(graph, fact));
    }
    let contradicting: Vec<Fact> = kept
        .iter()
        .filter(|fact| fact.kind() == Kind::Evidence)
        .flat_map(|&fact| graph.causes(fact).into_iter().chain(graph.effects(fact)))
        .filter(|link| link.kind == Edge::Contradicts)
        .flat_map(|link| [link.from, link.to])
        .collect();
    kept.extend(contradicting);
    part(graph, &kept)
}

/// The part of the graph made of these facts.
pub fn part(graph: &Graph, facts: &BTreeSet<Fact>) -> Part {
    let facts: BTreeSet<Fact> =
        facts.iter().copied().filter(|&fact| graph.contains(fact)).collect();
    let links = graph.links_among(&facts);
    Part { facts: facts.into_iter().collect(), links }
}

/// Everything as one part.
pub fn whole(graph: &Graph) -> Part {
    Part { facts: graph.nodes().map(|node| node.fact).collect(), links: graph.links() }
}

fn walk(
    graph: &Graph,
    to: Fact,
    leading: &BTreeSet<Fact>,
    bound: usize,
    path: &mut Vec<Fact>,
    found: &mut Paths,
) {
    let Some(&at) = path.last() else {
        return;
    };
    if at == to {
        if found.paths.len() == bound {
            found.cut = true;
        } else {
            found.paths.push(path.clone());
        }
        return;
    }
    let mut steps: Vec<Fact> = graph
        .effects(at)
        .into_iter()
        .filter(|link| link.kind.is_cause() && leading.contains(&link.to))
        .map(|link| link.to)
        .collect();
    steps.dedup();
    for step in steps {
        if found.cut {
            return;
        }
        if !path.contains(&step) {
            path.push(step);
            walk(graph, to, leading, bound, path, found);
            path.pop();
        }
    }
}
