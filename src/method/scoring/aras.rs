//! ARAS: utility as a share of an ideal vendor's.
//! The ideal vendor counts in the column sums.

use crate::method::map::Map;
use crate::method::normalise::{positive, refuse_negative, refuse_not_positive};
use crate::method::outcome::{Figures, Outcome, Refusal, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

/// S_i / S_0 with S = Σ w_j r_j, r the share in the column's sum, ideal included, of x for a benefit
/// and of 1/x for a cost; higher is better.
///
/// Source: Zavadskas, E. K., & Turskis, Z. (2010). A new additive ratio assessment (ARAS) method in
/// multicriteria decision-making. Technological and Economic Development of Economy, 16(2), 159–172.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aras {
    /// The ideal vendor's ratings in column order; `None` or absent: the best of the field.
    pub ideal: Vec<Option<f64>>,
}

/// ARAS with its sums and its ideal held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenAras {
    /// Terms of S / S_0, which add up to the score.
    pub terms: Terms,
    /// S_0, the ideal's optimality, > 0.
    pub ideal: f64,
}

impl Aras {
    /// Scores the field; details `optimality` (S) and `optimality-ideal` (S_0).
    ///
    /// # Errors
    /// Negative benefits, costs that are not positive, a benefit of zeros only.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = &problem.ratings;
        let scores = frozen.terms.sums(rows);
        let optimality = scores.iter().map(|score| score * frozen.ideal).collect();
        Scored::higher(scores)
            .split(frozen.terms.cells(rows), Unit::Score)
            .detail("optimality", Figures::PerVendor(optimality))
            .detail("optimality-ideal", Figures::Whole(frozen.ideal))
            .outcome()
    }

    /// Holds sums and ideal fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenAras, Refusal> {
        let mut maps = Vec::with_capacity(problem.criteria());
        let mut ideals = Vec::with_capacity(problem.criteria());
        for (column, axis) in problem.axes.iter().enumerate() {
            let cells = problem.ratings.column(column);
            let given = self.ideal.get(column).copied().flatten();
            match axis.direction {
                Direction::Maximize => {
                    refuse_negative(column, cells)?;
                    let ideal = given.unwrap_or_else(|| statistics::high(cells));
                    if ideal < 0.0 {
                        let what = "an `ideal` of at least 0";
                        return Err(Refusal::Lacks { criterion: column, what });
                    }
                    let span = positive(column, cells, statistics::sum(cells) + ideal)?;
                    maps.push(Map::Linear { origin: 0.0, span });
                    ideals.push(ideal);
                }
                Direction::Minimize => {
                    refuse_not_positive(column, cells)?;
                    let ideal = given.unwrap_or_else(|| statistics::low(cells));
                    if ideal <= 0.0 {
                        let what = "an `ideal` above 0";
                        return Err(Refusal::Lacks { criterion: column, what });
                    }
                    let total = cells.iter().fold(1.0 / ideal, |sum, cell| sum + 1.0 / cell);
                    let total = positive(column, cells, total)?;
                    maps.push(Map::Reciprocal { numerator: 1.0 / total, origin: 0.0 });
                    ideals.push(ideal);
                }
            }
        }
        let terms = Terms::with_shares(maps, problem);
        let ideal =
            terms.0.iter().zip(ideals).fold(0.0, |sum, (term, cell)| sum + term.apply(cell));
        if ideal > 0.0 {
            return Ok(FrozenAras { terms: terms.scaled(1.0 / ideal), ideal });
        }
        Err(undefined("the ideal vendor has no value, so that nothing can be measured against it"))
    }
}
