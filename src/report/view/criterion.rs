//! Leaves and groups with what they weigh in a decision.
//! The heads of a ranking's columns; their cells are in `contribution`.

use crate::decide::decision::Decision;
use crate::method::problem::Direction;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// A leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its share of the whole; `None` for a pure gate.
    pub share: Option<f64>,
    /// Whether more or less is better.
    pub direction: Direction,
    /// The group it stands under.
    pub under: Option<String>,
    /// Printed after numbers.
    pub unit: Option<String>,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupView {
    /// The table key.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its share of the whole.
    pub share: Option<f64>,
    /// Its members in declared order.
    pub members: Vec<String>,
}

/// Leaves in declared order.
pub fn criteria(model: &Model, decision: &Decision) -> Vec<CriterionView> {
    let name = |id: CriterionId| model.criterion(id).name.clone();
    model
        .criterion_ids()
        .filter_map(|id| {
            let criterion = model.criterion(id);
            let leaf = criterion.leaf()?;
            Some(CriterionView {
                id: criterion.name.clone(),
                label: criterion.label().to_owned(),
                share: decision.reading.shares[id.index()],
                direction: leaf.direction,
                under: criterion.under.map(name),
                unit: leaf.unit.clone(),
            })
        })
        .collect()
}

/// Groups in declared order.
pub fn groups(model: &Model, decision: &Decision) -> Vec<GroupView> {
    let name = |id: &CriterionId| model.criterion(*id).name.clone();
    model
        .criterion_ids()
        .filter(|id| !model.criterion(*id).members().is_empty())
        .map(|id| {
            let group = model.criterion(id);
            GroupView {
                id: group.name.clone(),
                label: group.label().to_owned(),
                share: decision.reading.shares[id.index()],
                members: group.members().iter().map(name).collect(),
            }
        })
        .collect()
}
