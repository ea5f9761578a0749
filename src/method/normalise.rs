//! The ways to make columns of different units comparable, each frozen into a map per column.
//! Called by methods that have a choice; refuses what a way cannot take, naming the cell.

use crate::method::extreme;
use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::{Direction, Problem};
use crate::method::rows;
use crate::method::statistics::{self, Summary};

/// A way to normalise a column; every one yields entries of which more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Normalise {
    /// The criterion's value function, already applied in [`Problem::values`].
    Value,
    /// (x − min) / (max − min); (max − x) / (max − min) for a cost. Needs a range.
    MinMax,
    /// x / max; 1 − x / max for a cost. Needs cells ≥ 0 and one above 0.
    Max,
    /// x / max; min / x for a cost. Needs cells ≥ 0 and one above 0; for a cost all above 0.
    Ratio,
    /// x / Σx; (1/x) / Σ(1/x) for a cost. Needs the same as [`Normalise::Ratio`].
    Sum,
    /// x / ‖x‖; 1 − x / ‖x‖ for a cost. Needs a cell that is not 0.
    Vector,
    /// ln x / ln Πx; (1 − ln x / ln Πx) / (n − 1) for a cost. Needs cells ≥ 1, one above 1, and for
    /// a cost two vendors, since below 1 the order would turn.
    ///
    /// Source: Zavadskas, E. K., & Turskis, Z. (2008). A new logarithmic normalization method in
    /// games theory. Informatica, 19(2), 303–314.
    Logarithmic,
    /// The share of the field that is not better: 1 for the best, 1/n for a sole worst; ties share.
    Rank,
    /// x; −x for a cost.
    None,
}

impl Normalise {
    /// Every way, in the order of the file format's documentation.
    pub const ALL: [Self; 9] = [
        Self::Value,
        Self::MinMax,
        Self::Max,
        Self::Ratio,
        Self::Sum,
        Self::Vector,
        Self::Logarithmic,
        Self::Rank,
        Self::None,
    ];

    /// The name in the file format.
    pub fn id(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::MinMax => "min-max",
            Self::Max => "max",
            Self::Ratio => "ratio",
            Self::Sum => "sum",
            Self::Vector => "vector",
            Self::Logarithmic => "logarithmic",
            Self::Rank => "rank",
            Self::None => "none",
        }
    }

    /// The cells this way starts from.
    pub fn table(self, problem: &Problem) -> &Matrix {
        match self {
            Self::Value => &problem.values,
            _ => &problem.ratings,
        }
    }

    /// One map for each column of the problem.
    ///
    /// # Errors
    /// The first column that this way cannot take.
    pub fn maps(self, problem: &Problem) -> Result<Vec<Map>, Refusal> {
        let table = self.table(problem);
        let map =
            |column: usize| self.map(column, table.column(column), problem.axes[column].direction);
        // In column order, so that the first refusal is the one that is said.
        rows::per_column(table.rows(), problem.criteria(), map).into_iter().collect()
    }

    /// The map of one column; `column` is only the name that a refusal carries.
    ///
    /// # Errors
    /// When the cells have no range, sum, sign or size for this way.
    pub fn map(self, column: usize, cells: &[f64], direction: Direction) -> Result<Map, Refusal> {
        let cost = direction == Direction::Minimize;
        let linear = |origin, span| Map::Linear { origin, span };
        Ok(match self {
            Self::Value => Map::IDENTITY,
            Self::MinMax => {
                let (best, worst) = ends(column, cells, direction)?;
                linear(worst, best - worst)
            }
            Self::Max => {
                let high = positive_high(column, cells)?;
                if cost { linear(high, -high) } else { linear(0.0, high) }
            }
            Self::Ratio if cost => {
                let numerator = positive_low(column, cells)?;
                Map::Reciprocal { numerator, origin: 0.0 }
            }
            Self::Ratio => linear(0.0, positive_high(column, cells)?),
            Self::Sum if cost => {
                refuse_not_positive(column, cells)?;
                let reciprocals = statistics::sum_of(cells, |cell| 1.0 / cell);
                let reciprocals = positive(column, cells, reciprocals)?;
                Map::Reciprocal { numerator: 1.0 / reciprocals, origin: 0.0 }
            }
            Self::Sum => linear(0.0, positive_sum(column, cells)?),
            Self::Vector => {
                let norm = positive_norm(column, cells)?;
                if cost { linear(norm, -norm) } else { linear(0.0, norm) }
            }
            Self::Logarithmic => logarithmic(column, cells, direction)?,
            Self::Rank => {
                let mut sorted = cells.to_vec();
                sorted.sort_by(f64::total_cmp);
                Map::Rank { sorted, direction }
            }
            Self::None => linear(0.0, direction.sign()),
        })
    }
}

