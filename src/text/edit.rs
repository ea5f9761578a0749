//! A change to a text as bytes to replace, so that everything else stays as its owner left it.
//! Made by `edit`, applied before a file is written and by whoever shows a difference.

use crate::text::span::Span;

/// Bytes of one text and what stands there afterwards.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextEdit {
    /// What is replaced; empty to insert before its start.
    pub span: Span,
    /// What stands there afterwards.
    pub with: String,
}

/// The text after all edits; spans count in the text before.
///
/// Edits are applied in the order of their spans. `None` when two of them overlap, or when one does
/// not start and end between characters of the text.
pub fn apply(content: &str, edits: &[TextEdit]) -> Option<String> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sorted.sort();
    let mut result = String::with_capacity(content.len());
    let mut at = 0;
    for edit in sorted {
        result.push_str(content.get(at..edit.span.start)?);
        content.get(edit.span.start..edit.span.end)?;
        result.push_str(&edit.with);
        at = edit.span.end;
    }
    result.push_str(content.get(at..)?);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::{TextEdit, apply};
    use crate::text::source::{Origin, Text, Texts};
    use crate::text::span::Span;

    #[test]
    fn edits_apply_in_order_and_refuse_to_overlap() {
        let content = "a = \u{e9}\n";
        let mut texts = Texts::default();
        let origin = Origin::Flags;
        let text = texts.add(Text { name: "x".into(), content: content.into(), origin });
        let edit = |start, end, with: &str| TextEdit {
            span: Span { text, start, end },
            with: with.to_owned(),
        };
        assert_eq!(apply(content, &[edit(4, 6, "1"), edit(0, 0, "b.")]).unwrap(), "b.a = 1\n");
        assert_eq!(apply(content, &[edit(0, 3, ""), edit(2, 4, "")]), None);
        assert_eq!(apply(content, &[edit(4, 5, "")]), None);
        assert_eq!(apply(content, &[edit(4, 99, "")]), None);
    }
}
