//! Diagnostics drawn for a terminal: code, message, the person's own line with what is wrong under it.
//! All at once and sorted, with a count at the end; positions come from the texts of the run.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::report::style::{BAD, OPEN, styled};
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};
use crate::text::diagnostic::{Diagnostic, Label, Severity};
use crate::text::id::TextId;
use crate::text::source::Texts;
use crate::text::span::Span;

/// All diagnostics, in the order given, each followed by an empty line, with styles.
pub fn draw(diagnostics: &[Diagnostic], texts: &Texts) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(PAGE);
    let mut drawn = String::new();
    for diagnostic in diagnostics {
        drawn.push_str(&renderer.render(&[group(diagnostic, texts)]));
        drawn.push_str("\n\n");
    }
    drawn
}

/// `2 errors and 1 warning`, or nothing where there is nothing to count.
pub fn tally(diagnostics: &[Diagnostic]) -> Option<String> {
    let number = |severity| diagnostics.iter().filter(|each| each.severity == severity).count();
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(styled(&count(errors, "error"), BAD));
    }
    if warnings > 0 {
        parts.push(styled(&count(warnings, "warning"), OPEN));
    }
    (!parts.is_empty()).then(|| list(&parts))
}

/// One diagnostic in a line or two, with its place at the end.
pub fn line(diagnostic: &Diagnostic, texts: &Texts) -> String {
    let (word, style) = match diagnostic.severity {
        Severity::Error => ("error", BAD),
        Severity::Warning => ("warning", OPEN),
    };
    let place = diagnostic.span().map(|span| format!(" ({})", texts.place(span)));
    let text = format!("{}{}", diagnostic.message, place.unwrap_or_default());
    let lead = format!("{word}[{}]: ", diagnostic.code);
    let lines = paragraph(&lead, &printable(&text), PAGE);
    lines.replacen(word, &styled(word, style), 1)
}

fn group<'a>(diagnostic: &'a Diagnostic, texts: &'a Texts) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
    let mut group = Group::with_title(title);
    let primary = diagnostic.span();
    for (id, labels) in by_text(diagnostic) {
        let text = texts.get(id);
        let mut snippet = Snippet::source(text.content.as_str()).path(text.name.as_str());
        for label in labels {
            let kind = if Some(label.span) == primary {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let range = within(label.span, &text.content);
            let words = (!label.words.is_empty()).then_some(label.words.as_str());
            snippet = snippet.annotation(kind.span(range).label(words));
        }
        group = group.element(snippet);
    }
    for line in &diagnostic.help {
        group = group.element(Level::HELP.message(line.as_str()));
    }
    group
}

type Labels<'a> = Vec<&'a Label>;

/// Labels by text: that of the primary one first, the others in reading order.
fn by_text(diagnostic: &Diagnostic) -> Vec<(TextId, Labels<'_>)> {
    let mut texts: BTreeMap<(bool, TextId), Labels<'_>> = BTreeMap::new();
    let primary = diagnostic.span().map(|span| span.text);
    for label in &diagnostic.labels {
        texts.entry((Some(label.span.text) != primary, label.span.text)).or_default().push(label);
    }
    texts.into_iter().map(|((_, id), labels)| (id, labels)).collect()
}

/// A range inside the text, on character boundaries, whatever the span says.
fn within(span: Span, content: &str) -> std::ops::Range<usize> {
    let on_boundary = |mut at: usize| {
        at = at.min(content.len());
        while !content.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = on_boundary(span.start);
    start..on_boundary(span.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::{draw, tally};
    use crate::text::diagnostic::Diagnostic;
    use crate::text::source::{Origin, Text, Texts};
    use crate::text::span::Span;

    #[test]
    fn a_mistake_is_shown_under_its_own_line() {
        let mut texts = Texts::default();
        let content = "title = \"x\"\n[criteria.speed]\nwieght = 3\n".to_owned();
        let name = "criteria/x.toml".to_owned();
        let text = texts.add(Text { name, content, origin: Origin::Flags });
        let span = Span { text, start: 29, end: 35 };
        let mistake = Diagnostic::error("unknown-key", span, "`wieght` is no key of a criterion")
            .labelled("did you mean `weight`?")
            .help("keys: title, under, weight");
        let drawn = draw(std::slice::from_ref(&mistake), &texts);
        assert_eq!(
            anstream::adapter::strip_str(&drawn).to_string(),
            "error[unknown-key]: `wieght` is no key of a criterion\n \
             --> criteria/x.toml:3:1\n  \
             |\n\
             3 | wieght = 3\n  \
             | ^^^^^^ did you mean `weight`?\n  \
             |\n  \
             = help: keys: title, under, weight\n\n"
        );
        let tally = tally(&[mistake]).unwrap_or_default();
        assert_eq!(anstream::adapter::strip_str(&tally).to_string(), "1 error");
    }

    #[test]
    fn a_span_beyond_the_end_is_no_panic() {
        let mut texts = Texts::default();
        let text =
            texts.add(Text { name: "-".into(), content: "é".into(), origin: Origin::Flags });
        for (start, end) in [(0, 99), (1, 1), (7, 3), (2, 2)] {
            let mistake = Diagnostic::error("x", Span { text, start, end }, "y");
            assert!(draw(&[mistake], &texts).contains("error[x]"));
        }
    }
}
