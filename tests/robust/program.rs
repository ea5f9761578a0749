//! The program itself: the same bytes for any number of threads, and what it says to bad input.

use std::process::{Command, Output};

fn run(threads: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rationale"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", threads)
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_same_bytes_for_1_2_and_64_threads() {
    let shipped = ["scenarios/apple-china-2025.toml", "scenarios/webshop-payments.toml"];
    for scenario in shipped {
        for more in ["--vary=all", "--vary=weights"] {
            let arguments = ["robust", scenario, "--format=json", "--seed=3", more];
            let one = run("1", &arguments);
            assert_eq!(one.status.code(), Some(0), "{}", String::from_utf8_lossy(&one.stderr));
            assert_eq!(one.stdout, run("2", &arguments).stdout, "{scenario} {more}");
            assert_eq!(one.stdout, run("64", &arguments).stdout, "{scenario} {more}");
        }
    }
}

#[test]
fn bad_input_has_its_status_and_its_message() {
    let china = "scenarios/apple-china-2025.toml";
    let cases: [(&[&str], i32, &str); 8] = [
        (&["robust", china, "--weight-set", "some"], 2, "any, order, within=10%, given, exactly"),
        (&["robust", china, "--weight-set", "within=-1"], 2, "above 0"),
        (&["robust", china, "--weight-set", "given"], 2, "`low` and `high`"),
        (&["robust", china, "--draws", "-5"], 2, "whole number above 0"),
        (&["robust", china, "--draws", "0"], 2, "whole number above 0"),
        (&["robust", china, "--seed", "seven"], 2, "--seed"),
        (&["ask", "scenarios/nowhere.toml"], 1, "nowhere.toml"),
        (&["robust", china, "--rate", "alibaba.speed=3"], 2, "speed"),
    ];
    for (arguments, status, message) in cases {
        let said = run("1", arguments);
        let talk = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!(said.status.code(), Some(status), "{arguments:?}\n{talk}");
        assert!(talk.contains(message), "{arguments:?}\n{talk}");
        assert!(said.stdout.is_empty(), "{arguments:?}");
    }
}
