//! `[[method.profiles]]`: ratings between two categories, from worst to best.
//! Each must be at least as good as the one before it everywhere, and better somewhere.

use crate::document::node::{Node, Value};
use crate::method::problem::Direction;
use crate::model::criterion::Criterion;
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::method::Reader;
use crate::model::load::words::Place;
use crate::model::method::{Profile, Setting};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::{Span, Spanned};

/// A profile with the place of everything in it.
struct Written {
    name: Spanned<String>,
    ratings: Vec<(CriterionId, Spanned<f64>)>,
    span: Span,
}

/// Reads them.
pub(super) fn profiles(
    reader: &Reader<'_>,
    node: &Node,
    sink: &mut Diagnostics,
) -> Option<Setting> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, "tables, as in [[method.profiles]]"));
        return None;
    };
    let mut written: Vec<Written> = Vec::new();
    for item in items {
        let what = "a table with `name` and `ratings`";
        let Some(mut fields) = Fields::of(item, Place::Method, what, sink) else { continue };
        let name = fields.string("name", sink);
        let ratings = fields.node("ratings");
        fields.close(sink);
        let Some(ratings) = ratings else {
            let message = "a profile without `ratings`";
            sink.push(Diagnostic::error("missing-key", item.span, message));
            continue;
        };
        let Some(ratings) = reader.per_criterion(ratings, sink) else { continue };
        let number = (written.len() + 1).to_string();
        let name = name.unwrap_or_else(|| Spanned::new(number, item.span));
        if written.iter().any(|other| other.name.value == name.value) {
            let message = format!("`{}` is named twice", name.value);
            sink.push(Diagnostic::error("named-twice", name.span, message));
        }
        written.push(Written { name, ratings, span: item.span });
    }
    for pair in written.windows(2) {
        check_rise(reader, &pair[0], &pair[1], sink);
    }
    let plain = |profile: Written| Profile {
        name: profile.name.value,
        ratings: profile.ratings.iter().map(|(id, rating)| (*id, rating.value)).collect(),
        span: profile.span,
    };
    Some(Setting::Profiles(written.into_iter().map(plain).collect()))
}

fn check_rise(reader: &Reader<'_>, lower: &Written, upper: &Written, sink: &mut Diagnostics) {
    const HELP: &str = "profiles go from worst to best: each at least as good as the one before it everywhere, and better somewhere";
    let mut is_better = false;
    for (id, above) in &upper.ratings {
        let Some((_, below)) = lower.ratings.iter().find(|(own, _)| own == id) else { continue };
        let gap = gap(reader, *id, below.value, above.value);
        is_better |= gap > 0.0;
        if gap < 0.0 {
            let name = reader.names.name(id.index()).unwrap_or_default();
            let (worse, better) = (&upper.name.value, &lower.name.value);
            let message = format!("profile `{worse}` is worse than `{better}` on `{name}`");
            let diagnostic = Diagnostic::error("out-of-order", above.span, message);
            sink.push(diagnostic.and(below.span, "than this").help(HELP));
            is_better = true;
        }
    }
    if !is_better {
        let (same, first) = (&upper.name.value, &lower.name.value);
        let message = format!("profile `{same}` is nowhere better than `{first}`");
        let diagnostic = Diagnostic::error("out-of-order", upper.span, message);
        sink.push(diagnostic.and(lower.span, "than this").help(HELP));
    }
}

/// How much better the second is.
fn gap(reader: &Reader<'_>, id: CriterionId, below: f64, above: f64) -> f64 {
    match reader.criteria.get(id.index()).and_then(Criterion::leaf) {
        Some(leaf) if leaf.direction == Direction::Minimize && !leaf.is_target() => below - above,
        _ => above - below,
    }
}
