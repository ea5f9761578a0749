//! How sure a choice is, put to the test through real TOML: draws against exact areas, stability
//! against plain re-evaluation, chances against every completion, questions against their answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

mod asking;
mod chances;
mod draws;
mod evidence;
mod interrupt;
mod people;
mod program;
mod stability;
#[path = "../support/mod.rs"]
mod support;
mod weights;

use std::sync::atomic::AtomicBool;

use rationale::answer::smaa::run::{Draws, Run};
use rationale::answer::value_of_knowing::{Drawing, MOST_COMPLETIONS};
use rationale::decide::run::decide;
use rationale::explore::ask::asking::{Asking, asking};
use rationale::explore::robust::failure::Failure;
use rationale::explore::robust::robustness::{Asked, Robustness, Vary, robustness};
use rationale::explore::robust::weight_space::Weights;
use rationale::model::scenario::Model;

const ALL: Vary = Vary { weights: true, ratings: true, assumptions: true };
const ONLY_WEIGHTS: Vary = Vary { weights: true, ratings: false, assumptions: false };

/// What would be found out next, sums beyond reach drawn as often as they are at most.
fn asked(model: &Model) -> Asking {
    let never = AtomicBool::new(false);
    let drawing = Drawing {
        draws: MOST_COMPLETIONS as u64,
        seed: 1,
        interrupt: &never,
        progress: &|_, _| {},
    };
    asking(model, &decide(model).expect("the model runs"), &drawing).expect("nobody interrupts")
}

/// The robustness of a model from so many draws.
fn robust(model: &Model, weights: Weights, vary: Vary, draws: u64) -> Result<Robustness, Failure> {
    let decision = decide(model).expect("the model runs");
    let never = AtomicBool::new(false);
    let run =
        Run { draws: Draws::Exactly(draws), seed: 7, interrupt: &never, progress: &|_, _| {} };
    robustness(model, &decision, &Asked { weights, vary, run })
}
