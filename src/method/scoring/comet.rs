//! COMET: fuzzy rules over characteristic vendors that an expert has ranked.
//! The expert is TOPSIS, so that nobody has to compare them by hand.

use std::borrow::Cow;

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::ranks::tied_groups;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::scoring::topsis::FrozenTopsis;
use crate::method::statistics;
use crate::method::terms::Terms;

/// Every combination of the criteria's characteristic values is ranked by the expert and given a
/// preference evenly spaced from 0 to 1; a vendor takes the preferences around it by triangular
/// membership. Higher is better. Beyond the outermost values their preference holds.
///
/// The paper asks an expert to compare the combinations in pairs; here, as in Paradowski et al.
/// (2021), TOPSIS over min–max entries with the same shares answers. Only its ranking is used.
///
/// Source: Sałabun, W. (2015). The characteristic objects method: a new distance-based approach to
/// multicriteria decision-making problems. Journal of Multi-Criteria Decision Analysis, 22, 37–50.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comet {
    /// Rising values for each column, at least two; empty or absent: the least and the most of the
    /// field.
    pub characteristic_values: Vec<Vec<f64>>,
}

/// At most so many combinations are ranked.
pub const MOST_COMBINATIONS: usize = 1 << 16;

/// COMET with its rules held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenComet {
    values: Vec<Vec<f64>>,
    /// Preference of each combination; the first criterion's value changes fastest.
    preferences: Vec<f64>,
}

impl Comet {
    /// Scores the field.
    ///
    /// # Errors
    /// A criterion with fewer than two characteristic values, and more than
    /// [`MOST_COMBINATIONS`] combinations.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        Scored::higher(self.freeze(problem)?.scores(&problem.ratings)).outcome()
    }

    /// Ranks the combinations.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenComet, Refusal> {
        let values = (0..problem.criteria())
            .map(|column| self.values(problem, column))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let combinations = values.iter().try_fold(1usize, |product, values| {
            product.checked_mul(values.len()).filter(|&product| product <= MOST_COMBINATIONS)
        });
        let Some(combinations) = combinations else {
            let why =
                format!("more than {MOST_COMBINATIONS} combinations of characteristic values");
            return Err(Refusal::Undefined { why });
        };
        let mut grid = Matrix::zeros(combinations, values.len());
        let mut stride = 1;
        for (column, values) in values.iter().enumerate() {
            for (row, cell) in grid.column_mut(column).iter_mut().enumerate() {
                *cell = values[row / stride % values.len()];
            }
            stride *= values.len();
        }
        Ok(FrozenComet { preferences: preferences(problem, &grid)?, values })
    }

    fn values(&self, problem: &Problem, column: usize) -> Result<Vec<f64>, Refusal> {
        let cells = problem.ratings.column(column);
        let values = match self.characteristic_values.get(column) {
            Some(given) if !given.is_empty() => given.clone(),
            _ => vec![statistics::low(cells), statistics::high(cells)],
        };
        if values.len() < 2 {
            let what = "two `characteristic-values`";
            return Err(Refusal::Lacks { criterion: column, what });
        }
        if values.windows(2).all(|pair| pair[0] < pair[1]) {
            return Ok(values);
        }
        Err(match self.characteristic_values.get(column) {
            Some(given) if !given.is_empty() => {
                Refusal::Lacks { criterion: column, what: "rising `characteristic-values`" }
            }
            _ => Refusal::NoRange { criterion: column },
        })
    }
}

impl FrozenComet {
    /// Preferences, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        (0..rows.rows()).map(|row| self.score(rows, row)).collect()
    }

    /// Interpolates one criterion after the other, from the slowest of the grid to the fastest.
    fn score(&self, rows: &Matrix, row: usize) -> f64 {
        let mut around = Cow::Borrowed(&self.preferences);
        for (column, values) in self.values.iter().enumerate().rev() {
            let cell = rows.get(row, column);
            let below =
                values.partition_point(|&value| value <= cell).clamp(1, values.len() - 1) - 1;
            let (low, high) = (values[below], values[below + 1]);
            let upper = ((cell - low) / (high - low)).clamp(0.0, 1.0);
            let stride = around.len() / values.len();
            let inner = (0..stride)
                .map(|idx| {
                    let (near, far) =
                        (around[below * stride + idx], around[(below + 1) * stride + idx]);
                    (1.0 - upper) * near + upper * far
                })
                .collect();
            around = Cow::Owned(inner);
        }
        around.first().copied().unwrap_or(0.0)
    }
}

/// The expert's ranking as preferences: 1 for the best group, 0 for the worst, evenly spaced.
fn preferences(problem: &Problem, grid: &Matrix) -> Result<Vec<f64>, Refusal> {
    let maps = (0..problem.criteria())
        .map(|column| {
            Normalise::MinMax.map(column, grid.column(column), problem.axes[column].direction)
        })
        .collect::<Result<_, Refusal>>()?;
    let expert = FrozenTopsis::between_ends(Terms::with_shares(maps, problem), grid)
        .map_err(|_| undefined("no criterion has weight"))?;
    let groups = tied_groups(&expert.scores(grid));
    let last = (groups.len() - 1).max(1) as f64;
    let mut preferences = vec![0.0; grid.rows()];
    for (place, group) in groups.iter().enumerate() {
        for &combination in group {
            preferences[combination] = (groups.len() - 1 - place) as f64 / last;
        }
    }
    Ok(preferences)
}
