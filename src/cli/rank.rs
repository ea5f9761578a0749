//! `rank S`: verdict, score, rank and one reason for each vendor.
//! The main job; exit 4 when nobody passes, 5 when `--expect` does not hold.

use clap::{Args, ValueEnum};

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::expectation::chosen_are;
use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::names::{leaf, vendor};
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::decide::decision::{Decision, Status};
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::view::ranking::{Ranking, ranking};
use crate::report::view::selection::{Only, Selection};
use crate::report::{csv, json, markdown, terminal};
use crate::text::diagnostic::Severity;

/// Vendors in a table for people where `--top` says nothing.
const SCREENFUL: usize = 20;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    format: Format,
    /// List only vendors of the field
    #[arg(long, value_enum, value_name = "WHICH")]
    only: Option<OnlyWhich>,
    /// List at most so many vendors
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    top: Option<usize>,
    /// List by the ratings on a criterion instead of by rank
    #[arg(long, value_name = "CRITERION")]
    sort: Option<String>,
    /// Fail with status 5 unless exactly these are chosen
    #[arg(long, value_name = "VENDOR", value_delimiter = ',')]
    expect: Vec<String>,
    /// Fail with status 3 on warnings
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Formats of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal
    Table,
    /// One object, full precision
    Json,
    /// One row a vendor
    Csv,
    /// For a report or an issue
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OnlyWhich {
    /// Chosen and eligible ones
    Eligible,
}

/// Ranks, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = if typed.format == Format::Json { Shape::Json } else { Shape::Words };
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let selection = selection(typed, decided.model)?;
    let expected: Vec<VendorId> =
        typed.expect.iter().map(|name| vendor(name, decided.model)).collect::<Result<_, _>>()?;
    let ranking = ranking(&decided.reasons(&decided.asked()), &opened.texts, &selection);
    terminal.print(&formatted(typed.format, &ranking, &opened));
    if shape == Shape::Words {
        decided.warn(terminal);
    }
    exit(typed, decided, &expected)
}

/// A ranking in a format.
pub fn formatted(format: Format, ranking: &Ranking, opened: &Opened) -> String {
    match format {
        Format::Table => terminal::ranking::draw(ranking),
        Format::Csv => csv::ranking(ranking),
        Format::Markdown => markdown::ranking(ranking),
        Format::Json => {
            let body = json::rank::Rank::from(ranking);
            json::text(&json::envelope::envelope("rank/1", &opened.run(), body))
        }
    }
}

fn exit(typed: &Typed, decided: Decided<'_>, expected: &[VendorId]) -> Result<Exit, Failure> {
    let mut said = decided.opened.diagnostics.iter();
    if typed.deny_warnings && said.any(|each| each.severity == Severity::Warning) {
        let message = "there are warnings, and `--deny-warnings` was given";
        return Err(Failure::Sentence(Exit::Files, message.to_owned()));
    }
    if !expected.is_empty() {
        chosen_are(decided, expected)
            .map_err(|failed| Failure::Sentence(Exit::Unexpected, failed))?;
    }
    Ok(outcome(decided.decision))
}

/// Done, or nobody passes.
pub fn outcome(decision: &Decision) -> Exit {
    if decision.status == Status::Nobody { Exit::Nobody } else { Exit::Done }
}

fn selection(typed: &Typed, model: &Model) -> Result<Selection, String> {
    let only = match typed.only {
        Some(OnlyWhich::Eligible) => Only::Field,
        None => Only::Everybody,
    };
    let people = matches!(typed.format, Format::Table | Format::Markdown);
    let top = typed.top.or(people.then_some(SCREENFUL));
    let sort = typed.sort.as_deref().map(|name| leaf(name, model)).transpose()?;
    Ok(Selection { only, top, sort })
}

fn at_least_one(typed: &str) -> Result<usize, String> {
    match typed.parse() {
        Ok(0) | Err(_) => Err("expected a whole number, at least 1".to_owned()),
        Ok(number) => Ok(number),
    }
}
