//! Where boxes stand and how lines run: layered from left to right, causes before what rests on them.
//! The crate does the layering; claims that contradict each other are left to `sheet`.

use std::collections::{BTreeMap, BTreeSet};

use dagre::graph::{Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir, layout as arrange};

use crate::report::svg::advance::{advance, balanced};
use crate::report::svg::fold::Folded;
use crate::report::view::graph::NodeView;

/// Size of the letters in pixels.
pub const LETTER: f64 = 12.0;
/// Size of the letters of places.
pub const SMALL: f64 = 9.5;
/// Distance of lines of text.
pub const LEADING: f64 = 15.0;
/// Room between text and border on each side.
pub const MARGIN: f64 = 12.0;
/// Widest text in units of its size.
const WIDEST: f64 = 17.0;
/// Lines of a label at most.
const LINES: usize = 3;

/// A box with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Lines of its label.
    pub lines: Vec<String>,
    /// File and line, where it was written.
    pub place: Option<String>,
}

/// Boxes and lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// One for each node.
    pub boxes: Vec<Placed>,
    /// For each edge its points from cause to effect; empty where it was not laid out.
    pub lines: Vec<Vec<[f64; 2]>>,
    /// Width of everything.
    pub width: f64,
    /// Height of everything.
    pub height: f64,
}

/// Lays a graph out.
pub fn layout(folded: &Folded) -> Layout {
    let nodes = &folded.graph.nodes;
    let index: BTreeMap<&str, usize> =
        nodes.iter().enumerate().map(|(idx, node)| (node.id.as_str(), idx)).collect();
    let mut boxes: Vec<Placed> = nodes.iter().map(measured).collect();
    let mut graph: Graph<NodeLabel, EdgeLabel> =
        Graph::with_options(GraphOptions { directed: true, multigraph: false, compound: true });
    for (idx, placed) in boxes.iter().enumerate() {
        let label =
            NodeLabel { width: placed.width, height: placed.height, ..NodeLabel::default() };
        graph.set_node(idx.to_string(), Some(label));
    }
    let mut drawn: BTreeSet<(usize, usize)> = BTreeSet::new();
    let ends: Vec<Option<(usize, usize)>> = folded
        .graph
        .edges
        .iter()
        .map(|edge| {
            let ends = (*index.get(edge.from.as_str())?, *index.get(edge.to.as_str())?);
            (edge.kind != "contradicts" && ends.0 != ends.1 && drawn.insert(ends)).then_some(ends)
        })
        .collect();
    for (from, to) in ends.iter().flatten() {
        graph.set_edge(from.to_string(), to.to_string(), Some(EdgeLabel::default()), None);
    }
    if !nodes.is_empty() {
        let options = LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 16.0,
            edgesep: 8.0,
            ranksep: 76.0,
            marginx: 24.0,
            marginy: 24.0,
            ..LayoutOptions::default()
        };
        arrange(&mut graph, Some(options));
    }
    for (idx, placed) in boxes.iter_mut().enumerate() {
        if let Some(label) = graph.node(&idx.to_string()) {
            placed.x = label.x.unwrap_or_default();
            placed.y = label.y.unwrap_or_default();
        }
    }
    let lines = ends.iter().map(|ends| {
        let Some((from, to)) = ends else { return Vec::new() };
        let label = graph.edge(&from.to_string(), &to.to_string(), None);
        let Some(label) = label else { return Vec::new() };
        // From the middle of one side to the middle of the other, whatever the crate proposes: its
        // ends lie where a straight line would leave the box, which may be under a neighbour.
        let bends = label.points.iter().skip(1).rev().skip(1).rev();
        let (out, into) = (&boxes[*from], &boxes[*to]);
        let start = [out.x + out.width / 2.0, out.y];
        let end = [into.x - into.width / 2.0, into.y];
        let between = bends.map(|point| [point.x, point.y]);
        let between = between.filter(|[x, _]| *x > start[0] && *x < end[0]);
        std::iter::once(start).chain(between).chain([end]).collect()
    });
    let right = boxes.iter().map(|placed| placed.x + placed.width / 2.0).fold(0.0, f64::max);
    let bottom = boxes.iter().map(|placed| placed.y + placed.height / 2.0).fold(0.0, f64::max);
    Layout { lines: lines.collect(), width: right + 24.0, height: bottom + 24.0, boxes }
}

fn measured(node: &NodeView) -> Placed {
    let lines = balanced(&node.text(), WIDEST, LINES);
    let place = node.place.as_ref().map(|place| {
        // The end of a path says more than its start.
        let place = format!("{}:{}", place.file, place.line);
        let most = WIDEST * LETTER / SMALL;
        let mut kept: String = place.clone();
        while advance(&kept) + advance("…") > most && !kept.is_empty() {
            kept.remove(0);
        }
        if kept.len() < place.len() { format!("…{kept}") } else { place }
    });
    let widest = lines.iter().map(|line| advance(line) * LETTER).fold(0.0, f64::max);
    let widest = place.iter().map(|place| advance(place) * SMALL).fold(widest, f64::max);
    let rows = lines.len() as f64 * LEADING + place.iter().len() as f64 * (LEADING - 2.0);
    Placed {
        x: 0.0,
        y: 0.0,
        width: (widest + 2.0 * MARGIN).max(64.0).ceil(),
        height: rows + 14.0,
        lines,
        place,
    }
}
