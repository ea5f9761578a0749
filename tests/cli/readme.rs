//! What README.md shows is what the program says: each `console` block is run and compared whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::fs;
use std::path::Path;

use crate::console;

/// Commands with the output that the README shows below each.
fn commands(readme: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            match line.strip_prefix("$ ") {
                Some(command) => commands.push((command.to_owned(), String::new())),
                None => {
                    let (_, output) = commands.last_mut().expect("output under a command");
                    output.push_str(&format!("{line}\n"));
                }
            }
        }
    }
    commands
}

#[test]
fn each_command_says_what_the_readme_shows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("README.md is there");
    let place = console::Workplace::new();
    let commands = commands(&readme);
    assert!(!commands.is_empty(), "a README shows what the program does");
    for (command, shown) in commands {
        let line = command.replacen("cargo run --release -- ", "rationale ", 1);
        // `cargo test`, `git clone` and the like are not the program's to say.
        if !line.starts_with("rationale ") {
            continue;
        }
        let said = place.run(&line);
        if shown.trim().is_empty() {
            assert_eq!(said.exit, 0, "$ {command}\n{}", said.stderr);
            continue;
        }
        let whole = format!("{}{}", said.stdout, said.stderr);
        let is_shown =
            [&said.stdout, &whole].iter().any(|text| text.trim_end() == shown.trim_end());
        assert!(is_shown, "$ {command}\nthe README shows\n{shown}\nthe program says\n{whole}");
    }
}

#[test]
fn its_drawing_is_what_the_program_draws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deepseek.svg");
    let drawing = fs::read_to_string(path).expect("the drawing is there");
    let line = "rationale graph scenarios/apple-china-2025.toml deepseek --format svg";
    let said = console::Workplace::new().run(line);
    assert_eq!(said.stdout, drawing, "draw it again: {line} > docs/deepseek.svg");
}
