//! How sure a choice is, put to the test through real TOML: draws against exact areas, stability
//! against plain re-evaluation, chances against every completion, questions against their answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

#[path = "../decide/build.rs"]
#[allow(dead_code, reason = "a part of it is used here")]
mod build;
#[path = "../decide/random.rs"]
#[allow(dead_code, reason = "a part of it is used here")]
mod random;

mod asking;
mod chances;
mod draws;
mod evidence;
mod program;
mod stability;
mod weights;

use std::sync::atomic::AtomicBool;

use rationale::answer::smaa::run::{Draws, Run};
use rationale::decide::run::decide;
use rationale::explore::robust::robustness::{Asked, Failure, Robustness, Vary, robustness};
use rationale::explore::robust::weight_space::Weights;
use rationale::model::scenario::Model;

const ALL: Vary = Vary { weights: true, ratings: true, assumptions: true };
const ONLY_WEIGHTS: Vary = Vary { weights: true, ratings: false, assumptions: false };

/// The robustness of a model from so many draws.
fn robust(model: &Model, weights: Weights, vary: Vary, draws: u64) -> Result<Robustness, Failure> {
    let decision = decide(model).expect("the model runs");
    let never = AtomicBool::new(false);
    let run =
        Run { draws: Draws::Exactly(draws), seed: 7, interrupt: &never, progress: &|_, _| {} };
    robustness(model, &decision, &Asked { weights, vary, run })
}
