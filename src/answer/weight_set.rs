//! Sets of weights that somebody could agree on, from anything at all to exactly these.
//! The rungs of the ladder, the sets of minimax regret, and what SMAA draws from.

use crate::answer::contest::dot;
use crate::answer::linear_program::{HalfSpace, LinearProgram, distribution, minimise};

/// A set of share vectors, each ≥ 0 and adding up to 1.
#[derive(Debug, Clone, PartialEq)]
pub enum WeightSet {
    /// The whole simplex.
    Any,
    /// Tiers of criteria, heaviest first: every share in a tier is at least every share in the
    /// tiers after it; inside a tier nothing is said. Each criterion is in exactly one tier.
    Order(Vec<Vec<usize>>),
    /// Each share between its two ends.
    Intervals {
        /// Smallest share of each criterion.
        lower: Vec<f64>,
        /// Largest share of each criterion.
        upper: Vec<f64>,
    },
    /// Whatever satisfies these rows, within the simplex.
    Linear(Vec<HalfSpace>),
    /// One vector.
    Exactly(Vec<f64>),
}

/// The smallest lead over a weight set, and shares at which it is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Minimum {
    /// min over the set of w · d.
    pub lead: f64,
    /// Shares at which it is taken.
    pub shares: Vec<f64>,
}

impl WeightSet {
    /// The agreed order that a vector of shares says: equal shares form one tier.
    pub fn order_of(shares: &[f64]) -> Self {
        let mut tiers: Vec<Vec<usize>> = Vec::new();
        for criterion in crate::answer::lead::falling(shares) {
            match tiers.last_mut() {
                Some(tier) if shares[tier[0]] == shares[criterion] => tier.push(criterion),
                _ => tiers.push(vec![criterion]),
            }
        }
        Self::Order(tiers)
    }

    /// Every share within a fraction of itself: w_j (1 ± fraction), cut to [0, 1].
    pub fn within(shares: &[f64], fraction: f64) -> Self {
        Self::Intervals {
            lower: shares.iter().map(|share| (share * (1.0 - fraction)).max(0.0)).collect(),
            upper: shares.iter().map(|share| (share * (1.0 + fraction)).min(1.0)).collect(),
        }
    }

    /// min over the set of w · d; `None` where the set is empty.
    ///
    /// Simplex: min_j d_j. Order: the set's corners are equal shares over whole tiers and part of
    /// the next, so the smallest running mean, each tier taken by rising d. Intervals: start at
    /// the lower ends and fill by rising d. Rows: linear program, to about 1e-9.
    pub fn minimum(&self, differences: &[f64]) -> Option<Minimum> {
        match self {
            Self::Any => corner(differences),
            Self::Order(tiers) => running_mean(tiers, differences),
            Self::Intervals { lower, upper } => fill(lower, upper, differences),
            Self::Linear(rows) => solve(rows, differences),
            Self::Exactly(shares) => {
                Some(Minimum { lead: dot(differences, shares), shares: shares.clone() })
            }
        }
    }

    /// Whether shares belong to the set, to a slack.
    pub fn contains(&self, shares: &[f64], slack: f64) -> bool {
        let is_distribution = shares.iter().all(|share| *share >= -slack)
            && (shares.iter().sum::<f64>() - 1.0).abs() <= slack;
        is_distribution
            && match self {
                Self::Any => true,
                Self::Order(tiers) => tiers.windows(2).all(|pair| {
                    let least = pair[0].iter().map(|&j| shares[j]).fold(f64::INFINITY, f64::min);
                    pair[1].iter().all(|&j| shares[j] <= least + slack)
                }),
                Self::Intervals { lower, upper } => {
                    shares.iter().zip(lower).all(|(share, lower)| *share >= lower - slack)
                        && shares.iter().zip(upper).all(|(share, upper)| *share <= upper + slack)
                }
                Self::Linear(rows) => {
                    rows.iter().all(|row| dot(&row.coefficients, shares) >= row.bound - slack)
                }
                Self::Exactly(exact) => {
                    shares.iter().zip(exact).all(|(share, exact)| (share - exact).abs() <= slack)
                }
            }
    }
}

