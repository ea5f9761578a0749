//! Any text as a whole scenario: diagnostics, or a decision without a figure that is no number.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use rationale::decide::run::decide;
use rationale::document::extend::extend;
use rationale::model::load::load;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

fuzz_target!(|content: &str| {
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let mut read = |_: &Path| Ok(content.to_owned());
    let document = extend(Path::new("x"), &mut read, &mut texts, &mut diagnostics).unwrap();
    let Some(model) = load(&document, &mut diagnostics) else {
        assert!(diagnostics.has_errors());
        return;
    };
    let Ok(decision) = decide(&model) else { return };
    let outcome = &decision.reading.outcome;
    assert!(outcome.merits.iter().chain(outcome.scores.iter().flatten()).all(|x| x.is_finite()));
    assert!(decision.margin.is_none_or(f64::is_finite));
});
