//! Every code that a diagnostic can have stands in docs/diagnostics.md, and none that nobody says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands before a code in the sources.
const BEFORE: [&str; 4] =
    ["Diagnostic::error(", "Diagnostic::warning(", "refusal(", "const CODE: &str = "];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: PathBuf) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts.extend(sources(path));
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("tests.rs")
        {
            let text = fs::read_to_string(path).unwrap();
            texts.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
        }
    }
    texts
}

/// The string literal that a text starts with, after white space.
fn literal(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split('"').next()
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn documented() -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("docs/diagnostics.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn every_code_is_documented_and_every_documented_code_is_said() {
    let texts = sources(root().join("src"));
    let said: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| BEFORE.iter().flat_map(move |before| text.split(before).skip(1)))
        .filter_map(literal)
        .filter(|code| is_code(code))
        .map(str::to_owned)
        .collect();
    let documented = documented();
    assert!(said.len() > 50, "the codes were not found");
    let missing: Vec<&String> = said.difference(&documented).collect();
    assert!(missing.is_empty(), "not in docs/diagnostics.md: {missing:?}");
    let quoted = |code: &String| texts.iter().any(|text| text.contains(&format!("\"{code}\"")));
    let stale: Vec<&String> = documented.iter().filter(|code| !quoted(code)).collect();
    assert!(stale.is_empty(), "documented, but nobody says it: {stale:?}");
}
