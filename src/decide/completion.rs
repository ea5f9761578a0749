//! One way in which everything pending or unknown turns out.
//! The reading is the first of them; conditions are departures from it.

use crate::model::id::{AssumptionId, CriterionId, VendorId};

/// How everything that is open turns out. What is settled in the model cannot be departed from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Completion {
    /// Departures from the reading, in rising order, each once. Empty: the reading itself.
    pub departures: Vec<Departure>,
}

/// One thing that turns out otherwise than in the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Departure {
    /// A pending assumption fails.
    Fails(AssumptionId),
    /// The gate of a criterion, unknown for this vendor, turns out to be missed.
    Misses(VendorId, CriterionId),
}
