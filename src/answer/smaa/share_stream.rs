//! The share vectors of a block of draws, one after another.
//! Numbers depend on the seed and the block only, so any thread may take any block.

use crate::answer::smaa::generator::seeded;
use crate::answer::smaa::hit_and_run::Chain;
use crate::answer::smaa::lanes::LANES;
use crate::answer::smaa::sampler::Sampler;
use rand_xoshiro::Xoshiro256PlusPlus;

/// The shares of one block of draws, one vector after another.
#[derive(Debug, Clone)]
pub struct ShareStream<'a> {
    sampler: &'a Sampler,
    lanes: Vec<Xoshiro256PlusPlus>,
    drawn: usize,
    walk: Option<Chain<'a>>,
}

impl<'a> ShareStream<'a> {
    /// Draw d of a block comes from lane d mod 8.
    pub fn new(sampler: &'a Sampler, seed: u64, block: u64) -> Self {
        let mut lanes: Vec<Xoshiro256PlusPlus> =
            (0..LANES as u64).map(|lane| seeded(seed, block, lane)).collect();
        let walk = match sampler {
            Sampler::Walk(polytope) => Some(Chain::begin(polytope, &mut lanes[0])),
            _ => None,
        };
        Self { sampler, lanes, drawn: 0, walk }
    }

    /// Draws the next vector into `shares`.
    pub fn draw(&mut self, shares: &mut [f64]) {
        let lane = self.drawn % LANES;
        self.drawn += 1;
        if let Some(walk) = &mut self.walk {
            walk.draw(&mut self.lanes[0], shares);
            return;
        }
        while !self.sampler.propose(&mut self.lanes[lane], shares) {}
    }
}
