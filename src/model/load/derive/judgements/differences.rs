//! MACBETH: differences in words, `[["a", "b", "weak"], …]`.
//! `"nothing"` as the second stands for no swing at all.

use crate::model::load::derive::judgements::entries::triples;
use crate::model::load::derive::judgements::reader::Reader;
use crate::model::load::fields::{Fields, not_a_word, string};
use crate::text::diagnostic::Diagnostics;
use crate::text::span::Spanned;
use crate::weights::fault::Part;
use crate::weights::macbeth::{CATEGORIES, Difference, Macbeth};

/// The word for no swing at all.
const NOTHING: &str = "nothing";

/// Reads them; `None` where there are none.
pub(super) fn read(
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
    sink: &mut Diagnostics,
) -> Option<Macbeth> {
    let what = "differences, as in [[\"a\", \"b\", \"weak\"], [\"b\", \"nothing\", \"strong\"]]";
    let triples = triples(fields.node("differences")?, what, sink)?;
    let named: Vec<Spanned<String>> = triples
        .iter()
        .flatten()
        .flat_map(|(more, less, _)| [more.clone(), less.clone()])
        .filter(|name| name.value != NOTHING)
        .collect();
    reader.settle(&named, sink);
    let mut differences = Vec::with_capacity(triples.len());
    for triple in triples {
        let Some((more, less, third)) = reader.noted(triple) else { continue };
        let more = reader.index(&more, sink);
        let less = match less.value.as_str() {
            NOTHING => Some(None),
            _ => reader.index(&less, sink).map(Some),
        };
        let category = string(third, "a word from \"no\" to \"extreme\"", sink).and_then(|word| {
            let found = CATEGORIES.iter().position(|known| *known == word.value);
            if found.is_none() {
                sink.push(not_a_word(&word, CATEGORIES.into_iter()));
            }
            found
        });
        let read = more.zip(less).zip(category);
        if let Some(((more, less), category)) = reader.noted(read) {
            reader.places.add(Part::Differences, differences.len(), third.span);
            differences.push(Difference { more, less, categories: category..=category });
        }
    }
    Some(Macbeth { criteria: reader.count(), differences })
}
