//! A cursor over one table: every key is known, reserved or refused, every value has the right type.
//! How `model` reads a [`crate::document::Document`]; each mistake is said and reading goes on.

mod value;

pub use crate::document::reader::value::{
    as_array, as_boolean, as_choice, as_date, as_integer, as_number, as_pair, as_string, as_table,
};

use crate::document::node::{Entry, Node, Table};
use crate::document::reader::value::listed;
use crate::document::{path, words};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::nearest::nearest;
use crate::text::span::{Span, Spanned};

/// What a kind of table may hold.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// What the table is, with its article, as a message names it: `a criterion`.
    pub of: &'static str,
    /// Every key it may have.
    pub known: &'static [&'static str],
    /// Keys that are refused with "known, not yet supported".
    pub reserved: &'static [&'static str],
}

/// A table being read. Unknown and reserved keys are said when it is made.
///
/// Every getter returns `None` both for a key that is absent and for one whose value was refused;
/// the refusal has then been said. Getters borrow from the tree, not from the reader, so a table
/// found by one can be read with the same sink: `read_gate(gate, reader.sink())`.
pub struct Reader<'t, 's> {
    table: &'t Table,
    span: Span,
    keys: Keys,
    sink: &'s mut Diagnostics,
}

impl<'t, 's> Reader<'t, 's> {
    /// Starts on a table; `span` is where a key that is missing is said.
    pub fn new(table: &'t Table, span: Span, keys: Keys, sink: &'s mut Diagnostics) -> Self {
        for entry in &table.entries {
            if !keys.known.contains(&entry.key.name.as_str()) {
                sink.push(refused(entry, keys));
            }
        }
        Self { table, span, keys, sink }
    }

    /// Starts on a node that should be a table; says `wrong-type` where it is not.
    pub fn of(node: &'t Node, keys: Keys, sink: &'s mut Diagnostics) -> Option<Self> {
        let table = as_table(node, keys.of, sink)?;
        Some(Self::new(table.value, table.span, keys, sink))
    }

    /// Where further mistakes go.
    pub fn sink(&mut self) -> &mut Diagnostics {
        self.sink
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The entry of a key, unread.
    pub fn entry(&self, key: &str) -> Option<&'t Entry> {
        debug_assert!(self.keys.known.contains(&key), "`{key}` is missing among the known keys");
        self.table.get(key)
    }

    /// The value of a key, unread.
    pub fn node(&self, key: &str) -> Option<&'t Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The value of a key that must be there; says `missing-key` where it is not.
    pub fn required(&mut self, key: &str) -> Option<&'t Node> {
        let node = self.node(key);
        if node.is_none() {
            let message = format!("{} needs `{key}`", self.keys.of);
            self.sink.push(Diagnostic::error("missing-key", self.span, message));
        }
        node
    }

    /// A string.
    pub fn string(&mut self, key: &str) -> Option<Spanned<&'t str>> {
        as_string(self.node(key)?, &named(key), self.sink)
    }

    /// A finite number, whole or not.
    pub fn number(&mut self, key: &str) -> Option<Spanned<f64>> {
        as_number(self.node(key)?, &named(key), self.sink)
    }

    /// A whole number.
    pub fn integer(&mut self, key: &str) -> Option<Spanned<i64>> {
        as_integer(self.node(key)?, &named(key), self.sink)
    }

    /// True or false.
    pub fn boolean(&mut self, key: &str) -> Option<Spanned<bool>> {
        as_boolean(self.node(key)?, &named(key), self.sink)
    }

    /// A date, in TOML's own spelling.
    pub fn date(&mut self, key: &str) -> Option<Spanned<&'t str>> {
        as_date(self.node(key)?, &named(key), self.sink)
    }

    /// A table; its span is that of the value.
    pub fn table(&mut self, key: &str) -> Option<Spanned<&'t Table>> {
        as_table(self.node(key)?, &named(key), self.sink)
    }

    /// The values of an array.
    pub fn array(&mut self, key: &str) -> Option<Spanned<&'t [Node]>> {
        as_array(self.node(key)?, &named(key), self.sink)
    }

    /// An array of strings; others in it are said and left out.
    pub fn strings(&mut self, key: &str) -> Option<Vec<Spanned<&'t str>>> {
        let items = self.array(key)?.value;
        let each = format!("each of {}", named(key));
        Some(items.iter().filter_map(|item| as_string(item, &each, self.sink)).collect())
    }

    /// An array of numbers; others in it are said and left out.
    pub fn numbers(&mut self, key: &str) -> Option<Vec<Spanned<f64>>> {
        let items = self.array(key)?.value;
        let each = format!("each of {}", named(key));
        Some(items.iter().filter_map(|item| as_number(item, &each, self.sink)).collect())
    }

    /// Two numbers in an array, such as a scale.
    pub fn pair(&mut self, key: &str) -> Option<Spanned<[f64; 2]>> {
        as_pair(self.node(key)?, &named(key), self.sink)
    }

    /// One of a few words, and what each stands for.
    pub fn choice<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<Spanned<T>> {
        as_choice(self.node(key)?, &named(key), words, self.sink)
    }
}

/// The diagnostic for a key that is not known.
fn refused(entry: &Entry, keys: Keys) -> Diagnostic {
    let name = entry.key.name.as_str();
    let shown = path::quote(name);
    let span = entry.key.span;
    // A foreign word that is also reserved elsewhere (`marks`) is reserved only where the place says so.
    if keys.reserved.contains(&name) {
        let message = format!("`{shown}` is known, not yet supported");
        return Diagnostic::error("reserved-key", span, message);
    }
    let message = format!("{} has no key `{shown}`", keys.of);
    let diagnostic = Diagnostic::error("unknown-key", span, message);
    // Top-level keys are never suggested away: `title` in `[method]` has slid under the header.
    if words::TOP_LEVEL.contains(&name) {
        let help = format!("`{shown}` belongs at the top of the file, above the first `[…]`");
        return diagnostic.help(help);
    }
    match words::native(name, keys.known).or_else(|| nearest(name, keys.known.iter().copied())) {
        Some(near) => {
            let diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            match words::direction(name) {
                Some(help) if near == "direction" || near == "scale" => diagnostic.help(help),
                _ => diagnostic,
            }
        }
        None => {
            let known: Vec<&str> = keys.known.to_vec();
            if known.is_empty() {
                diagnostic
            } else {
                diagnostic.help(format!("it has {}", listed(&known)))
            }
        }
    }
}

fn named(key: &str) -> String {
    format!("`{key}`")
}

#[cfg(test)]
mod tests;
