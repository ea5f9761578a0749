//! Parameters of one method that must rise together, whichever of them the file states.

use crate::method::id::MethodId;
use crate::method::outranking::electre_ii::ElectreIi;
use crate::model::method::{MethodChoice, Setting};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Span;

/// A parameter with its number; no place where it is the method's own.
type Step = (&'static str, f64, Option<Span>);

/// Complains of each pair of neighbours that falls.
pub(super) fn check(choice: &MethodChoice, sink: &mut Diagnostics) {
    if choice.kind != MethodId::ElectreIi {
        return;
    }
    let own = ElectreIi::default();
    let concordances = [("weak", own.weak), ("medium", own.medium), ("strong", own.strong)];
    let discordances =
        [("discordance-low", own.discordance_low), ("discordance-high", own.discordance_high)];
    for run in [&concordances[..], &discordances[..]] {
        let steps: Vec<Step> =
            run.iter().map(|(name, default)| stated(choice, name, *default)).collect();
        for pair in steps.windows(2) {
            falls(&pair[0], &pair[1], sink);
        }
    }
}

fn stated(choice: &MethodChoice, name: &'static str, default: f64) -> Step {
    let found = choice.parameters.iter().find(|parameter| parameter.name == name);
    match found.map(|parameter| (&parameter.setting, parameter.span)) {
        Some((Setting::Number(number), span)) => (name, *number, Some(span)),
        _ => (name, default, None),
    }
}

fn falls(low: &Step, high: &Step, sink: &mut Diagnostics) {
    let (&(low, below, low_at), &(high, above, high_at)) = (low, high);
    if below <= above {
        return;
    }
    // What the method takes by itself rises, so that one of the two is stated.
    let Some(place) = high_at.or(low_at) else { return };
    let message = format!("`{low}` = {below} lies above `{high}` = {above}");
    let diagnostic = Diagnostic::error("out-of-order", place, message);
    sink.push(match (low_at, high_at) {
        (Some(low_at), Some(_)) => diagnostic.and(low_at, "above it"),
        (Some(_), None) => diagnostic.help(format!("{above} is what `{high}` is when absent")),
        _ => diagnostic.help(format!("{below} is what `{low}` is when absent")),
    });
}
