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

/// One line of what the system tells of a program; `None` where it keeps no such files.
fn told(child: &Child, file: &str, of: impl Fn(&str) -> Option<u64>) -> Option<u64> {
    of(&std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).ok()?)
}

/// Hundredths of a second that it has worked, all threads together.
fn worked(child: &Child) -> Option<u64> {
    told(child, "stat", |line| {
        // After the name in brackets, which may hold anything: user time is the 12th, then the system's.
        let fields: Vec<&str> = line.rsplit_once(')')?.1.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    })
}

/// Whether a signal sent has not reached any thread yet.
fn is_pending(child: &Child) -> Option<bool> {
    let pending = told(child, "status", |text| {
        let line = text.lines().find_map(|line| line.strip_prefix("ShdPnd:"))?;
        u64::from_str_radix(line.trim(), 16).ok()
    });
    pending.map(|signals| signals != 0)
}

/// Waits until it is so, or for some seconds where nobody can tell.
fn wait_until(is_so: impl Fn() -> Option<bool>) {
    let began = std::time::Instant::now();
    loop {
        match is_so() {
            Some(true) => return,
            None if began.elapsed() > Duration::from_secs(4) => return,
            _ => std::thread::sleep(Duration::from_millis(2)),
        }
        assert!(began.elapsed() < Duration::from_secs(120), "nothing happens");
    }
}

/// A program that has worked long enough to be in the midst of drawing, however busy the machine is.
fn drawing(arguments: &[&str]) -> Child {
    let child = started(arguments);
    wait_until(|| worked(&child).map(|hundredths| hundredths >= 50));
    child
}

/// Interrupts once it has drawn something.
fn interrupted(arguments: &[&str]) -> Output {
    let child = drawing(arguments);
    signalled(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output
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
    // What is left to do after the first takes about as long again as the drawing did.
    let child = drawing(&["robust", CHINA, "--draws", MANY]);
    signalled(&child);
    wait_until(|| is_pending(&child).map(|pending| !pending));
    signalled(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn what_comes_after_the_draws_is_left_out_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slow.toml");
    let criteria: String = (0..8)
        .map(|idx| format!("[criteria.c{idx}]\nweight = {}\nscale = [0, 100]\n", idx + 1))
        .collect();
    let rating = |vendor: usize, idx: usize| format!("c{idx} = {}", (vendor * 37 + idx * 61) % 97);
    let vendors: String = (0..150)
        .map(|vendor| {
            let ratings: Vec<String> = (0..8).map(|idx| rating(vendor, idx)).collect();
            format!("[vendors.v{vendor}]\nratings = {{ {} }}\n", ratings.join(", "))
        })
        .collect();
    let text = format!("[method]\nkind = \"electre-iii\"\n{criteria}{vendors}");
    std::fs::write(&path, text).unwrap();
    let verb = ["robust", path.to_str().unwrap(), "--draws", "1"];
    let object = interrupted(&[&verb[..], &["--format=json"]].concat());
    let object: serde_json::Value = serde_json::from_slice(&object.stdout).unwrap();
    assert_eq!((&object["interrupted"], &object["draws"]), (&false.into(), &1.into()));
    let left_out = ["stability", "ladder", "confidence"];
    assert_eq!(object["left-out"], serde_json::json!(left_out));
    assert!(object["stability"].as_array().unwrap().is_empty() && object["needs"].is_null());
    let page = String::from_utf8(interrupted(&verb).stdout).unwrap();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "Interrupted after the draws, which left out how far each weight may move, what must be \
                agreed and the confidence factors.";
    assert!(page.contains(said), "{page}");
    assert!(!page.contains("stays first") && !page.contains("needs"), "{page}");
}
