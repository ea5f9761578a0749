//! OCRA: how far each vendor is above the worst, in units of each criterion's least rating.
//! Additive: every part is measured against the vendor with the lowest total.

use crate::method::map::Map;
use crate::method::normalise::refuse_not_positive;
use crate::method::outcome::{Outcome, Refusal, Unit};
use crate::method::problem::{Direction, Problem};
use crate::method::scoring::scored::Scored;
use crate::method::statistics;
use crate::method::terms::Terms;

/// T_i − min T with T = Σ w (max − x) / min over costs + Σ w (x − min) / min over benefits; higher is
/// better. The paper scales costs and benefits to 0 by themselves first, which cancels.
///
/// Source: Parkan, C., & Wu, M. L. (1997). On the equivalence of operational performance measurement
/// and multiple attribute decision making. International Journal of Production Research, 35(11).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ocra;

impl Ocra {
    /// Scores the field.
    ///
    /// # Errors
    /// A rating that is not positive.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let terms = self.freeze(problem)?;
        let rows = &problem.ratings;
        Scored::higher(terms.sums(rows)).split(terms.cells(rows), Unit::Score).outcome()
    }

    /// The terms of the sum over this field, 0 for the vendor with the lowest total.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<Terms, Refusal> {
        let map = |column: usize| {
            let cells = problem.ratings.column(column);
            refuse_not_positive(column, cells)?;
            let (low, high) = (statistics::low(cells), statistics::high(cells));
            Ok(match problem.axes[column].direction {
                Direction::Maximize => Map::Linear { origin: low, span: low },
                Direction::Minimize => Map::Linear { origin: high, span: -low },
            })
        };
        let maps = (0..problem.criteria()).map(map).collect::<Result<_, Refusal>>()?;
        let mut terms = Terms::with_shares(maps, problem);
        let totals = terms.sums(&problem.ratings);
        let least = statistics::low(&totals);
        if let Some(last) = totals.iter().position(|&total| total == least) {
            for (column, term) in terms.0.iter_mut().enumerate() {
                term.offset = -term.apply(problem.ratings.get(last, column));
            }
        }
        Ok(terms)
    }
}
