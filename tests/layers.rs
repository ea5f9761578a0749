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

use std::collections::{BTreeMap, BTreeSet};
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
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
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

/// The module of a source, as in `decide::sheet`.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let names = inside.with_extension("");
    let names: Vec<_> = names.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    names.strip_suffix(&["mod".to_owned()]).unwrap_or(&names).join("::")
}

/// Everything named behind `crate::` in a source, braces written out.
fn named(code: &str) -> Vec<String> {
    let is_path = |each: char| each.is_alphanumeric() || "_:".contains(each);
    let mut named = Vec::new();
    for text in code.split("crate::").skip(1) {
        let end = text.find(|each| !is_path(each)).unwrap_or(text.len());
        let (path, rest) = text.split_at(end);
        match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((inner, _)) if path.ends_with("::") => {
                let names = inner.split(',').map(str::trim).filter(|name| !name.is_empty());
                named.extend(names.map(|name| format!("{path}{name}")));
            }
            _ => named.push(path.to_owned()),
        }
    }
    named
}

/// The modules that each source imports from: of what it names, the longest part that is a module.
/// What stands behind a module's face may use what the face shows, as one thing in several files.
fn modules(sources: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let known: BTreeSet<&String> = sources.iter().map(|(module, _)| module).collect();
    let home = |named: String| {
        let ends = named.match_indices("::").map(|(at, _)| at).chain([named.len()]);
        let parts: Vec<String> = ends.map(|end| named[..end].to_owned()).collect();
        parts.into_iter().rev().find(|part| known.contains(part))
    };
    let imports = |(module, code): &(String, String)| {
        let is_own = |home: &String| format!("{module}::").starts_with(&format!("{home}::"));
        let homes = named(code).into_iter().filter_map(home).filter(|home| !is_own(home));
        (module.clone(), homes.collect())
    };
    sources.iter().map(imports).collect()
}

/// Some modules that import from each other all the way round; none where there is no ring.
fn ring(mut imports: BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    // What imports from nobody left stands in no ring.
    loop {
        let left: BTreeSet<String> = imports.keys().cloned().collect();
        imports.values_mut().for_each(|homes| homes.retain(|home| left.contains(home)));
        imports.retain(|_, homes| !homes.is_empty());
        if imports.len() == left.len() {
            break;
        }
    }
    let mut way: Vec<String> = imports.keys().take(1).cloned().collect();
    while let Some(next) = way.last().and_then(|last| imports[last].first().cloned()) {
        if let Some(start) = way.iter().position(|each| *each == next) {
            return way.split_off(start);
        }
        way.push(next);
    }
    Vec::new()
}

#[test]
fn no_sources_import_each_other_in_a_ring() {
    let sources: Vec<(String, String)> =
        sources().into_iter().map(|source| (module(&source.path), source.code)).collect();
    let imports = modules(&sources);
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 1000, "imports were not found");
    let ring = ring(imports);
    assert!(ring.is_empty(), "in a ring: {}", ring.join(" → "));
}

#[test]
fn a_ring_would_be_seen() {
    let source = |module: &str, code: &str| (module.to_owned(), code.to_owned());
    let mut sources = vec![
        source("a", "use crate::b::c::{D, e};"),
        source("b", ""),
        source("b::c", "use crate::b::e::f;"),
        source("b::e", "crate::a::G"),
    ];
    assert_eq!(ring(modules(&sources)), ["a", "b::c", "b::e"]);
    sources.pop();
    assert!(ring(modules(&sources)).is_empty());
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
