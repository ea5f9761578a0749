//! A method's own figures with names instead of rows and columns.
//! Beside the ranking: for the whole run, and for each vendor.

use crate::decide::decision::Decision;
use crate::method::outcome::{Figures, Relation};
use crate::model::id::VendorId;
use crate::model::scenario::Model;

/// A figure for the whole run.
#[derive(Debug, Clone, PartialEq)]
pub enum Whole {
    /// A number.
    Number(f64),
    /// Vendors, in declared order.
    Vendors(Vec<String>),
    /// How each vendor of the field stands to each other one.
    Relations(Vec<(String, String, Relation)>),
    /// One number for each criterion.
    Criteria(Vec<(String, f64)>),
}

/// The figures that a method has for one vendor of the field.
pub fn own(decision: &Decision, vendor: VendorId) -> Vec<(&'static str, f64)> {
    let Some(row) = decision.reading.row(vendor) else { return Vec::new() };
    let details = &decision.reading.outcome.details;
    details
        .iter()
        .filter_map(|detail| match &detail.figures {
            Figures::PerVendor(numbers) => Some((detail.name, numbers[row])),
            _ => None,
        })
        .collect()
}

/// The figures that a method has for the whole run.
pub fn whole(model: &Model, decision: &Decision) -> Vec<(&'static str, Whole)> {
    let evaluation = &decision.reading;
    let name = |row: usize| model.vendor(evaluation.field[row]).name.clone();
    let leaf = |column: usize| model.criterion(evaluation.leaves[column]).name.clone();
    let relations = |table: &[Vec<Relation>]| {
        let pairs = (0..table.len()).flat_map(|a| (0..table.len()).map(move |b| (a, b)));
        let others = pairs.filter(|(a, b)| a != b);
        Whole::Relations(others.map(|(a, b)| (name(a), name(b), table[a][b])).collect())
    };
    let details = evaluation.outcome.details.iter();
    details
        .filter_map(|detail| {
            let figure = match &detail.figures {
                Figures::PerVendor(_) => return None,
                Figures::Whole(number) => Whole::Number(*number),
                Figures::Set(rows) => Whole::Vendors(rows.iter().map(|row| name(*row)).collect()),
                Figures::Relations(table) => relations(table),
                Figures::PerCriterion(numbers) => {
                    let named = numbers.iter().enumerate();
                    Whole::Criteria(named.map(|(index, number)| (leaf(index), *number)).collect())
                }
            };
            Some((detail.name, figure))
        })
        .collect()
}
