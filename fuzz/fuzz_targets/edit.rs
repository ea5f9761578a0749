//! Path, value and text, in lines: what `set` gives out reads back, what it removes is gone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rationale::document::path;
use rationale::edit::{Target, remove, set};
use rationale::text::edit::apply;
use rationale::text::source::{Origin, Text, Texts};

fuzz_target!(|input: &str| {
    let mut parts = input.splitn(3, '\n');
    let (Some(names), Some(value), Some(content)) = (parts.next(), parts.next(), parts.next())
    else {
        return;
    };
    let Ok((segments, _)) = path::parse(names) else { return };
    let names: Vec<&str> = segments.iter().map(|segment| segment.name.as_str()).collect();
    let text = Text { name: "x".into(), content: content.into(), origin: Origin::Flags };
    let text = Texts::default().add(text);
    let Ok(target) = Target::new(content, text) else { return };
    if let Ok(edits) = set(&target, &names, value) {
        let after = apply(content, &edits).expect("edits do not overlap");
        assert!(Target::new(&after, text).is_ok());
    }
    if let Ok(edits) = remove(&target, &names) {
        let after = apply(content, &edits).expect("edits do not overlap");
        assert!(Target::new(&after, text).is_ok());
    }
});
