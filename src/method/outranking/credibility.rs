//! How credible it is that one vendor outranks another: concordance, weakened by discordance.
//! ELECTRE III distils the whole table; TRI-B asks for vendors against profiles.
//!
//! σ(a, b) = C(a, b) · Π over the criteria with d_j > C of (1 − d_j) / (1 − C), where
//! C = Σ w_j c_j / Σ w_j.
//!
//! Source: Roy, B. (1978). ELECTRE III: un algorithme de classements fondé sur une représentation
//! floue des préférences en présence de critères multiples. Cahiers du CERO, 20(1), 3–24.

use crate::method::matrix::Matrix;
use crate::method::outranking::pseudo_criterion::PseudoCriterion;
use crate::method::problem::Problem;
use crate::method::rows;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Vendors compared with at a time; the sums under way fit the first-level cache.
const TILE: usize = 512;

/// What one pair comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Weighted share of the criteria that agree, in [0, 1].
    pub concordance: f64,
    /// The same weakened by discordance, in [0, 1].
    pub credibility: f64,
}

/// Compares one pair by the definition; `gap` is how far the second is better on a criterion.
pub fn compare(criteria: &[PseudoCriterion], gap: impl Fn(&PseudoCriterion) -> f64) -> Comparison {
    let mut agreeing = 0.0;
    let mut total = 0.0;
    for criterion in criteria {
        agreeing += criterion.share * criterion.concordance(gap(criterion));
        total += criterion.share;
    }
    let concordance = agreeing / total;
    Comparison { concordance, credibility: weaken(concordance, criteria, gap) }
}

fn weaken(
    concordance: f64,
    criteria: &[PseudoCriterion],
    gap: impl Fn(&PseudoCriterion) -> f64,
) -> f64 {
    criteria.iter().fold(concordance, |credibility, criterion| {
        let discordance = criterion.discordance(gap(criterion));
        if discordance > concordance {
            credibility * ((1.0 - discordance) / (1.0 - concordance))
        } else {
            credibility
        }
    })
}

/// Compares two vendors of the field.
pub fn compare_rows(
    problem: &Problem,
    criteria: &[PseudoCriterion],
    first: usize,
    second: usize,
) -> Comparison {
    compare(criteria, |criterion| {
        let ratings = problem.ratings.column(criterion.column);
        criterion.gap(ratings[first], ratings[second])
    })
}

/// Credibility of every vendor over every other, one column for each *first* vendor: cell
/// (b, a) is σ(a, b), so that what is written together lies together. 8n² bytes.
pub fn credibilities(problem: &Problem, criteria: &[PseudoCriterion]) -> Matrix {
    let vendors = problem.vendors();
    let total: f64 = criteria.iter().fold(0.0, |total, criterion| total + criterion.share);
    let mut cells = Matrix::zeros(vendors, vendors);
    let write = |(first, column): (usize, &mut [f64])| {
        let mut strongest = [0.0; TILE];
        for (tile, concordances) in column.chunks_mut(TILE).enumerate() {
            let start = tile * TILE;
            let strongest = &mut strongest[..concordances.len()];
            strongest.fill(0.0);
            for criterion in criteria {
                let ratings = problem.ratings.column(criterion.column);
                let seconds = &ratings[start..start + concordances.len()];
                add_concordance(concordances, criterion, ratings[first], seconds);
                if criterion.has_veto() {
                    raise_discordance(strongest, criterion, ratings[first], seconds);
                }
            }
            for (lane, cell) in concordances.iter_mut().enumerate() {
                let concordance = *cell / total;
                *cell = concordance;
                if strongest[lane] > concordance {
                    *cell = weaken(concordance, criteria, |criterion| {
                        let ratings = problem.ratings.column(criterion.column);
                        criterion.gap(ratings[first], ratings[start + lane])
                    });
                }
            }
        }
    };
    let columns: Vec<_> = cells.columns_mut().enumerate().collect();
    if rows::is_much(vendors * vendors, criteria.len()) {
        columns.into_par_iter().for_each(write);
    } else {
        columns.into_iter().for_each(write);
    }
    cells
}

fn add_concordance(sums: &mut [f64], criterion: &PseudoCriterion, first: f64, seconds: &[f64]) {
    for (sum, &second) in sums.iter_mut().zip(seconds) {
        *sum += criterion.share * criterion.concordance(criterion.gap(first, second));
    }
}

fn raise_discordance(
    strongest: &mut [f64],
    criterion: &PseudoCriterion,
    first: f64,
    seconds: &[f64],
) {
    for (most, &second) in strongest.iter_mut().zip(seconds) {
        let discordance = criterion.discordance(criterion.gap(first, second));
        *most = if discordance > *most { discordance } else { *most };
    }
}
