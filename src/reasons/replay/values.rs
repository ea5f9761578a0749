//! Numbers worked out again: values, contributions, scores and leads.
//! The arithmetic half of a replay.

use crate::decide::compared::priorities_on;
use crate::decide::ruler;
use crate::method::outcome::Unit;
use crate::model::id::VendorId;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::lead::LeadFigure;
use crate::reasons::node::{Figure, Node, Table, Work};
use crate::reasons::replay::causes::Causes;

impl Causes<'_> {
    /// The table of the field, cell by cell; what its axes are besides their share is the model's.
    pub(super) fn table(&self, node: &Node) -> Option<Figure> {
        let Figure::Table(Some(stored)) = &node.figure else {
            return None;
        };
        let mut table = Table::clone(stored);
        for (column, &criterion) in stored.leaves.iter().enumerate() {
            let weight = Fact::Given(Given::Weight(criterion));
            let Figure::Weight { share: Some(share), .. } = self.figure(weight)? else {
                return None;
            };
            table.problem.axes[column].share = *share;
            for (row, &vendor) in stored.vendors.iter().enumerate() {
                let fact = Fact::Value(vendor, criterion);
                match self.reasons.graph.node(fact)?.work {
                    // Priorities come with the method: what the table holds in their place is idle.
                    Work::Priority => continue,
                    Work::Value { number, .. } => table.problem.ratings.set(row, column, number),
                    _ => return None,
                }
                table.problem.values.set(row, column, self.number(fact)?);
            }
        }
        Some(Figure::Table(Some(Box::new(table))))
    }

    pub(super) fn value(&self) -> Option<Figure> {
        let Fact::Value(vendor, criterion) = self.fact else {
            return None;
        };
        let leaf = self.leaf(criterion)?;
        let rated = self.rated(leaf, vendor, criterion)?;
        let ruler = ruler::over_field(leaf, self.known(leaf, criterion).into_iter());
        Some(Figure::Number(ruler::value(leaf, ruler, rated.unwrap_or(ruler.fill))))
    }

    /// From what was said of the vendors whose ratings are among the causes.
    pub(super) fn priority(&self) -> Option<Figure> {
        let Fact::Value(vendor, criterion) = self.fact else {
            return None;
        };
        let mut field: Vec<VendorId> = self
            .nodes
            .iter()
            .filter_map(|(_, node)| match node.fact {
                Fact::Given(Given::Rating(who, at)) if at == criterion => Some(who),
                _ => None,
            })
            .collect();
        field.sort_unstable();
        let row = field.binary_search(&vendor).ok()?;
        let priorities = priorities_on(self.reasons.model, criterion, &field)?;
        priorities.get(row).copied().map(Figure::Number)
    }

    pub(super) fn product(&self) -> Option<Figure> {
        let Fact::Contribution(vendor, criterion) = self.fact else {
            return None;
        };
        let Figure::Weight { share: Some(share), .. } =
            self.figure(Fact::Given(Given::Weight(criterion)))?
        else {
            return None;
        };
        Some(Figure::Number(share * self.number(Fact::Value(vendor, criterion))?))
    }

    pub(super) fn sum(&self, unit: Unit) -> Figure {
        let parts = self.nodes.iter().filter_map(|(_, node)| match (node.fact, &node.figure) {
            (Fact::Contribution(..), Figure::Number(part)) => Some(*part),
            _ => None,
        });
        let sum: f64 = parts.sum();
        Figure::Number(match unit {
            Unit::Score => sum,
            Unit::Log => sum.exp(),
            Unit::Logit => 1.0 / (1.0 + (-sum).exp()),
        })
    }

    pub(super) fn difference(&self, node: &Node, lower_is_better: bool) -> Option<Figure> {
        let (Fact::Lead(ahead, behind), Figure::Lead(lead)) = (self.fact, &node.figure) else {
            return None;
        };
        let sign = if lower_is_better { -1.0 } else { 1.0 };
        let mut parts = Vec::with_capacity(lead.parts.len());
        for &(criterion, _) in &lead.parts {
            let first = self.number(Fact::Contribution(ahead, criterion))?;
            let second = self.number(Fact::Contribution(behind, criterion))?;
            parts.push((criterion, sign * (first - second)));
        }
        let amount = parts.iter().map(|part| part.1).sum();
        Some(Figure::Lead(Box::new(LeadFigure { amount, parts, ..LeadFigure::clone(lead) })))
    }
}
