//! ELECTRE I: who outranks whom by concordance and discordance, and the kernel nobody may leave
//! out. Gives a set rather than an order: class 1 is the kernel, class 2 the rest.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Lead, Outcome, Refusal};
use crate::method::outranking::agreement::{Agreement, is_at_least, is_at_most};
pub use crate::method::outranking::agreement::{DiscordanceScale, MOST_VENDORS};
use crate::method::outranking::graph::Graph;
use crate::method::outranking::kernel::kernel;
use crate::method::problem::Problem;

/// Levels of ELECTRE I: a vendor outranks another when the share of criteria on which it is at
/// least as good reaches `concordance` and its largest gap behind stays within `discordance`.
///
/// Source: Roy, B. (1968). Classement et choix en présence de points de vue multiples (la méthode
/// ELECTRE). RIRO, 2(8), 57–75.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElectreI {
    /// Least share that must agree, in (0, 1].
    pub concordance: f64,
    /// Largest gap allowed, in ranges, in [0, 1].
    pub discordance: f64,
    /// What gaps are measured by.
    pub scale: DiscordanceScale,
}

impl Default for ElectreI {
    fn default() -> Self {
        Self { concordance: 0.65, discordance: 0.35, scale: DiscordanceScale::Own }
    }
}

impl ElectreI {
    /// Merit −1 in the kernel and −2 outside; `relations` (indifferent where two outrank each
    /// other), `kernel` and `not-outranked` as details. Vendors that outrank each other in a
    /// cycle count as one, so the kernel is unique and never empty.
    ///
    /// # Errors
    /// If a level lies out of its range, no criterion carries weight, or the field has more than
    /// [`MOST_VENDORS`].
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let graph = self.graph(&self.agreement(problem)?);
        let kernel = kernel(&graph);
        let mut merits = vec![-2.0; problem.vendors()];
        for &vendor in &kernel {
            merits[vendor] = -1.0;
        }
        let not_outranked =
            (0..graph.vendors()).filter(|&second| !graph.is_outranked(second)).collect();
        let details = vec![
            Detail { name: "kernel", figures: Figures::Set(kernel) },
            Detail { name: "not-outranked", figures: Figures::Set(not_outranked) },
            Detail { name: "relations", figures: Figures::Relations(graph.relations()) },
        ];
        Ok(Outcome { merits, scores: None, better: Better::None, parts: None, details })
    }

    /// The criteria that agree the first is at least as good, and those whose gap forbids it.
    ///
    /// # Errors
    /// As [`ElectreI::solve`].
    ///
    /// # Panics
    /// If a row is not of the field.
    pub fn lead(&self, problem: &Problem, first: usize, second: usize) -> Result<Lead, Refusal> {
        let agreement = self.agreement(problem)?;
        let outranks = self.outranked(&agreement, first)[second];
        let credibility = f64::from(u8::from(outranks));
        Ok(agreement.lead(problem, (first, second), self.discordance, credibility))
    }

    /// Concordance and discordance of the row vendor over the column vendor, both in [0, 1].
    ///
    /// # Errors
    /// As [`ElectreI::solve`].
    pub fn indices(&self, problem: &Problem) -> Result<[Matrix; 2], Refusal> {
        let agreement = self.agreement(problem)?;
        let vendors = agreement.vendors();
        let mut indices = [Matrix::zeros(vendors, vendors), Matrix::zeros(vendors, vendors)];
        for first in 0..vendors {
            let comparisons = agreement.compare(first);
            for second in 0..vendors {
                indices[0].set(first, second, comparisons.concordance[second]);
                indices[1].set(first, second, comparisons.discordance[second]);
            }
        }
        Ok(indices)
    }

    fn agreement(&self, problem: &Problem) -> Result<Agreement, Refusal> {
        if !(0.0 < self.concordance && self.concordance <= 1.0) {
            return Err(Refusal::Undefined { why: "`concordance` is not in (0, 1]".to_owned() });
        }
        if !(0.0..=1.0).contains(&self.discordance) {
            return Err(Refusal::Undefined { why: "`discordance` is not in [0, 1]".to_owned() });
        }
        Agreement::new(problem, self.scale)
    }

    fn graph(&self, agreement: &Agreement) -> Graph {
        let mut graph = Graph::empty(agreement.vendors());
        for first in 0..agreement.vendors() {
            let outranked = self.outranked(agreement, first).into_iter().enumerate();
            outranked.filter(|&(_, is)| is).for_each(|(second, _)| graph.add(first, second));
        }
        graph
    }

    fn outranked(&self, agreement: &Agreement, first: usize) -> Vec<bool> {
        let comparisons = agreement.compare(first);
        (0..agreement.vendors())
            .map(|second| {
                second != first
                    && is_at_least(comparisons.concordance[second], self.concordance)
                    && is_at_most(comparisons.discordance[second], self.discordance)
            })
            .collect()
    }
}
