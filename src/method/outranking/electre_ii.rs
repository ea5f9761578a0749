//! ELECTRE II: a strong and a weak outranking relation, peeled from the top and from the bottom.
//! Ranks by the mean of the two orders that come of it.

use crate::method::outcome::{Better, Lead, Outcome, Refusal};
use crate::method::outranking::agreement::{
    Agreement, Comparisons, DiscordanceScale, is_at_least, is_at_most, is_positive,
};
use crate::method::outranking::graph::Graph;
use crate::method::outranking::preorder::Preorders;
use crate::method::problem::Problem;

/// Levels of ELECTRE II. A vendor may outrank another only if the criteria on which it is better
/// weigh more than those on which it is worse. It does so strongly at concordance
/// `strong` with gaps within `discordance_high`, or at `medium` with gaps within
/// `discordance_low`; weakly at `weak` with gaps within `discordance_high`.
///
/// Source: Roy, B., & Bertier, P. (1973). La méthode ELECTRE II: une application au
/// média-planning. OR '72, 291–302.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElectreIi {
    /// Concordance of strong outranking under wide gaps, in (0, 1].
    pub strong: f64,
    /// Concordance of strong outranking under narrow gaps, at most `strong`.
    pub medium: f64,
    /// Concordance of weak outranking, at most `medium`, above 0.
    pub weak: f64,
    /// Widest gap, in ranges, in [0, 1].
    pub discordance_high: f64,
    /// Narrow gap, at most `discordance_high`.
    pub discordance_low: f64,
    /// What gaps are measured by.
    pub scale: DiscordanceScale,
}

impl Default for ElectreIi {
    fn default() -> Self {
        Self {
            strong: 0.65,
            medium: 0.5,
            weak: 0.35,
            discordance_high: 0.65,
            discordance_low: 0.35,
            scale: DiscordanceScale::Own,
        }
    }
}

impl ElectreIi {
    /// Mean of two class numbers, lower is better; `descending` and `ascending` classes and the
    /// `relations` of their intersection as details.
    ///
    /// A class holds whoever nobody left strongly outranks, and among those whoever none of them
    /// weakly outranks. Vendors that outrank each other in a cycle count as one throughout.
    ///
    /// # Errors
    /// If levels lie out of range or order, no criterion carries weight, or the field has more
    /// than [`MOST_VENDORS`](crate::method::outranking::electre_i::MOST_VENDORS).
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let preorders = self.preorders(problem)?;
        Ok(Outcome {
            merits: preorders.merits(),
            scores: Some(preorders.means()),
            better: Better::Lower,
            parts: None,
            details: preorders.into_details(),
        })
    }

    /// The merits by themselves, without the relations that take a cell for every pair.
    ///
    /// # Errors
    /// As [`ElectreIi::solve`].
    pub fn merits(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        self.preorders(problem).map(|preorders| preorders.merits())
    }

    fn preorders(&self, problem: &Problem) -> Result<Preorders, Refusal> {
        let agreement = self.agreement(problem)?;
        let mut strong = Graph::empty(agreement.vendors());
        let mut weak = Graph::empty(agreement.vendors());
        for first in 0..agreement.vendors() {
            let comparisons = agreement.compare(first);
            for second in (0..agreement.vendors()).filter(|&second| second != first) {
                let is_strong = self.is_strong(&comparisons, second);
                if is_strong {
                    strong.add(first, second);
                }
                if is_strong || self.is_weak(&comparisons, second) {
                    weak.add(first, second);
                }
            }
        }
        let from_top = peel(&strong, &weak);
        let from_bottom = peel(&strong.reversed(), &weak.reversed());
        Ok(Preorders::new(agreement.vendors(), &from_top, &from_bottom))
    }

    /// The criteria that agree the first is at least as good, and those whose gap forbids even
    /// weak outranking.
    ///
    /// # Errors
    /// As [`ElectreIi::solve`].
    ///
    /// # Panics
    /// If a row is not of the field.
    pub fn lead(&self, problem: &Problem, first: usize, second: usize) -> Result<Lead, Refusal> {
        let agreement = self.agreement(problem)?;
        let comparisons = agreement.compare(first);
        let outranks = self.is_strong(&comparisons, second) || self.is_weak(&comparisons, second);
        let credibility = f64::from(u8::from(outranks));
        Ok(agreement.lead(problem, (first, second), self.discordance_high, credibility))
    }

    fn agreement(&self, problem: &Problem) -> Result<Agreement, Refusal> {
        let concordances = 0.0 < self.weak
            && self.weak <= self.medium
            && self.medium <= self.strong
            && self.strong <= 1.0;
        if !concordances {
            let why = "`weak`, `medium` and `strong` do not rise within (0, 1]".to_owned();
            return Err(Refusal::Undefined { why });
        }
        let discordances = 0.0 <= self.discordance_low
            && self.discordance_low <= self.discordance_high
            && self.discordance_high <= 1.0;
        if !discordances {
            let why = "`discordance-low` and `discordance-high` do not rise within [0, 1]";
            return Err(Refusal::Undefined { why: why.to_owned() });
        }
        Agreement::new(problem, self.scale)
    }

    fn is_strong(&self, comparisons: &Comparisons, second: usize) -> bool {
        let concordance = comparisons.concordance[second];
        let gap = comparisons.discordance[second];
        let wide = is_at_least(concordance, self.strong) && is_at_most(gap, self.discordance_high);
        let narrow = is_at_least(concordance, self.medium) && is_at_most(gap, self.discordance_low);
        is_positive(comparisons.balance[second]) && (wide || narrow)
    }

    fn is_weak(&self, comparisons: &Comparisons, second: usize) -> bool {
        is_positive(comparisons.balance[second])
            && is_at_least(comparisons.concordance[second], self.weak)
            && is_at_most(comparisons.discordance[second], self.discordance_high)
    }
}

/// Takes class after class off the top of the strong relation, ties broken by the weak one.
fn peel(strong: &Graph, weak: &Graph) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = (0..strong.vendors()).collect();
    let mut classes = Vec::new();
    while !left.is_empty() {
        let class = weak.leaders(&strong.leaders(&left));
        left.retain(|vendor| class.binary_search(vendor).is_err());
        classes.push(class);
    }
    classes
}
