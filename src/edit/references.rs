//! Where an id may be named besides its own table: in arrays, in single words, as a key.
//! Used by `rename` to change all of them and by `remove` to refuse while there are any.

use crate::document::node::{Node, Value};
use crate::text::span::Span;

/// Where ids of a group are named; `*` is any one name, `**` any number of them.
struct Places {
    group: &'static str,
    /// Values, alone or in arrays, that hold the id.
    words: &'static [&'static str],
    /// Keys that are the id: the last name of the pattern stands for it.
    keys: &'static [&'static str],
}

const PLACES: &[Places] = &[
    Places { group: "vendors", words: &["expect.chosen", "expect.rejected"], keys: &[] },
    Places {
        group: "criteria",
        words: &[
            "tie-break",
            "criteria.*.under",
            "weights.**",
            "criteria.*.weights.**",
            "stakeholders.*.derive.**",
            "method.interactions.between",
        ],
        keys: &[
            "vendors.*.ratings.*",
            "stakeholders.*.weights.*",
            "stakeholders.*.derive.*.*",
            "weights.*.*",
            "criteria.*.weights.*.*",
            "method.ideal.*",
            "method.characteristic-values.*",
            "method.profiles.ratings.*",
        ],
    },
    Places {
        group: "evidence",
        words: &["vendors.*.ratings.*.evidence", "evidence.*.contradicts"],
        keys: &[],
    },
    Places { group: "sources", words: &["evidence.*.sources", "sources.*.relays"], keys: &[] },
    Places {
        group: "assumptions",
        words: &["vendors.*.requires", "vendors.*.ratings.*.requires", "assumptions.*.requires"],
        keys: &[],
    },
    Places { group: "stakeholders", words: &[], keys: &[] },
];

/// Words of `[weights]` tables that are no ids though they may be spelt like one.
const NOT_IDS: &[&str] = &["kind", "priority", "formula", "model"];

/// Whether a group has ids that may be renamed.
pub(crate) fn is_group(group: &str) -> bool {
    PLACES.iter().any(|places| places.group == group)
}

/// Whether a word at `path` names an id of the group.
pub(crate) fn is_word(group: &str, path: &[&str]) -> bool {
    let words = PLACES.iter().filter(|places| places.group == group).flat_map(|p| p.words);
    let derives = path.last().is_some_and(|last| NOT_IDS.contains(last));
    words.into_iter().any(|pattern| {
        matches(&pattern.split('.').collect::<Vec<_>>(), path)
            && !(pattern.ends_with("**") && derives)
    })
}

/// Whether the last name of `path` is an id of the group, in its own table or as a reference.
pub(crate) fn is_key(group: &str, path: &[&str]) -> bool {
    if let [first, _] = path
        && *first == group
    {
        return true;
    }
    let keys = PLACES.iter().filter(|places| places.group == group).flat_map(|p| p.keys);
    keys.into_iter().any(|pattern| matches(&pattern.split('.').collect::<Vec<_>>(), path))
}

fn matches(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**"], _) => true,
        (["*", pattern @ ..], [_, path @ ..]) => matches(pattern, path),
        ([name, pattern @ ..], [first, path @ ..]) => name == first && matches(pattern, path),
        _ => false,
    }
}

/// Where an id is named.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// Values that hold it.
    pub(crate) words: Vec<Span>,
    /// Keys that are it, but for the one in its own table.
    pub(crate) keys: Vec<Span>,
}

/// Every place that names an id.
pub(crate) fn references(root: &Node, group: &str, id: &str) -> References {
    let mut references = References::default();
    collect(root, (group, id), &mut Vec::new(), &mut references);
    references
}

fn collect<'t>(node: &'t Node, id: (&str, &str), path: &mut Vec<&'t str>, found: &mut References) {
    match &node.value {
        Value::String(word) if word == id.1 && is_word(id.0, path) => found.words.push(node.span),
        Value::Array(items) => items.iter().for_each(|item| collect(item, id, path, found)),
        Value::Table(table) => {
            for entry in &table.entries {
                path.push(&entry.key.name);
                let own = path.len() == 2 && path[0] == id.0;
                if entry.key.name == id.1 && !own && is_key(id.0, path) {
                    found.keys.push(entry.key.span);
                }
                collect(&entry.node, id, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}
