//! Several scenarios side by side as people read them, and who does well whatever happens.
//! What `what-if` with several files shows in every format.

use crate::explore::entry::Entry;
use crate::explore::matrix::Matrix;
use crate::explore::regret::Regret;
use crate::explore::side::Side;
use crate::report::digits::{decimals, fixed};
use crate::report::view::named::Named;
use crate::report::words::{closed, is, list};

/// Said wherever regret is shown.
pub const CAUTION: &str = "Regret depends on who else stands in the field: adding or dropping a \
    vendor may change it. A vendor that does not pass in a scenario counts as 0 there.";

/// Vendors by scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixView {
    /// The answer first; each a sentence.
    pub headline: Vec<String>,
    /// Each scenario: its path as given, and its title.
    pub scenarios: Vec<Named>,
    /// Chosen in each scenario, in one sentence each.
    pub choices: Vec<String>,
    /// Each vendor with its entries, in the order of the first scenario.
    pub rows: Vec<(Named, Vec<Entry>)>,
    /// Smallest worst regret first; empty where scores cannot be compared.
    pub regrets: Vec<(Named, Regret)>,
    /// Decimals under which different scores look different.
    pub decimals: usize,
}

/// The matrix of scenarios, each with its path as given.
pub fn view(sides: &[(String, Side<'_>)], matrix: &Matrix) -> MatrixView {
    let named = |id: &str| {
        let found = sides.iter().find_map(|(_, side)| {
            side.model.vendor_named(id).map(|at| Named::vendor(side.model, at))
        });
        found.unwrap_or_else(|| Named { id: id.to_owned(), label: id.to_owned() })
    };
    let digits = |side: &Side<'_>| {
        let reading = &side.decision.reading;
        decimals(reading.outcome.scores.as_deref().unwrap_or(&[]), reading.tolerance)
    };
    let scenarios: Vec<Named> = sides
        .iter()
        .map(|(path, side)| Named {
            id: path.clone(),
            label: side.model.title.clone().unwrap_or_else(|| path.clone()),
        })
        .collect();
    let decimals = sides.iter().map(|(_, side)| digits(side)).max().unwrap_or(3);
    let regrets: Vec<(Named, Regret)> =
        matrix.regrets.iter().map(|regret| (named(&regret.vendor), regret.clone())).collect();
    let choices = scenarios.iter().enumerate().map(|(at, scenario)| {
        let chosen = matrix.vendors.iter().zip(&matrix.entries);
        let chosen: Vec<String> = chosen
            .filter(|(_, row)| row[at].is_chosen())
            .map(|(vendor, _)| named(vendor).label)
            .collect();
        let who = if chosen.is_empty() { "nobody".to_owned() } else { list(&chosen) };
        format!("{}: {who}", scenario.label)
    });
    MatrixView {
        choices: choices.collect(),
        headline: headline(matrix, &regrets, sides.len(), decimals, &named)
            .into_iter()
            .map(closed)
            .collect(),
        rows: matrix
            .vendors
            .iter()
            .zip(&matrix.entries)
            .map(|(vendor, row)| (named(vendor), row.clone()))
            .collect(),
        scenarios,
        regrets,
        decimals,
    }
}

fn headline(
    matrix: &Matrix,
    regrets: &[(Named, Regret)],
    scenarios: usize,
    decimals: usize,
    named: &dyn Fn(&str) -> Named,
) -> Vec<String> {
    let mut sentences = Vec::new();
    let always: Vec<String> = matrix.always.iter().map(|id| named(id).label).collect();
    if !always.is_empty() {
        let who = list(&always);
        sentences.push(format!("{who} {} chosen in all {scenarios} scenarios.", is(always.len())));
    }
    match regrets {
        [] => sentences.push("The method gives no scores, so there is no regret.".to_owned()),
        [(best, regret), rest @ ..] => {
            let next = rest.first().map_or_else(String::new, |(other, regret)| {
                format!("; next {}, {}", other.label, fixed(regret.worst, decimals))
            });
            let often = match regret.chosen_in {
                0 => "never chosen".to_owned(),
                all if all == scenarios => String::new(),
                some => format!("chosen in {some} of {scenarios}"),
            };
            let often = if often.is_empty() { often } else { format!(", {often}") };
            sentences.push(format!(
                "The robust choice is {}{often}: at worst it falls {} short of the best{next}.",
                best.label,
                fixed(regret.worst, decimals)
            ));
        }
    }
    sentences
}
