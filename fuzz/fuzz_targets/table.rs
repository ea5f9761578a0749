//! Any text as the CSV file of `vendors-from`: vendors or diagnostics whose spans lie in a text.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use rationale::document::extend::extend;
use rationale::model::load::load;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

const SCENARIO: &str = r#"
vendors-from = { file = "vendors.csv", ignore = ["notes"] }
[criteria.price]
weight = 1
scale = [0, 10]
[criteria.support]
weight = 1
levels = ["none", "office hours"]
[criteria.sso]
gate = { is = true }
"#;

fuzz_target!(|table: &str| {
    let mut texts = Texts::default();
    let mut diagnostics = Diagnostics::default();
    let mut read = |path: &Path| {
        let is_table = path.ends_with("vendors.csv");
        Ok(if is_table { table.to_owned() } else { SCENARIO.to_owned() })
    };
    let document = extend(Path::new("x"), &mut read, &mut texts, &mut diagnostics).unwrap();
    let model = load(&document, &mut diagnostics);
    assert_eq!(model.is_none(), diagnostics.has_errors());
    for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
        let content = &texts.get(label.span.text).content;
        assert!(content.get(label.span.start..label.span.end).is_some());
    }
});
