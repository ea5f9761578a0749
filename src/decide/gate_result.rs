//! How a vendor fares at one gate, before and after what is open is settled.
//! Every vendor has one for each gate and for each assumption it requires as a whole.

use crate::model::id::{AssumptionId, CriterionId};

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Barrier {
    /// The gate of a leaf or a group.
    Gate(CriterionId),
    /// An assumption that the vendor requires as a whole.
    Assumption(AssumptionId),
}

/// The result at a barrier over all completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Passing {
    /// Passed, however things turn out.
    Pass,
    /// Failed, however things turn out.
    Fail,
    /// Pending assumptions decide.
    Pending,
    /// An unknown rating decides.
    Unknown,
}

/// One vendor at one barrier.
#[derive(Debug, Clone, PartialEq)]
pub struct GateResult {
    /// Which barrier.
    pub barrier: Barrier,
    /// Passed, failed, pending or unknown.
    pub passing: Passing,
    /// Whether it is passed in the completion at hand (pending and unknown count as passed in the
    /// reading, unless a settled assumption or a pass-independent rating says otherwise).
    pub passed: bool,
    /// How far the tested number lies on the good side, in the rating's units (levels in steps,
    /// groups in fractions of what they can reach); negative when missed; `None` where nothing is
    /// measured or the rating is unknown.
    pub margin: Option<f64>,
    /// What was tested: the rating, or the fraction a group reaches; `None` when unknown.
    pub tested: Option<f64>,
    /// Whether an uncertain rating's interval crosses the gate; `None` when it is no interval.
    pub at_risk: Option<bool>,
    /// Pending assumptions that decide, in declared order.
    pub pending: Vec<AssumptionId>,
}
