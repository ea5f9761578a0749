//! `[[weight-constraints]]`: `more` and `less`, or `terms` with `at-least` or `at-most`.
//! Whether they can all be kept at once is found out where weights are drawn.

use crate::document::node::{Node, Value};
use crate::model::criterion::Criterion;
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, number, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::model::weight_constraint::WeightConstraint;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

const WHAT: &str = "tables such as { more = \"a\", less = \"b\" }, under [[weight-constraints]]";

/// Reads the constraints; one with `at-least` and `at-most` becomes two.
pub fn load(
    node: Option<&Node>,
    criteria: &[Criterion],
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Vec<WeightConstraint> {
    let Some(node) = node else { return Vec::new() };
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, WHAT));
        return Vec::new();
    };
    items.iter().flat_map(|item| constraint(item, criteria, names, sink)).collect()
}

fn constraint(
    node: &Node,
    criteria: &[Criterion],
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Vec<WeightConstraint> {
    let Some(mut fields) = Fields::of(node, Place::WeightConstraint, WHAT, sink) else {
        return Vec::new();
    };
    let mut find = |name: &Spanned<String>, sink: &mut Diagnostics| {
        let index = names.find(name, sink)?;
        if criteria.get(index).is_some_and(|criterion| criterion.weight.is_none()) {
            let message = format!("`{}` has no weight to be constrained", name.value);
            sink.push(Diagnostic::error("no-weight", name.span, message));
            return None;
        }
        Some(CriterionId(index))
    };
    let said_before = sink.count();
    let because = fields.string("because", sink).map(|because| because.value);
    let more = fields.string("more", sink);
    let less = fields.string("less", sink);
    let times = fields.number("times", sink);
    let terms = fields.node("terms");
    let at_least = fields.number("at-least", sink);
    let at_most = fields.number("at-most", sink);
    fields.close(sink);
    if let Some(times) = times.as_ref().filter(|times| times.value <= 0.0) {
        let message = format!("`times` is {}, and must be above 0", times.value);
        sink.push(Diagnostic::error("out-of-range", times.span, message));
    }
    let whole = |terms, at_least| WeightConstraint {
        terms,
        at_least,
        because: because.clone(),
        span: node.span,
    };
    let found = match (&more, &less, terms) {
        (Some(more), Some(less), None) if at_least.is_none() && at_most.is_none() => {
            let factor = times.map_or(1.0, |times| times.value);
            match (find(more, sink), find(less, sink)) {
                (Some(a), Some(b)) if a == b => {
                    let message = format!("`{}` is compared with itself", more.value);
                    sink.push(Diagnostic::error("named-twice", less.span, message));
                    Vec::new()
                }
                (Some(a), Some(b)) => vec![whole(vec![(a, 1.0), (b, -factor)], 0.0)],
                _ => Vec::new(),
            }
        }
        (None, None, Some(terms))
            if times.is_none() && (at_least.is_some() || at_most.is_some()) =>
        {
            let terms = read_terms(terms, &mut find, sink);
            let turned = || terms.iter().map(|(id, factor)| (*id, -factor)).collect();
            let least = at_least.map(|bound| whole(terms.clone(), bound.value));
            let most = at_most.map(|bound| whole(turned(), -bound.value));
            least.into_iter().chain(most).collect()
        }
        _ => {
            if sink.count() == said_before {
                let message = "a weight constraint that does not say what is constrained";
                let help = "write `more` and `less` (and `times`, if you like), or `terms` with `at-least` or `at-most`";
                sink.push(Diagnostic::error("wrong-shape", node.span, message).help(help));
            }
            Vec::new()
        }
    };
    if sink.count() > said_before { Vec::new() } else { found }
}

fn read_terms(
    node: &Node,
    find: &mut impl FnMut(&Spanned<String>, &mut Diagnostics) -> Option<CriterionId>,
    sink: &mut Diagnostics,
) -> Vec<(CriterionId, f64)> {
    let Value::Table(table) = &node.value else {
        sink.push(wrong_type(node, "a table of criteria with their factors"));
        return Vec::new();
    };
    let mut terms = Vec::new();
    for entry in &table.entries {
        let name = Spanned::new(entry.key.name.clone(), entry.key.span);
        let id = find(&name, sink);
        let factor = number(&entry.node, "a factor", sink);
        if let (Some(id), Some(factor)) = (id, factor)
            && factor.value != 0.0
        {
            terms.push((id, factor.value));
        }
    }
    if table.entries.is_empty() {
        sink.push(Diagnostic::error("wrong-shape", node.span, "`terms` names no criterion"));
    }
    terms
}
