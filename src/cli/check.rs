//! `check FILE…`: everything that is wrong or doubtful, and whether `[expect]` holds.
//! For editors, commits and CI; exit 3 on errors, 5 when a decision is not the one expected.

use clap::Args;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::expectation::{Expectation, compare};
use crate::cli::failure::Failure;
use crate::cli::format::Screen;
use crate::cli::opening::{Opened, open};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::WhatIf;
use crate::report::drawn::{draw, tally};
use crate::report::json;
use crate::report::json::check::{Check, Expect, finding};
use crate::report::json::envelope::{Input, Run, envelope};
use crate::report::style::{BAD, GOOD, styled};
use crate::report::words::count;
use crate::text::diagnostic::{Diagnostic, Severity};

/// What was typed.
#[derive(Debug, Args)]
pub struct Typed {
    /// Scenarios and criteria files; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Screen::Table, value_name = "FORMAT")]
    format: Screen,
    /// Fail with status 3 on warnings
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    what_if: WhatIf,
}

/// One file with what was expected of it.
struct Checked {
    opened: Opened,
    expectation: Option<Expectation>,
}

/// Checks every file, prints, and says how it went.
pub fn run(typed: &Typed, terminal: &mut Terminal) -> Result<Exit, Failure> {
    let flags = typed.what_if.flags();
    let mut checked = Vec::new();
    for file in &typed.files {
        let opened = open(file, &flags)?;
        // With flags the decision is another one, and `[expect]` is not consulted.
        let expectation = if flags.is_empty() { expectation(&opened) } else { None };
        checked.push(Checked { opened, expectation });
    }
    match typed.format {
        Screen::Table => in_words(&checked, terminal),
        Screen::Json => terminal.print(&as_json(&checked)),
    }
    Ok(exit(typed, &checked))
}

fn expectation(opened: &Opened) -> Option<Expectation> {
    let decided = Decided::sound(opened)?;
    Some(compare(decided, decided.model.expect.as_ref()?))
}

fn in_words(checked: &[Checked], terminal: &mut Terminal) {
    let mut seen: Vec<String> = Vec::new();
    let mut all: Vec<Diagnostic> = Vec::new();
    for Checked { opened, expectation } in checked {
        for diagnostic in &opened.diagnostics {
            // Scenarios may share a criteria file: what is wrong in it is said once.
            let drawn = draw(std::slice::from_ref(diagnostic), &opened.texts);
            if !seen.contains(&drawn) {
                terminal.print(&drawn);
                all.push(diagnostic.clone());
                seen.push(drawn);
            }
        }
        for failed in expectation.iter().flat_map(|expectation| &expectation.failed) {
            let path = &opened.path;
            terminal.print(&format!("{}: {path}: {failed}\n", styled("not as expected", BAD)));
        }
    }
    let held: usize = checked.iter().flat_map(|each| &each.expectation).map(|e| e.held.len()).sum();
    let files = count(checked.len(), "file");
    let summary = match tally(&all) {
        Some(tally) => format!("{files} checked: {tally}"),
        None => format!("{files} checked: {}", styled("nothing to complain about", GOOD)),
    };
    let expected = match held {
        0 => String::new(),
        _ => format!("; {} as expected", count(held, "outcome")),
    };
    terminal.print(&format!("{summary}{expected}\n"));
}

fn as_json(checked: &[Checked]) -> String {
    let mut body = Check::default();
    let mut warnings = Vec::new();
    let mut inputs: Vec<Input> = Vec::new();
    for Checked { opened, expectation } in checked {
        body.files.push(opened.path.clone());
        for diagnostic in &opened.diagnostics {
            let finding = finding(diagnostic, &opened.texts);
            let list = match diagnostic.severity {
                Severity::Error => &mut body.errors,
                Severity::Warning => &mut warnings,
            };
            if !list.contains(&finding) {
                list.push(finding);
            }
        }
        if let Some(expectation) = expectation {
            let expect = body.expect.get_or_insert_with(Expect::default);
            expect.held.extend(expectation.held.clone());
            expect.failed.extend(expectation.failed.clone());
        }
        let Run { texts, .. } = opened.run();
        for input in json::envelope::inputs(texts) {
            if !inputs.contains(&input) {
                inputs.push(input);
            }
        }
    }
    let Some(first) = checked.first() else { return String::new() };
    let mut object = envelope("check/1", &first.opened.run(), body);
    object.inputs = inputs;
    object.warnings = warnings;
    json::text(&object)
}

fn exit(typed: &Typed, checked: &[Checked]) -> Exit {
    let has = |severity| {
        let mut all = checked.iter().flat_map(|each| &each.opened.diagnostics);
        all.any(|diagnostic| diagnostic.severity == severity)
    };
    let wrong: Vec<&Checked> = checked.iter().filter(|each| each.opened.model.is_none()).collect();
    if has(Severity::Error) {
        let flags =
            wrong.iter().all(|each| each.opened.only_flags_are_wrong(&each.opened.diagnostics));
        return if flags { Exit::Usage } else { Exit::Files };
    }
    if typed.deny_warnings && has(Severity::Warning) {
        return Exit::Files;
    }
    let mut expectations = checked.iter().flat_map(|each| &each.expectation);
    match expectations.any(|expectation| !expectation.failed.is_empty()) {
        true => Exit::Unexpected,
        false => Exit::Done,
    }
}
