//! `what-if S [OTHER…]`: before and after; with several scenarios, a matrix.
//! Flags are laid over what is compared with S, never over S itself.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Page, Shape};
use crate::cli::opening::{Opened, open, open_beside, read};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::{Range, WhatIf};
use crate::document::overlay::Flag;
use crate::explore::what_if::what_if;
use crate::report::view::pair::Pair;
use crate::report::view::what_if::{WhatIfView, view};
use crate::report::{json, markdown, terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario as it is; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// Scenarios to compare it with; the flags are laid over each of them
    #[arg(value_name = "OTHER")]
    others: Vec<String>,
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
    let (flags, ranges) = typed.what_if.flags_and_ranges();
    if !ranges.is_empty() {
        return swept(typed, &flags, &ranges, terminal);
    }
    let shape = typed.format.shape();
    let mut before = open(&typed.scenario, &[])?;
    // A what-if file by itself is compared with what it extends.
    if flags.is_empty()
        && typed.others.is_empty()
        && let Some(base) = before.base()
    {
        before = open(&base, &[])?;
    }
    Decided::of(&before, shape)?;
    let scenario = std::slice::from_ref(&typed.scenario);
    let others = if typed.others.is_empty() { scenario } else { &typed.others };
    let mut opened: Vec<Opened> = vec![before];
    for other in others {
        let texts = opened.last().map(|last| last.texts.clone()).unwrap_or_default();
        let next = open_beside(other, &flags, texts, &mut read)?;
        Decided::of(&next, shape)?;
        opened.push(next);
    }
    let all: Vec<Decided<'_>> = opened.iter().filter_map(Decided::sound).collect();
    match all.as_slice() {
        [before, after] => one(typed, [*before, *after], terminal),
        all => crate::cli::matrix::run(all, typed.format, terminal),
    }
    Ok(Exit::Done)
}

/// Ranges over one scenario with the other flags laid over it.
fn swept(
    typed: &Typed,
    flags: &[Flag],
    ranges: &[Range],
    terminal: &mut Terminal,
) -> Result<Exit, Failure> {
    if !typed.others.is_empty() {
        let message = "a range is swept over one scenario: leave the others out";
        return Err(Failure::usage(message));
    }
    let opened = open(&typed.scenario, flags)?;
    let decided = Decided::of(&opened, typed.format.shape())?;
    crate::cli::sweep::run(decided, ranges, typed.format, terminal)
}

fn one(typed: &Typed, [old, new]: [Decided<'_>; 2], terminal: &mut Terminal) {
    let [why_old, why_new] = [old, new].map(|side| side.reasons(&side.asked()));
    let (before, after) = ((old.side(), &why_old), (new.side(), &why_new));
    let pair = Pair { before, after, texts: new.texts(), seed: typed.seed };
    let view = view(&pair, &what_if(old.side(), new.side(), typed.seed));
    terminal.print(&formatted(typed.format, &view, new.opened));
    if typed.format.shape() == Shape::Words {
        new.warn_beside(&[old], terminal);
    }
}

fn formatted(format: Page, view: &WhatIfView, new: &Opened) -> String {
    match format {
        Page::Table => terminal::what_if::draw(view),
        Page::Markdown => markdown::what_if::what_if(view),
        Page::Json => {
            let body = json::what_if::WhatIf::from(view);
            let mut object = json::envelope::envelope("what-if/1", &new.run(), body);
            object.inputs = json::what_if::once(object.inputs);
            json::text(&object.seeded(view.seed))
        }
    }
}
