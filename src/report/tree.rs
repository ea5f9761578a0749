//! A graph as indented text: each fact above what it rests on, given ones with file and line.
//! A fact that several rest on is drawn once and referred to after that.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::style::{FAINT, STRONG, styled};
use crate::report::view::graph::{EdgeView, GraphView, NodeView};
use crate::report::width::{PAGE, printable, width, wrap};

/// The whole graph, from what nothing rests on downwards; the kind of edge stands before a cause.
pub fn draw(graph: &GraphView) -> String {
    let drawing = Drawing::new(graph);
    let mut lines = String::new();
    let mut drawn = BTreeSet::new();
    for node in drawing.roots() {
        drawing.node(node, &[], "", &mut drawn, &mut lines);
    }
    lines
}

struct Drawing<'a> {
    nodes: BTreeMap<&'a str, &'a NodeView>,
    causes: BTreeMap<&'a str, Vec<&'a EdgeView>>,
    order: Vec<&'a NodeView>,
    resting: BTreeSet<&'a str>,
}

impl<'a> Drawing<'a> {
    fn new(graph: &'a GraphView) -> Self {
        let mut causes: BTreeMap<&str, Vec<&EdgeView>> = BTreeMap::new();
        // What contradicts a claim is no cause of it; it stands by the claim all the same.
        for edge in &graph.edges {
            causes.entry(edge.to.as_str()).or_default().push(edge);
        }
        Self {
            nodes: graph.nodes.iter().map(|node| (node.id.as_str(), node)).collect(),
            causes,
            order: graph.nodes.iter().collect(),
            resting: graph.edges.iter().map(|edge| edge.from.as_str()).collect(),
        }
    }

    /// What nothing rests on, the most derived first; in a ring, its first.
    fn roots(&self) -> Vec<&'a NodeView> {
        let mut roots: Vec<&NodeView> = self.order.clone();
        roots.retain(|node| !self.resting.contains(node.id.as_str()));
        roots.reverse();
        if roots.is_empty() { self.order.first().copied().into_iter().collect() } else { roots }
    }

    fn node(
        &self,
        node: &'a NodeView,
        bars: &[bool],
        kind: &str,
        drawn: &mut BTreeSet<&'a str>,
        lines: &mut String,
    ) {
        let causes = self.causes.get(node.id.as_str()).map_or(&[][..], Vec::as_slice);
        let is_new = drawn.insert(node.id.as_str());
        self.line(node, bars, kind, is_new || causes.is_empty(), lines);
        if !is_new {
            return;
        }
        for (index, edge) in causes.iter().enumerate() {
            let Some(cause) = self.nodes.get(edge.from.as_str()) else { continue };
            let mut below = bars.to_vec();
            below.push(index + 1 < causes.len());
            self.node(cause, &below, edge.kind, drawn, lines);
        }
    }

    fn line(&self, node: &NodeView, bars: &[bool], kind: &str, whole: bool, lines: &mut String) {
        let lead = lead(bars);
        let hanging = hanging(bars);
        let mut text = printable(&node.text());
        if !whole {
            text.push_str(" (see above)");
        }
        if let Some(place) = &node.place {
            text.push_str(&format!(" {}:{}", place.file, place.line));
        }
        let kind = if kind.is_empty() { String::new() } else { format!("{kind} ") };
        let room = PAGE.saturating_sub(width(&lead)).max(20);
        for (index, line) in wrap(&format!("{kind}{text}"), room).iter().enumerate() {
            let start = if index == 0 { &lead } else { &hanging };
            let line = match (index, bars.is_empty()) {
                (0, true) => styled(line, STRONG),
                (0, false) => match line.strip_prefix(kind.as_str()) {
                    Some(rest) => format!("{}{rest}", styled(&kind, FAINT)),
                    None => line.clone(),
                },
                _ => line.clone(),
            };
            lines.push_str(format!("{}{line}", styled(start, FAINT)).trim_end());
            lines.push('\n');
        }
    }
}

fn lead(bars: &[bool]) -> String {
    let Some((last, above)) = bars.split_last() else { return String::new() };
    let above: String = above.iter().map(|more| if *more { "│  " } else { "   " }).collect();
    format!("{above}{}", if *last { "├─ " } else { "└─ " })
}

fn hanging(bars: &[bool]) -> String {
    let above: String = bars.iter().map(|more| if *more { "│  " } else { "   " }).collect();
    format!("{above}  ")
}