/// Best and worst cell by direction.
///
/// # Errors
/// [`Refusal::NoRange`] where they are equal, [`Refusal::Extreme`] where no float holds their distance.
pub fn ends(column: usize, cells: &[f64], direction: Direction) -> Result<(f64, f64), Refusal> {
    let Summary { low, high, .. } = Summary::of(cells);
    if low >= high {
        return Err(Refusal::NoRange { criterion: column });
    }
    if high - low == f64::INFINITY {
        return Err(extreme::of_column(column, cells));
    }
    Ok(match direction {
        Direction::Maximize => (high, low),
        Direction::Minimize => (low, high),
    })
}

/// # Errors
/// [`Refusal::NotPositive`] for the first cell ≤ 0.
pub fn refuse_not_positive(column: usize, cells: &[f64]) -> Result<(), Refusal> {
    positive_low(column, cells).map(|_| ())
}

/// The smallest of cells that are all > 0.
fn positive_low(column: usize, cells: &[f64]) -> Result<f64, Refusal> {
    let low = statistics::low(cells);
    if low <= 0.0 { Err(first_refused(column, cells, |cell| cell <= 0.0)) } else { Ok(low) }
}

/// # Errors
/// [`Refusal::NotPositive`] for the first cell < 0.
pub fn refuse_negative(column: usize, cells: &[f64]) -> Result<(), Refusal> {
    summary_without_negatives(column, cells).map(|_| ())
}

/// What cells that are all ≥ 0 come to.
///
/// # Errors
/// [`Refusal::NotPositive`] for the first cell < 0.
fn summary_without_negatives(column: usize, cells: &[f64]) -> Result<Summary, Refusal> {
    let summary = Summary::of(cells);
    if summary.low < 0.0 {
        return Err(first_refused(column, cells, |cell| cell < 0.0));
    }
    Ok(summary)
}

/// The sum of cells that are all ≥ 0.
///
/// # Errors
/// The first negative cell, or that the sum is 0 or not finite.
pub fn positive_sum(column: usize, cells: &[f64]) -> Result<f64, Refusal> {
    positive_summary(column, cells).map(|summary| summary.sum)
}

/// What cells that are all ≥ 0 and not all 0 come to.
///
/// # Errors
/// The first negative cell, or that the sum is 0 or not finite.
pub fn positive_summary(column: usize, cells: &[f64]) -> Result<Summary, Refusal> {
    let summary = summary_without_negatives(column, cells)?;
    positive(column, cells, summary.sum)?;
    Ok(summary)
}

/// The norm of the column.
///
/// # Errors
/// That it is 0, or not finite.
pub fn positive_norm(column: usize, cells: &[f64]) -> Result<f64, Refusal> {
    positive(column, cells, statistics::norm(cells))
}

fn positive_high(column: usize, cells: &[f64]) -> Result<f64, Refusal> {
    positive(column, cells, summary_without_negatives(column, cells)?.high)
}

/// What a column comes to, where cells can be divided by it.
///
/// # Errors
/// That it is 0, or not finite.
pub fn positive(column: usize, cells: &[f64], total: f64) -> Result<f64, Refusal> {
    if total == f64::INFINITY {
        return Err(extreme::of_column(column, cells));
    }
    if total > 0.0 { Ok(total) } else { Err(Refusal::ZeroSum { criterion: column }) }
}

