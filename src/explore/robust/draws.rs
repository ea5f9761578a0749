//! One draw after another: shares, ratings and assumptions, each way of settling laid out once.
//! The inner loop of `acceptability`; numbers depend on seed and block only.

use std::collections::BTreeMap;

use crate::answer::smaa::generator::{fine_uniform, seeded};
use crate::decide::evaluation::Evaluation;
use crate::decide::run_error::RunError;
use crate::decide::settled::Settled;
use crate::decide::standing::Standing;
use crate::explore::robust::input::{UncertainRating, datum, uncertain_ratings};
use crate::explore::robust::open::Open;
use crate::explore::robust::weight_space::{Stream, WeightSpace};
use crate::model::id::AssumptionId;
use crate::model::scenario::Model;
use rand_xoshiro::Xoshiro256PlusPlus;

/// The lane of a block from which ratings are drawn; shares take the lanes below 8.
const RATINGS_LANE: u64 = 1 << 32;
/// The lane from which assumptions are drawn.
const ASSUMPTIONS_LANE: u64 = 1 << 33;
/// Ways of settling that a block keeps laid out; the rest are laid out anew each time.
const KEPT: usize = 256;

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// The model.
    pub model: &'a Model,
    /// Gives the ranges of unknown ratings without a declared one.
    pub reading: &'a Evaluation,
    /// Where shares come from.
    pub weights: &'a WeightSpace,
    /// Whether shares move; else they stay as the model has them, field by field.
    pub draws_weights: bool,
    /// Whether uncertain ratings are drawn.
    pub draws_ratings: bool,
    /// The assumptions that are drawn; the other pending ones hold.
    pub assumptions: &'a [Open],
    /// The model with everything pending held.
    pub base: &'a Settled<'a>,
}

/// The draws of one block.
#[derive(Debug)]
pub struct Block<'a> {
    drawn: Drawn<'a>,
    stream: Stream<'a>,
    ratings: Xoshiro256PlusPlus,
    assumptions: Xoshiro256PlusPlus,
    laid_out: BTreeMap<Vec<AssumptionId>, Layout<'a>>,
    /// The shares of the last draw.
    pub shares: Vec<f64>,
}

#[derive(Debug, Clone)]
struct Layout<'a> {
    settled: Settled<'a>,
    uncertain: Vec<UncertainRating>,
}

impl<'a> Block<'a> {
    /// Ready for the first draw.
    pub fn new(drawn: Drawn<'a>, seed: u64, block: u64) -> Self {
        Self {
            stream: drawn.weights.stream(seed, block),
            ratings: seeded(seed, block, RATINGS_LANE),
            assumptions: seeded(seed, block, ASSUMPTIONS_LANE),
            laid_out: BTreeMap::new(),
            shares: vec![0.0; drawn.base.leaves().len()],
            drawn,
        }
    }

    /// The next draw: who stands where in it.
    ///
    /// # Errors
    /// If the method refuses what was drawn.
    pub fn draw(&mut self) -> Result<Standing, RunError> {
        self.stream.draw(&mut self.shares);
        let generator = &mut self.assumptions;
        let failing: Vec<AssumptionId> = self
            .drawn
            .assumptions
            .iter()
            .filter(|open| fine_uniform(generator) >= open.probability)
            .map(|open| open.assumption)
            .collect();
        if self.laid_out.len() >= KEPT && !self.laid_out.contains_key(&failing) {
            let mut layout = self.lay_out(&failing)?;
            return run(&mut layout, &self.drawn, &self.shares, &mut self.ratings);
        }
        if !self.laid_out.contains_key(&failing) {
            let layout = self.lay_out(&failing)?;
            self.laid_out.insert(failing.clone(), layout);
        }
        match self.laid_out.get_mut(&failing) {
            Some(layout) => run(layout, &self.drawn, &self.shares, &mut self.ratings),
            None => {
                let mut layout = self.lay_out(&failing)?;
                run(&mut layout, &self.drawn, &self.shares, &mut self.ratings)
            }
        }
    }

    fn lay_out(&self, failing: &[AssumptionId]) -> Result<Layout<'a>, RunError> {
        let settled = if failing.is_empty() {
            self.drawn.base.clone()
        } else {
            Settled::new(self.drawn.model, failing)?
        };
        let uncertain = if self.drawn.draws_ratings {
            uncertain_ratings(self.drawn.model, &settled, self.drawn.reading)
        } else {
            Vec::new()
        };
        Ok(Layout { settled, uncertain })
    }
}

fn run(
    layout: &mut Layout<'_>,
    drawn: &Drawn<'_>,
    shares: &[f64],
    generator: &mut Xoshiro256PlusPlus,
) -> Result<Standing, RunError> {
    if drawn.draws_weights {
        layout.settled.weigh(shares);
    }
    for rating in &layout.uncertain {
        let number = rating.distribution.draw(generator);
        if let Some(leaf) = drawn.model.criterion(rating.criterion).leaf() {
            layout.settled.rate(rating.vendor, rating.criterion, datum(leaf, number));
        }
    }
    layout.settled.run()
}
