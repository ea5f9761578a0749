//! What all data-derived weights share: columns without range set aside, the rest turned to shares.
//! Each method gives amounts for the columns that have a range; this puts them in their places.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::derived::{Derived, Note};
use crate::weights::share::divide_by_sum;

/// The columns that have a range, and their directions.
pub struct Ranged {
    /// Vendors × criteria with a range.
    pub ratings: Matrix,
    /// One for each column left.
    pub directions: Vec<Direction>,
    /// Where each column stood.
    pub columns: Vec<usize>,
    /// How many columns there were.
    pub all: usize,
}

/// Shares from `amounts(ranged)`: one amount ≥ 0 for each column with a range, 0 for the others.
///
/// Columns of a refusal count within `Ranged`; they are put back to where they stood.
///
/// # Errors
/// `NoRange` for every column where none has a range; `Undefined` where all amounts are 0.
pub fn weigh_ranged(
    ratings: &Matrix,
    directions: &[Direction],
    amounts: impl Fn(&Ranged) -> Result<Vec<f64>, Vec<Refusal>>,
) -> Result<Derived, Vec<Refusal>> {
    let all = ratings.columns();
    if directions.len() != all {
        return Err(undefined("ratings and directions differ in number"));
    }
    if (0..all).any(|column| ratings.column(column).iter().any(|cell| !cell.is_finite())) {
        return Err(undefined("a rating is not a finite number"));
    }
    let columns: Vec<usize> =
        (0..all).filter(|&column| has_range(ratings.column(column))).collect();
    if columns.is_empty() {
        return Err(match all {
            0 => undefined("there is no criterion to weigh"),
            _ => (0..all).map(|criterion| Refusal::NoRange { criterion }).collect(),
        });
    }
    let ranged = Ranged {
        ratings: ratings.select_columns(&columns),
        directions: columns.iter().map(|&column| directions[column]).collect(),
        columns,
        all,
    };
    let amounts = amounts(&ranged).map_err(|refusals| {
        refusals.into_iter().map(|refusal| put_back(refusal, &ranged)).collect::<Vec<_>>()
    })?;
    let shares = divide_by_sum(&amounts)
        .ok_or_else(|| undefined("no criterion stands out from the others by this measure"))?;
    let mut derived = Derived::from_shares(spread(&ranged, &shares, 0.0));
    derived.notes = (0..all)
        .filter(|column| !ranged.columns.contains(column))
        .map(|criterion| Note::NoRange { criterion })
        .collect();
    Ok(derived)
}

/// Numbers of the columns with a range in the places of all columns, `filling` in the others.
pub fn spread(ranged: &Ranged, numbers: &[f64], filling: f64) -> Vec<f64> {
    let mut places = vec![filling; ranged.all];
    for (&column, &number) in ranged.columns.iter().zip(numbers) {
        places[column] = number;
    }
    places
}

/// One amount for each column.
pub fn by_column(ranged: &Ranged, amount: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    (0..ranged.ratings.columns()).map(|column| amount(ranged.ratings.column(column))).collect()
}

/// Refuses the first cell of each column that `is_accepted(column, cell)` does not take.
pub fn refuse_unless(
    ranged: &Ranged,
    is_accepted: impl Fn(usize, f64) -> bool,
) -> Result<(), Vec<Refusal>> {
    let refusals: Vec<Refusal> = (0..ranged.ratings.columns())
        .filter_map(|criterion| {
            let cells = ranged.ratings.column(criterion);
            let vendor = cells.iter().position(|&cell| !is_accepted(criterion, cell))?;
            Some(Refusal::NotPositive { criterion, vendor, cell: cells[vendor] })
        })
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// A refusal of the whole method.
pub fn undefined(why: &str) -> Vec<Refusal> {
    vec![Refusal::Undefined { why: why.to_owned() }]
}

/// Each cell as its way from the column's worst to its best, in [0, 1]; the column has a range.
pub fn min_max(cells: &[f64], direction: Direction) -> Vec<f64> {
    let (low, high) = ends(cells);
    // Halved, so that the range of very large numbers stays finite.
    let range = high / 2.0 - low / 2.0;
    cells
        .iter()
        .map(|cell| match direction {
            Direction::Maximize => (cell / 2.0 - low / 2.0) / range,
            Direction::Minimize => (high / 2.0 - cell / 2.0) / range,
        })
        .collect()
}

/// Each cell over the column's largest magnitude, so that squares and sums stay finite.
pub fn scaled(cells: &[f64]) -> Vec<f64> {
    let largest = magnitude(cells);
    cells.iter().map(|cell| cell / largest).collect()
}

/// The largest magnitude of a column.
pub fn magnitude(cells: &[f64]) -> f64 {
    cells.iter().map(|cell| cell.abs()).fold(0.0, f64::max)
}

/// The arithmetic mean.
pub fn mean(cells: &[f64]) -> f64 {
    cells.iter().sum::<f64>() / cells.len() as f64
}

/// Σ (x − mean)².
pub fn squared_departures(cells: &[f64]) -> f64 {
    let mean = mean(cells);
    cells.iter().map(|cell| (cell - mean) * (cell - mean)).sum()
}

/// The smallest and the largest cell.
pub fn ends(cells: &[f64]) -> (f64, f64) {
    let low = cells.iter().copied().fold(f64::INFINITY, f64::min);
    let high = cells.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low, high)
}

/// Whether a column's cells differ by more than rounding.
fn has_range(cells: &[f64]) -> bool {
    let (low, high) = ends(cells);
    !cells.is_empty() && high / 2.0 - low / 2.0 > 2.0 * f64::EPSILON * magnitude(cells)
}

fn put_back(refusal: Refusal, ranged: &Ranged) -> Refusal {
    match refusal {
        Refusal::NotPositive { criterion, vendor, cell } => {
            Refusal::NotPositive { criterion: ranged.columns[criterion], vendor, cell }
        }
        Refusal::NoRange { criterion } => Refusal::NoRange { criterion: ranged.columns[criterion] },
        Refusal::ZeroSum { criterion } => Refusal::ZeroSum { criterion: ranged.columns[criterion] },
        Refusal::Lacks { criterion, what } => {
            Refusal::Lacks { criterion: ranged.columns[criterion], what }
        }
        Refusal::Extreme { criterion, vendor, cell } => {
            Refusal::Extreme { criterion: ranged.columns[criterion], vendor, cell }
        }
        whole @ (Refusal::NotFinite | Refusal::Undefined { .. }) => whole,
    }
}