fn corner(differences: &[f64]) -> Option<Minimum> {
    let at = (0..differences.len()).min_by(|&a, &b| differences[a].total_cmp(&differences[b]))?;
    let mut shares = vec![0.0; differences.len()];
    shares[at] = 1.0;
    Some(Minimum { lead: differences[at], shares })
}

fn running_mean(tiers: &[Vec<usize>], differences: &[f64]) -> Option<Minimum> {
    let mut taken: Vec<usize> = Vec::with_capacity(differences.len());
    let mut sum = 0.0;
    let mut best: Option<(f64, usize)> = None;
    for tier in tiers {
        let mut tier = tier.clone();
        tier.sort_by(|&a, &b| differences[a].total_cmp(&differences[b]).then(a.cmp(&b)));
        for criterion in tier {
            taken.push(criterion);
            sum += differences[criterion];
            let mean = sum / taken.len() as f64;
            if best.is_none_or(|(least, _)| mean < least) {
                best = Some((mean, taken.len()));
            }
        }
    }
    let (lead, count) = best?;
    let mut shares = vec![0.0; differences.len()];
    for &criterion in &taken[..count] {
        shares[criterion] = 1.0 / count as f64;
    }
    Some(Minimum { lead, shares })
}

fn fill(lower: &[f64], upper: &[f64], differences: &[f64]) -> Option<Minimum> {
    const SLACK: f64 = 1e-12;
    let mut shares = lower.to_vec();
    let mut left = 1.0 - lower.iter().sum::<f64>();
    if left < -SLACK || upper.iter().sum::<f64>() < 1.0 - SLACK {
        return None;
    }
    let mut order: Vec<usize> = (0..differences.len()).collect();
    order.sort_by(|&a, &b| differences[a].total_cmp(&differences[b]).then(a.cmp(&b)));
    for criterion in order {
        let room = upper[criterion] - lower[criterion];
        if room < -SLACK {
            return None;
        }
        let added = if left < room { left.max(0.0) } else { room };
        shares[criterion] += added;
        left -= added;
    }
    Some(Minimum { lead: dot(differences, &shares), shares })
}

fn solve(rows: &[HalfSpace], differences: &[f64]) -> Option<Minimum> {
    let n = differences.len();
    let program = LinearProgram {
        objective: differences.to_vec(),
        lower: vec![0.0; n],
        upper: vec![1.0; n],
        at_least: rows.to_vec(),
        equal: vec![HalfSpace { coefficients: vec![1.0; n], bound: 1.0 }],
    };
    let shares = distribution(&minimise(&program).ok()?)?;
    Some(Minimum { lead: dot(differences, &shares), shares })
}

#[cfg(test)]
mod tests {
    use super::WeightSet;

    #[test]
    fn order_takes_the_worst_running_mean() {
        let set = WeightSet::Order(vec![vec![0], vec![1], vec![2]]);
        let minimum = set.minimum(&[0.3, -0.6, 0.2]).unwrap();
        assert!((minimum.lead + 0.15).abs() < 1e-12);
        assert_eq!(minimum.shares, vec![0.5, 0.5, 0.0]);
    }

    #[test]
    fn empty_boxes_have_no_minimum() {
        let set = WeightSet::Intervals { lower: vec![0.0; 2], upper: vec![0.4; 2] };
        assert_eq!(set.minimum(&[1.0, 1.0]), None);
    }

    #[test]
    fn equal_shares_are_one_tier() {
        let set = WeightSet::order_of(&[0.25, 0.5, 0.25]);
        assert_eq!(set, WeightSet::Order(vec![vec![1], vec![0, 2]]));
    }
}
