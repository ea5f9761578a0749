//! Why one vendor outranks another: the criteria that agree, signed, and those that forbid it.
//! Every ELECTRE method answers `lead` with one of these.

use crate::method::outcome::{Lead, Refusal, Split, Unit};
use crate::method::outranking::credibility::compare_rows;
use crate::method::outranking::pseudo_criterion::{PseudoCriterion, pseudo_criteria};
use crate::method::problem::Problem;

/// A lead of a relation. `amount` is 0; each part is how much of the criterion's share agrees that
/// the first is at least as good, minus how much agrees that the second is.
pub fn coalition(parts: Vec<f64>, concordance: f64, credibility: f64, vetoes: Vec<usize>) -> Lead {
    let how = Split::Coalition { concordance, credibility, vetoes };
    Lead { amount: 0.0, unit: Unit::Score, parts, how }
}

/// The lead of a method with thresholds.
///
/// # Errors
/// If thresholds are out of order or no criterion carries weight.
pub fn pseudo_lead(problem: &Problem, first: usize, second: usize) -> Result<Lead, Refusal> {
    let criteria = pseudo_criteria(problem)?;
    let mut parts = vec![0.0; problem.criteria()];
    let gap = |criterion: &PseudoCriterion| {
        let ratings = problem.ratings.column(criterion.column);
        criterion.gap(ratings[first], ratings[second])
    };
    for criterion in &criteria {
        let gap = gap(criterion);
        let agreement = criterion.concordance(gap) - criterion.concordance(-gap);
        parts[criterion.column] = criterion.share * agreement;
    }
    let forbids = |criterion: &&PseudoCriterion| criterion.discordance(gap(criterion)) >= 1.0;
    let vetoes = criteria.iter().filter(forbids).map(|criterion| criterion.column).collect();
    let comparison = compare_rows(problem, &criteria, first, second);
    Ok(coalition(parts, comparison.concordance, comparison.credibility, vetoes))
}
