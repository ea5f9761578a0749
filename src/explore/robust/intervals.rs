//! Weights written with `low` and `high`: drawn number by number, or as rows over shares, exactly.
//! Siblings share their group's weight in proportion, so an interval is one of proportions.

use crate::answer::linear_program::HalfSpace;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// The weights of every group that takes part, each between two ends.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightIntervals {
    leaves: usize,
    /// Groups, each after the one it stands under; the top level first.
    families: Vec<Vec<Member>>,
    is_given: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Member {
    /// The leaves it has, as places among the leaves that take part.
    leaves: Vec<usize>,
    low: f64,
    high: f64,
}

/// Reads the intervals off a model; a weight without one is exact.
pub fn intervals(model: &Model, leaves: &[CriterionId]) -> WeightIntervals {
    let mut found = WeightIntervals { leaves: leaves.len(), families: Vec::new(), is_given: false };
    let mut open = vec![None];
    while let Some(group) = open.pop() {
        let mut family = Vec::new();
        for id in model.criterion_ids() {
            let criterion = model.criterion(id);
            let Some(weight) = criterion.weight.as_ref().filter(|_| criterion.under == group)
            else {
                continue;
            };
            let places: Vec<usize> =
                (0..leaves.len()).filter(|at| model.is_under(leaves[*at], id)).collect();
            if places.is_empty() {
                continue;
            }
            let [low, high] = weight.interval.unwrap_or([weight.number; 2]);
            found.is_given |= low < high;
            family.push(Member { leaves: places, low, high });
            if criterion.leaf().is_none() {
                open.push(Some(id));
            }
        }
        if !family.is_empty() {
            found.families.push(family);
        }
    }
    found
}

impl WeightIntervals {
    /// Whether any weight has an interval with room in it.
    pub fn is_any_given(&self) -> bool {
        self.is_given
    }

    /// Draws every weight evenly between its ends and divides shares down the groups.
    pub fn draw(&self, mut uniform: impl FnMut() -> f64, shares: &mut [f64]) {
        shares.fill(1.0);
        for family in &self.families {
            let numbers: Vec<f64> = family
                .iter()
                .map(|member| {
                    if member.low < member.high {
                        member.low + uniform() * (member.high - member.low)
                    } else {
                        member.low
                    }
                })
                .collect();
            let total: f64 = numbers.iter().sum();
            for (member, number) in family.iter().zip(&numbers) {
                // A family of zeros has no share to divide in the model either.
                let part = if total > 0.0 { number / total } else { 0.0 };
                for &leaf in &member.leaves {
                    shares[leaf] *= part;
                }
            }
        }
    }

    /// Exactly the shares that some numbers within the intervals give: with S_i the share of a
    /// sibling, low_j S_i ≤ high_i S_j for every two of them.
    pub fn rows(&self) -> Vec<HalfSpace> {
        let mut rows = Vec::new();
        for family in &self.families {
            for one in family {
                for other in family.iter().filter(|other| *other != one) {
                    let mut coefficients = vec![0.0; self.leaves];
                    for &leaf in &other.leaves {
                        coefficients[leaf] += one.high;
                    }
                    for &leaf in &one.leaves {
                        coefficients[leaf] -= other.low;
                    }
                    rows.push(HalfSpace { coefficients, bound: 0.0 });
                }
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::{Member, WeightIntervals};
    use crate::answer::weight_set::WeightSet;

    #[test]
    fn rows_hold_exactly_the_shares_that_can_be_drawn() {
        let member = |leaf: usize, low, high| Member { leaves: vec![leaf], low, high };
        let family = vec![member(0, 1.0, 3.0), member(1, 2.0, 2.0)];
        let given = WeightIntervals { leaves: 2, families: vec![family], is_given: true };
        let set = WeightSet::Linear(given.rows());
        // Shares of the first run from 1/3 to 3/5.
        assert!((set.minimum(&[1.0, 0.0]).unwrap().lead - 1.0 / 3.0).abs() < 1e-9);
        assert!((set.minimum(&[-1.0, 0.0]).unwrap().lead + 0.6).abs() < 1e-9);
        let mut shares = [0.0; 2];
        given.draw(|| 0.5, &mut shares);
        assert_eq!(shares, [0.5, 0.5]);
    }
}
