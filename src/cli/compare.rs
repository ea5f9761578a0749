//! `what-if S [OTHER…]`: before and after; with several scenarios, a matrix.
//! Flags are laid over what is compared with S, never over S itself.

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::failure::{Shape, invalid, unreadable};
use crate::cli::format::Page;
use crate::cli::opening::{Opened, open, open_beside, read};
use crate::cli::pair::{side, warn_new};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::{Range, WhatIf};
use crate::document::overlay::Flag;
use crate::explore::what_if::what_if;
use crate::report::view::what_if::{Pair, WhatIfView, view};
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
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let (flags, ranges) = typed.what_if.flags_and_ranges();
    if !ranges.is_empty() {
        return swept(typed, &flags, &ranges, terminal);
    }
    let shape = typed.format.shape();
    let mut before = match open(&typed.scenario, &[]) {
        Ok(opened) => opened,
        Err(error) => return unreadable(&error, terminal),
    };
    // A what-if file by itself is compared with what it extends.
    if flags.is_empty()
        && typed.others.is_empty()
        && let Some(base) = before.base()
    {
        before = match open(&base, &[]) {
            Ok(opened) => opened,
            Err(error) => return unreadable(&error, terminal),
        };
    }
    if before.decided().is_none() {
        return invalid(&before, shape, terminal);
    }
    let scenario = std::slice::from_ref(&typed.scenario);
    let others = if typed.others.is_empty() { scenario } else { &typed.others };
    let mut opened: Vec<Opened> = vec![before];
    for other in others {
        let texts = opened.last().map(|last| last.texts.clone()).unwrap_or_default();
        let next = match open_beside(other, &flags, texts, &mut read) {
            Ok(opened) => opened,
            Err(error) => return unreadable(&error, terminal),
        };
        if next.decided().is_none() {
            return invalid(&next, shape, terminal);
        }
        opened.push(next);
    }
    match opened.as_slice() {
        [before, after] => one(typed, [before, after], shape, terminal),
        all => crate::cli::matrix::run(all, typed.format, terminal),
    }
}

/// Ranges over one scenario with the other flags laid over it.
fn swept(typed: &Typed, flags: &[Flag], ranges: &[Range], terminal: &mut Terminal) -> Exit {
    if !typed.others.is_empty() {
        terminal.complain("a range is swept over one scenario: leave the others out");
        return Exit::Usage;
    }
    let shape = typed.format.shape();
    match open(&typed.scenario, flags) {
        Ok(opened) if opened.decided().is_none() => invalid(&opened, shape, terminal),
        Ok(opened) => crate::cli::sweep::run(&opened, ranges, typed.format, terminal),
        Err(error) => unreadable(&error, terminal),
    }
}

fn one(typed: &Typed, [old, new]: [&Opened; 2], shape: Shape, terminal: &mut Terminal) -> Exit {
    let sides = (side(old), old.reasons(&old.asked()), side(new), new.reasons(&new.asked()));
    let (Some(before), Some(why_before), Some(after), Some(why_after)) = sides else {
        return invalid(new, shape, terminal);
    };
    let pair = Pair {
        before: (before, &why_before),
        after: (after, &why_after),
        texts: &new.texts,
        seed: typed.seed,
    };
    let view = view(&pair, &what_if(before, after, typed.seed));
    terminal.print(&formatted(typed.format, &view, new));
    if shape == Shape::Words {
        warn_new(&[old], new, terminal);
    }
    Exit::Done
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
