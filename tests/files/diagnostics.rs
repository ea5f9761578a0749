//! Every diagnostic code of the sources is explained in `docs/diagnostics.md`, and none besides.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("sources can be listed") {
        let path = entry.expect("sources can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// String literals that stand first in a call of `Diagnostic::error` or `Diagnostic::warning`.
fn codes(source: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for call in ["Diagnostic::error(", "Diagnostic::warning("] {
        for rest in source.split(call).skip(1) {
            if let Some(literal) = rest.trim_start().strip_prefix('"')
                && let Some((code, _)) = literal.split_once('"')
            {
                codes.insert(code.to_owned());
            }
        }
    }
    codes
}

#[test]
fn every_code_is_explained_and_every_explanation_has_its_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut said = BTreeSet::new();
    let mut everything = String::new();
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a source can be read");
        // Unit tests stand last in a file and make codes of their own.
        let (program, _) = source.split_once("#[cfg(test)]").unwrap_or((&source, ""));
        said.extend(codes(program));
        everything.push_str(program);
    }
    let page =
        std::fs::read_to_string(root.join("docs/diagnostics.md")).expect("the page is there");
    let explained: BTreeSet<String> =
        page.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_owned).collect();
    let missing: Vec<&String> = said.difference(&explained).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
    let idle: Vec<&String> =
        explained.iter().filter(|code| !everything.contains(&format!("\"{code}\""))).collect();
    assert!(idle.is_empty(), "explained, and said nowhere: {idle:?}");
    assert!(said.len() > 40, "the scan found too little: {said:?}");
}
