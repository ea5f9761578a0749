//! One hash for every input that counts: two runs with the same hash decide the same.
//! Over the merged document, flags included; titles, comments, paths and layout do not count.

use crate::document::Document;
use crate::document::node::{Node, Table, Value};
use crate::report::json::envelope::sha256;

/// Keys of the root that say nothing about the decision.
const APART: [&str; 5] = ["title", "date", "expect", "lints", "vendors-from"];

/// SHA-256 in hexadecimal. Order counts, because ties are shown in declared order.
pub fn decision_hash(document: &Document) -> String {
    let mut canon = String::new();
    if let Value::Table(root) = &document.root.value {
        for entry in root.entries.iter().filter(|entry| !APART.contains(&entry.key.name.as_str())) {
            write_text(&entry.key.name, &mut canon);
            write(&entry.node, &mut canon);
        }
    }
    for share in &document.shares {
        write_text(&share.criterion.value, &mut canon);
        write_number(share.share.value, &mut canon);
    }
    sha256(canon.as_bytes())
}

/// Every piece says its kind and its length, so that no two trees are written alike.
fn write(node: &Node, canon: &mut String) {
    match &node.value {
        Value::String(text) => write_text(text, canon),
        // 60 and 60.0 are the same weight.
        Value::Integer(number) => write_number(*number as f64, canon),
        Value::Float(number) => write_number(*number, canon),
        Value::Boolean(boolean) => canon.push_str(if *boolean { "t;" } else { "f;" }),
        Value::Date(text) | Value::Cell(text) => write_text(text, canon),
        Value::Array(items) => {
            canon.push_str(&format!("a{};", items.len()));
            items.iter().for_each(|item| write(item, canon));
        }
        Value::Table(table) => write_table(table, canon),
    }
}

fn write_table(table: &Table, canon: &mut String) {
    let counting = || table.entries.iter().filter(|entry| entry.key.name != "title");
    // `{ value = 9 }` is the same rating as `9`.
    if let [only] = counting().collect::<Vec<_>>()[..]
        && only.key.name == "value"
    {
        return write(&only.node, canon);
    }
    canon.push_str(&format!("o{};", counting().count()));
    for entry in counting() {
        write_text(&entry.key.name, canon);
        write(&entry.node, canon);
    }
}

fn write_text(text: &str, canon: &mut String) {
    canon.push_str(&format!("s{}:{text};", text.len()));
}

fn write_number(number: f64, canon: &mut String) {
    let number = if number == 0.0 { 0.0 } else { number };
    canon.push_str(&format!("n{number:?};"));
}
