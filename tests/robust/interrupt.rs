//! Ctrl-C for real: the program is started, signalled, and what it shows is asked for once more.

use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const CHINA: &str = "scenarios/apple-china-2025.toml";
const MANY: &str = "100000000000";

fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_rationale"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", "2")
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn signalled(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Interrupts once it has drawn something: later and later, since a busy machine may take its time.
fn interrupted(arguments: &[&str]) -> Output {
    for patience in [400, 2_000, 10_000, 40_000] {
        let child = started(arguments);
        std::thread::sleep(Duration::from_millis(patience));
        signalled(&child);
        let output = child.wait_with_output().unwrap();
        let talk = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.code() {
            Some(0) => return output,
            // Before the handler was set the signal itself ends the program.
            None => {}
            code => {
                assert_eq!(code, Some(130), "{talk}");
                assert!(talk.contains("interrupted before anything was drawn"), "{talk}");
            }
        }
    }
    panic!("nothing was drawn in forty seconds");
}

/// The object without the one line that tells an interrupted run from a whole one.
fn figures(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("\"interrupted\":")).collect();
    assert_eq!(lines.len() + 1, text.lines().count());
    lines.join("\n")
}

fn same_as_a_whole_run(verb: &[&str]) {
    let stopped = interrupted(&[verb, &["--draws", MANY, "--seed", "3"]].concat());
    let object: serde_json::Value = serde_json::from_slice(&stopped.stdout).unwrap();
    assert_eq!(object["interrupted"], true);
    let draws = object["draws"].as_u64().unwrap().to_string();
    let whole = started(&[verb, &["--draws", &draws, "--seed", "3"]].concat());
    let whole = whole.wait_with_output().unwrap();
    let object: serde_json::Value = serde_json::from_slice(&whole.stdout).unwrap();
    assert_eq!(object["interrupted"], false);
    assert_eq!(figures(&stopped), figures(&whole), "{draws} draws");
}

#[test]
fn what_was_drawn_by_then_is_what_so_many_draws_give() {
    same_as_a_whole_run(&["robust", CHINA, "--format=json"]);
    same_as_a_whole_run(&["robust", CHINA, "--format=json", "--vary=weights"]);
    same_as_a_whole_run(&["robust", CHINA, "--format=json", "--method=topsis", "--vary=weights"]);
}

#[test]
fn questions_too_many_to_be_added_up_are_interrupted_alike() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.toml");
    let unknown: String = (0..30)
        .map(|idx| {
            format!(
                "[vendors.v{idx}]\nratings = {{ speed = {{ low = 2, high = {} }} }}\n",
                5 + idx % 4
            )
        })
        .collect();
    let text =
        format!("title = \"Many\"\n[criteria.speed]\nweight = 1\nscale = [0, 10]\n{unknown}");
    std::fs::write(&path, text).unwrap();
    same_as_a_whole_run(&["ask", path.to_str().unwrap(), "--format=json"]);
}

#[test]
fn a_page_for_people_says_where_it_was_interrupted() {
    let stopped = interrupted(&["robust", CHINA, "--draws", MANY]);
    let page = String::from_utf8(stopped.stdout).unwrap();
    let talk = String::from_utf8(stopped.stderr).unwrap();
    let said = page.lines().find(|line| line.contains("Interrupted after")).unwrap();
    let draws = said.split_whitespace().nth(2).unwrap();
    assert!(
        talk.contains(&format!("interrupted: --draws {draws} --seed 1 gives the same")),
        "{talk}"
    );
}

#[test]
fn a_second_interrupt_ends_the_program_at_once() {
    let child = started(&["robust", CHINA, "--draws", MANY]);
    // Confidence factors take about as long again as the drawing did.
    std::thread::sleep(Duration::from_secs(4));
    signalled(&child);
    std::thread::sleep(Duration::from_millis(200));
    signalled(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(output.stdout.is_empty());
}
