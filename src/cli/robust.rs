//! `robust S`: whether the choice survives what is not sure, and what could change it.
//! Draws are seeded: the same seed gives the same bytes on every machine.

use clap::{Args, ValueEnum};

use crate::answer::smaa::run::{Draws, Run};
use crate::cli::exit::Exit;
use crate::cli::failure::{Shape, invalid, unreadable, warn};
use crate::cli::format::Page;
use crate::cli::interrupt::watched;
use crate::cli::opening::{Opened, open};
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::robust::failure::Failure;
use crate::explore::robust::robustness::{Asked, MOST_VENDORS, Vary, robustness};
use crate::explore::robust::weight_space::{NoWeights, Weights};
use crate::model::scenario::Model;
use crate::report::said::refused;
use crate::report::view::robust::{RobustView, view};
use crate::report::view::scene::Scene;
use crate::report::words::list;
use crate::report::{json, markdown, terminal};
use crate::text::diagnostic::Diagnostic;

/// The smallest error that may be asked of `--draws auto`.
const FINEST: f64 = 1e-4;
/// Draws at most under `--draws auto`: more than the finest error takes, 1.96² / 4 / 10⁻⁸.
const MOST: u64 = 96_100_000;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// Where weights are drawn from: any, order, within=10%, given (by `low` and `high`), exactly
    #[arg(long, value_name = "SET", default_value = "any", value_parser = weight_set)]
    weight_set: Weights,
    /// What is drawn
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = What::All)]
    vary: What,
    /// How many draws, or auto: until the error is met
    #[arg(long, value_name = "N|auto", default_value = "auto", allow_hyphen_values = true, value_parser = draws)]
    draws: HowMany,
    /// The error that `--draws auto` meets, at 95 %
    #[arg(long, value_name = "E", default_value_t = 0.01, value_parser = error)]
    error: f64,
    /// The seed of the draws
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Page::Table, value_name = "FORMAT")]
    format: Page,
    #[command(flatten)]
    what_if: WhatIf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Weights alone
    Weights,
    /// Uncertain and unknown ratings alone
    Ratings,
    /// Pending assumptions alone
    Assumptions,
    /// Everything together
    All,
}

/// How many draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HowMany {
    /// Until the error is met.
    Auto,
    /// So many.
    Exactly(u64),
}

fn weight_set(text: &str) -> Result<Weights, String> {
    let known = "any, order, within=10%, given, exactly";
    match text {
        "any" => return Ok(Weights::Any),
        "order" => return Ok(Weights::Order),
        "given" => return Ok(Weights::Given),
        "exactly" => return Ok(Weights::Exactly),
        _ => {}
    }
    let Some(width) = text.strip_prefix("within=") else {
        return Err(format!("there are: {known}"));
    };
    let (digits, unit) = match width.strip_suffix('%') {
        Some(digits) => (digits, 100.0),
        None => (width, 1.0),
    };
    match digits.trim().parse::<f64>() {
        Ok(number) if number.is_finite() && number > 0.0 => Ok(Weights::Within(number / unit)),
        _ => Err("give a part of each weight above 0, as in within=10%".to_owned()),
    }
}

fn draws(text: &str) -> Result<HowMany, String> {
    match (text, text.parse::<u64>()) {
        ("auto", _) => Ok(HowMany::Auto),
        (_, Ok(number)) if number > 0 => Ok(HowMany::Exactly(number)),
        _ => Err("give a whole number above 0, or auto".to_owned()),
    }
}

fn error(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (FINEST..=0.5).contains(&number) => Ok(number),
        _ => Err("give a number from 0.0001 to 0.5".to_owned()),
    }
}

/// Draws, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let shape = typed.format.shape();
    let mut opened = match open(&typed.scenario, &typed.what_if.flags()) {
        Ok(opened) => opened,
        Err(error) => return unreadable(&error, terminal),
    };
    let result = match opened.reasons(&opened.asked()) {
        None => return invalid(&opened, shape, terminal),
        Some(reasons) => {
            let progress = Progress::new("drawing");
            let told = |done: u64, planned: u64| progress.tell(done, planned);
            let interrupt = watched();
            let draws = match typed.draws {
                HowMany::Exactly(draws) => Draws::Exactly(draws),
                HowMany::Auto => Draws::Auto { error: typed.error, most: MOST },
            };
            let asked = Asked {
                weights: typed.weight_set,
                vary: vary(typed.vary),
                run: Run { draws, seed: typed.seed, interrupt: &interrupt, progress: &told },
            };
            let found = robustness(reasons.model, reasons.decision, &asked);
            progress.finish();
            found.map(|found| view(&Scene::new(&reasons, &opened.texts), &found))
        }
    };
    match result {
        Ok(view) => {
            terminal.print(&formatted(typed, &view, &opened));
            if shape == Shape::Words {
                terminal.say(&format!("seed {}", typed.seed));
                if view.is_interrupted {
                    terminal.say(&repeated(view.draws, typed.seed));
                }
                warn(&opened, terminal);
            }
            Exit::Done
        }
        Err(failure) => failed(failure, &mut opened, shape, terminal),
    }
}

