//! Broken files: each mistake has its code and underlines the very text that is wrong.
//! A case is a file in `tests/broken`; its last lines say `#~ code` and the text underlined.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::path::Path;

use rationale::document::extend::extend;
use rationale::model::load::load;
use rationale::text::diagnostic::{Diagnostics, Severity};
use rationale::text::source::Texts;

/// Errors of a text as `code `underlined text``, sorted.
fn errors(content: &str) -> Vec<(String, String)> {
    let mut texts = Texts::default();
    let mut sink = Diagnostics::default();
    let mut read = |_: &Path| Ok(content.to_owned());
    let document = extend(Path::new("case.toml"), &mut read, &mut texts, &mut sink)
        .expect("the closure always reads");
    let model = load(&document, &mut sink);
    assert_eq!(model.is_none(), sink.has_errors(), "a model exactly where there is no error");
    let mut said: Vec<(String, String)> = sink
        .into_sorted()
        .into_iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| {
            let span = diagnostic.span().expect("every mistake in a file has its place");
            (diagnostic.code.to_owned(), texts.slice(span).to_owned())
        })
        .collect();
    said.sort();
    said
}

fn expected(content: &str) -> Vec<(String, Option<String>)> {
    let mut expected: Vec<(String, Option<String>)> = content
        .lines()
        .filter_map(|line| line.strip_prefix("#~ "))
        .map(|line| match line.split_once(' ') {
            Some((code, text)) => (code.to_owned(), Some(text.trim_matches('`').to_owned())),
            None => (line.to_owned(), None),
        })
        .collect();
    expected.sort();
    expected
}

#[test]
fn every_mistake_has_its_code_and_its_place() {
    let mut failures = Vec::new();
    let mut cases = 0;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    for entry in std::fs::read_dir(folder).expect("the folder of cases is there") {
        let path = entry.expect("the folder can be listed").path();
        let content = std::fs::read_to_string(&path).expect("a case can be read");
        let found = errors(&content);
        let expected = expected(&content);
        let fits = found.len() == expected.len()
            && found.iter().zip(&expected).all(|((code, text), (wanted, under))| {
                code == wanted && under.as_ref().is_none_or(|under| under == text)
            });
        if !fits {
            failures.push(format!("{}:\n  {found:?}\n  expected {expected:?}", path.display()));
        }
        cases += 1;
    }
    assert!(cases > 80, "cases are missing: {cases}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
