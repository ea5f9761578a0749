//! `[method]`: which method, with its parameters.
//! A parameter that the method does not have is an error.

use crate::document::node::Node;
use crate::method::kind::MethodId;
use crate::model::criterion::Criterion;
use crate::model::load::fields::Fields;
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::model::method::MethodChoice;
use crate::text::diagnostic::{Diagnostic, Diagnostics};

const DEFAULT: MethodChoice =
    MethodChoice { kind: MethodId::WeightedSum, span: None, parameters: Vec::new() };

/// Reads the method; weighted sum where the file names none.
pub fn load(
    node: Option<&Node>,
    _criteria: &[Criterion],
    _names: &Names<'_>,
    sink: &mut Diagnostics,
) -> MethodChoice {
    let Some(node) = node else { return DEFAULT };
    let what = "a table with `kind`, as in { kind = \"weighted-sum\" }";
    let Some(mut fields) = Fields::of(node, Place::Method, what, sink) else { return DEFAULT };
    let kinds: Vec<(&str, MethodId)> =
        MethodId::ALL.iter().map(|kind| (kind.id(), *kind)).collect();
    let kind = fields.word("kind", &kinds, sink);
    if kind.is_none() && fields.entry("kind").is_none() {
        sink.push(Diagnostic::error("missing-key", node.span, "`[method]` without `kind`"));
    }
    fields.close(sink);
    let Some(kind) = kind else { return DEFAULT };
    MethodChoice { kind: kind.value, span: Some(kind.span), parameters: Vec::new() }
}
