//! Any flags over a small document: one flag a line, its first byte says which.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use rationale::document::extend::extend;
use rationale::document::overlay::{Flag, Kind, apply, overlay};
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

const BASE: &str = r#"
method = { kind = "waspas", lambda = 0.3 }
[vendors.a.ratings]
c = { value = 1, requires = ["x"] }
d = 2
[criteria.c]
weight = 1
[evidence.e]
[sources.s]
[assumptions.x]
"#;

const KINDS: [Kind; 8] = [
    Kind::Set,
    Kind::Rate,
    Kind::Weight,
    Kind::Assume,
    Kind::Exclude,
    Kind::Include,
    Kind::Method,
    Kind::Retract,
];

fuzz_target!(|content: &str| {
    let flags: Vec<Flag> = content
        .split('\n')
        .filter_map(|line| {
            let first = line.chars().next()?;
            let kind = KINDS[first as usize % KINDS.len()];
            Some(Flag { kind, words: line[first.len_utf8()..].to_owned() })
        })
        .collect();
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let mut read = |_: &Path| Ok(BASE.to_owned());
    let document = extend(Path::new("x"), &mut read, &mut texts, &mut diagnostics).unwrap();
    let overlay = overlay(&flags, &mut texts, &mut diagnostics);
    apply(document, overlay, &mut diagnostics);
    for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
        let content = &texts.get(label.span.text).content;
        assert!(content.get(label.span.start..label.span.end).is_some());
    }
});
