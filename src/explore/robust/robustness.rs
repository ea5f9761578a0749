//! Everything `robust` says, worked out in one go from a model and its decision.
//! The one entry of this room; its view words it.

use crate::answer::linear_program::HalfSpace;
use std::sync::atomic::AtomicBool;

use crate::answer::smaa::run::Run;
use crate::decide::bench::Bench;
use crate::decide::decision::Decision;
use crate::decide::settled::Settled;
use crate::explore::evidence::belief::{Belief, beliefs};
use crate::explore::robust::acceptability::Acceptability;
use crate::explore::robust::conditional_ladder::{Chances, chances};
use crate::explore::robust::draws::Drawn;
use crate::explore::robust::failure::Failure;
use crate::explore::robust::input::uncertain_ratings;
use crate::explore::robust::ladder::{Regret, Rung, ladder, regrets};
use crate::explore::robust::open::open_assumptions;
use crate::explore::robust::part::{Part, Stop};
use crate::explore::robust::people::{Voters, voters};
use crate::explore::robust::sampling::{confide, sample};
use crate::explore::robust::stability::{Stability, Swept, stability};
use crate::explore::robust::tornado::{Bar, tornado};
use crate::explore::robust::weight_space::{WeightSpace, Weights};
use crate::model::scenario::Model;
use crate::reasons::basis::basis;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vary {
    /// Weights, from the set asked for; else today's.
    pub weights: bool,
    /// Uncertain and unknown ratings; else their points and fills.
    pub ratings: bool,
    /// Open assumptions; else they hold.
    pub assumptions: bool,
}

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Where weights are drawn from.
    pub weights: Weights,
    /// What is drawn.
    pub vary: Vary,
    /// How many draws, from which seed.
    pub run: Run<'a>,
}

/// How sure a choice is.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// Where weights were drawn from; today's alone where they were not varied.
    pub weights: Weights,
    /// What was drawn.
    pub vary: Vary,
    /// Whether any rating was drawn.
    pub draws_a_rating: bool,
    /// Whether draws do not depend on each other.
    pub is_independent: bool,
    /// Whether today's weights break a constraint of the criteria file: indices into the model's.
    pub broken_constraints: Vec<usize>,
    /// By leaf, in declared order.
    pub stability: Vec<Stability>,
    /// Ranks under draws.
    pub acceptability: Acceptability,
    /// Ends of everything uncertain, widest first.
    pub tornado: Vec<Bar>,
    /// What must be agreed, widest set first.
    pub ladder: Vec<Rung>,
    /// Largest regrets over the weight set, in declared order; `None` where nothing is exact.
    pub regrets: Option<Vec<Regret>>,
    /// Who ends up chosen over what is pending.
    pub chances: Chances,
    /// What there is for and against each claim, in declared order.
    pub beliefs: Vec<Belief>,
    /// What each stakeholder would choose; `None` where there are none.
    pub voters: Option<Voters>,
    /// What was left out since somebody stopped it after the draws.
    pub left_out: Vec<Part>,
}

/// Counts of ranks take vendors² numbers, and so does what is shown of them as JSON: more vendors than
/// this, excluded ones aside, are refused.
pub const MOST_VENDORS: usize = 1000;

/// Works everything out.
///
/// # Errors
/// When the model cannot be run, the weight set is empty, there are too many vendors, or somebody
/// stops it.
pub fn robustness(
    model: &Model,
    decision: &Decision,
    asked: &Asked<'_>,
) -> Result<Robustness, Failure> {
    let counted = model.vendors.iter().filter(|vendor| vendor.excluded.is_none()).count();
    if counted > MOST_VENDORS {
        return Err(Failure::TooMany(counted));
    }
    let reading = &decision.reading;
    let base = Settled::new(model, &[])?;
    let bench = Bench::new(model)?;
    let basis = basis(model, decision);
    let shares = base.shares();
    let vary = Vary { weights: asked.vary.weights && !base.is_vote(), ..asked.vary };
    let varied = if vary.weights { asked.weights } else { Weights::Exactly };
    let weights = WeightSpace::new(model, base.leaves(), &shares, varied)?;
    let open = open_assumptions(model);
    let drawn = Drawn {
        model,
        reading,
        weights: &weights,
        draws_weights: vary.weights,
        draws_ratings: asked.vary.ratings,
        assumptions: if asked.vary.assumptions { &open } else { &[] },
        base: &base,
    };
    let swept = Swept { model, reading, base: &base, basis: basis.as_ref() };
    let today = |row: &HalfSpace| {
        crate::answer::contest::dot(&row.coefficients, &shares) >= row.bound - 1e-9
    };
    let mut acceptability = sample(&drawn, basis.as_ref(), &asked.run)?;
    // Draws that were cut short are as good as so many asked for: what is read off them is not cut
    // short as well.
    let going_on = AtomicBool::new(false);
    let stop = Stop(if acceptability.is_interrupted { &going_on } else { asked.run.interrupt });
    let mut left_out = Vec::new();
    let bars = tornado(&swept, &bench, &open, stop);
    let bars = or_left_out(bars, Part::Tornado, &mut left_out).unwrap_or_default();
    let chances = chances(&swept, &bench, &open, asked.run.seed, stop);
    let chances =
        or_left_out(chances, Part::Chances, &mut left_out).unwrap_or_else(|| Chances::none(&open));
    let stability = stability(&swept, stop);
    let stability = or_left_out(stability, Part::Stability, &mut left_out).unwrap_or_default();
    let rungs = ladder(&swept, &drawn, (asked.run.seed, acceptability.draws), stop);
    let rungs = or_left_out(rungs, Part::Ladder, &mut left_out).unwrap_or_default();
    let regrets = regrets(&swept, &weights.set, stop);
    let regrets = or_left_out(regrets, Part::Regrets, &mut left_out).unwrap_or_default();
    if !confide(&drawn, &asked.run, &mut acceptability, stop) {
        left_out.push(Part::Confidence);
    }
    Ok(Robustness {
        weights: varied,
        vary,
        is_independent: weights.is_independent(),
        broken_constraints: (0..weights.constraints.len())
            .filter(|idx| !today(&weights.constraints[*idx]))
            .collect(),
        draws_a_rating: asked.vary.ratings && !uncertain_ratings(model, &base, reading).is_empty(),
        stability,
        tornado: bars,
        ladder: rungs,
        regrets,
        chances,
        beliefs: beliefs(model),
        voters: voters(model, reading, basis.as_ref()),
        acceptability,
        left_out,
    })
}

/// What was found; where it was stopped, that is noted.
fn or_left_out<T>(found: Option<T>, part: Part, left_out: &mut Vec<Part>) -> Option<T> {
    if found.is_none() {
        left_out.push(part);
    }
    found
}
