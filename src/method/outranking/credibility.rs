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
use crate::method::vectors::widest;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::ops::Range;

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
    let scale = 1.0 / (1.0 - concordance);
    criteria.iter().fold(concordance, |credibility, criterion| {
        credibility * weakening(criterion.discordance(gap(criterion)), concordance, scale)
    })
}

/// What one criterion leaves of the credibility; `scale` is 1 / (1 − concordance).
#[inline(always)]
fn weakening(discordance: f64, concordance: f64, scale: f64) -> f64 {
    if discordance > concordance { (1.0 - discordance) * scale } else { 1.0 }
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
        for (tile, cells) in column.chunks_mut(TILE).enumerate() {
            let start = tile * TILE;
            let tile = Tile { problem, criteria, first, seconds: start..start + cells.len() };
            widest(
                #[inline(always)]
                || tile.write(total, cells),
            );
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

/// One vendor against some of the field.
struct Tile<'a> {
    problem: &'a Problem,
    criteria: &'a [PseudoCriterion],
    first: usize,
    seconds: Range<usize>,
}

impl Tile<'_> {
    /// Writes credibilities over cells that are all 0, first concordances, then what is left of them.
    #[inline(always)]
    fn write(&self, total: f64, cells: &mut [f64]) {
        let mut strongest = [0.0; TILE];
        let strongest = &mut strongest[..cells.len()];
        for criterion in self.criteria {
            self.each_gap(criterion, &mut *cells, |sum, gap| {
                *sum += criterion.share * criterion.concordance(gap);
            });
            if criterion.has_veto() {
                self.each_gap(criterion, &mut *strongest, |strongest, gap| {
                    let discordance = criterion.discordance(gap);
                    *strongest = if discordance > *strongest { discordance } else { *strongest };
                });
            }
        }
        let mut is_weakened = false;
        for (cell, strongest) in cells.iter_mut().zip(&*strongest) {
            *cell /= total;
            is_weakened |= *strongest > *cell;
        }
        if is_weakened {
            self.weaken(cells);
        }
    }

    #[inline(always)]
    fn weaken(&self, cells: &mut [f64]) {
        let (mut concordances, mut scales) = ([0.0; TILE], [0.0; TILE]);
        for ((concordance, scale), cell) in concordances.iter_mut().zip(&mut scales).zip(&*cells) {
            (*concordance, *scale) = (*cell, 1.0 / (1.0 - *cell));
        }
        for criterion in self.criteria.iter().filter(|criterion| criterion.has_veto()) {
            let cells = cells.iter_mut().zip(&concordances).zip(&scales);
            self.each_gap(criterion, cells, |((cell, concordance), scale), gap| {
                *cell *= weakening(criterion.discordance(gap), *concordance, *scale);
            });
        }
    }

    /// Steps the figures of each second vendor by how far it is better on a criterion.
    #[inline(always)]
    fn each_gap<F>(
        &self,
        criterion: &PseudoCriterion,
        figures: impl IntoIterator<Item = F>,
        step: impl Fn(F, f64),
    ) {
        let ratings = self.problem.ratings.column(criterion.column);
        let first = ratings[self.first];
        for (figure, &second) in figures.into_iter().zip(&ratings[self.seconds.clone()]) {
            step(figure, criterion.gap(first, second));
        }
    }
}
