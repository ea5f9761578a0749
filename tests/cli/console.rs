//! Runs commands as they are typed, in a folder of their own with the shipped files.
//! Shared by every test that looks at the program from outside.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What one command said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit status.
    pub exit: i32,
}

/// A folder to run in, with the shipped files and those of the tests; gone when dropped.
pub struct Workplace {
    folder: tempfile::TempDir,
}

impl Workplace {
    /// Copies the files in.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for name in ["scenarios", "criteria"] {
            copy(&root.join(name), &folder.path().join(name));
        }
        copy(&root.join("tests/cli/files"), folder.path());
        Self { folder }
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().to_path_buf()
    }

    /// Runs one line; `< FILE` at its end is standard input.
    pub fn run(&self, line: &str) -> Said {
        let mut words = split(line);
        let mut stdin = Stdio::null();
        if let [.., sign, file] = words.as_slice()
            && sign == "<"
        {
            stdin = fs::File::open(self.path().join(file)).expect("a file to read").into();
            words.truncate(words.len() - 2);
        }
        let output = Command::new(env!("CARGO_BIN_EXE_rationale"))
            .args(&words[1..])
            .current_dir(self.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(stdin)
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Said {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            exit: output.status.code().expect("an exit status"),
        }
    }
}

/// Words as a shell splits them: quotes group, nothing is expanded.
pub fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for character in line.chars() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() { copy(&path, &target) } else { drop(fs::copy(&path, &target)) }
    }
}
