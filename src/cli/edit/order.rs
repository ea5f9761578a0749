//! One edit from what was typed to what is said: carried out only where the file still checks.
//! `Order → Edited`, then written, then put into words or an object.

use std::path::Path;

use crate::cli::edit::Common;
use crate::cli::edit::edited::Edited;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::opening::{Opened, open_with, read};
use crate::cli::terminal::Terminal;
use crate::document::node::{Node, Value};
use crate::document::path::Segment;
use crate::document::{Role, parse, path};
use crate::edit::{STILL_REFERENCED, Target, add, remove, rename, set};
use crate::explore::moves::Renamed;
use crate::files;
use crate::report::drawn::draw;
use crate::report::json;
use crate::report::json::envelope::envelope;
use crate::report::style::{BAD, GOOD, STRONG, styled};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::edit::{TextEdit, apply};
use crate::text::id::TextId;
use crate::text::nearest::nearest;
use crate::text::source::{Origin, Text, Texts};
use crate::text::span::Span;

/// An edit that was asked for.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// A value in place of what stands there.
    Set(&'a str),
    /// A value where there is none.
    Add(&'a str),
    /// Nothing there any more.
    Remove,
    /// Another id.
    Rename(&'a str),
}

/// An edit of a file.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The file.
    pub file: &'a str,
    /// Where in it.
    pub path: &'a str,
    /// What is done there.
    pub change: Change<'a>,
}

impl Order<'_> {
    /// Writes the file, unless it would no longer check, and says what that did.
    pub fn carry_out(&self, common: &Common, terminal: &mut Terminal) -> Result<Exit, Failure> {
        if self.file == "-" {
            return Err(Failure::usage("standard input cannot be edited in place"));
        }
        let names = self.names()?;
        let names: Vec<&str> = names.iter().map(|segment| segment.name.as_str()).collect();
        let shape = common.format.shape();
        let edited = self.edited(&names, shape, terminal)?;
        if edited.after.model.is_none() && !edited.after.is_criteria_file() {
            say_refused(shape, terminal);
            return Err(Failure::invalid(&edited.after, shape));
        }
        if let (Change::Rename(_), Some(place)) = (self.change, elsewhere(&edited.after, &names)) {
            let path = self.path;
            return Err(Failure::usage(format!(
                "`{path}` is named at {place} too, and would be two; change its name there"
            )));
        }
        let written = edited.old != edited.new && !common.dry_run;
        if written {
            files::write(Path::new(self.file), edited.new.as_bytes())?;
        }
        match shape {
            Shape::Words => terminal.print(&self.in_words(&names, &edited, written)),
            Shape::Json => terminal.print(&self.as_json(&names, &edited, written)),
        }
        Ok(Exit::Done)
    }

    /// The path, name by name.
    fn names(&self) -> Result<Vec<Segment>, Failure> {
        match path::parse(self.path) {
            Ok((segments, end)) if end == self.path.len() => Ok(segments),
            Ok((_, end)) => {
                let rest = &self.path[end..];
                Err(Failure::usage(format!("`{rest}` does not belong to a path")))
            }
            Err(mistake) => Err(Failure::usage(format!("`{}`: {}", self.path, mistake.words))),
        }
    }

    fn edited(
        &self,
        names: &[&str],
        shape: Shape,
        terminal: &mut Terminal,
    ) -> Result<Edited, Failure> {
        let path = Path::new(self.file);
        let before = open_with(self.file, &[], &mut read)?;
        let mut layers = before.document.layers.iter();
        let Some(layer) = layers.find(|layer| layer.role == Role::Outermost) else {
            return Err(Failure::invalid(&before, shape));
        };
        let text = layer.text;
        let old = before.texts.get(text).content.clone();
        let edits = match Target::new(&old, text) {
            Ok(target) => self.edits(&target, names, text),
            Err(mistakes) if before.diagnostics.iter().any(|said| mistakes.contains(said)) => {
                return Err(Failure::invalid(&before, shape));
            }
            Err(mistakes) => Err(mistakes),
        };
        let edits = match edits {
            Ok(edits) => edits,
            Err(mistakes) if mistakes.iter().any(|mistake| mistake.code == STILL_REFERENCED) => {
                say_refused(shape, terminal);
                return Err(Failure::wrong(&before, &mistakes, shape));
            }
            Err(mistakes) => {
                let drawn = draw(&mistakes, &before.texts);
                return Err(Failure::Drawn(Exit::Usage, drawn.trim_end().to_owned()));
            }
        };
        let Some(new) = apply(&old, &edits) else {
            return Err(Failure::usage("the edits overlap"));
        };
        if let (Change::Set(_), Some(stranger)) = (self.change, stranger(&before, names)) {
            return Err(Failure::usage(stranger));
        }
        let mut instead = |asked: &Path| match asked == path {
            true => Ok(new.clone()),
            false => read(asked),
        };
        let after = open_with(self.file, &[], &mut instead)?;
        Ok(Edited { before, after, old, new })
    }

    fn edits(
        &self,
        target: &Target<'_>,
        names: &[&str],
        text: TextId,
    ) -> Result<Vec<TextEdit>, Vec<Diagnostic>> {
        let edits = match self.change {
            Change::Set(value) => set(target, names, value),
            Change::Add(value) => add(target, names, value),
            Change::Remove => remove(target, names),
            Change::Rename(new) => match names {
                [group, id] => rename(target, group, id, new),
                _ => {
                    let words = format!("`{}` names no id, as `vendors.acme` does", self.path);
                    let span = Span { text, start: 0, end: 0 };
                    return Err(vec![Diagnostic::error("not-an-id", span, words)]);
                }
            },
        };
        edits.map_err(|mistake| vec![*mistake])
    }

    /// A vendor's old id and its new one, where that is the edit.
    fn renamed<'b>(&'b self, names: &[&'b str]) -> Option<Renamed<'b>> {
        match (self.change, names) {
            (Change::Rename(to), ["vendors", from]) => Some(Renamed { from, to }),
            _ => None,
        }
    }

    /// What stood at the path before, and what stands there after.
    fn values(&self, names: &[&str], edited: &Edited) -> (Option<String>, Option<String>) {
        match (self.change, names) {
            (Change::Rename(new), [_, id]) => (Some((*id).to_owned()), Some(new.to_owned())),
            _ => (value_at(&edited.old, names), value_at(&edited.new, names)),
        }
    }

    fn in_words(&self, names: &[&str], edited: &Edited, written: bool) -> String {
        let (from, to) = self.values(names, edited);
        if edited.old == edited.new {
            let value = to.unwrap_or_default();
            return format!("{} is {value} already; nothing to do\n", self.path);
        }
        let what = match (from, to) {
            (Some(from), Some(to)) => format!("{}: {from} → {to}", self.path),
            (None, Some(to)) => format!("{}: {to} (new)", self.path),
            (Some(_), None) => match elsewhere(&edited.after, names) {
                Some(place) => format!("{}: removed here; it stands at {place} too", self.path),
                None => format!("{}: removed", self.path),
            },
            (None, None) => self.path.to_owned(),
        };
        let (word, style) = match written {
            true => ("written", GOOD),
            false => ("not written (--dry-run)", BAD),
        };
        let place = format!("{}: {}\n", self.file, styled(word, style));
        let mut page = format!("{}\n{place}", styled(&what, STRONG));
        if !written {
            page.push_str(&format!("\n{}", edited.diff(self.file)));
        }
        page.push_str(&edited.effect(self.renamed(names)));
        page
    }

    fn as_json(&self, names: &[&str], edited: &Edited, written: bool) -> String {
        let (from, to) = self.values(names, edited);
        let body = json::edit::Edit {
            file: self.file.to_owned(),
            path: self.path.to_owned(),
            from,
            to,
            diff: edited.diff(self.file),
            moves: edited.moves(self.renamed(names)).iter().map(json::edit::Move::from).collect(),
            written,
        };
        let schema = match self.change {
            Change::Set(_) => "set/1",
            Change::Add(_) => "add/1",
            Change::Remove => "remove/1",
            Change::Rename(_) => "rename/1",
        };
        json::text(&envelope(schema, &edited.after.run(), body))
    }
}

/// Said ahead of what would be wrong.
fn say_refused(shape: Shape, terminal: &mut Terminal) {
    if shape == Shape::Words {
        terminal.complain("refused: the file would no longer check; nothing was written");
    }
}

/// Where another file still has what a path leads to, such as a row of `vendors-from`.
fn elsewhere(after: &Opened, names: &[&str]) -> Option<String> {
    let [group, id] = names else { return None };
    let Value::Table(root) = &after.document.root.value else { return None };
    let Value::Table(table) = &root.get(group)?.node.value else { return None };
    Some(after.texts.place(table.get(id)?.key.span))
}

/// A slip in an id would make a new vendor or criterion of it: `set` changes only what there is.
fn stranger(before: &Opened, names: &[&str]) -> Option<String> {
    let [group @ ("vendors" | "criteria" | "evidence" | "sources" | "assumptions"), id, _, ..] =
        names
    else {
        return None;
    };
    let Value::Table(root) = &before.document.root.value else { return None };
    let known = match root.get(group).map(|entry| &entry.node.value) {
        Some(Value::Table(table)) if table.get(id).is_some() => return None,
        Some(Value::Table(table)) => {
            table.entries.iter().map(|entry| entry.key.name.as_str()).collect()
        }
        _ => Vec::new(),
    };
    let advice = match nearest(id, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`add` adds one".to_owned(),
    };
    Some(format!("there is no `{group}.{id}`; {advice}"))
}

/// The text of the value at a path, as it is written.
fn value_at(content: &str, names: &[&str]) -> Option<String> {
    let mut texts = Texts::default();
    let origin = Origin::Flags;
    let text = texts.add(Text { name: String::new(), content: content.to_owned(), origin });
    let root = parse::parse(content, text, &mut Diagnostics::default());
    let mut at: &Node = &root;
    for name in names {
        let Value::Table(table) = &at.value else { return None };
        at = &table.get(name)?.node;
    }
    Some(texts.slice(at.span).to_owned())
}
