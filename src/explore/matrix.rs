//! Several scenarios side by side: who stands where in each, and who does well whatever happens.
//! Read by `report` for `what-if` with several files.

use crate::explore::entry::{Entry, entry};
use crate::explore::regret::{Regret, regret};
use crate::explore::side::Side;

/// Vendors by scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Ids of all vendors: in the order of the first scenario's places, then as later ones add them.
    pub vendors: Vec<String>,
    /// Vendors × scenarios.
    pub entries: Vec<Vec<Entry>>,
    /// Smallest worst regret first; empty where a method gives no scores.
    pub regrets: Vec<Regret>,
    /// Vendors chosen in every scenario, as listed.
    pub always: Vec<String>,
}

/// The matrix of scenarios in the order given.
pub fn matrix(sides: &[Side<'_>]) -> Matrix {
    let mut vendors: Vec<String> = Vec::new();
    for side in sides {
        for place in &side.decision.places {
            let name = &side.model.vendor(place.vendor).name;
            if !vendors.contains(name) {
                vendors.push(name.clone());
            }
        }
    }
    let entries: Vec<Vec<Entry>> = vendors
        .iter()
        .map(|vendor| sides.iter().map(|side| entry(*side, vendor)).collect())
        .collect();
    let regrets = regret(&vendors, &entries);
    let always = vendors
        .iter()
        .zip(&entries)
        .filter(|(_, row)| row.iter().all(Entry::is_chosen))
        .map(|(vendor, _)| vendor.clone())
        .collect();
    Matrix { vendors, entries, regrets, always }
}
