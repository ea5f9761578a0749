//! `why S [VENDOR] [--over OTHER]`: the explanation, down to file and line.
//! Without a vendor, of the choice itself.

use clap::{Args, ValueEnum};

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Page;
use crate::cli::names::vendor;
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::decide::decision::{Place, Verdict};
use crate::document::path::quote;
use crate::model::id::VendorId;
use crate::reasons::build::Asked;
use crate::reasons::explain::{explain_choice, explain_over, explain_vendor};
use crate::report::view::explanation::{ExplanationView, view};
use crate::report::view::scene::Scene;
use crate::report::view::sentence::Length;
use crate::report::{json, markdown, terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// A vendor; the choice itself where none is given
    #[arg(value_name = "VENDOR")]
    vendor: Option<String>,
    /// Compare it with another vendor; without VENDOR, the chosen one
    #[arg(long, value_name = "VENDOR")]
    over: Option<String>,
    /// How much to say
    #[arg(long, value_enum, default_value_t = Long::Paragraph, value_name = "LENGTH")]
    length: Long,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Page::Table, value_name = "FORMAT")]
    format: Page,
    #[command(flatten)]
    what_if: WhatIf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Long {
    /// The conclusion and what knocks out
    Line,
    /// What decides
    Paragraph,
    /// Everything, with the tree it follows from
    All,
}

/// Explains, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = typed.format.shape();
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let view = explained(typed, decided)?;
    terminal.print(&formatted(typed, &view, &opened));
    Ok(Exit::Done)
}

fn explained(typed: &Typed, decided: Decided<'_>) -> Result<ExplanationView, String> {
    let named = |name: &str| vendor(name, decided.model);
    let asked = typed.vendor.as_deref().map(named).transpose()?;
    let over = typed.over.as_deref().map(named).transpose()?;
    let asked = match (asked, over) {
        (None, Some(other)) => Some(chosen_besides(other, decided)?),
        (asked, _) => asked,
    };
    let vendors: Vec<VendorId> = asked.into_iter().chain(over).collect();
    if asked.is_some() && asked == over {
        return Err("`--over` names the same vendor".to_owned());
    }
    let pairs = asked.zip(over).into_iter().collect();
    let reasons = decided.reasons(&Asked { vendors, pairs, ..decided.asked() });
    let explanation = match (asked, over) {
        (None, _) => Some(explain_choice(&reasons)),
        (Some(vendor), None) => explain_vendor(&reasons, vendor),
        (Some(vendor), Some(other)) => explain_over(&reasons, vendor, other),
    };
    let explanation = explanation.ok_or_else(|| "there is nothing to explain".to_owned())?;
    Ok(view(&Scene::new(&reasons, decided.texts()), &explanation))
}

/// Who is meant by `--over` alone: the best of those chosen.
fn chosen_besides(other: VendorId, decided: Decided<'_>) -> Result<VendorId, String> {
    let Decided { model, decision, .. } = decided;
    let is_chosen = |place: &&Place| place.verdict == Verdict::Chosen;
    let chosen: Vec<VendorId> =
        decision.places.iter().filter(is_chosen).map(|place| place.vendor).collect();
    let name = quote(&model.vendor(other).name);
    chosen.iter().copied().find(|chosen| *chosen != other).ok_or_else(|| match chosen.len() {
        0 => "nobody is chosen: name the vendor that is to be over the other".to_owned(),
        _ => format!("`{name}` is the chosen one: name the vendor that is to be over it"),
    })
}

fn formatted(typed: &Typed, view: &ExplanationView, opened: &Opened) -> String {
    let length = match typed.length {
        Long::Line => Length::Line,
        Long::Paragraph => Length::Paragraph,
        Long::All => Length::All,
    };
    match typed.format {
        Page::Table => terminal::why::draw(view, length),
        Page::Markdown => markdown::why(view, length),
        Page::Json => {
            let body = json::why::Why::from(view);
            json::text(&json::envelope::envelope("why/1", &opened.run(), body))
        }
    }
}
