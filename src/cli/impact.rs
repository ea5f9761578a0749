//! `impact S FACT`: everything that rests on a claim, a source, an assumption, a rating or a weight,
//! and the choice without it.

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::failure::decided;
use crate::cli::format::Screen;
use crate::cli::names::named;
use crate::cli::opening::{Opened, open_beside, read};
use crate::cli::pair::side;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::explore::impact::withdrawal;
use crate::explore::load_bearing::load_bearing;
use crate::explore::what_if::what_if;
use crate::reasons::impact::impact;
use crate::report::view::impact::{Found, ImpactView, view};
use crate::report::view::scene::Scene;
use crate::report::view::what_if::{Pair, WhatIfView, view as compared};
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
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let shape = typed.format.shape();
    let opened = match decided(&typed.scenario, &typed.what_if.flags(), shape, terminal) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    match answered(typed, &opened) {
        Ok(view) => {
            terminal.print(&match typed.format {
                Screen::Table => terminal::impact::draw(&view),
                Screen::Json => {
                    let body = json::impact::Impact::from(&view);
                    json::text(&json::envelope::envelope("impact/1", &opened.run(), body))
                }
            });
            Exit::Done
        }
        Err(message) => {
            terminal.complain(&message);
            Exit::Usage
        }
    }
}

fn answered(typed: &Typed, opened: &Opened) -> Result<ImpactView, String> {
    let Some(reasons) = opened.reasons(&opened.asked()) else { return Err(String::new()) };
    let subject = named(&typed.fact, &reasons)?;
    let impact = impact(&reasons, subject);
    let bearing = load_bearing(reasons.model, reasons.decision)
        .map_err(|_| "the model cannot be run again".to_owned())?;
    let flag = withdrawal(reasons.model, subject);
    let (without, note) = match &flag {
        None => (None, None),
        Some(flag) => {
            let mut flags = typed.what_if.flags();
            flags.push(flag.clone());
            let texts = opened.texts.clone();
            let without = open_beside(&typed.scenario, &flags, texts, &mut read)
                .map_err(|error| error.to_string())?;
            (comparison(opened, &without), first_error(&without))
        }
    };
    let found =
        Found { impact: &impact, bearing: &bearing, flag: flag.as_ref(), note: note.as_deref() };
    Ok(view(&Scene::new(&reasons, &opened.texts), &found, without))
}

fn comparison(before: &Opened, after: &Opened) -> Option<WhatIfView> {
    let (old, new) = (side(before)?, side(after)?);
    let [why_old, why_new] = [before.reasons(&before.asked())?, after.reasons(&after.asked())?];
    let pair =
        Pair { before: (old, &why_old), after: (new, &why_new), texts: &after.texts, seed: SEED };
    Some(compared(&pair, &what_if(old, new, SEED)))
}

fn first_error(opened: &Opened) -> Option<String> {
    let errors = opened.diagnostics.iter();
    let mut errors = errors.filter(|each| each.severity == Severity::Error);
    errors.next().map(|error| error.message.clone())
}
