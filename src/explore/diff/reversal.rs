//! Vendors that changed places although nothing is known of them that was not before.
//! For `diff`: an alarm, with whoever entered, left or moved and so turned the two around.

use crate::decide::completion::Completion;
use crate::decide::run::evaluate;
use crate::explore::diff::facts::{Facts, Known, hybrid};
use crate::explore::side::Side;
use crate::model::scenario::Model;

/// Two unchanged vendors in reversed order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    /// Ahead on the first side, by id.
    pub was_ahead: String,
    /// Ahead on the second side.
    pub is_ahead: String,
    /// The vendors whose change turns the two around: one by itself where there is one, else all
    /// that changed.
    pub culprits: Vec<String>,
}

/// Every pair in the field of both sides whose order reverses when the others change and nothing
/// else does: weights, scales and method are held as on the first side.
pub fn reversals(before: Side<'_>, after: Side<'_>) -> Vec<Reversal> {
    let [old, new] = [Facts::of(before), Facts::of(after)];
    let mut names: Vec<&str> = Vec::new();
    for known in old.vendors.iter().chain(&new.vendors) {
        if !names.contains(&known.vendor.as_str()) {
            names.push(&known.vendor);
        }
    }
    let is_kept = |name: &str| match (old.vendor(name), new.vendor(name)) {
        (Some(a), Some(b)) => a.agrees(b),
        _ => false,
    };
    let (kept, changed): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_kept(name));
    if kept.len() < 2 || changed.is_empty() {
        return Vec::new();
    }
    let first = Order::of(&hybrid(before.model, &old, None));
    let second = Order::of(&hybrid(before.model, &new, None));
    let mut single: Vec<(String, Order)> = Vec::new();
    let mut found = Vec::new();
    for (at, &one) in kept.iter().enumerate() {
        for &other in &kept[at + 1..] {
            let (ahead, behind) = match first.lead(one, other) {
                Some(lead) if lead > 0.0 => (one, other),
                Some(lead) if lead < 0.0 => (other, one),
                _ => continue,
            };
            if !second.lead(ahead, behind).is_some_and(|lead| lead < 0.0) {
                continue;
            }
            if single.is_empty() {
                let alone = |name: &&str| {
                    let facts = with_change(&old, &new, name);
                    ((*name).to_owned(), Order::of(&hybrid(before.model, &facts, None)))
                };
                single = changed.iter().map(alone).collect();
            }
            let turns = |order: &Order| order.lead(ahead, behind).is_some_and(|lead| lead < 0.0);
            let mut culprits: Vec<String> = single
                .iter()
                .filter(|(_, order)| turns(order))
                .map(|(name, _)| name.clone())
                .collect();
            if culprits.is_empty() {
                culprits = changed.iter().map(|name| (*name).to_owned()).collect();
            }
            let (was_ahead, is_ahead) = (ahead.to_owned(), behind.to_owned());
            found.push(Reversal { was_ahead, is_ahead, culprits });
        }
    }
    found
}

/// The old facts with what is new of one vendor.
fn with_change(old: &Facts, new: &Facts, name: &str) -> Facts {
    let mut vendors: Vec<Known> =
        old.vendors.iter().filter(|known| known.vendor != name).cloned().collect();
    vendors.extend(new.vendor(name).cloned());
    Facts { vendors }
}

/// Merits of a field; empty where it cannot be run.
struct Order {
    merits: Vec<(String, f64)>,
    tolerance: f64,
}

impl Order {
    fn of(model: &Model) -> Self {
        let Ok(reading) = evaluate(model, &Completion::default()) else {
            return Self { merits: Vec::new(), tolerance: 0.0 };
        };
        let name = |row: usize| model.vendor(reading.field[row]).name.clone();
        let merits = reading.outcome.merits.iter().enumerate();
        let merits = merits.map(|(row, merit)| (name(row), *merit)).collect();
        Self { merits, tolerance: reading.tolerance }
    }

    /// How far one is ahead of another: 0 where they tie, `None` where one is not in the field.
    fn lead(&self, one: &str, other: &str) -> Option<f64> {
        let merit = |name: &str| self.merits.iter().find(|(known, _)| known == name);
        let lead = merit(one)?.1 - merit(other)?.1;
        Some(if lead.abs() <= self.tolerance { 0.0 } else { lead })
    }
}
