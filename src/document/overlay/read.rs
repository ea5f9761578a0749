//! Flags read one by one: a path, an `=`, a value.
//! First half of `overlay`; knows what each short form stands for.

use std::ops::Range;

use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::document::overlay::flag::{Flag, Kind};
use crate::document::overlay::{Assignment, Overlay, Share};
use crate::document::parse::parse_value;
use crate::document::{merge, path};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::id::TextId;
use crate::text::source::{Origin, Text, Texts};
use crate::text::span::{Span, Spanned};

/// Reads flags into an overlay; they become a text of their own, one to a line.
pub fn overlay(flags: &[Flag], texts: &mut Texts, diagnostics: &mut Diagnostics) -> Overlay {
    let lines: Vec<String> =
        flags.iter().map(|flag| format!("{} {}", flag.kind.name(), flag.words)).collect();
    let content = lines.join("\n");
    let text = texts.add(Text { name: "flags".to_owned(), content, origin: Origin::Flags });
    let mut reading =
        Reading { text, diagnostics, assignments: vec![], shares: vec![], retracted: vec![] };
    let mut start = 0;
    for (flag, line) in flags.iter().zip(&lines) {
        let offset = start + flag.kind.name().len() + 1;
        reading.flag(flag, offset);
        start += line.len() + 1;
    }
    reading.finish()
}

struct Reading<'a> {
    text: TextId,
    diagnostics: &'a mut Diagnostics,
    assignments: Vec<Assignment>,
    shares: Vec<Share>,
    retracted: Vec<Spanned<String>>,
}

/// A flag taken apart.
struct Parts<'f> {
    kind: Kind,
    keys: Vec<Key>,
    /// What stands after the `=`, trimmed, with its byte in the text.
    value: Option<(&'f str, usize)>,
    span: Span,
}

