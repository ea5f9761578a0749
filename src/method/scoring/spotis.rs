//! SPOTIS: distance from an ideal point inside fixed scales.
//! Free of rank reversal: nothing in it comes from the field.

use crate::method::map::Map;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::Scored;
use crate::method::terms::Terms;

/// Σ w_j |x_ij − ideal_j| / (high_j − low_j) over declared scales, lower is better.
///
/// Source: Dezert, J., Tchamova, A., Han, D., & Tacnet, J. M. (2020). The SPOTIS rank reversal free
/// method for multi-criteria decision-making support. FUSION 2020.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spotis {
    /// The expected solution point in column order; `None` or absent: the best end of the scale.
    pub ideal: Vec<Option<f64>>,
}

impl Spotis {
    /// Scores the field.
    ///
    /// # Errors
    /// A criterion without a declared scale.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::lower(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The terms of the distance; the field plays no part.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        let map = |column: usize| {
            let axis = &problem.axes[column];
            let Some([low, high]) = axis.scale.filter(|[low, high]| low < high) else {
                return Err(Refusal::Lacks { criterion: column, what: "a `scale`" });
            };
            let best = match axis.direction {
                Direction::Maximize => high,
                Direction::Minimize => low,
            };
            let origin = self.ideal.get(column).copied().flatten().unwrap_or(best);
            Ok(Map::Distance { origin, span: high - low })
        };
        let maps = (0..problem.criteria()).map(map).collect::<Result<_, Refusal>>()?;
        Ok(Terms::with_shares(maps, problem))
    }
}
