//! Ratings in a person's words: units after numbers, levels by name, yes and no.
//! Asked wherever a sentence or a table cites a rating.

use crate::decide::cell::Cell;
use crate::model::criterion::{Criterion, Kind, Rated};
use crate::model::datum::{Datum, Quantity};
use crate::report::digits::{percent, plain};

/// A rating as data, for formats that keep types.
#[derive(Debug, Clone, PartialEq)]
pub enum Rating {
    /// Nobody knows.
    Unknown,
    /// A number in the criterion's unit.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A level or a text.
    Word(String),
}

/// The point of a rating that counts, as data.
pub fn rating(criterion: &Criterion, quantity: &Quantity) -> Rating {
    match quantity.point() {
        None => Rating::Unknown,
        Some(Datum::Number(number)) => Rating::Number(number),
        Some(Datum::Boolean(boolean)) => Rating::Boolean(boolean),
        Some(Datum::Level(level)) => Rating::Word(level_name(criterion, level)),
        Some(Datum::Text(text)) => Rating::Word(text),
    }
}

/// A datum in words: `4 USD`, `yes`, `office hours`.
pub fn datum_words(criterion: &Criterion, datum: &Datum) -> String {
    match datum {
        Datum::Number(number) => number_words(criterion, *number),
        Datum::Boolean(true) => "yes".to_owned(),
        Datum::Boolean(false) => "no".to_owned(),
        Datum::Level(level) => level_name(criterion, *level),
        Datum::Text(text) => text.clone(),
    }
}

/// The same with every digit of a number: what is stated as a change has to work as printed.
pub fn exact_words(criterion: &Criterion, datum: &Datum) -> String {
    match datum {
        Datum::Number(number) => with_unit(criterion, &format!("{number}")),
        other => datum_words(criterion, other),
    }
}

/// What is known of a rating in words: `unknown`, `4 USD`, `between 3 and 5 USD`.
pub fn quantity_words(criterion: &Criterion, quantity: &Quantity) -> String {
    match quantity {
        Quantity::Uniform { low, high } => {
            format!("between {} and {}", plain(*low), number_words(criterion, *high))
        }
        _ => quantity
            .point()
            .map_or_else(|| "unknown".to_owned(), |datum| datum_words(criterion, &datum)),
    }
}

/// A cell in words; for a group, the fraction it reaches.
pub fn cell_words(criterion: &Criterion, cell: &Cell, tested: Option<f64>) -> String {
    match (&criterion.kind, tested) {
        (Kind::Group(_), Some(fraction)) => percent(fraction),
        (Kind::Group(_), None) => "unknown".to_owned(),
        (Kind::Leaf(_), _) => quantity_words(criterion, &cell.quantity),
    }
}

fn number_words(criterion: &Criterion, number: f64) -> String {
    with_unit(criterion, &plain(number))
}

fn with_unit(criterion: &Criterion, number: &str) -> String {
    match criterion.leaf().and_then(|leaf| leaf.unit.as_deref()) {
        Some(unit) if unit.starts_with('%') => format!("{number}{unit}"),
        Some(unit) => format!("{number} {unit}"),
        None => number.to_owned(),
    }
}

fn level_name(criterion: &Criterion, level: usize) -> String {
    match criterion.leaf().map(|leaf| &leaf.rated) {
        Some(Rated::Levels(levels)) => {
            levels.get(level).map_or_else(|| level.to_string(), |level| level.name.clone())
        }
        _ => level.to_string(),
    }
}
