//! How much better the best choice of each scenario would have been than this vendor.
//! From the matrix of scenarios by vendors; it depends on the field, and whoever shows it says so.

use crate::answer::regret::regrets;
use crate::explore::entry::Entry;
use crate::method::matrix::Matrix;

/// One vendor's regret over the scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Regret {
    /// Whose, by id.
    pub vendor: String,
    /// In each scenario, ≥ 0, in units of the score.
    pub by_scenario: Vec<f64>,
    /// The largest of them.
    pub worst: f64,
    /// In how many scenarios it is chosen.
    pub chosen_in: usize,
}

/// Regrets of every vendor that stands in the field of some scenario, smallest worst regret first,
/// then chosen most often, then as listed; empty where a scenario has no scores to compare.
///
/// `table` holds vendors × scenarios. A vendor that is not in the field of a scenario is worth 0
/// there, as if nobody were chosen, or the least merit of that field if that is lower.
pub fn regret(vendors: &[String], table: &[Vec<Entry>]) -> Vec<Regret> {
    let scenarios = table.first().map_or(0, Vec::len);
    let is_scored = |at: usize| {
        let mut entries = table.iter().map(|row| &row[at]).filter(|entry| entry.rank.is_some());
        entries.all(|entry| entry.merit.is_some())
    };
    if scenarios == 0 || !(0..scenarios).all(is_scored) {
        return Vec::new();
    }
    let in_field = |entry: &Entry| entry.merit.filter(|_| entry.rank.is_some());
    let floor: Vec<f64> = (0..scenarios)
        .map(|at| table.iter().filter_map(|row| in_field(&row[at])).fold(0.0, f64::min))
        .collect();
    let worth = Matrix::from_fn(vendors.len(), scenarios, |vendor, at| {
        in_field(&table[vendor][at]).unwrap_or(floor[at])
    });
    let regrets = regrets(&worth);
    let mut found: Vec<(usize, Regret)> = (0..vendors.len())
        .filter(|&vendor| table[vendor].iter().any(|entry| entry.rank.is_some()))
        .map(|vendor| {
            let by_scenario: Vec<f64> = (0..scenarios).map(|at| regrets.get(vendor, at)).collect();
            let worst = by_scenario.iter().copied().fold(0.0, f64::max);
            let chosen_in = table[vendor].iter().filter(|entry| entry.is_chosen()).count();
            (vendor, Regret { vendor: vendors[vendor].clone(), by_scenario, worst, chosen_in })
        })
        .collect();
    found.sort_by(|(a, one), (b, other)| {
        one.worst.total_cmp(&other.worst).then(other.chosen_in.cmp(&one.chosen_in)).then(a.cmp(b))
    });
    found.into_iter().map(|(_, regret)| regret).collect()
}
