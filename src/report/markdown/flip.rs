//! What it would take, as Markdown: the same order as on a terminal.

use crate::explore::flip::bundle::Goal;
use crate::report::digits::percent;
use crate::report::markdown::escaped;
use crate::report::view::flip::FlipView;
use crate::report::view::flip::step::{StepKind, StepView, all_in_words};

/// The whole page.
pub fn flip(view: &FlipView) -> String {
    let mut sentences = view.headline.iter().map(|sentence| escaped(sentence));
    let first = sentences.next().unwrap_or_default();
    let rest: Vec<String> = sentences.collect();
    let mut page = format!("**{first}**\n");
    if !rest.is_empty() {
        page.push_str(&format!("{}\n", rest.join(" ")));
    }
    if !view.repairs.is_empty() {
        page.push_str("\n### What bars it\n\n");
        for repair in &view.repairs {
            page.push_str(&format!("- {}\n", escaped(&repair.sentence)));
        }
    }
    page.push_str(&table("One rating alone", &view.ratings));
    for bundle in &view.bundles {
        let heading = match bundle.goal {
            Goal::Fewest => "Together, the fewest changes",
            Goal::Cheapest => "Together, the least effort",
        };
        page.push_str(&table(heading, &bundle.steps));
    }
    page.push_str(&table("One weight alone, the others keeping their proportions", &view.weights));
    if let Some(joint) = &view.joint {
        let heading =
            format!("All weights, the least movement: {} of the whole", percent(joint.moved));
        page.push_str(&table(&heading, &joint.steps));
    }
    if !view.assumptions.is_empty() {
        let which = if view.already { "Not chosen" } else { "Chosen" };
        page.push_str("\n### Assumptions\n\n");
        for set in &view.assumptions {
            page.push_str(&format!("- {which} if {}\n", escaped(&all_in_words(set))));
        }
    }
    for (heading, kind) in [
        ("How far its ratings may go", StepKind::Rating),
        ("How far the weights may go", StepKind::Weight),
    ] {
        let rows: Vec<_> = view.keeps.iter().filter(|keep| keep.kind == kind).collect();
        if rows.is_empty() {
            continue;
        }
        page.push_str(&format!(
            "\n### {heading}\n\n| What | Now | As far as | Beyond |\n| --- | --- | --- | --- |\n"
        ));
        for keep in rows {
            let cells = [&keep.criterion.label, &keep.from, &keep.to, &keep.beyond];
            page.push_str(&format!("| {} |\n", cells.map(|cell| escaped(cell)).join(" | ")));
        }
    }
    page
}

fn table(heading: &str, steps: &[StepView]) -> String {
    if steps.is_empty() {
        return String::new();
    }
    let mut lines = format!(
        "\n### {heading}\n\n| What | Now | Needed | As a flag |\n| --- | --- | --- | --- |\n"
    );
    for step in steps {
        let cells = [&step.subject.label, &step.from, &step.to].map(|cell| escaped(cell));
        lines.push_str(&format!(
            "| {} | `{}` |\n",
            cells.join(" | "),
            step.flag.replace('|', "\\|")
        ));
    }
    lines
}
