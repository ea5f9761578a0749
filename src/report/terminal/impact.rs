//! What rests on a fact on a terminal: the choice without it, what is downstream, who is behind it.

use crate::report::style::{FAINT, STRONG, styled};
use crate::report::terminal::moves::moves;
use crate::report::terminal::page::headline;
use crate::report::terminal::page::section;
use crate::report::view::impact::{ImpactView, OriginView};
use crate::report::view::named::Named;
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};

/// Facts listed before the rest is counted.
const SHOWN: usize = 16;

/// The whole page.
pub fn draw(view: &ImpactView) -> String {
    let mut page = headline(&view.headline);
    if let Some(without) = &view.without {
        page.push_str(&format!("\n{}\n", styled("Without it", STRONG)));
        page.push_str(&moves(without));
    }
    if let Some(flag) = &view.flag {
        for line in paragraph("  ", &format!("As a flag: {}", printable(flag)), PAGE).lines() {
            page.push_str(&format!("{}\n", styled(line, FAINT)));
        }
    }
    page.push_str(&section("What rests on it", &resting(view)));
    let origins: Vec<String> = view.origins.iter().map(origin).collect();
    page.push_str(&section("Who is behind it", &origins));
    let pairs = view.contradictions.iter();
    let pairs: Vec<String> = pairs
        .map(|[one, other]| format!("{} contradicts {}; both are kept", one.label, other.label))
        .collect();
    page.push_str(&section("Contradictions", &pairs));
    if view.has_claims {
        page.push_str(&section("Claims that carry the choice", &carrying(view)));
    }
    page
}

fn resting(view: &ImpactView) -> Vec<String> {
    let nodes: Vec<_> = view.part.nodes.iter().filter(|node| node.id != view.subject.id).collect();
    // What people ask about first stands last in the graph.
    let mut lines: Vec<String> = nodes
        .iter()
        .rev()
        .take(SHOWN)
        .map(|node| match &node.place {
            Some(place) => format!("{} [{}:{}]", node.text(), place.file, place.line),
            None => node.text(),
        })
        .collect();
    if nodes.len() > SHOWN {
        let fact = view.subject.id.as_str();
        lines.push(format!(
            "and {}; `graph --from {fact}` draws them all",
            count(nodes.len() - SHOWN, "more fact")
        ));
    }
    lines
}

fn origin(view: &OriginView) -> String {
    let labels =
        |all: &[Named]| -> Vec<String> { all.iter().map(|one| one.label.clone()).collect() };
    let behind = match view.origins.as_slice() {
        [] => "no origin is left".to_owned(),
        [one] => format!("a single origin, {}", one.label),
        several => format!("{}: {}", count(several.len(), "origin"), list(&labels(several))),
    };
    let echoes = match view.echoes.as_slice() {
        [] => String::new(),
        echoes => format!("; {} only echoes it", list(&labels(echoes))),
    };
    format!("{}: {behind}, in {}{echoes}", view.claim.label, count(view.outlets, "outlet"))
}

fn carrying(view: &ImpactView) -> Vec<String> {
    let labels =
        |all: &Vec<Named>| -> Vec<String> { all.iter().map(|one| one.label.clone()).collect() };
    let mut lines: Vec<String> = view
        .load_bearing
        .iter()
        .take(6)
        .map(|set| match set.len() {
            1 => format!("{} alone: without it the choice changes", set[0].label),
            _ => format!("{} together", list(&labels(set))),
        })
        .collect();
    if view.load_bearing.len() > 6 {
        lines.push(format!("and {}", count(view.load_bearing.len() - 6, "more set")));
    }
    if lines.is_empty() {
        lines.push("no claim, no two and no three change the choice when withdrawn".to_owned());
    }
    lines.push(match view.sufficient.as_slice() {
        [] => "the choice stands even with every claim withdrawn".to_owned(),
        some => format!(
            "enough for the choice, all others withdrawn: {}",
            list(&labels(&some.to_vec()))
        ),
    });
    lines
}
