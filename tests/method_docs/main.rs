//! The pages on methods and on weights: every worked example is run, and comes out as its tables say.
//! An example is a scenario in a ```toml block; figures follow it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

mod methods;
#[path = "../support/mod.rs"]
mod support;
mod weights;

use rationale::decide::completion::Completion;
use rationale::decide::evaluation::Evaluation;
use rationale::decide::run::evaluate;
use rationale::model::scenario::Model;

use crate::support::read::model;

fn run(content: &str) -> (Model, Evaluation) {
    let model = model(content);
    let run = evaluate(&model, &Completion::default());
    let run = run.unwrap_or_else(|error| panic!("{error:?}\n{content}"));
    (model, run)
}

/// The blocks of TOML in a text, in order.
fn blocks(text: &str) -> Vec<&str> {
    let after = text.split("```toml\n").skip(1);
    after.map(|block| block.split_once("```").expect("the end of a block").0).collect()
}

/// Head and rows of the table whose head begins so.
fn table<'a>(text: &'a str, head: &str) -> Option<(Vec<&'a str>, Vec<Vec<&'a str>>)> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(head));
    let cells = |line: &'a str| -> Option<Vec<&'a str>> {
        Some(line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect())
    };
    let head = cells(lines.next()?)?;
    Some((head, lines.skip(1).map_while(cells).collect()))
}

/// Whether a figure is the one printed, to the last digit printed.
fn is_printed(found: f64, printed: &str) -> bool {
    printed.parse::<f64>().is_ok_and(|printed| (found - printed).abs() <= 6e-7)
}

/// What stands between ` and ` in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}
