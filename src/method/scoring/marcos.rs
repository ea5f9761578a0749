//! MARCOS: utility against an ideal and an anti-ideal vendor.
//! Both come from the field, so a score is the weighted sum times a constant of the field.

use crate::method::map::Map;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};
use crate::method::statistics;
use crate::method::terms::Terms;

/// f(K) = (K⁺ + K⁻) / (1 + (1 − f⁺) / f⁺ + (1 − f⁻) / f⁻) with K⁺ = S / S_ideal, K⁻ = S / S_anti,
/// f⁻ = K⁺ / (K⁺ + K⁻) and f⁺ = K⁻ / (K⁺ + K⁻), S over ratio entries; higher is better.
///
/// f⁺ and f⁻ do not depend on the vendor, so f(K) is S times a constant: it is additive.
///
/// Source: Stević, Ž., Pamučar, D., Puška, A., & Chatterjee, P. (2020). Sustainable supplier
/// selection in healthcare industries using MARCOS. Computers & Industrial Engineering, 140, 106231.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Marcos;

/// MARCOS with its ideal and anti-ideal held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenMarcos {
    /// Parts of f(K), which add up to the score.
    pub terms: Terms,
    /// f(K) over S.
    factor: f64,
    ideal: f64,
    anti_ideal: f64,
}

impl Marcos {
    /// Scores the field; details `k-plus` and `k-minus`.
    ///
    /// # Errors
    /// What the ratio cannot take, and an anti-ideal of zeros only.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let rows = &problem.ratings;
        let scores = frozen.terms.sums(rows);
        let against = |end: f64| {
            Figures::PerVendor(scores.iter().map(|score| score / frozen.factor / end).collect())
        };
        let (plus, minus) = (against(frozen.ideal), against(frozen.anti_ideal));
        Scored::higher(scores)
            .split(frozen.terms.cells(rows), Unit::Score)
            .detail("k-plus", plus)
            .detail("k-minus", minus)
            .outcome()
    }

    /// Holds ideal and anti-ideal fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenMarcos, Refusal> {
        let terms = Terms::weighted(Normalise::Ratio, problem)?;
        let end = |pick: fn(&[f64]) -> f64| {
            let entries = terms.0.iter().enumerate().map(|(column, term)| {
                let (cells, map): (_, &Map) = (problem.ratings.column(column), &term.map);
                let ends = [statistics::low(cells), statistics::high(cells)];
                term.slope * pick(&ends.map(|cell| map.apply(cell)))
            });
            entries.fold(0.0, |sum, entry| sum + entry)
        };
        let (ideal, anti_ideal) = (end(statistics::high), end(statistics::low));
        if anti_ideal <= 0.0 {
            return Err(undefined(
                "the worst of every criterion is zero, so that nothing can be \
                                  measured against the anti-ideal vendor",
            ));
        }
        // With S = 1: K⁺ = 1 / S_ideal and K⁻ = 1 / S_anti.
        let (plus, minus) = (1.0 / ideal, 1.0 / anti_ideal);
        let (of_minus, of_plus) = (plus / (plus + minus), minus / (plus + minus));
        let factor =
            (plus + minus) / (1.0 + (1.0 - of_plus) / of_plus + (1.0 - of_minus) / of_minus);
        Ok(FrozenMarcos { terms: terms.scaled(factor), factor, ideal, anti_ideal })
    }
}