impl Reading<'_> {
    fn flag(&mut self, flag: &Flag, offset: usize) {
        let Some(parts) = self.parts(flag, offset) else { return };
        let assignment = match flag.kind {
            Kind::Set => self.set(parts),
            Kind::Rate => self.short(&parts, 2, |keys| {
                let [vendor, criterion] = keys else { return Vec::new() };
                let group = word("vendors", vendor.span);
                vec![group, vendor.clone(), word("ratings", vendor.span), criterion.clone()]
            }),
            Kind::Weight => self.weight(&parts),
            Kind::Assume => self.short(&parts, 1, |keys| under("assumptions", keys, "status")),
            Kind::Exclude => self.exclude(&parts),
            Kind::Include => self.include(&parts),
            Kind::Method => self.method(&parts),
            Kind::Retract => self.retract(parts),
        };
        self.assignments.extend(assignment);
    }

    fn parts<'f>(&mut self, flag: &'f Flag, offset: usize) -> Option<Parts<'f>> {
        let words = flag.words.as_str();
        let span = self.span(offset, 0..words.len());
        match path::parse(words) {
            Ok((segments, end)) => {
                let keys = segments
                    .into_iter()
                    .map(|segment| Key {
                        name: segment.name,
                        span: self.span(offset, segment.range),
                    })
                    .collect();
                let value = words.get(end + 1..).map(|value| {
                    let trimmed = value.trim_start();
                    (trimmed.trim_end(), offset + words.len() - trimmed.len())
                });
                Some(Parts { kind: flag.kind, keys, value, span })
            }
            Err(mistake) => {
                let at = self.span(offset, mistake.range);
                let diagnostic = Diagnostic::error("flag-path", at, mistake.words);
                self.diagnostics.push(diagnostic.help(example(flag.kind)));
                None
            }
        }
    }

    fn set(&mut self, parts: Parts<'_>) -> Option<Assignment> {
        let names: Vec<&str> = parts.keys.iter().map(|key| key.name.as_str()).collect();
        if let ["extends" | "criteria-file" | "expect", ..] = names.as_slice() {
            let message = format!("`{}` cannot be set by a flag", names[0]);
            self.diagnostics.push(Diagnostic::error("flag-path", parts.keys[0].span, message));
            return None;
        }
        let percent = parts.value.is_some_and(|(value, _)| value.ends_with('%'));
        if let (["criteria", _, "weight"], true) = (names.as_slice(), percent) {
            let keys = vec![parts.keys[1].clone()];
            return self.weight(&Parts { kind: Kind::Weight, keys, ..parts });
        }
        let node = self.value(&parts)?;
        Some(Assignment { path: parts.keys, node, span: parts.span })
    }

    /// A short form of `names` names, and the path it stands for.
    fn short(
        &mut self,
        parts: &Parts<'_>,
        names: usize,
        path: impl Fn(&[Key]) -> Vec<Key>,
    ) -> Option<Assignment> {
        self.names(parts, names)?;
        let node = self.value(parts)?;
        Some(Assignment { path: path(&parts.keys), node, span: parts.span })
    }

    fn weight(&mut self, parts: &Parts<'_>) -> Option<Assignment> {
        let percent = parts.value.and_then(|(value, at)| Some((value.strip_suffix('%')?, at)));
        let Some((number, at)) = percent else {
            return self.short(parts, 1, |keys| under("criteria", keys, "weight"));
        };
        let criterion = self.names(parts, 1)?;
        let span = Span { text: self.text, start: at, end: at + number.len() + 1 };
        match number.trim().parse::<f64>() {
            Ok(percent) if (0.0..=100.0).contains(&percent) => {
                let share = Spanned::new(percent / 100.0, span);
                self.shares.push(Share { criterion, share });
            }
            _ => {
                let message = "a share of the whole lies between 0% and 100%";
                self.diagnostics.push(Diagnostic::error("flag-value", span, message));
            }
        }
        None
    }

    fn exclude(&mut self, parts: &Parts<'_>) -> Option<Assignment> {
        self.names(parts, 1)?;
        let node = match parts.value {
            Some(_) => self.value(parts)?,
            None => Node { value: Value::Boolean(true), span: parts.span },
        };
        Some(Assignment { path: under("vendors", &parts.keys, "excluded"), node, span: parts.span })
    }

    fn include(&mut self, parts: &Parts<'_>) -> Option<Assignment> {
        self.names(parts, 1)?;
        if parts.value.is_some() {
            return self.no_value(parts);
        }
        let node = Node { value: Value::Boolean(false), span: parts.span };
        Some(Assignment { path: under("vendors", &parts.keys, "excluded"), node, span: parts.span })
    }

    fn method(&mut self, parts: &Parts<'_>) -> Option<Assignment> {
        let kind = self.names(parts, 1)?;
        if parts.value.is_some() {
            return self.no_value(parts);
        }
        let node = Node { value: Value::String(kind.value), span: kind.span };
        let entries = vec![Entry { key: word("kind", kind.span), node }];
        let node = Node { value: Value::Table(Table { entries }), span: kind.span };
        Some(Assignment { path: vec![word("method", kind.span)], node, span: parts.span })
    }

    fn retract(&mut self, parts: Parts<'_>) -> Option<Assignment> {
        let group = match parts.keys.as_slice() {
            [group, _] => Some(group.name.as_str()),
            _ => None,
        };
        if parts.value.is_some() {
            return self.no_value(&parts);
        }
        if let Some("evidence" | "sources") = group {
            let node = Node { value: Value::Boolean(true), span: parts.span };
            let mut path = parts.keys;
            path.push(word("retracted", parts.span));
            return Some(Assignment { path, node, span: parts.span });
        }
        let id = self.names(&parts, 1)?;
        self.retracted.push(id);
        None
    }

    /// The first name, when there are as many as the flag takes.
    fn names(&mut self, parts: &Parts<'_>, count: usize) -> Option<Spanned<String>> {
        match parts.keys.as_slice() {
            [first, ..] if parts.keys.len() == count => {
                Some(Spanned::new(first.name.clone(), first.span))
            }
            keys => {
                let (Some(first), Some(last)) = (keys.first(), keys.last()) else { return None };
                let span = Span { end: last.span.end, ..first.span };
                let name = parts.kind.name();
                let takes = if count == 1 { "one name" } else { "a vendor, a point, a criterion" };
                let diagnostic =
                    Diagnostic::error("flag-path", span, format!("`{name}` takes {takes}"))
                        .help(example(parts.kind))
                        .help("a name that holds a point stands in quotes: '\"a.b\"'");
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// The value: TOML where it can be read as such, else a bare word, which is a string.
    fn value(&mut self, parts: &Parts<'_>) -> Option<Node> {
        let Some((raw, at)) = parts.value.filter(|(raw, _)| !raw.is_empty()) else {
            let message = format!("`{}` needs a value after an `=`", parts.kind.name());
            let diagnostic = Diagnostic::error("flag-value", parts.span, message);
            self.diagnostics.push(diagnostic.help(example(parts.kind)));
            return None;
        };
        match parse_value(raw, self.text, at) {
            Ok(node) => Some(node),
            Err(mistake)
                if raw.starts_with(['"', '\'', '[', '{']) || mistake.code == "too-deep" =>
            {
                let span = mistake.span().unwrap_or(parts.span);
                let message = mistake.message.clone();
                self.diagnostics.push(Diagnostic::error("flag-value", span, message));
                None
            }
            Err(_) => {
                let span = Span { text: self.text, start: at, end: at + raw.len() };
                Some(Node { value: Value::String(raw.to_owned()), span })
            }
        }
    }

    fn no_value(&mut self, parts: &Parts<'_>) -> Option<Assignment> {
        let message = format!("`{}` takes no value", parts.kind.name());
        let diagnostic = Diagnostic::error("flag-value", parts.span, message);
        self.diagnostics.push(diagnostic.help(example(parts.kind)));
        None
    }

    fn span(&self, offset: usize, range: Range<usize>) -> Span {
        Span { text: self.text, start: offset + range.start, end: offset + range.end }
    }

    /// Sorts everything, drops what is said twice, and says what contradicts itself.
    fn finish(mut self) -> Overlay {
        self.assignments.sort_by(|a, b| names(&a.path).cmp(names(&b.path)));
        let diagnostics = &mut *self.diagnostics;
        self.assignments.dedup_by(|second, first| {
            let twice = names(&second.path).eq(names(&first.path));
            if twice && !merge::same(&second.node, &first.node) {
                let shown = path::show(names(&first.path));
                diagnostics.push(given_twice(&shown, first.span, second.span));
            }
            twice
        });
        self.shares.sort_by(|a, b| a.criterion.value.cmp(&b.criterion.value));
        self.shares.dedup_by(|second, first| {
            let twice = second.criterion.value == first.criterion.value;
            if twice && second.share.value != first.share.value {
                let shown = path::quote(&first.criterion.value);
                diagnostics.push(given_twice(&shown, first.share.span, second.share.span));
            }
            twice
        });
        for share in &self.shares {
            let id = share.criterion.value.as_str();
            let plain = self
                .assignments
                .iter()
                .find(|assignment| names(&assignment.path).take(3).eq(["criteria", id, "weight"]));
            if let Some(plain) = plain {
                diagnostics.push(given_twice(&path::quote(id), plain.span, share.share.span));
            }
        }
        self.retracted.sort_by(|a, b| a.value.cmp(&b.value));
        self.retracted.dedup_by(|second, first| second.value == first.value);
        Overlay {
            text: self.text,
            assignments: self.assignments,
            shares: self.shares,
            retracted: self.retracted,
        }
    }
}

fn names(path: &[Key]) -> impl Iterator<Item = &str> {
    path.iter().map(|key| key.name.as_str())
}

fn given_twice(shown: &str, first: Span, second: Span) -> Diagnostic {
    Diagnostic::error("flag-twice", second, format!("two flags give `{shown}` different values"))
        .and(first, "the other")
}

fn example(kind: Kind) -> String {
    format!("write {}", kind.usage())
}

fn word(name: &str, span: Span) -> Key {
    Key { name: name.to_owned(), span }
}

/// `group.ID.key` for the one name of a short form.
fn under(group: &str, keys: &[Key], key: &str) -> Vec<Key> {
    let [id] = keys else { return Vec::new() };
    vec![word(group, id.span), id.clone(), word(key, id.span)]
}
