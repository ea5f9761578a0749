//! What changed between two scenarios and what it did: changes by kind, moves, the split of each
//! score change into facts, preferences and field, rank reversals. Read by `report` for `diff`.

pub mod change;
pub mod facts;
pub mod reversal;
pub mod split;

use crate::explore::diff::reversal::{Reversal, reversals};
use crate::explore::diff::split::{Split, splits};
use crate::explore::side::Side;
use crate::explore::what_if::{WhatIf, what_if};

/// Two scenarios, one grown out of the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff {
    /// Changes, moves, effects.
    pub what_if: WhatIf,
    /// Score changes over facts, preferences and field.
    pub splits: Vec<Split>,
    /// Unchanged vendors in reversed order.
    pub reversals: Vec<Reversal>,
}

/// Compares an old scenario with a new one; `seed` as in [`what_if`].
pub fn diff(before: Side<'_>, after: Side<'_>, seed: u64) -> Diff {
    Diff {
        what_if: what_if(before, after, seed),
        splits: splits(before, after),
        reversals: reversals(before, after),
    }
}
