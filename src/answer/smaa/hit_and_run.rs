//! A random walk through a small set of weights: hit and run.
//! Used only where keeping fitting draws would throw away nearly everything.
//!
//! Source: Smith, R. L. (1984). Efficient Monte Carlo procedures for generating points uniformly
//! distributed over bounded regions. Operations Research, 32(6), 1296–1308; for weights Tervonen,
//! van Valkenhoef, Baştürk & Postmus (2013). EJOR, 224(3), 552–559.

use crate::answer::contest::dot;
use crate::answer::linear_program::{HalfSpace, LinearProgram, NoOptimum, minimise};
use crate::answer::smaa::generator::fine_uniform;
use crate::answer::smaa::proposal::NoShares;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Weights that satisfy some rows, and a point well inside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Polytope {
    rows: Vec<HalfSpace>,
    centre: Vec<f64>,
}

impl Polytope {
    /// The part of the simplex where the rows hold, with the centre of its largest ball.
    pub fn around(rows: &[HalfSpace], criteria: usize) -> Result<Self, NoShares> {
        let mut rows = rows.to_vec();
        for j in 0..criteria {
            let mut coefficients = vec![0.0; criteria];
            coefficients[j] = 1.0;
            rows.push(HalfSpace { coefficients, bound: 0.0 });
        }
        let at_least = rows
            .iter()
            .map(|row| {
                let mut coefficients = row.coefficients.clone();
                coefficients.push(-dot(&row.coefficients, &row.coefficients).sqrt());
                HalfSpace { coefficients, bound: row.bound }
            })
            .collect();
        let mut ones = vec![1.0; criteria];
        ones.push(0.0);
        let mut objective = vec![0.0; criteria];
        objective.push(-1.0);
        let mut upper = vec![1.0; criteria + 1];
        let mut lower = vec![0.0; criteria + 1];
        upper[criteria] = 1.0;
        lower[criteria] = 0.0;
        let equal = vec![HalfSpace { coefficients: ones, bound: 1.0 }];
        let program = LinearProgram { objective, lower, upper, at_least, equal };
        let centre = minimise(&program).map_err(|fault| match fault {
            NoOptimum::Infeasible => NoShares::Empty,
            NoOptimum::Unbounded | NoOptimum::Unsolved => NoShares::Flat,
        })?;
        let is_inside =
            rows.iter().all(|row| dot(&row.coefficients, &centre[..criteria]) > row.bound);
        if centre[criteria] < 1e-9 || !is_inside {
            return Err(NoShares::Flat);
        }
        Ok(Self { rows, centre: centre[..criteria].to_vec() })
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.centre.len()
    }
}

/// One walk; each block begins its own.
#[derive(Debug, Clone)]
pub struct Chain<'a> {
    polytope: &'a Polytope,
    here: Vec<f64>,
}

impl<'a> Chain<'a> {
    /// Starts at the centre and forgets it.
    pub fn begin(polytope: &'a Polytope, generator: &mut Xoshiro256PlusPlus) -> Self {
        let mut chain = Self { polytope, here: polytope.centre.clone() };
        for _ in 0..200 + 50 * polytope.criteria() {
            chain.step(generator);
        }
        chain
    }

    /// Walks on, then shows where it stands.
    pub fn draw(&mut self, generator: &mut Xoshiro256PlusPlus, shares: &mut [f64]) {
        for _ in 0..10 + self.polytope.criteria() {
            self.step(generator);
        }
        shares.copy_from_slice(&self.here);
    }

    /// A direction that keeps the sum, then a uniform point of the chord in it. Directions need
    /// not be uniform for the walk's limit to be.
    fn step(&mut self, generator: &mut Xoshiro256PlusPlus) {
        let criteria = self.here.len();
        let mut direction: Vec<f64> =
            (0..criteria).map(|_| 2.0 * fine_uniform(generator) - 1.0).collect();
        let mean = direction.iter().sum::<f64>() / criteria as f64;
        for part in &mut direction {
            *part -= mean;
        }
        let (mut back, mut forth) = (f64::NEG_INFINITY, f64::INFINITY);
        for row in &self.polytope.rows {
            let slack = dot(&row.coefficients, &self.here) - row.bound;
            let slope = dot(&row.coefficients, &direction);
            if slope > 0.0 {
                back = back.max(-slack / slope);
            } else if slope < 0.0 {
                forth = forth.min(-slack / slope);
            }
        }
        let at = fine_uniform(generator);
        if !(back.is_finite() && forth.is_finite()) || forth <= back {
            return;
        }
        let length = back + at * (forth - back);
        for (share, part) in self.here.iter_mut().zip(&direction) {
            *share = (*share + length * part).max(0.0);
        }
        let sum: f64 = self.here.iter().sum();
        for share in &mut self.here {
            *share /= sum;
        }
    }
}
