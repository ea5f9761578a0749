//! `what-if` and `diff` from outside: git revisions, page widths, flags against files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::console;

/// Runs git in a folder; `false` where it fails or is not installed.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_revision_is_read_with_everything_it_stands_on() {
    let place = console::Workplace::new();
    let folder = place.path();
    // Without git there is nothing to read a revision with.
    if !git(&folder, &["init", "-q"]) {
        return;
    }
    assert!(git(&folder, &["add", "."]) && git(&folder, &["commit", "-qm", "one"]));
    let criteria = folder.join("criteria/payment-processor.toml");
    let text = fs::read_to_string(&criteria).unwrap();
    let heavier = text.replacen("weight = 35", "weight = 60", 1);
    assert_ne!(text, heavier, "the shipped weight that this test changes");
    fs::write(&criteria, heavier).unwrap();
    // The what-if extends another file and that names the criteria file: all three at the revision.
    let run = |line: &str| place.run(&format!("rationale {line} --format json"));
    let said = run("diff HEAD:scenarios/webshop-payments.toml scenarios/webshop-payments.toml");
    assert_eq!(said.exit, 0, "{}", said.stderr);
    let found: Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(found["changes"].as_array().unwrap().len(), 1);
    assert_eq!(found["changes"][0]["path"], "criteria.service.weight");
    assert_eq!(found["old"], "HEAD:scenarios/webshop-payments.toml");
    let old = "HEAD:scenarios/marketplace-payments.toml";
    let said = run(&format!("diff {old} HEAD:scenarios/webshop-payments.toml"));
    let found: Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(found["changes"].as_array().unwrap().len(), 2);

    let missing = place.run("rationale diff HEAD:scenarios/none.toml names.toml");
    assert_eq!(missing.exit, 1);
    let words = "cannot read `HEAD:scenarios/none.toml`: it is not a file of that revision";
    assert!(missing.stderr.contains(words), "{}", missing.stderr);
    let missing = place.run("rationale diff HEAD~7:names.toml names.toml");
    assert_eq!(missing.exit, 1);
    assert!(missing.stderr.contains("git knows no revision `HEAD~7`"), "{}", missing.stderr);
    let missing = place.run("rationale diff --output=x:names.toml names.toml");
    assert_eq!(missing.exit, 2);
    let outside = place.run("rationale diff HEAD:../names.toml names.toml");
    assert_eq!(outside.exit, 1);
}

#[test]
fn a_saved_what_if_moves_the_same_as_its_flags() {
    let place = console::Workplace::new();
    let china = "scenarios/apple-china-2025.toml";
    let json = |line: &str| -> Value {
        let said = place.run(&format!("rationale what-if {line} --format json"));
        serde_json::from_str(&said.stdout).unwrap()
    };
    let flags = json(&format!("{china} --assume cac-approval=fails"));
    let file = json(&format!("{china} scenarios/apple-china-regulator-refuses.toml"));
    for key in ["moves", "effects", "turning", "without-effect"] {
        assert_eq!(flags[key], file[key], "{key}");
    }
    let reordered = |flags: [&str; 2]| json(&format!("{china} {} {}", flags[0], flags[1]));
    let (one, other) = ("--exclude baidu", "--rate tencent.experience=9");
    assert_eq!(reordered([one, other])["moves"], reordered([other, one])["moves"]);
}

#[test]
fn no_line_for_people_is_wider_than_80_columns() {
    let place = console::Workplace::new();
    let lines = [
        "what-if scenarios/apple-china-2025.toml scenarios/apple-china-2023.toml",
        "what-if names.toml --exclude a --format table",
        "what-if scenarios/apple-china-2025.toml names.toml tie.toml nobody.toml open.toml",
        "what-if scenarios/apple-china-2025.toml --rate alibaba.experience=0..10",
        "diff names.toml nobody.toml",
        "diff scenarios/webshop-payments.toml names.toml",
        "diff scenarios/apple-china-2023.toml scenarios/apple-china-2025.toml",
    ];
    for line in lines {
        for row in place.run(&format!("rationale {line}")).stdout.lines() {
            let width = rationale::report::width::width(row);
            assert!(width <= 80, "{line}: {width} columns in {row:?}");
        }
    }
}

#[test]
fn where_nobody_passes_only_rank_and_report_say_so_by_their_status() {
    let place = console::Workplace::new();
    for (verb, status) in
        [("rank", 4), ("report -o - --format csv", 4), ("why", 0), ("robust", 0), ("methods", 0)]
    {
        let said = place.run(&format!("rationale {verb} nobody.toml"));
        assert_eq!(said.exit, status, "{verb}: {}", said.stderr);
    }
    let everybody = ["alibaba", "tencent", "bytedance", "deepseek", "baidu"];
    let excluded = everybody.map(|vendor| format!("--exclude {vendor}")).join(" ");
    let line = format!("rationale robust scenarios/apple-china-2025.toml --draws 10 {excluded}");
    let said = place.run(&line);
    assert!(said.stdout.starts_with("Every vendor is excluded, so"), "{}", said.stdout);
}
