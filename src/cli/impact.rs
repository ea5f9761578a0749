//! `impact S FACT`: everything that rests on a claim, a source, an assumption, a rating or a weight,
//! and the choice without it.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Screen;
use crate::cli::names::named;
use crate::cli::opening::{Opened, open, open_beside, read};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::document::overlay::Flag;
use crate::explore::impact::withdrawal;
use crate::explore::load_bearing::load_bearing;
use crate::explore::what_if::what_if;
use crate::reasons::impact::impact;
use crate::report::view::impact::{Found, ImpactView, view};
use crate::report::view::pair::Pair;
use crate::report::view::scene::Scene;
use crate::report::view::what_if::{WhatIfView, view as compared};
use crate::report::{json, terminal};
use crate::text::diagnostic::Severity;

/// Of the mixtures of changes; with one change there is nothing to draw.
const SEED: u64 = 1;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// A claim, a source, an assumption, a rating as VENDOR.CRITERION, a criterion, or any fact
    #[arg(value_name = "FACT")]
    fact: String,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Screen::Table, value_name = "FORMAT")]
    format: Screen,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Follows, withdraws, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let view = answered(typed, decided)?;
    terminal.print(&match typed.format {
        Screen::Table => terminal::impact::draw(&view),
        Screen::Json => {
            let body = json::impact::Impact::from(&view);
            json::text(&json::envelope::envelope("impact/1", &opened.run(), body))
        }
    });
    Ok(Exit::Done)
}

fn answered(typed: &Typed, decided: Decided<'_>) -> Result<ImpactView, String> {
    let reasons = decided.reasons(&decided.asked());
    let subject = named(&typed.fact, &reasons)?;
    let impact = impact(&reasons, subject);
    let bearing = load_bearing(reasons.model, reasons.decision)
        .map_err(|_| "the model cannot be run again".to_owned())?;
    let flag = withdrawal(reasons.model, subject);
    let (without, note) = match &flag {
        None => (None, None),
        Some(flag) => {
            let mut flags = typed.what_if.flags();
            // What the question itself sets is what is withdrawn.
            let path = |of: &Flag| of.words.split('=').next().map(str::to_owned);
            flags.retain(|typed| typed.kind != flag.kind || path(typed) != path(flag));
            flags.push(flag.clone());
            let texts = decided.texts().clone();
            let without = open_beside(&typed.scenario, &flags, texts, &mut read)
                .map_err(|error| error.to_string())?;
            let after = Decided::sound(&without);
            (after.map(|after| comparison(decided, after)), first_error(&without))
        }
    };
    let found =
        Found { impact: &impact, bearing: &bearing, flag: flag.as_ref(), note: note.as_deref() };
    Ok(view(&Scene::new(&reasons, decided.texts()), &found, without))
}

fn comparison(before: Decided<'_>, after: Decided<'_>) -> WhatIfView {
    let [why_old, why_new] = [before, after].map(|side| side.reasons(&side.asked()));
    let (old, new) = (before.side(), after.side());
    let (before, texts) = ((old, &why_old), after.texts());
    let pair = Pair { before, after: (new, &why_new), texts, seed: SEED };
    compared(&pair, &what_if(old, new, SEED))
}

fn first_error(opened: &Opened) -> Option<String> {
    let errors = opened.diagnostics.iter();
    let mut errors = errors.filter(|each| each.severity == Severity::Error);
    errors.next().map(|error| error.message.clone())
}
