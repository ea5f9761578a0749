//! Priorities from a table of pairwise ratios: eigenvector, logarithmic least squares, column mean.
//! The arithmetic behind `ahp`; gaps in the table are allowed where every criterion is linked.

use crate::weights::pairwise::PairTable;
use crate::weights::share::divide_by_sum;

/// Shares are kept above this, so that no ratio of two of them overflows.
const LEAST: f64 = 1e-150;

/// Rounds of the power iteration; Saaty's scale needs some dozens.
const ROUNDS: usize = 10_000;

/// The principal eigenvector, by power iteration from the least-squares priorities.
///
/// A gap counts 0 and the diagonal 1 plus the row's gaps: Harker, P. T. (1987). Incomplete pairwise
/// comparisons in the analytic hierarchy process. Mathematical Modelling, 9(11), 837–848.
/// Without gaps: Saaty, T. L. (1980).
pub fn eigenvector(table: &PairTable) -> Vec<f64> {
    let mut shares = least_squares(table);
    for _ in 0..ROUNDS {
        let next = normalise(&multiply(table, &shares));
        let moved = shares
            .iter()
            .zip(&next)
            .map(|(before, after)| ((after - before) / after).abs())
            .fold(0.0, f64::max);
        shares = next;
        if moved <= 4.0 * f64::EPSILON {
            break;
        }
    }
    shares
}

/// Logarithmic least squares; the geometric mean of each row where nothing is missing.
///
/// Crawford, G., & Williams, C. (1985). A note on the analysis of subjective judgment matrices.
/// J. Math. Psychology, 29(4), 387–405. With gaps: Bozóki, S., Fülöp, J., & Rónyai, L. (2010). On
/// optimal completion of incomplete pairwise comparison matrices. Math. Comput. Modelling, 52,
/// 318–333: the normal equations L·ln w = Σ_j ln a_ij over the graph of comparisons.
pub fn least_squares(table: &PairTable) -> Vec<f64> {
    let criteria = table.criteria();
    let sums: Vec<f64> = (0..criteria)
        .map(|row| (0..criteria).filter_map(|column| table.ratio(row, column)).map(f64::ln).sum())
        .collect();
    let logarithms = if table.gaps().is_empty() {
        sums.iter().map(|sum| sum / criteria as f64).collect()
    } else {
        solve_laplacian(table, &sums)
    };
    let highest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    normalise(&logarithms.iter().map(|logarithm| (logarithm - highest).exp()).collect::<Vec<_>>())
}

/// Mean of the columns divided by their sums: the hand calculation in many textbooks.
///
/// Gaps are filled with the ratios of the least-squares priorities.
pub fn column_mean(table: &PairTable) -> Vec<f64> {
    let criteria = table.criteria();
    let filling = least_squares(table);
    let mut means = vec![0.0; criteria];
    for column in 0..criteria {
        let cells: Vec<f64> = (0..criteria)
            .map(|row| table.ratio(row, column).unwrap_or(filling[row] / filling[column]))
            .collect();
        for (mean, share) in means.iter_mut().zip(normalise(&cells)) {
            *mean += share / criteria as f64;
        }
    }
    normalise(&means)
}

/// Mean over the rows of (A·w)_i / w_i: the principal eigenvalue where `shares` is the eigenvector,
/// an estimate from above otherwise; never below the number of criteria but for rounding.
pub fn lambda_max(table: &PairTable, shares: &[f64]) -> f64 {
    let product = multiply(table, shares);
    let total: f64 = product.iter().zip(shares).map(|(moved, share)| moved / share).sum();
    (total / shares.len() as f64).max(shares.len() as f64)
}

/// The table times `shares`, gaps as Harker counts them.
fn multiply(table: &PairTable, shares: &[f64]) -> Vec<f64> {
    (0..shares.len())
        .map(|row| {
            let terms = (0..shares.len()).map(|column| match table.ratio(row, column) {
                Some(ratio) => ratio * shares[column],
                None => shares[row],
            });
            terms.sum()
        })
        .collect()
}

fn normalise(amounts: &[f64]) -> Vec<f64> {
    let shares =
        divide_by_sum(amounts).unwrap_or_else(|| vec![1.0 / amounts.len() as f64; amounts.len()]);
    shares.iter().map(|share| share.max(LEAST)).collect()
}

/// Solves for the logarithms with the first one held at 0, by elimination without pivoting: the
/// reduced Laplacian of a linked graph is positive definite.
fn solve_laplacian(table: &PairTable, sums: &[f64]) -> Vec<f64> {
    let criteria = table.criteria();
    let mut rows: Vec<Vec<f64>> = (0..criteria)
        .map(|row| {
            let is_linked = |column: usize| column != row && table.ratio(row, column).is_some();
            let degree = (0..criteria).filter(|&column| is_linked(column)).count() as f64;
            let cell = |column: usize| match column {
                column if column == row => degree,
                column if is_linked(column) => -1.0,
                _ => 0.0,
            };
            (0..criteria).map(cell).collect()
        })
        .collect();
    let mut right = sums.to_vec();
    for pivot in 1..criteria {
        for row in pivot + 1..criteria {
            let factor = rows[row][pivot] / rows[pivot][pivot];
            for column in pivot..criteria {
                rows[row][column] -= factor * rows[pivot][column];
            }
            right[row] -= factor * right[pivot];
        }
    }
    let mut logarithms = vec![0.0; criteria];
    for row in (1..criteria).rev() {
        let known: f64 =
            (row + 1..criteria).map(|column| rows[row][column] * logarithms[column]).sum();
        logarithms[row] = (right[row] - known) / rows[row][row];
    }
    logarithms
}
