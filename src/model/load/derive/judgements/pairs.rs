//! Comparisons in pairs: `[["a", "b", 3], …]`, or `order` and `matrix`.
//! For criteria under `ahp`, and for vendors under a leaf's `compare`.

use crate::document::node::{Node, Value};
use crate::model::load::derive::judgements::entries::{ratio, triples};
use crate::model::load::derive::judgements::reader::Reader;
use crate::model::load::fields::{Fields, wrong_type};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;
use crate::weights::ahp::{Ahp, Priority};
use crate::weights::fault::Part;
use crate::weights::pairwise::{Comparison, Comparisons};
use crate::weights::random_index::RandomIndex;

/// Reads them; `key` is the one that a list stands under.
pub(super) fn read(
    key: &'static str,
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
    sink: &mut Diagnostics,
) -> Option<Ahp> {
    let priorities = Priority::ALL.map(|priority| (priority.id(), priority));
    let priority = fields.word("priority", &priorities, sink).map(|word| word.value);
    let tables = RandomIndex::ALL.map(|table| (table.id(), table));
    let random_index = fields.word("random-index", &tables, sink).map(|word| word.value);
    let entries = match (fields.node(key), fields.node("matrix")) {
        (Some(listed), _) => {
            fields.node("order");
            list(listed, reader, sink)?
        }
        (None, Some(square)) => {
            let Some(order) = reader.order(fields, sink) else {
                let message = "`matrix` needs `order` to say whose rows these are";
                sink.push(Diagnostic::error("missing-key", square.span, message));
                return None;
            };
            matrix(square, &order, reader, sink)?
        }
        (None, None) => return None,
    };
    Some(Ahp {
        comparisons: Comparisons { criteria: reader.count(), entries },
        priority: priority.unwrap_or_default(),
        random_index: random_index.unwrap_or_default(),
    })
}

fn list(node: &Node, reader: &mut Reader<'_>, sink: &mut Diagnostics) -> Option<Vec<Comparison>> {
    let triples = triples(node, "comparisons, as in [[\"a\", \"b\", 3]]", sink)?;
    let named: Vec<Spanned<String>> =
        triples.iter().flatten().flat_map(|(a, b, _)| [a.clone(), b.clone()]).collect();
    reader.settle(&named, sink);
    let mut entries = Vec::with_capacity(triples.len());
    for triple in triples {
        let Some((a, b, third)) = reader.noted(triple) else { continue };
        let (row, column) = (reader.index(&a, sink), reader.index(&b, sink));
        let ratio = ratio(third, sink);
        let comparison = row.zip(column).zip(ratio);
        if let Some(((row, column), ratio)) = reader.noted(comparison) {
            reader.places.add(Part::Comparisons, entries.len(), third.span);
            entries.push(Comparison { row, column, ratio });
        }
    }
    Some(entries)
}

/// Rows of ratios in the order of `order`.
fn matrix(
    node: &Node,
    order: &[usize],
    reader: &mut Reader<'_>,
    sink: &mut Diagnostics,
) -> Option<Vec<Comparison>> {
    let what = "a square table of ratios, one row for each criterion of `order`";
    let Value::Array(rows) = &node.value else {
        sink.push(wrong_type(node, what));
        return None;
    };
    // Where names were left out of the order, nobody knows whose rows these are.
    if !reader.is_whole {
        return Some(Vec::new());
    }
    if rows.len() != order.len() {
        let message = format!("{} rows for {} criteria", rows.len(), order.len());
        sink.push(Diagnostic::error("wrong-length", node.span, message));
        reader.is_whole = false;
    }
    let mut entries = Vec::with_capacity(order.len() * order.len());
    for (row, cells) in order.iter().zip(rows) {
        let Value::Array(items) = &cells.value else {
            sink.push(wrong_type(cells, "a row of ratios"));
            reader.is_whole = false;
            continue;
        };
        if items.len() != order.len() {
            let message = format!("{} ratios for {} criteria", items.len(), order.len());
            sink.push(Diagnostic::error("wrong-length", cells.span, message));
            reader.is_whole = false;
        }
        for (column, item) in order.iter().zip(items) {
            let ratio = ratio(item, sink);
            if let Some(ratio) = reader.noted(ratio) {
                reader.places.add(Part::Comparisons, entries.len(), item.span);
                entries.push(Comparison { row: *row, column: *column, ratio });
            }
        }
    }
    Some(entries)
}
