//! `diff OLD NEW`: what changed between two scenarios, and what it did.
//! Either may be `REV:FILE`, read from git with everything it stands on.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Page, Shape};
use crate::cli::opening::Opened;
use crate::cli::revision::reader;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::diff::diff;
use crate::report::view::diff::{DiffView, view};
use crate::report::view::pair::Pair;
use crate::report::{json, markdown, terminal};
use crate::text::source::Texts;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The old scenario: a file, or `REV:FILE` in git
    #[arg(value_name = "OLD")]
    old: String,
    /// The new scenario: a file, or `REV:FILE` in git
    #[arg(value_name = "NEW")]
    new: String,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Page::Table, value_name = "FORMAT")]
    format: Page,
    /// Seed where there are too many changes to try every mixture
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Compares, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let old = reader(&typed.old).open(&[], Texts::default())?;
    let new = reader(&typed.new).open(&typed.what_if.flags(), old.texts.clone())?;
    let (before, after) = (Decided::of(&old, shape)?, Decided::of(&new, shape)?);
    let [why_before, why_after] = [before, after].map(|side| side.reasons(&side.asked()));
    let pair = Pair {
        before: (before.side(), &why_before),
        after: (after.side(), &why_after),
        texts: &new.texts,
        seed: typed.seed,
    };
    let view = view(&pair, &diff(before.side(), after.side(), typed.seed));
    terminal.print(&formatted(typed, &view, &new));
    if shape == Shape::Words {
        after.warn_beside(&[before], terminal);
    }
    Ok(Exit::Done)
}

fn formatted(typed: &Typed, view: &DiffView, new: &Opened) -> String {
    match typed.format {
        Page::Table => terminal::diff::draw(view),
        Page::Markdown => markdown::diff::diff(view),
        Page::Json => {
            let body = json::diff::Diff::new(view, &typed.old);
            let mut object = json::envelope::envelope("diff/1", &new.run(), body);
            object.inputs = json::what_if::once(object.inputs);
            json::text(&object.seeded(view.what_if.seed))
        }
    }
}
