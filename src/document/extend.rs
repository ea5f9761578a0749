//! A file with everything it stands on: `extends` chains and the criteria file, merged.
//! `Text → extend → Document`; reads through a closure, so the outside world stays outside.

use std::path::{Component, Path, PathBuf};

use crate::document::merge::{self, Said, Under};
use crate::document::node::{Entry, Node, Table, Value};
use crate::document::parse::parse;
use crate::document::vendors_from;
use crate::document::{Document, Layer, Role};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::source::{Origin, Text, Texts};
use crate::text::span::{Span, Spanned};
use crate::text::unreadable::Unreadable;

/// How many files a chain may have.
pub const LONGEST_CHAIN: usize = 32;

/// How the text of a path is had: from the disk, from standard input, from a test.
pub type Read<'a> = dyn FnMut(&Path) -> Result<String, Unreadable> + 'a;

/// Reads a file and what it stands on, and merges it all: criteria file below, then each base, then the file.
///
/// Relative paths in a file count from that file's folder. A `criteria-file` in a later file of the
/// chain replaces that of an earlier one. Mistakes inside files, a missing base among them, are said
/// and the rest is merged.
///
/// # Errors
/// When the file itself cannot be read.
pub fn extend(
    path: &Path,
    read: &mut Read<'_>,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Result<Document, Unreadable> {
    let content = read(path)?;
    let mut gathering = Gathering { read, texts, diagnostics };
    let first = gathering.take(path, content, Role::Outermost);
    let chain = gathering.chain(first);
    let criteria = gathering.criteria(&chain);
    let diagnostics = gathering.diagnostics;
    Ok(combine(chain, criteria, diagnostics))
}

/// One file taken in: its tree without the keys that name other files.
struct Taken {
    layer: Layer,
    root: Node,
    extends: Option<Spanned<String>>,
    criteria_file: Option<Spanned<String>>,
}

struct Gathering<'a, 'r> {
    read: &'a mut Read<'r>,
    texts: &'a mut Texts,
    diagnostics: &'a mut Diagnostics,
}

impl Gathering<'_, '_> {
    fn take(&mut self, path: &Path, content: String, role: Role) -> Taken {
        let name = tidy(path).display().to_string();
        let origin = Origin::File(path.to_path_buf());
        let text = self.texts.add(Text { name, content, origin });
        let mut root = parse(&self.texts.get(text).content, text, self.diagnostics);
        let (extends, criteria_file) = match role {
            Role::Criteria => {
                self.refuse_links(&mut root);
                (None, None)
            }
            Role::Outermost | Role::Base => {
                (self.link(&mut root, "extends"), self.link(&mut root, "criteria-file"))
            }
        };
        if let Some(entry) = take(&mut root, "vendors-from") {
            self.vendors_from(&mut root, &entry, path, extends.is_some());
        }
        let layer = Layer { text, path: path.to_path_buf(), role, title: title(&root) };
        Taken { layer, root, extends, criteria_file }
    }

    /// Puts the vendors of a table file under those of the root.
    fn vendors_from(&mut self, root: &mut Node, entry: &Entry, path: &Path, is_what_if: bool) {
        if is_what_if {
            let message = "`vendors-from` in a scenario that extends another";
            let help =
                "a table file stands at the bottom; say here what differs, under [vendors.ID]";
            let diagnostic = Diagnostic::error("misplaced-key", entry.key.span, message).help(help);
            self.diagnostics.push(diagnostic);
            return;
        }
        let Some(wanted) = vendors_from::wanted(&entry.node, self.diagnostics) else { return };
        let file = beside(path, &wanted.file.value);
        match (self.read)(&file) {
            Ok(content) => {
                let name = tidy(&file).display().to_string();
                let text = self.texts.add(Text { name, content, origin: Origin::File(file) });
                let content = &self.texts.get(text).content;
                let rows = vendors_from::rows(content, text, &wanted, self.diagnostics);
                vendors_from::lay_under(root, rows, entry.node.span);
            }
            Err(unreadable) => {
                let shown = tidy(&file);
                let message = format!("cannot read `{}`: {}", shown.display(), unreadable.reason);
                let help = "the path counts from the folder of the file that names it";
                let span = wanted.file.span;
                self.diagnostics.push(Diagnostic::error("missing-file", span, message).help(help));
            }
        }
    }

    /// Takes a key that names a file out of the root.
    fn link(&mut self, root: &mut Node, key: &str) -> Option<Spanned<String>> {
        let entry = take(root, key)?;
        match entry.node.value {
            Value::String(target) if !target.trim().is_empty() => {
                Some(Spanned::new(target, entry.node.span))
            }
            other => {
                let message = format!("`{key}` is the path of a file, not {}", other.kind());
                self.diagnostics.push(Diagnostic::error("wrong-type", entry.node.span, message));
                None
            }
        }
    }

