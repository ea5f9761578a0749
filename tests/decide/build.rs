//! Models from TOML text, by the very way that files take.

use std::path::Path;

use rationale::document::extend::extend;
use rationale::document::overlay::Share;
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;
use rationale::text::span::Spanned;

/// The model of a scenario's text; panics with the diagnostics where there are errors.
pub fn model(content: &str) -> Model {
    asked(content, &[])
}

/// The same with shares of the whole asked for by flags.
#[expect(clippy::panic, reason = "a test's own text that does not load is a mistake in the test")]
#[expect(clippy::expect_used, reason = "the text is at hand")]
pub fn asked(content: &str, shares: &[(&str, f64)]) -> Model {
    let mut texts = Texts::default();
    let mut sink = Diagnostics::default();
    let mut read = |_: &Path| Ok(content.to_owned());
    let mut document = extend(Path::new("test.toml"), &mut read, &mut texts, &mut sink)
        .expect("the closure always reads");
    let span = document.root.span;
    document.shares.extend(shares.iter().map(|(name, share)| Share {
        criterion: Spanned::new((*name).to_owned(), span),
        share: Spanned::new(*share, span),
    }));
    load(&document, &mut sink).unwrap_or_else(|| {
        let messages: Vec<String> =
            sink.iter().map(|diagnostic| format!("{diagnostic:?}")).collect();
        panic!("{}\n{content}", messages.join("\n"))
    })
}
