//! A method's own figures for the whole run, each under its name.
//! Made from the view; stands beside the keys of `rank`.

use serde_json::{Map, Value, json};

use crate::method::outcome::Relation;
use crate::report::view::details::Whole;

/// The figures by name.
pub fn details(figures: &[(&'static str, Whole)]) -> Map<String, Value> {
    figures.iter().map(|(name, whole)| ((*name).to_owned(), figure(whole))).collect()
}

fn figure(whole: &Whole) -> Value {
    match whole {
        Whole::Number(number) => json!(number),
        Whole::Vendors(vendors) => json!(vendors),
        Whole::Relations(relations) => relations
            .iter()
            .map(|(a, b, is)| json!({ "vendor": a, "over": b, "relation": word(*is) }))
            .collect(),
        Whole::Criteria(numbers) => {
            let numbers = numbers.iter().map(|(id, number)| (id.clone(), json!(number)));
            Value::Object(numbers.collect())
        }
    }
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Preferred => "preferred",
        Relation::Worse => "worse",
        Relation::Indifferent => "indifferent",
        Relation::Incomparable => "incomparable",
    }
}
