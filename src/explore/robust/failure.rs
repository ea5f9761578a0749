//! Why `robust` and `ask` have no answer.
//! Turned into words and an exit status by `cli`.

use crate::answer::smaa::run::Interrupted;
use crate::decide::run_error::RunError;
use crate::explore::robust::weight_space::NoWeights;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The model cannot be laid out.
    Run(RunError),
    /// Nothing can be drawn from the weight set.
    Weights(NoWeights),
    /// Stopped from outside before there was anything to show.
    Interrupted,
    /// More vendors than are sampled.
    TooMany(usize),
}

impl From<Interrupted> for Failure {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

impl From<NoWeights> for Failure {
    fn from(error: NoWeights) -> Self {
        Self::Weights(error)
    }
}
