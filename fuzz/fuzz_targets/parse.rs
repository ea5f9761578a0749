//! Any text becomes a tree and diagnostics whose spans lie in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rationale::document::parse::parse;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::{Origin, Text, Texts};

fuzz_target!(|content: &str| {
    let mut texts = Texts::default();
    let text = Text { name: "x".into(), content: content.into(), origin: Origin::Flags };
    let text = texts.add(text);
    let mut diagnostics = Diagnostics::default();
    parse(content, text, &mut diagnostics);
    for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
        assert!(content.get(label.span.start..label.span.end).is_some());
    }
});
