//! What it would take on a terminal: the answer, then every way with the flags that try it.
//! Markdown says the same through `lines`.

use crate::explore::flip::bundle::Goal;
use crate::report::digits::{percent, signed};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{FAINT, STRONG, styled};
use crate::report::terminal::page::headline;
use crate::report::terminal::page::section;
use crate::report::view::flip::keep::KeepView;
use crate::report::view::flip::step::{StepKind, StepView, all_in_words};
use crate::report::view::flip::{BundleView, FlipView};
use crate::report::width::{PAGE, paragraph, printable};

/// The whole page.
pub fn draw(view: &FlipView) -> String {
    let mut page = headline(&view.headline);
    if view.already {
        page.push_str(&kept("How far its ratings may go", view, StepKind::Rating));
        page.push_str(&kept("How far the weights may go", view, StepKind::Weight));
        return page;
    }
    page.push_str(&section("What bars it", &barriers(view)));
    page.push_str(&singles("One rating alone", &view.ratings));
    for (heading, bundle) in bundles(view) {
        page.push_str(&together(heading, bundle));
    }
    page.push_str(&singles(
        "One weight alone, the others keeping their proportions",
        &view.weights,
    ));
    page.push_str(&joint(view));
    page.push_str(&section("Assumptions", &assumptions(view)));
    page
}

fn barriers(view: &FlipView) -> Vec<String> {
    let words = view.repairs.iter().map(|repair| match (repair.steps.as_slice(), repair.enough) {
        ([], _) => format!("{}.", repair.sentence),
        (steps, true) => format!("{}. That alone is enough: {}", repair.sentence, flags(steps)),
        (steps, false) => format!("{}. To pass it: {}", repair.sentence, flags(steps)),
    });
    words.collect()
}

/// Both bundles, or one where they are the same.
fn bundles(view: &FlipView) -> Vec<(&'static str, &BundleView)> {
    let of = |goal| view.bundles.iter().find(|bundle| bundle.goal == goal);
    // One change of one rating is said already.
    let is_said = |step: &StepView| {
        view.ratings.iter().any(|one| one.subject == step.subject && one.to == step.to)
    };
    let is_new = |bundle: &&BundleView| bundle.steps.len() > 1 || !bundle.steps.iter().all(is_said);
    match (of(Goal::Fewest).filter(is_new), of(Goal::Cheapest).filter(is_new)) {
        (Some(few), Some(cheap)) if few.steps == cheap.steps => {
            vec![("Together, the fewest and the cheapest", few)]
        }
        (few, cheap) => {
            let few = few.map(|bundle| ("Together, the fewest changes", bundle));
            let cheap = cheap.map(|bundle| ("Together, the least effort", bundle));
            few.into_iter().chain(cheap).collect()
        }
    }
}

fn singles(heading: &str, steps: &[StepView]) -> String {
    if steps.is_empty() {
        return String::new();
    }
    let mut lines = format!("\n{}\n", styled(heading, STRONG));
    lines.push_str(&table(steps).draw(PAGE));
    lines.push_str(&tried("Each as a flag, such as", &steps[..1]));
    lines
}

fn together(heading: &str, bundle: &BundleView) -> String {
    let mut lines = format!("\n{}\n", styled(heading, STRONG));
    lines.push_str(&table(&bundle.steps).draw(PAGE));
    lines.push_str(&tried("As flags:", &bundle.steps));
    lines
}

fn joint(view: &FlipView) -> String {
    let Some(joint) = &view.joint else { return String::new() };
    let mut lines = format!(
        "\n{}\n",
        styled(
            &format!("All weights, the least movement: {} of the whole", percent(joint.moved)),
            STRONG
        )
    );
    let moved: Vec<StepView> =
        joint.steps.iter().filter(|step| step.from_data != step.to_data).cloned().collect();
    lines.push_str(&table(&moved).draw(PAGE));
    lines.push_str(&tried("As flags:", &joint.steps));
    lines
}

fn table(steps: &[StepView]) -> Grid {
    let with_value = steps.iter().any(|step| step.value_change.is_some());
    let mut columns =
        vec![Column::words("what", 16), Column::number("now"), Column::number("needed")];
    if with_value {
        columns.push(Column::spare("value"));
    }
    let row = |step: &StepView| {
        let mut cells = vec![
            Cell::new(printable(&step.subject.label)),
            Cell::new(printable(&step.from)),
            Cell::new(printable(&step.to)).styled(STRONG),
        ];
        if with_value {
            let value = step.value_change.map(|change| signed(change, 3));
            cells.push(Cell::new(value.unwrap_or_default()).styled(FAINT));
        }
        cells
    };
    Grid { columns, rows: steps.iter().map(row).collect() }
}

fn tried(lead: &str, steps: &[StepView]) -> String {
    let text = paragraph("  ", &format!("{lead} {}", flags(steps)), PAGE);
    text.lines().map(|line| format!("{}\n", styled(line, FAINT))).collect()
}

fn flags(steps: &[StepView]) -> String {
    steps.iter().map(|step| printable(&step.flag)).collect::<Vec<String>>().join(" ")
}

fn assumptions(view: &FlipView) -> Vec<String> {
    view.assumptions
        .iter()
        .map(|set| format!("Chosen if {}: {}", all_in_words(set), flags(set)))
        .collect()
}

fn kept(heading: &str, view: &FlipView, kind: StepKind) -> String {
    let keeps: Vec<&KeepView> = view.keeps.iter().filter(|keep| keep.kind == kind).collect();
    if keeps.is_empty() {
        return String::new();
    }
    let columns = vec![
        Column::words("what", 16),
        Column::number("now"),
        Column::number("as far as"),
        Column::words("beyond", 20),
    ];
    let row = |keep: &&KeepView| {
        vec![
            Cell::new(printable(&keep.criterion.label)),
            Cell::new(printable(&keep.from)),
            Cell::new(printable(&keep.to)).styled(STRONG),
            Cell::new(printable(&keep.beyond)),
        ]
    };
    let grid = Grid { columns, rows: keeps.iter().map(row).collect() };
    format!("\n{}\n{}", styled(heading, STRONG), grid.draw(PAGE))
}
