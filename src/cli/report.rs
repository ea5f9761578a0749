//! `report S -o FILE`: what others sign off, in the format of the file's ending.
//! Markdown, CSV or JSON; `--format` overrides the ending, `-` is standard output.

use std::path::Path;

use clap::{Args, ValueEnum};

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::opening::{Opened, open};
use crate::cli::rank::outcome;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::files;
use crate::reasons::Reasons;
use crate::reasons::explain::{explain_choice, explain_vendor};
use crate::report::view::explanation::view;
use crate::report::view::ranking::ranking;
use crate::report::view::scene::Scene;
use crate::report::view::selection::Selection;
use crate::report::{csv, json, markdown};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// Where to: a file ending in .md, .csv or .json; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: String,
    /// The format, whatever the file's ending
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    what_if: WhatIf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page with every reason
    Markdown,
    /// One row a vendor
    Csv,
    /// One object, full precision
    Json,
}

/// Writes the report and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let Some(format) = typed.format.or_else(|| by_ending(&typed.output)) else {
        let output = &typed.output;
        return Err(Failure::usage(format!(
            "no format for `{output}`: end it in .md, .csv or .json, or give --format"
        )));
    };
    let shape = if format == Format::Json { Shape::Json } else { Shape::Words };
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let bytes = formatted(format, &decided.reasons(&decided.asked()), &opened);
    if typed.output == "-" {
        terminal.print(&bytes);
    } else {
        files::write(Path::new(&typed.output), bytes.as_bytes())?;
        terminal.say(&format!("{} written", typed.output));
    }
    decided.warn(terminal);
    Ok(outcome(decided.decision))
}

fn by_ending(path: &str) -> Option<Format> {
    if path == "-" {
        return Some(Format::Markdown);
    }
    let ending = Path::new(path).extension()?.to_str()?.to_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "csv" => Some(Format::Csv),
        "json" => Some(Format::Json),
        _ => None,
    }
}

fn formatted(format: Format, reasons: &Reasons<'_>, opened: &Opened) -> String {
    let ranking = ranking(reasons, &opened.texts, &Selection::ALL);
    match format {
        Format::Csv => csv::ranking(&ranking),
        Format::Json => {
            let body = json::rank::Rank::from(&ranking);
            json::text(&json::envelope::envelope("rank/1", &opened.run(), body))
        }
        Format::Markdown => {
            let scene = Scene::new(reasons, &opened.texts);
            let choice = view(&scene, &explain_choice(reasons));
            let places = reasons.decision.places.iter();
            let vendors = places.filter_map(|place| explain_vendor(reasons, place.vendor));
            let vendors: Vec<_> = vendors.map(|each| view(&scene, &each)).collect();
            let page = markdown::Report { ranking: &ranking, choice: &choice, vendors: &vendors };
            markdown::report(&page, &opened.run())
        }
    }
}
