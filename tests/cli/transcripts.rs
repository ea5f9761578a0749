//! Every transcript under `tests/cli`, compared whole: output, talk and exit status of each command.
//!
//! A transcript is text as a terminal shows it: `$ rationale …`, then standard output; then, where
//! there is any, `-- stderr` with what was said there, and `-- exit N` where N is not 0.
//! `UPDATE_SNAPSHOTS=1 cargo test` writes what the program says now; read it before it is committed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::fs;
use std::path::Path;

use crate::console;

/// Replays a transcript, and returns it as the program would write it now.
fn replay(transcript: &str) -> String {
    let place = console::Workplace::new();
    let mut written = String::new();
    let comments = transcript.lines().take_while(|line| !line.starts_with("$ "));
    for line in comments {
        written.push_str(&format!("{line}\n"));
    }
    for line in transcript.lines().filter(|line| line.starts_with("$ ")) {
        let said = place.run(&line[2..]);
        written.push_str(&format!("{line}\n{}", said.stdout.replace('\r', "")));
        if !said.stderr.is_empty() {
            written.push_str(&format!("-- stderr\n{}", said.stderr));
        }
        if said.exit != 0 {
            written.push_str(&format!("-- exit {}\n", said.exit));
        }
    }
    written
}

#[test]
fn every_transcript_says_what_it_said() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "console"))
        .collect();
    paths.sort();
    assert!(paths.len() > 5, "the transcripts are gone");
    let mut changed = Vec::new();
    for path in paths {
        let expected = fs::read_to_string(&path).unwrap();
        let written = replay(&expected);
        if written == expected {
            continue;
        }
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&path, written).unwrap();
        } else {
            let diff = similar::TextDiff::from_lines(&expected, &written);
            changed.push(format!("{}\n{}", path.display(), diff.unified_diff()));
        }
    }
    assert!(changed.is_empty(), "not what it was:\n{}", changed.join("\n"));
}

#[test]
fn no_line_for_people_is_wider_than_80_columns() {
    let place = console::Workplace::new();
    let scenarios = [
        "scenarios/apple-china-2025.toml",
        "scenarios/apple-china-foreign-vendor.toml",
        "scenarios/webshop-payments.toml",
        "names.toml",
        "nobody.toml",
    ];
    for scenario in scenarios {
        let vendors = ["alibaba", "deepseek", "northpay", "formula", "bolt"];
        let flips = vendors.map(|vendor| ("flip", vendor));
        for (verb, vendor) in [("rank", ""), ("why", "")].into_iter().chain(flips) {
            let said = place.run(&format!("rationale {verb} {scenario} {vendor}"));
            for line in said.stdout.lines() {
                let width = rationale::report::width::width(line);
                assert!(width <= 80, "{verb} {scenario}: {width} columns in {line:?}");
            }
        }
    }
}

#[test]
fn colour_is_only_where_it_is_asked_for() {
    let place = console::Workplace::new();
    let scenario = "scenarios/apple-china-2025.toml";
    let plain = place.run(&format!("rationale rank {scenario}"));
    let coloured = place.run(&format!("rationale --color always rank {scenario}"));
    assert!(!plain.stdout.contains('\u{1b}') && !plain.stderr.contains('\u{1b}'));
    assert!(coloured.stdout.contains('\u{1b}') && coloured.stderr.contains('\u{1b}'));
    let stripped = anstream::adapter::strip_str(&coloured.stdout).to_string();
    assert_eq!(stripped, plain.stdout, "colour changes nothing but colour");
}

#[test]
fn a_pipe_that_its_reader_closed_is_no_error() {
    use std::process::{Command, Stdio};
    let place = console::Workplace::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rationale"))
        .args(["graph", "scenarios/apple-china-2025.toml", "--format", "json"])
        .current_dir(place.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn an_edit_leaves_every_other_byte_alone() {
    let place = console::Workplace::new();
    let path = place.path().join("scenarios/apple-china-2025.toml");
    let before = fs::read_to_string(&path).unwrap();
    let set = "rationale set scenarios/apple-china-2025.toml vendors.tencent.ratings.experience 7";
    assert_eq!(place.run(set).exit, 0);
    let after = fs::read_to_string(&path).unwrap();
    let changed: Vec<(&str, &str)> =
        before.lines().zip(after.lines()).filter(|(was, is)| was != is).collect();
    assert_eq!(changed, [("experience = 8", "experience = 7")]);
    assert_eq!(before.lines().count(), after.lines().count());
    let refused =
        "rationale set scenarios/apple-china-2025.toml vendors.tencent.ratings.experience 70";
    assert_eq!(place.run(refused).exit, 3);
    assert_eq!(fs::read_to_string(&path).unwrap(), after, "a refused edit writes nothing");
}

/// Elements of a drawing by name, with their attributes.
fn elements<'a>(svg: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let open = format!("<{name} ");
    svg.split(open.as_str()).skip(1).filter_map(|rest| rest.split_once('>')).collect()
}

#[test]
fn a_drawing_keeps_its_text_and_its_lines_within_its_frame() {
    let place = console::Workplace::new();
    for scenario in ["scenarios/apple-china-2025.toml", "names.toml", "open.toml", "nobody.toml"] {
        let svg = place.run(&format!("rationale graph {scenario} --format svg")).stdout;
        let again = place.run(&format!("rationale graph {scenario} --format svg")).stdout;
        assert_eq!(svg, again, "the same bytes every time");
        let number = |attributes: &str, name: &str| -> f64 {
            let (_, rest) = attributes.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let (frame, _) = elements(&svg, "svg")[0];
        let (width, height) = (number(frame, "width"), number(frame, "height"));
        for (text, _) in elements(&svg, "text") {
            let (x, y) = (number(text, "x"), number(text, " y"));
            assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{text}");
        }
        // A hundred boxes at most, whatever the size of the graph.
        assert!(svg.matches("<g>").count() <= 100);
        assert_eq!(svg.matches("<g>").count(), svg.matches("</g>").count());
    }
}

#[test]
fn a_drawing_of_many_vendors_shows_the_decisive_ones_and_whom_was_asked_for() {
    let place = console::Workplace::new();
    let mut scenario = String::new();
    for criterion in ["price", "speed", "support"] {
        scenario += &format!("[criteria.{criterion}]\nweight = 1\nscale = [0, 100]\n");
    }
    for vendor in 0..40 {
        let (a, b) = (vendor * 7 % 41, vendor * 11 % 43);
        scenario += &format!("[vendors.v{vendor}.ratings]\nprice = {a}\nspeed = {b}\n");
        scenario += &format!("support = {vendor}\n");
    }
    fs::write(place.path().join("many.toml"), scenario).unwrap();
    let drawn = |rest: &str| place.run(&format!("rationale graph many.toml{rest} --format svg"));
    let decision = drawn("");
    assert!(decision.stderr.contains("many vendors"), "{}", decision.stderr);
    assert_eq!(decision.stdout.matches(": eligible</text>").count(), 1);
    assert_eq!(decision.stdout.matches(": chosen</text>").count(), 1);
    assert!(decision.stdout.contains("score of v"), "what led to them is drawn too");
    assert!(drawn(" v3").stdout.contains("v3: eligible</text>"));
}
