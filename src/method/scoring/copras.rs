//! COPRAS: benefits as shares, costs by the reciprocal of their shares.
//! Leads are split exactly: benefits additively, costs by the pair formula of the reciprocal.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::positive_sum;
use crate::method::outcome::{Figures, Lead, Outcome, Refusal, Split, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::rows;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics::{BLOCK, Summary};
use crate::method::terms::Terms;

/// Q / Q_max with Q = S⁺ + ΣS⁻ / (S⁻ Σ(1/S⁻)), higher is better; without a cost Q = S⁺.
///
/// The degree of utility is a share, best = 1, not a percentage. A vendor whose costs are all 0
/// would be infinitely good and is refused.
///
/// Source: Zavadskas, E. K., Kaklauskas, A., & Sarka, V. (1994). The new method of multicriteria
/// complex proportional assessment of projects.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Copras;

/// COPRAS with its column sums and reciprocal totals held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenCopras {
    shares: Terms,
    directions: Vec<Direction>,
    /// ΣS⁻ / Σ(1/S⁻); 0 where there is no cost.
    cost_factor: f64,
    best: f64,
}

impl Copras {
    /// Scores the field; detail `relative-weight` is Q.
    ///
    /// # Errors
    /// Negative ratings, a column of zeros, a vendor without any cost.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let (frozen, relative) = self.frozen(problem)?;
        Scored::higher(frozen.degrees(&relative))
            .detail("relative-weight", Figures::PerVendor(relative))
            .outcome()
    }

    /// The scores by themselves, each weight computed once.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn scores(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let (frozen, mut relative) = self.frozen(problem)?;
        rows::change(&mut relative, |weight| weight / frozen.best);
        Ok(relative)
    }

    /// Holds the field's sums fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenCopras, Refusal> {
        self.frozen(problem).map(|(frozen, _)| frozen)
    }

    /// The frozen method, and Q of the field it was frozen on.
    fn frozen(&self, problem: &Problem) -> Result<(FrozenCopras, Vec<f64>), Refusal> {
        let map = |column: usize| {
            let span = positive_sum(column, problem.ratings.column(column))?;
            Ok(Map::Linear { origin: 0.0, span })
        };
        let maps = rows::per_column(problem.vendors(), problem.criteria(), map)
            .into_iter()
            .collect::<Result<_, Refusal>>()?;
        let directions: Vec<_> = problem.axes.iter().map(|axis| axis.direction).collect();
        let mut frozen = FrozenCopras {
            shares: Terms::with_shares(maps, problem),
            directions,
            cost_factor: 0.0,
            best: 1.0,
        };
        let first_cost =
            frozen.directions.iter().position(|&direction| direction == Direction::Minimize);
        if let Some(criterion) = first_cost {
            let [costs, reciprocals] = frozen.cost_sums(&problem.ratings);
            if costs.low <= 0.0 {
                return Err(frozen.costless(problem, criterion));
            }
            frozen.cost_factor = costs.sum / reciprocals.sum;
        }
        let relative = frozen.relative_weights(&problem.ratings);
        frozen.best = rows::summary(&relative).high;
        if frozen.best > 0.0 {
            Ok((frozen, relative))
        } else {
            Err(undefined("every vendor's weight is zero"))
        }
    }

    /// How far vendor `a` is ahead of `b`: a cost criterion counts K (s_b − s_a) / (S⁻_a S⁻_b) with
    /// K = ΣS⁻ / Σ(1/S⁻), a benefit s_a − s_b, both over Q_max.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn lead(&self, problem: &Problem, a: usize, b: usize) -> Result<Lead, Refusal> {
        let frozen = self.freeze(problem)?;
        let pair = problem.ratings.select_rows(&[a, b]);
        let cells = frozen.shares.cells(&pair);
        let cost = frozen.side(Direction::Minimize, &pair);
        let part = |column: usize| {
            let ahead = cells.get(0, column) - cells.get(1, column);
            let counted = match frozen.directions[column] {
                Direction::Maximize => ahead,
                Direction::Minimize => -frozen.cost_factor * ahead / (cost[0] * cost[1]),
            };
            counted / frozen.best
        };
        let parts = (0..frozen.directions.len()).map(part).collect();
        let scores = frozen.scores(&pair);
        Ok(Lead { amount: scores[0] - scores[1], unit: Unit::Score, parts, how: Split::Exact })
    }
}

impl FrozenCopras {
    /// Degrees of utility, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        self.degrees(&self.relative_weights(rows))
    }

    fn degrees(&self, relative: &[f64]) -> Vec<f64> {
        rows::mapped([relative], |[weight]| weight / self.best)
    }

    /// Q of each row.
    fn relative_weights(&self, table: &Matrix) -> Vec<f64> {
        let [weights] = rows::figures(
            table.rows(),
            self.directions.len(),
            #[inline(always)]
            |start, [weights]| {
                let mut costs = [0.0; BLOCK];
                let costs = &mut costs[..weights.len()];
                self.add_side(Direction::Maximize, table, start, weights);
                self.add_side(Direction::Minimize, table, start, costs);
                // Without a cost criterion there is no S⁻ to divide by.
                if self.cost_factor > 0.0 {
                    for (weight, cost) in weights.iter_mut().zip(costs) {
                        *weight += self.cost_factor / *cost;
                    }
                }
            },
        );
        weights
    }

    /// What S⁻ and 1 / S⁻ come to over the rows.
    fn cost_sums(&self, table: &Matrix) -> [Summary; 2] {
        rows::summaries(
            table.rows(),
            self.directions.len(),
            #[inline(always)]
            |start, [costs, reciprocals]| {
                self.add_side(Direction::Minimize, table, start, costs);
                for (reciprocal, cost) in reciprocals.iter_mut().zip(costs) {
                    *reciprocal = 1.0 / *cost;
                }
            },
        )
    }

    /// The refusal of the first vendor whose costs come to 0, named by its first cost that is not 0
    /// but vanishes beside the others', else by the first cost criterion.
    fn costless(&self, problem: &Problem, criterion: usize) -> Refusal {
        let costs = self.side(Direction::Minimize, &problem.ratings);
        let vendor = costs.iter().position(|&cost| cost <= 0.0).unwrap_or_default();
        let cell = |criterion: usize| problem.ratings.get(vendor, criterion);
        let is_vanishing =
            |column: &usize| self.directions[*column] == Direction::Minimize && cell(*column) > 0.0;
        match (0..self.directions.len()).find(is_vanishing) {
            Some(criterion) => Refusal::Extreme { criterion, vendor, cell: cell(criterion) },
            None => Refusal::NotPositive { criterion, vendor, cell: cell(criterion) },
        }
    }

    /// S⁺ or S⁻ of each row.
    fn side(&self, direction: Direction, table: &Matrix) -> Vec<f64> {
        let [sums] = rows::figures(
            table.rows(),
            self.directions.len(),
            #[inline(always)]
            |start, [sums]| self.add_side(direction, table, start, sums),
        );
        sums
    }

    #[inline(always)]
    fn add_side(&self, direction: Direction, table: &Matrix, start: usize, sums: &mut [f64]) {
        let columns = 0..self.directions.len();
        let columns = columns.filter(|&column| self.directions[column] == direction);
        self.shares.step(columns, table, start, [sums], |_| |[sum], share| [sum + share]);
    }
}
