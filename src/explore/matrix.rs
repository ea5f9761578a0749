//! Several scenarios side by side: who stands where in each, and who does well whatever happens.
//! Read by `report` for `what-if` with several files.

use crate::decide::decision::Verdict;
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

/// One vendor in one scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Rank in the field.
    pub rank: Option<usize>,
    /// Rank that a rejected vendor would have.
    pub would_rank: Option<usize>,
    /// Score, or what a rejected vendor's would be.
    pub score: Option<f64>,
    /// The score where more is better, as the method compares it; of the field only.
    pub merit: Option<f64>,
    /// Verdict; `None` where the scenario does not have the vendor.
    pub verdict: Option<Verdict>,
    /// Whether something open would give another verdict.
    pub conditional: bool,
}

impl Entry {
    /// Whether it is chosen there.
    pub fn is_chosen(&self) -> bool {
        self.verdict == Some(Verdict::Chosen)
    }
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

fn entry(side: Side<'_>, vendor: &str) -> Entry {
    let reading = &side.decision.reading;
    let place = side
        .model
        .vendor_named(vendor)
        .and_then(|id| side.decision.places.iter().find(|place| place.vendor == id));
    let Some(place) = place else {
        return Entry {
            rank: None,
            would_rank: None,
            score: None,
            merit: None,
            verdict: None,
            conditional: false,
        };
    };
    let back = place.put_back.as_ref();
    let scored = reading.outcome.scores.is_some();
    let row = reading.row(place.vendor).filter(|_| scored);
    Entry {
        rank: place.rank,
        would_rank: back.map(|back| back.rank),
        score: reading.score(place.vendor).or(back.and_then(|back| back.score)),
        merit: row.and_then(|row| reading.outcome.merits.get(row).copied()),
        verdict: Some(place.verdict),
        conditional: place.conditional,
    }
}
