//! Concordance and discordance of ELECTRE I and II: which criteria agree, and the largest gap
//! against. Whole criteria agree or do not; thresholds belong to ELECTRE III.

use crate::method::extreme;
use crate::method::outcome::{Lead, Refusal};
use crate::method::outranking::coalition::coalition;
use crate::method::problem::Problem;
use crate::method::vectors::widest;

/// Beyond this many vendors ELECTRE is refused: it looks at every pair, and distils again and
/// again.
pub const MOST_VENDORS: usize = 2000;

/// Shares and gaps nearer to a level than this meet it: sums of decimals differ by roundings.
const SAME: f64 = 1e-9;

/// What a gap is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DiscordanceScale {
    /// Each criterion's own range over the field.
    #[default]
    Own,
    /// The largest range of any criterion, as when all are marked on one scale.
    Global,
}

/// One criterion that carries weight.
struct Criterion {
    column: usize,
    share: f64,
    /// More is better.
    ratings: Vec<f64>,
    /// What a gap is divided by; 0 where there can be no gap.
    range: f64,
}

/// All that ELECTRE I and II ask of a problem.
pub struct Agreement {
    vendors: usize,
    total: f64,
    criteria: Vec<Criterion>,
}

/// One vendor against every vendor of the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons {
    /// Share of the criteria on which it is at least as good, in [0, 1].
    pub concordance: Vec<f64>,
    /// Its largest gap behind, in ranges, in [0, 1].
    pub discordance: Vec<f64>,
    /// Share of the criteria on which it is better, less the share on which it is worse.
    pub balance: Vec<f64>,
}

impl Agreement {
    /// # Errors
    /// If no criterion carries weight, no float holds the range of one, or the field has more than
    /// [`MOST_VENDORS`].
    pub fn new(problem: &Problem, scale: DiscordanceScale) -> Result<Self, Refusal> {
        refuse_large(problem)?;
        let mut criteria = Vec::with_capacity(problem.criteria());
        for (column, axis) in problem.axes.iter().enumerate().filter(|(_, axis)| axis.share > 0.0) {
            let sign = axis.direction.sign();
            let ratings: Vec<f64> =
                problem.ratings.column(column).iter().map(|x| sign * x).collect();
            let least =
                ratings.iter().fold(f64::INFINITY, |least, &x| if x < least { x } else { least });
            let most =
                ratings.iter().fold(f64::NEG_INFINITY, |most, &x| if x > most { x } else { most });
            let range = if most > least { most - least } else { 0.0 };
            if range == f64::INFINITY {
                return Err(extreme::of_column(column, problem.ratings.column(column)));
            }
            criteria.push(Criterion { column, share: axis.share, ratings, range });
        }
        if criteria.is_empty() {
            return Err(Refusal::Undefined { why: "no criterion carries any weight".to_owned() });
        }
        if scale == DiscordanceScale::Global {
            let widest =
                criteria.iter().fold(0.0, |widest: f64, criterion| widest.max(criterion.range));
            for criterion in &mut criteria {
                criterion.range = widest;
            }
        }
        let total = criteria.iter().fold(0.0, |total, criterion| total + criterion.share);
        Ok(Self { vendors: problem.vendors(), total, criteria })
    }

    /// How many vendors.
    pub fn vendors(&self) -> usize {
        self.vendors
    }

    /// One vendor against all; against itself it agrees whole and balances at 0.
    pub fn compare(&self, first: usize) -> Comparisons {
        let mut concordance = vec![0.0; self.vendors];
        let mut discordance = vec![0.0; self.vendors];
        let mut balance = vec![0.0; self.vendors];
        widest(
            #[inline(always)]
            || {
                for criterion in &self.criteria {
                    let indices = concordance.iter_mut().zip(&mut discordance).zip(&mut balance);
                    criterion.add(first, indices);
                }
                for share in concordance.iter_mut().chain(&mut balance) {
                    *share /= self.total;
                }
            },
        );
        Comparisons { concordance, discordance, balance }
    }

    /// Why the first outranks the second, or does not; a gap above `limit` forbids it.
    pub fn lead(
        &self,
        problem: &Problem,
        pair: (usize, usize),
        limit: f64,
        credibility: f64,
    ) -> Lead {
        let (first, second) = pair;
        let mut parts = vec![0.0; problem.criteria()];
        let mut vetoes = Vec::new();
        for criterion in &self.criteria {
            let (own, other) = (criterion.ratings[first], criterion.ratings[second]);
            parts[criterion.column] = criterion.share * sign(own, other);
            if !is_at_most(criterion.gap(own, other), limit) {
                vetoes.push(criterion.column);
            }
        }
        let concordance = self.compare(first).concordance[second];
        coalition(parts, concordance, credibility, vetoes)
    }
}

impl Criterion {
    /// Adds what it says of one vendor against every other: concordance, discordance, balance.
    #[inline(always)]
    fn add<'a>(
        &self,
        first: usize,
        indices: impl Iterator<Item = ((&'a mut f64, &'a mut f64), &'a mut f64)>,
    ) {
        let own = self.ratings[first];
        for (((concordance, discordance), balance), &other) in indices.zip(&self.ratings) {
            *concordance += if own >= other { self.share } else { 0.0 };
            *balance += self.share * sign(own, other);
            let gap = self.gap(own, other);
            *discordance = if gap > *discordance { gap } else { *discordance };
        }
    }

    /// How far the other is better, in ranges.
    #[inline(always)]
    fn gap(&self, own: f64, other: f64) -> f64 {
        if other > own { (other - own) / self.range } else { 0.0 }
    }
}

/// 1 where the first is better, −1 where the second is.
#[inline(always)]
fn sign(own: f64, other: f64) -> f64 {
    // Choices rather than branches, so that many pairs can be computed side by side.
    let ahead = if own > other { 1.0 } else { 0.0 };
    let behind = if own < other { 1.0 } else { 0.0 };
    ahead - behind
}

/// Refuses a field in which a table of pairs would not do.
///
/// # Errors
/// If the field has more than [`MOST_VENDORS`].
pub fn refuse_large(problem: &Problem) -> Result<(), Refusal> {
    let vendors = problem.vendors();
    if vendors <= MOST_VENDORS {
        return Ok(());
    }
    let why = format!(
        "it compares every pair of up to {MOST_VENDORS} vendors, and the field has {vendors}"
    );
    Err(Refusal::Undefined { why })
}

/// Whether a share reaches a level.
pub fn is_at_least(share: f64, level: f64) -> bool {
    share >= level - SAME
}

/// Whether a balance is in favour.
pub fn is_positive(balance: f64) -> bool {
    balance > SAME
}

/// Whether a gap stays within a limit.
pub fn is_at_most(gap: f64, limit: f64) -> bool {
    gap <= limit + SAME
}
