//! Works a derived fact out again from its direct causes alone.
//! What keeps the graph honest: the test suite replays every node of random decisions.

mod causes;
mod gates;
mod standings;
mod values;

use crate::reasons::Reasons;
use crate::reasons::fact::Fact;
use crate::reasons::node::{Figure, Work};
use crate::reasons::replay::causes::Causes;
use crate::reasons::whole::by_method;

/// The figure of a derived fact, worked out from its direct causes and nothing else.
///
/// `None` for a given fact, for what only the method as a whole or a run of its own can say, and
/// where a cause is missing. What other completions say (`passing`, `conditional`) and what a lead
/// is argued with are taken over as they stand.
pub fn replay(reasons: &Reasons<'_>, fact: Fact) -> Option<Figure> {
    let node = reasons.graph.node(fact)?;
    let causes = Causes::of(reasons, fact);
    match &node.work {
        Work::Given | Work::PutBack => None,
        Work::Table => causes.table(node),
        Work::Method => by_method(reasons, node, causes.table_given()?),
        Work::Value { .. } => causes.value(),
        Work::Priority => causes.priority(),
        Work::Product => causes.product(),
        Work::RatingTest => causes.rating_test(node),
        Work::GroupTest { leaves } => causes.group_test(node, leaves),
        Work::AssumptionTest => causes.assumption_test(node),
        Work::Sum(unit) => Some(causes.sum(*unit)),
        Work::Difference { lower_is_better } => causes.difference(node, *lower_is_better),
        Work::Comparison { lower_is_better } => causes.comparison(*lower_is_better),
        Work::Judgement { choose } => causes.judgement(node, *choose),
        Work::Roll => causes.roll(node),
    }
}