/// How to have what an interrupted run shows once more.
pub fn repeated(draws: u64, seed: u64) -> String {
    format!("interrupted: --draws {draws} --seed {seed} gives the same figures")
}

fn vary(what: What) -> Vary {
    let all = what == What::All;
    Vary {
        weights: all || what == What::Weights,
        ratings: all || what == What::Ratings,
        assumptions: all || what == What::Assumptions,
    }
}

fn formatted(typed: &Typed, view: &RobustView, opened: &Opened) -> String {
    match typed.format {
        Page::Table => terminal::robust::draw(view),
        Page::Markdown => markdown::robust::robust(view),
        Page::Json => {
            let body = json::robust::Robust::from(view);
            let object = json::envelope::envelope("robust/1", &opened.run(), body);
            json::text(&object.seeded(Some(typed.seed)))
        }
    }
}

/// Why there is no answer: in the files, or in how it was asked.
pub fn failed(
    failure: Failure,
    opened: &mut Opened,
    shape: Shape,
    terminal: &mut Terminal,
) -> Exit {
    let Some(model) = &opened.model else { return invalid(opened, shape, terminal) };
    let diagnostic = match failure {
        Failure::Run(error) => refused(model, &error),
        Failure::Weights(NoWeights::Contradiction(which)) => contradiction(model, &which),
        Failure::Weights(NoWeights::OutsideSet(which)) => {
            let places = places(model, opened, &which);
            return usage(
                terminal,
                &format!(
                    "the weight set and the weight constraints{places} have nothing in common"
                ),
            );
        }
        Failure::Weights(NoWeights::NoRoom(which)) => {
            let places = places(model, opened, &which);
            return usage(
                terminal,
                &format!(
                    "the weight constraints{places} leave so little of the weight set that nothing can be drawn; they may hold with equality only"
                ),
            );
        }
        Failure::Weights(NoWeights::NoIntervals) => {
            return usage(
                terminal,
                "no weight is written with `low` and `high`, so no weight set is given",
            );
        }
        Failure::Interrupted => {
            terminal.complain("interrupted before anything was drawn");
            return Exit::Interrupted;
        }
        Failure::TooMany(vendors) => {
            let message =
                format!("{vendors} vendors are too many to draw ranks of: {MOST_VENDORS} at most");
            return usage(terminal, &message);
        }
    };
    opened.diagnostics.push(diagnostic);
    invalid(opened, shape, terminal)
}

fn usage(terminal: &mut Terminal, message: &str) -> Exit {
    terminal.complain(message);
    Exit::Usage
}

/// Where some constraints stand: ` at a.toml:3 and a.toml:8`.
fn places(model: &Model, opened: &Opened, which: &[usize]) -> String {
    let place = |idx: &usize| opened.texts.place(model.weight_constraints[*idx].span);
    match which.iter().map(place).collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        all => format!(" at {}", list(&all)),
    }
}

/// The constraints that cannot be kept together, each shown.
fn contradiction(model: &Model, which: &[usize]) -> Diagnostic {
    let mut spans = which.iter().map(|idx| model.weight_constraints[*idx].span);
    let first = spans.next().unwrap_or(model.vendors[0].span);
    let message = match which.len() {
        1 => "no weights keep this constraint",
        _ => "no weights keep these constraints together",
    };
    let diagnostic = Diagnostic::error("constraints-contradict", first, message)
        .help("weights are shares of the whole: 0 or more, together 1");
    spans.fold(diagnostic, |diagnostic, span| diagnostic.and(span, "and this one"))
}

#[cfg(test)]
mod tests {
    use super::{FINEST, MOST};
    use crate::answer::smaa::run::CONFIDENCE;

    #[test]
    fn the_finest_error_is_met_whatever_the_share() {
        let needed = CONFIDENCE * CONFIDENCE * 0.25 / (FINEST * FINEST);
        assert!(needed <= MOST as f64);
    }
}
