//! `compare` on a leaf: its vendors in pairs, as a list or as a table with a matrix.
//! Vendors that nobody compared are no mistake here; a field that needs them is refused when it runs.

use crate::document::node::{Entry, Key, Node, Table, Value};
use crate::model::compared::Compared;
use crate::model::criterion::{Criterion, Leaf};
use crate::model::id::CriterionId;
use crate::model::load::derive::judgements::read_pairs;
use crate::model::load::derive::{faults, notes};
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::weights::ahp;
use crate::weights::fault::Fault;
use crate::weights::pairwise::{Comparison, Comparisons};

/// Reads the comparisons of every leaf that has some.
pub fn load(
    entries: &[&Entry],
    criteria: &[Criterion],
    vendors: &Names<'_>,
    sink: &mut Diagnostics,
) -> Vec<Compared> {
    let mut all = Vec::new();
    for (index, (entry, criterion)) in entries.iter().zip(criteria).enumerate() {
        let Value::Table(table) = &entry.node.value else { continue };
        let Some(said) = table.get("compare") else { continue };
        // On a group it is refused among the keys of leaves.
        let Some(leaf) = criterion.leaf() else { continue };
        if !Leaf::is_valued(leaf) {
            let message = format!("`{}` is text, and its vendors are not compared", criterion.name);
            sink.push(Diagnostic::error("no-values", said.key.span, message));
            continue;
        }
        all.extend(one(&said.node, CriterionId(index), vendors, sink));
    }
    all
}

fn one(
    node: &Node,
    criterion: CriterionId,
    vendors: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<Compared> {
    let listed;
    let table = match &node.value {
        Value::Table(table) => table,
        Value::Array(_) => {
            let key = Key { name: "pairs".to_owned(), span: node.span };
            listed = Table { entries: vec![Entry { key, node: node.clone() }] };
            &listed
        }
        _ => {
            let what = "vendors in pairs, as in [[\"a\", \"b\", 3]], or a table with `pairs`";
            sink.push(wrong_type(node, what));
            return None;
        }
    };
    let mut fields = Fields::open(table, Place::Compare);
    let said_before = sink.count();
    let found = read_pairs("pairs", &mut fields, vendors, sink);
    fields.close(sink);
    let Some((read, judgements)) = found else {
        if sink.count() == said_before {
            let message = "`compare` without comparisons";
            let help = "it needs `pairs = [[\"a\", \"b\", 3], …]`, or `order` and `matrix`";
            sink.push(Diagnostic::error("missing-key", node.span, message).help(help));
        }
        return None;
    };
    match ahp::derive(&judgements) {
        Ok(derived) => {
            for note in &derived.notes {
                sink.extend(notes::diagnostic(note, &derived, &read, vendors, node.span));
            }
        }
        Err(mistakes) => {
            // Who is linked to whom is a matter of the field.
            let is_said = |own: &&Fault| match own {
                Fault::Unlinked { .. } => false,
                own => read.is_whole || faults::is_local(own, &read),
            };
            for fault in mistakes.iter().filter(is_said) {
                sink.push(faults::diagnostic(fault, &read, vendors, node.span));
            }
        }
    }
    let in_declared_order = |stated: &Comparison| Comparison {
        row: read.covers[stated.row],
        column: read.covers[stated.column],
        ratio: stated.ratio,
    };
    let entries = judgements.comparisons.entries.iter().map(in_declared_order).collect();
    let comparisons = Comparisons { criteria: vendors.count(), entries };
    let judgements = ahp::Ahp { comparisons, ..judgements };
    Some(Compared { criterion, judgements, span: node.span })
}
