//! `graph S [VENDOR]`: the facts a decision rests on and why, as a tree or for another program.
//! `--from`, `--to` and `--path` cut it to what rests on a fact, what it rests on, or the way.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::names::{fact, vendor};
use crate::cli::opening::open;
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::reasons::Reasons;
use crate::reasons::build::Asked;
use crate::reasons::fact::Fact;
use crate::reasons::query::{Part, ancestors, behind, descendants, part, paths};
use crate::report::view::graph::{GraphView, graph};
use crate::report::view::scene::Scene;
use crate::report::{dot, json, mermaid, svg, tree};

/// Ways between two facts that are drawn at most.
const PATHS: usize = 200;

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// The scenario; `-` is standard input
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    /// A vendor whose verdict is asked about; the decision where none is given
    #[arg(value_name = "VENDOR")]
    vendor: Option<String>,
    /// Only what rests on this fact
    #[arg(long, value_name = "FACT")]
    from: Option<String>,
    /// Only what this fact rests on
    #[arg(long, value_name = "FACT", conflicts_with = "vendor")]
    to: Option<String>,
    /// Only the ways from one fact to another
    #[arg(long, num_args = 2, value_names = ["FACT", "FACT"], conflicts_with_all = ["vendor", "from", "to"])]
    path: Vec<String>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Tree, value_name = "FORMAT")]
    format: Format,
    #[command(flatten)]
    what_if: WhatIf,
}

/// More vendors than this make a drawing that nobody reads: it shows the decisive ones.
const DRAWN: usize = 10;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Indented text with file and line
    #[value(alias = "table")]
    Tree,
    /// For Graphviz
    Dot,
    /// For Markdown pages that draw Mermaid
    Mermaid,
    /// A drawing that any browser shows
    Svg,
    /// One object
    Json,
}

/// Draws, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let shape = if typed.format == Format::Json { Shape::Json } else { Shape::Words };
    let opened = open(&typed.scenario, &typed.what_if.flags())?;
    let decided = Decided::of(&opened, shape)?;
    let view = drawn(typed, decided, terminal)?;
    terminal.print(&match typed.format {
        Format::Tree => tree::draw(&view),
        Format::Dot => dot::draw(&view),
        Format::Mermaid => mermaid::draw(&view),
        Format::Svg => svg::draw(&view),
        Format::Json => {
            let body = json::graph::Graph::from(&view);
            json::text(&json::envelope::envelope("graph/1", &opened.run(), body))
        }
    });
    Ok(Exit::Done)
}

fn drawn(
    typed: &Typed,
    decided: Decided<'_>,
    terminal: &mut Terminal,
) -> Result<GraphView, String> {
    let named = |name: &str| vendor(name, decided.model);
    let vendor = typed.vendor.as_deref().map(named).transpose()?;
    let vendors = vendor.into_iter().collect();
    // What rests on a fact may be any vendor's; only the decision itself is drawn without most.
    let is_narrowed = typed.from.is_none() && typed.to.is_none() && typed.path.is_empty();
    let whole = (typed.format == Format::Svg && is_narrowed).then_some(DRAWN);
    let reasons = decided.reasons(&Asked { vendors, whole, ..decided.asked() });
    if !reasons.is_whole {
        terminal
            .say("note: many vendors; the graph holds the chosen, the next, and who was asked for");
    }
    let fact = |name: &String| fact(name, &reasons);
    let whole = match (vendor, &typed.to) {
        (Some(vendor), _) => Fact::Verdict(vendor),
        (None, Some(name)) => fact(name)?,
        (None, None) => Fact::Decision,
    };
    let shown = match (typed.path.as_slice(), &typed.from) {
        ([from, to], _) => between(&reasons, fact(from)?, fact(to)?, terminal)?,
        (_, Some(from)) => resting(&reasons, fact(from)?, whole, typed),
        _ => behind(&reasons.graph, &[whole]),
    };
    Ok(graph(&Scene::new(&reasons, decided.texts()), &shown))
}

/// What rests on a fact, and of that only what another rests on where one was named.
fn resting(reasons: &Reasons<'_>, from: Fact, to: Fact, typed: &Typed) -> Part {
    let mut facts = descendants(&reasons.graph, from);
    facts.insert(from);
    if typed.to.is_some() || typed.vendor.is_some() {
        let mut below = ancestors(&reasons.graph, to);
        below.insert(to);
        facts.retain(|fact| below.contains(fact));
    }
    part(&reasons.graph, &facts)
}

fn between(
    reasons: &Reasons<'_>,
    from: Fact,
    to: Fact,
    terminal: &mut Terminal,
) -> Result<Part, String> {
    let found = paths(&reasons.graph, from, to, PATHS);
    if found.paths.is_empty() {
        return Err("no way leads from the first fact to the second".to_owned());
    }
    if found.cut {
        terminal.say(&format!("note: more than {PATHS} ways; the first {PATHS} are shown"));
    }
    let facts: BTreeSet<Fact> = found.paths.into_iter().flatten().collect();
    Ok(part(&reasons.graph, &facts))
}
