//! `preference` and `thresholds`: how methods that compare pairs read a difference on a leaf.
//! Read for every leaf; only PROMETHEE and ELECTRE look at them.

use crate::method::problem::{Preference, Thresholds};
use crate::model::load::fields::Fields;
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::{Span, Spanned};

/// PROMETHEE's preference function; usual where absent.
pub fn preference(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Preference {
    let Some(node) = fields.node("preference") else { return Preference::Usual };
    let what = "a table, as in { shape = \"linear\", q = 1, p = 2 }";
    let Some(mut inner) = Fields::of(node, Place::Preference, what, sink) else {
        return Preference::Usual;
    };
    let shapes =
        ["usual", "ushape", "vshape", "level", "linear", "gaussian"].map(|word| (word, word));
    let is_shaped = inner.node("shape").is_some();
    let shape = inner.word("shape", &shapes, sink);
    let q = threshold(&mut inner, ["q", "indifference"], sink);
    let p = threshold(&mut inner, ["p", "preference"], sink);
    let s = threshold(&mut inner, ["s", "inflection"], sink);
    inner.close(sink);
    let Some(shape) = shape else {
        // One that is there but means nothing was said.
        if !is_shaped && (q.is_some() || p.is_some() || s.is_some()) {
            sink.push(missing("shape", node.span));
        }
        return Preference::Usual;
    };
    let mut need = |threshold: Option<Spanned<f64>>, name: &str, has: bool| match (threshold, has) {
        (None, true) => {
            sink.push(missing(name, node.span));
            0.0
        }
        (Some(extra), false) => {
            let message = format!("the shape `{}` has no `{name}`", shape.value);
            sink.push(Diagnostic::error("unknown-parameter", extra.span, message));
            0.0
        }
        (found, _) => found.map_or(0.0, |found| found.value),
    };
    let takes = |names: &[&str]| names.contains(&shape.value);
    let is_complete = p.is_some() || s.is_some();
    let q = need(q, "q", takes(&["ushape", "level", "linear"]));
    let p = need(p, "p", takes(&["vshape", "level", "linear"]));
    let s = need(s, "s", takes(&["gaussian"]));
    if is_complete && takes(&["level", "linear"]) && q > p {
        let message = format!("indifference q = {q} lies above preference p = {p}");
        sink.push(Diagnostic::error("out-of-order", node.span, message));
    }
    if is_complete && (takes(&["vshape"]) && p <= 0.0 || takes(&["gaussian"]) && s <= 0.0) {
        let message = format!("the shape `{}` needs a threshold above 0", shape.value);
        sink.push(Diagnostic::error("out-of-range", node.span, message));
    }
    match shape.value {
        "ushape" => Preference::UShape { q },
        "vshape" => Preference::VShape { p },
        "level" => Preference::Level { q, p },
        "linear" => Preference::Linear { q, p },
        "gaussian" => Preference::Gaussian { s },
        _ => Preference::Usual,
    }
}

/// ELECTRE's thresholds; none where absent.
pub fn thresholds(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Thresholds {
    let Some(node) = fields.node("thresholds") else { return Thresholds::default() };
    let what = "a table, as in { q = 1, p = 2, v = 5 }";
    let Some(mut inner) = Fields::of(node, Place::Thresholds, what, sink) else {
        return Thresholds::default();
    };
    let q = threshold(&mut inner, ["q", "indifference"], sink).map_or(0.0, |found| found.value);
    let p = threshold(&mut inner, ["p", "preference"], sink).map_or(q, |found| found.value);
    let v = threshold(&mut inner, ["v", "veto"], sink).map(|found| found.value);
    inner.close(sink);
    if q > p || v.is_some_and(|v| p > v) {
        let veto = v.map_or(String::new(), |v| format!(", v = {v}"));
        let message = format!("thresholds must rise: q = {q}, p = {p}{veto}");
        let help = "indifference q ≤ preference p ≤ veto v";
        sink.push(Diagnostic::error("out-of-order", node.span, message).help(help));
        return Thresholds::default();
    }
    Thresholds { q, p, v }
}

/// A threshold by its letter or spelt out; never negative.
fn threshold(
    fields: &mut Fields<'_>,
    names: [&'static str; 2],
    sink: &mut Diagnostics,
) -> Option<Spanned<f64>> {
    let found: Vec<Spanned<f64>> =
        names.into_iter().filter_map(|name| fields.number(name, sink)).collect();
    if let [one, two] = found.as_slice() {
        let message = format!("`{}` and `{}` are the same threshold", names[0], names[1]);
        sink.push(Diagnostic::error("named-twice", two.span, message).and(one.span, "first here"));
    }
    let first = found.first().copied()?;
    if first.value < 0.0 {
        let message = format!("the threshold {} is negative", first.value);
        sink.push(Diagnostic::error("out-of-range", first.span, message));
        return None;
    }
    Some(first)
}

fn missing(name: &str, span: Span) -> Diagnostic {
    Diagnostic::error("missing-key", span, format!("`{name}` is missing"))
}
