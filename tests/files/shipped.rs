//! The shipped scenarios: each loads without a single error.
//! What they decide is tested by `check`, through their own `[expect]`.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::path::Path;

use rationale::document::extend::extend;
use rationale::model::load::load;
use rationale::text::diagnostic::{Diagnostics, Severity};
use rationale::text::source::Texts;

#[test]
fn every_shipped_scenario_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("scenarios are there") {
        let path = entry.expect("the folder can be listed").path();
        let mut texts = Texts::default();
        let mut sink = Diagnostics::default();
        let mut read =
            |path: &Path| Ok(std::fs::read_to_string(path).expect("every file named is there"));
        let document =
            extend(&path, &mut read, &mut texts, &mut sink).expect("the scenario can be read");
        let model = load(&document, &mut sink);
        let errors: Vec<_> =
            sink.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        assert!(model.is_some_and(|model| model.vendors.len() >= 4));
        count += 1;
    }
    assert_eq!(count, 8);
}
