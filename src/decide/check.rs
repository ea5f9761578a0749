//! One vendor at one barrier, reduced to what a completion can change about it.
//! Laid out once by `frame`; read for every completion.

use crate::decide::gate_result::Barrier;
use crate::decide::gate_test::Kleene;

/// Which list of pending assumptions a rating or barrier hangs on; an index into the frame's.
pub type RequirementId = usize;

/// One vendor at one barrier.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Which barrier.
    pub barrier: Barrier,
    /// What it says, depending on the completion.
    pub says: Says,
}

/// What a barrier says, depending on the completion.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// The same in every completion.
    Always(Kleene),
    /// One thing while a requirement is kept, another once it is broken.
    Hangs {
        /// The requirement.
        on: RequirementId,
        /// While it is kept.
        kept: Kleene,
        /// Once it is broken.
        broken: Kleene,
    },
    /// A group's fraction over ratings that hang on several requirements; worked out on demand.
    Group(usize),
}
