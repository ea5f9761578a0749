//! A tree written out as TOML: how the flags of a run are saved as a what-if.
//! For new files only; a file that a person owns is changed by `edit`.

use crate::document::merge::{Rule, rule};
use crate::document::node::{Node, Table, Value};
use crate::document::path::{quote, quote_string, show};

/// A table as a whole file: values first, then a header for each vendor, criterion and so on.
pub fn write(root: &Table) -> String {
    let mut written = String::new();
    section(root, &mut Vec::new(), &mut written);
    written
}

/// One value as it stands right of an `=`.
pub fn literal(node: &Node) -> String {
    match &node.value {
        Value::String(string) => quote_string(string),
        Value::Integer(integer) => integer.to_string(),
        Value::Float(float) if float.is_nan() => "nan".to_owned(),
        Value::Float(float) => format!("{float:?}"),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Date(date) => date.clone(),
        Value::Cell(text) => quote_string(text),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) if table.entries.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let entries = table.entries.iter();
            let entries = entries
                .map(|entry| format!("{} = {}", quote(&entry.key.name), literal(&entry.node)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn section<'t>(table: &'t Table, path: &mut Vec<&'t str>, written: &mut String) {
    let mut sections: Vec<(&str, &Table)> = Vec::new();
    let mut lines = String::new();
    for entry in &table.entries {
        path.push(&entry.key.name);
        match &entry.node.value {
            Value::Table(inner) if path.len() == 1 || rule(path) == Rule::Keys => {
                sections.push((&entry.key.name, inner));
            }
            _ => {
                let key = quote(&entry.key.name);
                lines.push_str(&format!("{key} = {}\n", literal(&entry.node)));
            }
        }
        path.pop();
    }
    if !path.is_empty() && (!lines.is_empty() || sections.is_empty()) {
        let gap = if written.is_empty() { "" } else { "\n" };
        written.push_str(&format!("{gap}[{}]\n", show(path.iter().copied())));
    }
    written.push_str(&lines);
    for (name, inner) in sections {
        path.push(name);
        section(inner, path, written);
        path.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::document::merge::same;
    use crate::document::node::Value;
    use crate::document::parse::parse;
    use crate::text::diagnostic::Diagnostics;
    use crate::text::source::{Origin, Text, Texts};

    #[test]
    fn what_is_written_reads_back() {
        let content = "choose = 1\nwhen = 2025-01-02\n[method]\nkind = \"a\\\"b\"\nx = [1, 2.5, { y.z = -1e-300 }]\n\n[vendors.\"a.b\".ratings]\nc = { value = 1 }\n[vendors.d]\n";
        let origin = Origin::Flags;
        let text = Text { name: "x".into(), content: content.into(), origin };
        let text = Texts::default().add(text);
        let mut diagnostics = Diagnostics::default();
        let tree = parse(content, text, &mut diagnostics);
        let Value::Table(table) = &tree.value else { panic!() };
        let written = write(table);
        assert!(same(&tree, &parse(&written, text, &mut diagnostics)), "{written}");
        assert!(written.contains("\n[vendors.\"a.b\".ratings]\nc = { value = 1 }\n"), "{written}");
        assert!(written.starts_with("choose = 1\nwhen = 2025-01-02\n\n[method]\n"), "{written}");
        assert!(!diagnostics.has_errors());
    }
}