    /// A criteria file stands at the bottom and names no other.
    fn refuse_links(&mut self, root: &mut Node) {
        for key in ["extends", "criteria-file"] {
            if let Some(entry) = take(root, key) {
                let message = format!("a criteria file has no key `{key}`");
                self.diagnostics.push(Diagnostic::error("unknown-key", entry.key.span, message));
            }
        }
    }

    /// The file and each that it extends in turn.
    fn chain(&mut self, first: Taken) -> Vec<Taken> {
        let mut chain = vec![first];
        while let Some(last) = chain.last() {
            let Some(extends) = last.extends.clone() else { break };
            let path = beside(&last.layer.path, &extends.value);
            if let Some(start) = position(&chain, &path) {
                self.diagnostics.push(cycle(&chain[start..], extends.span));
                break;
            }
            if chain.len() == LONGEST_CHAIN {
                let message = format!("more than {LONGEST_CHAIN} files extend one another");
                self.diagnostics.push(Diagnostic::error("chain-too-long", extends.span, message));
                break;
            }
            let Some(base) = self.follow(&path, extends.span, Role::Base) else { break };
            chain.push(base);
        }
        chain
    }

    /// The criteria file that the outermost file naming one names.
    fn criteria(&mut self, chain: &[Taken]) -> Option<Taken> {
        let (layer, link) = chain
            .iter()
            .find_map(|taken| taken.criteria_file.as_ref().map(|link| (&taken.layer, link)))?;
        let path = beside(&layer.path, &link.value);
        if position(chain, &path).is_some() {
            let message = format!("`{}` cannot be its own criteria file", tidy(&path).display());
            self.diagnostics.push(Diagnostic::error("extends-cycle", link.span, message));
            return None;
        }
        self.follow(&path, link.span, Role::Criteria)
    }

    fn follow(&mut self, path: &Path, link: Span, role: Role) -> Option<Taken> {
        match (self.read)(path) {
            Ok(content) => Some(self.take(path, content, role)),
            Err(unreadable) => {
                let shown = tidy(path);
                let message = format!("cannot read `{}`: {}", shown.display(), unreadable.reason);
                let help = "the path counts from the folder of the file that names it";
                self.diagnostics.push(Diagnostic::error("missing-file", link, message).help(help));
                None
            }
        }
    }
}

/// Merges from the bottom up: criteria file, last base, …, the file that was asked for.
fn combine(chain: Vec<Taken>, criteria: Option<Taken>, diagnostics: &mut Diagnostics) -> Document {
    let taken: Vec<Taken> = chain.into_iter().chain(criteria).collect();
    let layers: Vec<Layer> = taken.iter().map(|taken| taken.layer.clone()).collect();
    let mut overrides = Vec::new();
    let mut root = Node { value: Value::Table(Table::default()), span: taken[0].root.span };
    // Where a base could not be read, nothing is known of what would be new to it.
    let lost = taken.iter().rev().find(|taken| taken.layer.role != Role::Criteria);
    let lost = lost.is_some_and(|last| last.extends.is_some());
    let mut under = if lost { Under::Criteria } else { Under::Nothing };
    for taken in taken.into_iter().rev() {
        let said = &mut Said { diagnostics, overrides: &mut overrides };
        merge::merge(&mut root, taken.root, under, said);
        under = match taken.layer.role {
            Role::Criteria => Under::Criteria,
            Role::Outermost | Role::Base => Under::Scenario,
        };
    }
    Document { root, layers, overrides, shares: Vec::new(), what_if: None }
}

fn take(root: &mut Node, key: &str) -> Option<Entry> {
    let Value::Table(table) = &mut root.value else { return None };
    let index = table.entries.iter().position(|entry| entry.key.name == key)?;
    Some(table.entries.remove(index))
}

fn title(root: &Node) -> Option<Spanned<String>> {
    let Value::Table(table) = &root.value else { return None };
    let node = &table.get("title")?.node;
    match &node.value {
        Value::String(title) => Some(Spanned::new(title.clone(), node.span)),
        _ => None,
    }
}

fn position(chain: &[Taken], path: &Path) -> Option<usize> {
    let path = tidy(path);
    chain.iter().position(|taken| tidy(&taken.layer.path) == path)
}

fn cycle(files: &[Taken], link: Span) -> Diagnostic {
    let names: Vec<String> =
        files.iter().map(|taken| format!("`{}`", tidy(&taken.layer.path).display())).collect();
    let message = match names.as_slice() {
        [only] => format!("{only} extends itself"),
        [first, ..] => format!("{} → {first}: these files extend one another", names.join(" → ")),
        [] => String::new(),
    };
    Diagnostic::error("extends-cycle", link, message)
}

/// A path beside the file that names it.
fn beside(file: &Path, target: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(target)
}

/// The path without `.` and `folder/..`, to compare and to show; symbolic links are not followed.
fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(tidied.components().next_back(), Some(Component::Normal(_))) =>
            {
                tidied.pop();
            }
            other => tidied.push(other),
        }
    }
    tidied
}

#[cfg(test)]
pub(crate) mod tests;
