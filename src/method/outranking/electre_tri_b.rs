//! ELECTRE TRI-B: puts vendors into categories by comparing each with profiles between them.
//! No vendor's category depends on another vendor.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Lead, Outcome, Refusal};
use crate::method::outranking::coalition::pseudo_lead;
use crate::method::outranking::credibility::compare;
use crate::method::outranking::pseudo_criterion::{PseudoCriterion, pseudo_criteria};
use crate::method::problem::Problem;

/// Profiles and cut of ELECTRE TRI-B; thresholds stand with the criteria.
///
/// Source: Yu, W. (1992). ELECTRE TRI: aspects méthodologiques et manuel d'utilisation. Document
/// du LAMSADE 74, Université Paris-Dauphine.
#[derive(Debug, Clone, PartialEq)]
pub struct ElectreTriB {
    /// Lower bounds of all categories but the worst, a row each from worst to best, a column for
    /// each criterion, in the units of the ratings.
    pub profiles: Matrix,
    /// Credibility from which on outranking holds, in [0.5, 1].
    pub cut: f64,
}

impl Default for ElectreTriB {
    fn default() -> Self {
        Self { profiles: Matrix::zeros(0, 0), cut: 0.75 }
    }
}

/// Credibilities nearer to the cut than this meet it.
const SAME: f64 = 1e-9;

impl ElectreTriB {
    /// Merits order by pessimistic, then optimistic category; both, 1 = worst, as details.
    ///
    /// Pessimistic: the best category whose lower profile the vendor outranks. Optimistic: the
    /// worst category whose upper profile is strictly preferred to the vendor.
    ///
    /// # Errors
    /// If there are no profiles, one does not dominate the one before it, thresholds or cut lie
    /// out of range, or no criterion carries weight.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let criteria = self.checked_criteria(problem)?;
        let profiles = self.profiles.rows();
        let mut pessimistic = Vec::with_capacity(problem.vendors());
        let mut optimistic = Vec::with_capacity(problem.vendors());
        for vendor in 0..problem.vendors() {
            let holds: Vec<[bool; 2]> = (0..profiles)
                .map(|profile| self.credibility(problem, &criteria, vendor, profile))
                .map(|credibilities| credibilities.map(|both| both >= self.cut - SAME))
                .collect();
            let reached = holds.iter().rposition(|&[outranks, _]| outranks);
            pessimistic.push(reached.map_or(1, |profile| profile + 2));
            let above = holds.iter().position(|&[outranks, outranked]| outranked && !outranks);
            optimistic.push(above.unwrap_or(profiles) + 1);
        }
        // Invariant: an optimistic category is at most profiles + 1, so it only breaks ties.
        let weight = profiles + 2;
        let pairs = pessimistic.iter().zip(&optimistic);
        let merits = pairs.map(|(&low, &high)| (low * weight + high) as f64).collect();
        let per_vendor = |categories: Vec<usize>| {
            Figures::PerVendor(categories.into_iter().map(|category| category as f64).collect())
        };
        let details = vec![
            Detail { name: "pessimistic", figures: per_vendor(pessimistic) },
            Detail { name: "optimistic", figures: per_vendor(optimistic) },
        ];
        Ok(Outcome { merits, scores: None, better: Better::None, parts: None, details })
    }

    /// The two vendors compared directly under the same thresholds: categories come from the
    /// profiles, so this tells them apart but did not decide.
    ///
    /// # Errors
    /// As [`ElectreTriB::solve`].
    ///
    /// # Panics
    /// If a row is not of the field.
    pub fn lead(&self, problem: &Problem, first: usize, second: usize) -> Result<Lead, Refusal> {
        pseudo_lead(problem, first, second)
    }

    /// Credibility of each vendor over each profile and of each profile over each vendor, both
    /// vendors × profiles.
    ///
    /// # Errors
    /// As [`ElectreTriB::solve`].
    pub fn credibilities(&self, problem: &Problem) -> Result<[Matrix; 2], Refusal> {
        let criteria = self.checked_criteria(problem)?;
        Ok([0, 1].map(|side| {
            Matrix::from_fn(problem.vendors(), self.profiles.rows(), |vendor, profile| {
                self.credibility(problem, &criteria, vendor, profile)[side]
            })
        }))
    }

    /// Credibility of the vendor over the profile, and of the profile over the vendor.
    fn credibility(
        &self,
        problem: &Problem,
        criteria: &[PseudoCriterion],
        vendor: usize,
        profile: usize,
    ) -> [f64; 2] {
        let gap = |criterion: &PseudoCriterion| {
            let rating = problem.ratings.get(vendor, criterion.column);
            criterion.gap(rating, self.profiles.get(profile, criterion.column))
        };
        [
            compare(criteria, gap).credibility,
            compare(criteria, |criterion| -gap(criterion)).credibility,
        ]
    }

    fn checked_criteria(&self, problem: &Problem) -> Result<Vec<PseudoCriterion>, Refusal> {
        if self.profiles.rows() == 0 {
            return Err(undefined("it needs `profiles`, and there are none".to_owned()));
        }
        if self.profiles.columns() != problem.criteria() {
            return Err(undefined("a profile does not rate every criterion".to_owned()));
        }
        if !(0.5..=1.0).contains(&self.cut) {
            return Err(undefined("`cut` is not in [0.5, 1]".to_owned()));
        }
        let criteria = pseudo_criteria(problem)?;
        for upper in 1..self.profiles.rows() {
            if !self.dominates(upper, upper - 1, &criteria) {
                let (lower, upper) = (upper, upper + 1);
                let why = format!("profile {upper} does not dominate profile {lower}");
                return Err(undefined(why));
            }
        }
        Ok(criteria)
    }

    /// Whether a profile is at least as good as another everywhere and better somewhere.
    fn dominates(&self, upper: usize, lower: usize, criteria: &[PseudoCriterion]) -> bool {
        let gap = |criterion: &PseudoCriterion| {
            let profile = |row| self.profiles.get(row, criterion.column);
            criterion.gap(profile(lower), profile(upper))
        };
        criteria.iter().all(|criterion| gap(criterion) >= 0.0)
            && criteria.iter().any(|criterion| gap(criterion) > 0.0)
    }
}

fn undefined(why: String) -> Refusal {
    Refusal::Undefined { why }
}
