//! One vendor in one of several scenarios that stand side by side.
//! The cells of the matrix.

use crate::decide::decision::Verdict;
use crate::explore::side::Side;

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

/// Where a vendor stands in a scenario, by its id.
pub fn entry(side: Side<'_>, vendor: &str) -> Entry {
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
