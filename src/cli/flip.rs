//! `flip S VENDOR`: what it would take for a vendor to be chosen, or why nothing does.
//! For a chosen one how much it can bear.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::{Page, Shape};
use crate::cli::names::vendor;
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::document::path::quote;
use crate::explore::flip::flip;
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::reasons::build::Asked;
use crate::report::view::flip::{FlipView, view};
use crate::report::view::scene::Scene;
use crate::report::{json, markdown, terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// Who should be chosen
    #[arg(value_name = "VENDOR")]
    vendor: String,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Page::Table, value_name = "FORMAT")]
    format: Page,
    #[command(flatten)]
    what_if: WhatIf,
}

/// Searches, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let id = standing(decided.model, vendor(&typed.vendor, decided.model)?)?;
    let view = answered(decided, id)?;
    terminal.print(&formatted(typed.format, &view, &opened));
    if shape == Shape::Words {
        decided.warn(terminal);
    }
    Ok(Exit::Done)
}

/// An excluded vendor is out by decision: nothing it does gets it chosen.
fn standing(model: &Model, id: VendorId) -> Result<VendorId, String> {
    let vendor = model.vendor(id);
    match &vendor.excluded {
        None => Ok(id),
        Some(reason) => {
            let why =
                if reason.value.is_empty() { String::new() } else { format!(": {}", reason.value) };
            let name = quote(&vendor.name);
            Err(format!("`{name}` is excluded{why}; ask again with `--include {name}`"))
        }
    }
}

fn answered(decided: Decided<'_>, id: VendorId) -> Result<FlipView, String> {
    let reasons = decided.reasons(&Asked { vendors: vec![id], ..decided.asked() });
    // What decides also runs: a model that does not was refused before.
    let found = flip(&reasons, id).map_err(|_| "the model cannot be run again".to_owned())?;
    Ok(view(&Scene::new(&reasons, decided.texts()), &found))
}

fn formatted(format: Page, view: &FlipView, opened: &Opened) -> String {
    match format {
        Page::Table => terminal::flip::draw(view),
        Page::Markdown => markdown::flip::flip(view),
        Page::Json => {
            let body = json::flip::Flip::from(view);
            json::text(&json::envelope::envelope("flip/1", &opened.run(), body))
        }
    }
}
