//! The rules of docs/architecture.md, checked on the sources themselves.
//!
//! Imports point down the table only; some crates are named in one room alone; below `cli` nothing
//! prints, exits, reads the clock or the environment, or draws chance without a seed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every room with the rooms it may know. What is not listed here is not allowed.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("method", &[]),
    ("weights", &["method", "answer"]),
    ("answer", &["method"]),
    ("document", &["text"]),
    ("files", &["text"]),
    ("model", &["text", "document", "method", "weights"]),
    ("decide", &["text", "method", "weights", "answer", "model"]),
    ("reasons", &["text", "document", "method", "weights", "answer", "model", "decide"]),
    ("explore", &["text", "document", "method", "weights", "answer", "model", "decide", "reasons"]),
    (
        "report",
        &[
            "text", "document", "method", "weights", "answer", "model", "decide", "reasons",
            "explore",
        ],
    ),
    ("edit", &["text", "document", "model", "files"]),
    ("catalog", &["text", "method", "model", "decide"]),
    (
        "serve",
        &[
            "text", "document", "method", "model", "decide", "reasons", "explore", "report",
            "edit", "files", "catalog",
        ],
    ),
    (
        "cli",
        &[
            "text", "document", "method", "weights", "answer", "model", "decide", "reasons",
            "explore", "report", "edit", "files", "catalog", "serve",
        ],
    ),
];

/// What only some rooms may name: the text, and the rooms that may.
const NAMED_IN: &[(&str, &[&str])] = &[
    ("petgraph", &["reasons"]),
    ("clap", &["cli"]),
    ("std::fs", &["files", "catalog"]),
    ("std::env", &["cli"]),
    ("std::process", &["cli"]),
    ("std::time", &["cli"]),
    ("SystemTime", &["cli"]),
    ("Instant::now", &["cli"]),
    ("std::io::std", &["cli"]),
    ("io::stdout", &["cli"]),
    ("io::stderr", &["cli"]),
    ("print!(", &[]),
    ("println!(", &[]),
    ("eprintln!(", &[]),
    ("thread_rng", &[]),
    ("rand::rng(", &[]),
    ("from_os_rng", &[]),
    ("mul_add", &[]),
];

/// One source file: its room, its path, and its code without comments and unit tests.
struct Source {
    room: String,
    path: PathBuf,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let room = inside.iter().next().unwrap().to_string_lossy().into_owned();
                // Tests may stand on anything; `lib.rs` and `main.rs` belong to no room.
                let is_test = inside.iter().any(|part| part == "tests" || part == "tests.rs");
                if !room.ends_with(".rs") && !is_test {
                    let code = code(&fs::read_to_string(&path).unwrap());
                    found.push(Source { room, path, code });
                }
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The text without line comments and without the unit tests at its end.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<&str>>().join("\n")
}

/// Rooms named as `crate::room` in a source.
fn imports(code: &str) -> BTreeSet<String> {
    let letters = |text: &str| {
        text.chars().take_while(|each| each.is_alphanumeric() || *each == '_').collect::<String>()
    };
    code.split("crate::").skip(1).map(letters).filter(|room| !room.is_empty()).collect()
}

#[test]
fn imports_point_down_the_table_only() {
    let mut wrong = Vec::new();
    let sources = sources();
    assert!(sources.len() > 100, "the sources were not found");
    for Source { room, path, code } in sources {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: the room `{room}` is not in the table", path.display()));
            continue;
        };
        for named in imports(&code) {
            if named != room && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: `{room}` must not know `{named}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_itself_has_no_ring() {
    for (room, allowed) in ROOMS {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = allowed.to_vec();
        while let Some(below) = next.pop() {
            assert_ne!(below, *room, "`{room}` stands above itself");
            if seen.insert(below) {
                let entry = ROOMS.iter().find(|(name, _)| *name == below);
                next.extend(entry.expect("a room of the table").1);
            }
        }
    }
}

#[test]
fn what_only_some_rooms_may_name_is_named_there_alone() {
    let mut wrong = Vec::new();
    for Source { room, path, code } in sources() {
        for (text, rooms) in NAMED_IN {
            if code.contains(text) && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: `{text}` in `{room}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_source_that_breaks_a_rule_would_be_seen() {
    let text = "use crate::cli::x;\n// crate::serve\n#[cfg(test)]\nmod tests { use crate::edit; }";
    assert_eq!(imports(&code(text)).into_iter().collect::<Vec<_>>(), ["cli"]);
}

#[test]
fn every_source_opens_by_saying_what_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !fs::read_to_string(&source.path).unwrap().starts_with("//! "))
        .map(|source| source.path.strip_prefix(root).unwrap().display().to_string())
        .collect();
    assert!(silent.is_empty(), "without a first line that says what it is:\n{}", silent.join("\n"));
}
