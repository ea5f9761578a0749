//! A graph in Graphviz's language: given facts as boxes, derived ones rounded, edges from the cause.
//! Text from files stands in quotes, escaped, so that no title becomes markup or breaks the file.

use crate::report::view::graph::{GraphView, NodeView};
use crate::report::width::wrap;

/// Columns after which a label is broken.
const LABEL: usize = 28;

/// The whole graph.
pub fn draw(graph: &GraphView) -> String {
    let mut text = String::from(
        "digraph rationale {\n  rankdir = BT;\n  node [fontname = \"Helvetica\", fontsize = 11];\n  \
         edge [fontname = \"Helvetica\", fontsize = 9];\n",
    );
    for node in &graph.nodes {
        text.push_str(&format!(
            "  {} [label = {}, {}];\n",
            quoted(&node.id),
            label(node),
            shape(node.kind)
        ));
    }
    for edge in &graph.edges {
        let (from, to) = (quoted(&edge.from), quoted(&edge.to));
        let dashed = if edge.kind == "contradicts" { ", style = dashed" } else { "" };
        text.push_str(&format!("  {from} -> {to} [label = {}{dashed}];\n", quoted(edge.kind)));
    }
    text.push_str("}\n");
    text
}

fn label(node: &NodeView) -> String {
    let mut lines = wrap(&node.text(), LABEL);
    if let Some(place) = &node.place {
        lines.push(format!("{}:{}", place.file, place.line));
    }
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("\\n"))
}

/// A shape by kind; colour never carries the meaning alone.
fn shape(kind: &str) -> &'static str {
    match kind {
        "decision" => "shape = doubleoctagon, style = filled, fillcolor = \"#dbeafe\"",
        "verdict" => "shape = octagon, style = filled, fillcolor = \"#e0e7ff\"",
        "gate-result" => "shape = diamond",
        "source" | "evidence" => "shape = note, style = filled, fillcolor = \"#f5f5f4\"",
        "assumption" => "shape = box, style = \"filled,dashed\", fillcolor = \"#fef9c3\"",
        "rating" | "weight" | "gate" | "exclusion" | "stakeholder" | "method" | "change" => {
            "shape = box"
        }
        _ => "shape = box, style = rounded",
    }
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_backslashes_and_line_breaks_stay_text() {
        assert_eq!(quoted("a \"b\" \\N\n c"), "\"a \\\"b\\\" \\\\N  c\"");
    }
}
