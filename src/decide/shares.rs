//! From weights among siblings to shares of the whole.
//! First step of a run; flags that ask for percentages are followed here, all at once.

use crate::decide::run_error::RunError;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// Rounding that sums of shares may carry.
pub const SLACK: f64 = 1e-12;

/// The share of the whole of each criterion and group; `None` takes no part in scores.
///
/// `weights` holds one weight for each criterion, as written unless a what-if says otherwise;
/// `asked` the shares of the whole that flags ask for.
/// Siblings divide their parent's share in proportion; a criterion without weight, and everything
/// below it, takes no part. Asked shares are then given, nested ones within their group's, and the
/// leaves that nobody asked for keep their proportions in what is left.
///
/// # Errors
/// If siblings with a share to divide all have weight 0, or asked shares cannot be met.
pub fn shares(
    model: &Model,
    weights: &[Option<f64>],
    asked: &[Option<f64>],
) -> Result<Vec<Option<f64>>, RunError> {
    let tree = Tree { model, weights, asked };
    let mut shares = vec![None; model.criteria.len()];
    if asked.iter().all(Option::is_none) {
        tree.divide(None, 1.0, &mut shares)?;
    } else {
        tree.settle(None, 1.0, &mut shares)?;
        add_up_groups(model, &mut shares);
    }
    Ok(shares)
}

/// The shares within a group of the leaves that are weighed in it, adding up to 1, in declared order.
///
/// The group's own weight plays no part. Where `shares` has nothing to say, since the group as a
/// whole has share 0 or none, the weights written in it decide.
///
/// # Errors
/// If all weights in the group are 0.
pub fn shares_within(
    model: &Model,
    weights: &[Option<f64>],
    shares: &[Option<f64>],
    group: CriterionId,
) -> Result<Vec<(CriterionId, f64)>, RunError> {
    let tree = Tree { model, weights, asked: &[] };
    let leaves = leaves_below(model, group);
    let held = |leaf: &CriterionId| shares.get(leaf.index()).copied().flatten();
    let whole: f64 = leaves.iter().filter_map(held).sum();
    if whole > 0.0 {
        return Ok(leaves
            .iter()
            .filter_map(|leaf| held(leaf).map(|share| (*leaf, share / whole)))
            .collect());
    }
    let mut local = vec![None; model.criteria.len()];
    tree.divide(Some(group), 1.0, &mut local)?;
    Ok(leaves.into_iter().filter_map(|leaf| Some((leaf, local[leaf.index()]?))).collect())
}

/// Leaves below a group, in declared order.
pub fn leaves_below(model: &Model, group: CriterionId) -> Vec<CriterionId> {
    let mut leaves = Vec::new();
    let mut open = vec![group];
    while let Some(id) = open.pop() {
        let criterion = model.criterion(id);
        if criterion.leaf().is_some() {
            leaves.push(id);
        }
        open.extend_from_slice(criterion.members());
    }
    leaves.sort_unstable();
    leaves
}

/// A group's share is what its leaves have together.
pub fn add_up_groups(model: &Model, shares: &mut [Option<f64>]) {
    for id in model.criterion_ids().filter(|id| model.criterion(*id).leaf().is_none()) {
        let held: Vec<f64> =
            leaves_below(model, id).iter().filter_map(|leaf| shares[leaf.index()]).collect();
        shares[id.index()] = if held.is_empty() { None } else { Some(held.iter().sum()) };
    }
}

struct Tree<'a> {
    model: &'a Model,
    weights: &'a [Option<f64>],
    asked: &'a [Option<f64>],
}

impl Tree<'_> {
    fn members(&self, group: Option<CriterionId>) -> Vec<CriterionId> {
        match group {
            Some(group) => self.model.criterion(group).members().to_vec(),
            None => {
                let is_top = |id: &CriterionId| self.model.criterion(*id).under.is_none();
                self.model.criterion_ids().filter(is_top).collect()
            }
        }
    }

    /// Its weight, where it is a weighed leaf or a weighed group with a weighed member.
    fn weight(&self, id: CriterionId) -> Option<f64> {
        let weight = self.weights[id.index()]?;
        let criterion = self.model.criterion(id);
        let carries = criterion.leaf().is_some()
            || criterion.members().iter().any(|member| self.weight(*member).is_some());
        carries.then_some(weight)
    }

    /// Divides a share among the members of a group in proportion to their weights.
    fn divide(
        &self,
        group: Option<CriterionId>,
        share: f64,
        shares: &mut [Option<f64>],
    ) -> Result<(), RunError> {
        let weighed: Vec<(CriterionId, f64)> = self
            .members(group)
            .into_iter()
            .filter_map(|id| self.weight(id).map(|weight| (id, weight)))
            .collect();
        let total: f64 = weighed.iter().map(|(_, weight)| weight).sum();
        if total <= 0.0 && share > 0.0 && !weighed.is_empty() {
            return Err(RunError::NoWeight { group });
        }
        for (id, weight) in weighed {
            let part = if total > 0.0 { share * (weight / total) } else { 0.0 };
            shares[id.index()] = Some(part);
            self.divide(Some(id), part, shares)?;
        }
        Ok(())
    }

    /// Gives a share to the leaves below a group: what is asked for first, then the rest in the
    /// proportions they have among themselves.
    fn settle(
        &self,
        group: Option<CriterionId>,
        share: f64,
        shares: &mut [Option<f64>],
    ) -> Result<(), RunError> {
        let mut proportions = vec![None; self.model.criteria.len()];
        self.divide(group, 1.0, &mut proportions)?;
        let (mut blocks, mut free) = (Vec::new(), Vec::new());
        let mut open = self.members(group);
        while let Some(id) = open.pop() {
            match self.asked[id.index()] {
                Some(asked) => blocks.push((id, asked)),
                None if self.model.criterion(id).leaf().is_some() => {
                    free.extend(proportions[id.index()].map(|proportion| (id, proportion)));
                }
                None => open.extend_from_slice(self.model.criterion(id).members()),
            }
        }
        // A fixed order of summation, whatever the order of the flags.
        blocks.sort_unstable_by_key(|(id, _)| *id);
        free.sort_unstable_by_key(|(id, _)| *id);
        let left = share - blocks.iter().map(|(_, asked)| asked).sum::<f64>();
        let total: f64 = free.iter().map(|(_, proportion)| proportion).sum();
        let out_of_reach = left < -SLACK || (left > SLACK && total <= 0.0);
        if let (true, Some((criterion, _))) = (out_of_reach, blocks.last().or(free.last())) {
            return Err(RunError::ShareOutOfReach { criterion: *criterion });
        }
        let left = if left.abs() <= SLACK { 0.0 } else { left };
        for (id, proportion) in free {
            let part = if total > 0.0 { left * (proportion / total) } else { 0.0 };
            shares[id.index()] = Some(part);
        }
        for (id, asked) in blocks {
            if self.model.criterion(id).leaf().is_some() {
                shares[id.index()] = Some(asked);
            } else {
                self.settle(Some(id), asked, shares)?;
            }
        }
        Ok(())
    }
}
