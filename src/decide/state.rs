//! A completion as the runs of a frame read it: what is broken, what fails, what is missed.
//! Made by `Frame::state`, looked up for every rating and every barrier.

use crate::model::id::{CriterionId, VendorId};

/// One completion as a frame's runs read it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// For each requirement whether it is broken.
    pub broken: Vec<bool>,
    /// For each assumption whether it fails.
    pub failing: Vec<bool>,
    /// Gates that unknown ratings miss, in rising order.
    pub missed: Vec<(VendorId, CriterionId)>,
}
