//! `schema FILE-KIND` and `schema --output VERB`: JSON Schema on standard output.
//! The first for editors that complete TOML, the second for scripts that read JSON.

use clap::{Args, ValueEnum};

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::report::{json, schema};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// A kind of file
    #[arg(value_enum, value_name = "FILE-KIND", required_unless_present = "output")]
    file: Option<FileKind>,
    /// The JSON that a verb prints
    #[arg(long, value_enum, value_name = "VERB", conflicts_with = "file")]
    output: Option<Output>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FileKind {
    /// What matters: criteria, weights, scales, gates, method
    Criteria,
    /// One situation: vendors, ratings, evidence, assumptions
    Scenario,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// What `rank --format json` prints
    Rank,
    /// What `why --format json` prints
    Why,
    /// What `graph --format json` prints
    Graph,
    /// What `flip --format json` prints
    Flip,
    /// What `impact --format json` prints
    Impact,
    /// What `robust --format json` prints
    Robust,
    /// What `ask --format json` prints
    Ask,
    /// What `what-if --format json` prints for one what-if
    WhatIf,
    /// What `what-if --format json` prints for several scenarios
    WhatIfMatrix,
    /// What `what-if --format json` prints for ranges
    WhatIfSweep,
    /// What `diff --format json` prints
    Diff,
    /// What `set`, `add`, `remove` and `rename` print with `--format json`
    #[value(aliases = ["add", "remove", "rename"])]
    Set,
    /// What `methods --format json` prints
    Methods,
    /// What `check --format json` prints, and every verb when a file has errors
    Check,
}

/// Prints the schema.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Exit {
    let schema = match (typed.file, typed.output) {
        (Some(FileKind::Criteria), _) => schema::criteria(),
        (Some(FileKind::Scenario), _) => schema::scenario(),
        (None, Some(Output::Rank)) => schema::output::<json::rank::Rank>(),
        (None, Some(Output::Why)) => schema::output::<json::why::Why>(),
        (None, Some(Output::Graph)) => schema::output::<json::graph::Graph>(),
        (None, Some(Output::Flip)) => schema::output::<json::flip::Flip>(),
        (None, Some(Output::Impact)) => schema::output::<json::impact::Impact>(),
        (None, Some(Output::Robust)) => schema::output::<json::robust::Robust>(),
        (None, Some(Output::Ask)) => schema::output::<json::ask::Ask>(),
        (None, Some(Output::WhatIf)) => schema::output::<json::what_if::WhatIf>(),
        (None, Some(Output::WhatIfMatrix)) => schema::output::<json::matrix::Matrix>(),
        (None, Some(Output::WhatIfSweep)) => schema::output::<json::sweep::Sweeps>(),
        (None, Some(Output::Diff)) => schema::output::<json::diff::Diff>(),
        (None, Some(Output::Set)) => schema::output::<json::edit::Edit>(),
        (None, Some(Output::Methods)) => schema::plain::<json::methods::Output>(),
        (None, Some(Output::Check) | None) => schema::output::<json::check::Check>(),
    };
    terminal.print(&json::text(&schema));
    Exit::Done
}
