//! `robust S`: whether the choice survives what is not sure, and what could change it.
//! Draws are seeded: the same seed gives the same bytes on every machine.

use clap::{Args, ValueEnum};

use crate::answer::smaa::run::{Draws, Run};
use crate::cli::decided::Decided;
use crate::cli::drawing::{drawn, failure, say_seed};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Page, Shape};
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::robust::robustness::{Asked, Vary, robustness};
use crate::explore::robust::weight_space::Weights;
use crate::report::view::robust::{RobustView, view};
use crate::report::view::scene::Scene;
use crate::report::{json, markdown, terminal};

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
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let draws = match typed.draws {
        HowMany::Exactly(draws) => Draws::Exactly(draws),
        HowMany::Auto => Draws::Auto { error: typed.error, most: MOST },
    };
    let found = drawn("drawing", |interrupt, progress| {
        let run = Run { draws, seed: typed.seed, interrupt, progress };
        let asked = Asked { weights: typed.weight_set, vary: vary(typed.vary), run };
        robustness(decided.model, decided.decision, &asked)
    });
    let found = found.map_err(|error| failure(error, decided, shape))?;
    let reasons = decided.reasons(&decided.asked());
    let view = view(&Scene::new(&reasons, &opened.texts), &found);
    terminal.print(&formatted(typed, &view, &opened));
    if shape == Shape::Words {
        say_seed(typed.seed, view.draws, view.is_interrupted, terminal);
        decided.warn(terminal);
    }
    Ok(Exit::Done)
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
