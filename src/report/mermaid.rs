//! A graph as a Mermaid flowchart, for Markdown pages that draw it.
//! Nodes are numbered; their names and labels are quoted text, in which nothing is markup.

use std::collections::BTreeMap;

use crate::report::view::graph::{GraphView, NodeView};

/// The whole graph.
pub fn draw(graph: &GraphView) -> String {
    let numbers: BTreeMap<&str, usize> =
        graph.nodes.iter().enumerate().map(|(index, node)| (node.id.as_str(), index)).collect();
    let mut text = String::from("flowchart BT\n");
    for (index, node) in graph.nodes.iter().enumerate() {
        let (open, close) = brackets(node.kind);
        text.push_str(&format!("  n{index}{open}{}{close}\n", label(node)));
    }
    for edge in &graph.edges {
        let ends = numbers.get(edge.from.as_str()).zip(numbers.get(edge.to.as_str()));
        let Some((from, to)) = ends else { continue };
        let arrow = if edge.kind == "contradicts" { "-.->" } else { "-->" };
        text.push_str(&format!("  n{from} {arrow}|{}| n{to}\n", edge.kind));
    }
    text
}

fn label(node: &NodeView) -> String {
    let place =
        node.place.as_ref().map(|place| format!("<br/>{}:{}", escaped(&place.file), place.line));
    format!("\"{}{}\"", escaped(&node.text()), place.unwrap_or_default())
}

fn brackets(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "decision" | "verdict" => ("([", "])"),
        "gate-result" => ("{{", "}}"),
        "source" | "evidence" => ("[/", "/]"),
        "assumption" => ("[[", "]]"),
        _ => ("[", "]"),
    }
}

/// Entities for all that Mermaid or HTML would read.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("#quot;"),
            '#' => escaped.push_str("#35;"),
            '&' => escaped.push_str("#amp;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '`' => escaped.push_str("#96;"),
            '\\' => escaped.push_str("#92;"),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_title_is_markup() {
        assert_eq!(escaped("\"#quot;<b>\"\n"), "#quot;#35;quot;#lt;b#gt;#quot; ");
    }
}