/// The refusal of the first cell that is refused; one of them is.
fn first_refused(column: usize, cells: &[f64], is_refused: impl Fn(f64) -> bool) -> Refusal {
    let vendor = cells.iter().position(|&cell| is_refused(cell)).unwrap_or_default();
    Refusal::NotPositive { criterion: column, vendor, cell: cells[vendor] }
}

fn logarithmic(column: usize, cells: &[f64], direction: Direction) -> Result<Map, Refusal> {
    refuse_not_positive(column, cells)?;
    if statistics::low(cells) < 1.0 {
        return Err(Refusal::Lacks { criterion: column, what: "ratings of at least 1 throughout" });
    }
    let total = cells.iter().fold(0.0, |sum, &cell| sum + cell.ln());
    let total = positive(column, cells, total)?;
    match direction {
        Direction::Maximize => Ok(Map::Logarithm { offset: 0.0, slope: 1.0 / total }),
        Direction::Minimize if cells.len() < 2 => {
            Err(Refusal::Lacks { criterion: column, what: "a second vendor to compare costs with" })
        }
        Direction::Minimize => {
            let others = cells.len() as f64 - 1.0;
            Ok(Map::Logarithm { offset: 1.0 / others, slope: -1.0 / (total * others) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Normalise;
    use crate::method::outcome::Refusal;
    use crate::method::problem::Direction;

    fn entries(way: Normalise, cells: &[f64], direction: Direction) -> Vec<f64> {
        let map = way.map(0, cells, direction).unwrap();
        cells.iter().map(|&cell| map.apply(cell)).collect()
    }

    #[test]
    fn every_way_on_a_column_done_by_hand() {
        let cells = [1.0, 2.0, 4.0];
        let (up, down) = (Direction::Maximize, Direction::Minimize);
        assert_eq!(entries(Normalise::MinMax, &cells, up), [0.0, 1.0 / 3.0, 1.0]);
        assert_eq!(entries(Normalise::MinMax, &cells, down), [1.0, 2.0 / 3.0, 0.0]);
        assert_eq!(entries(Normalise::Max, &cells, down), [0.75, 0.5, 0.0]);
        assert_eq!(entries(Normalise::Ratio, &cells, up), [0.25, 0.5, 1.0]);
        assert_eq!(entries(Normalise::Ratio, &cells, down), [1.0, 0.5, 0.25]);
        assert_eq!(entries(Normalise::Sum, &cells, up), [1.0 / 7.0, 2.0 / 7.0, 4.0 / 7.0]);
        assert_eq!(entries(Normalise::Rank, &cells, down), [1.0, 2.0 / 3.0, 1.0 / 3.0]);
        assert_eq!(entries(Normalise::None, &cells, down), [-1.0, -2.0, -4.0]);
        // ln 1, ln 2, ln 4 over ln 8 are 0, 1/3, 2/3.
        for (entry, thirds) in
            entries(Normalise::Logarithmic, &cells, up).iter().zip([0.0, 1.0, 2.0])
        {
            assert!((entry - thirds / 3.0).abs() < 1e-15);
        }
        let costs = entries(Normalise::Logarithmic, &cells, down);
        assert!((costs.iter().sum::<f64>() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn what_a_way_cannot_take_is_refused_by_cell() {
        let up = Direction::Maximize;
        let refused =
            |way: Normalise, cells: &[f64], direction| way.map(3, cells, direction).unwrap_err();
        assert_eq!(refused(Normalise::MinMax, &[5.0, 5.0], up), Refusal::NoRange { criterion: 3 });
        assert_eq!(refused(Normalise::Vector, &[0.0, 0.0], up), Refusal::ZeroSum { criterion: 3 });
        assert_eq!(
            refused(Normalise::Ratio, &[5.0, 0.0], Direction::Minimize),
            Refusal::NotPositive { criterion: 3, vendor: 1, cell: 0.0 }
        );
        assert_eq!(
            refused(Normalise::Sum, &[5.0, -1.0], up),
            Refusal::NotPositive { criterion: 3, vendor: 1, cell: -1.0 }
        );
    }
}
