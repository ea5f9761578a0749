//! `[evidence-settings]`: what grades count for, how reports age, spreads that follow from grades.
//! Absent means the defaults; nothing is ever spread silently.

use crate::document::node::{Node, Value};
use crate::model::evidence_settings::{EvidenceSettings, place};
use crate::model::load::evidence::GRADES;
use crate::model::load::fields::{Fields, number, wrong_type};
use crate::model::load::words::Place;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

/// Reads the settings.
pub fn load(node: Option<&Node>, sink: &mut Diagnostics) -> EvidenceSettings {
    let mut settings = EvidenceSettings::default();
    let Some(node) = node else { return settings };
    let Some(mut fields) = Fields::of(node, Place::EvidenceSettings, "a table", sink) else {
        return settings;
    };
    let channels = fields.node("channels");
    let prior = fields.number("prior", sink);
    let half_life = fields.number("half-life-days", sink);
    let spread = fields.node("spread-from-grade");
    fields.close(sink);
    for (grade, chance) in by_grade(channels, sink) {
        if within(&chance, |q| (0.5..1.0).contains(&q), "0.5 to below 1", sink) {
            settings.channels[grade] = chance.value;
        }
    }
    if let Some(prior) = prior
        && within(&prior, |p| 0.0 < p && p < 1.0, "0 to 1, ends left out", sink)
    {
        settings.prior = prior.value;
    }
    if let Some(days) = half_life
        && within(&days, |days| days > 0.0, "what is above 0", sink)
    {
        settings.half_life_days = Some(days.value);
    }
    for (grade, fraction) in by_grade(spread, sink) {
        if within(&fraction, |sd| 0.0 < sd && sd <= 1.0, "0 to 1, 0 left out", sink) {
            settings.spread_from_grade[grade] = Some(fraction.value);
        }
    }
    settings
}

/// Numbers by grade, A is 0.
fn by_grade(node: Option<&Node>, sink: &mut Diagnostics) -> Vec<(usize, Spanned<f64>)> {
    let Some(node) = node else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        sink.push(wrong_type(node, "a table of grades, such as { A = 0.95, B = 0.85 }"));
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in &table.entries {
        let grade = GRADES.iter().find(|(letter, _)| *letter == entry.key.name);
        let Some((_, grade)) = grade else {
            let message = format!("`{}` is no grade", entry.key.name);
            let diagnostic = Diagnostic::error("unknown-word", entry.key.span, message);
            sink.push(diagnostic.help("grades of sources are the letters A to F"));
            continue;
        };
        found.extend(number(&entry.node, "a number", sink).map(|read| (place(*grade), read)));
    }
    found
}

fn within(
    read: &Spanned<f64>,
    fits: impl Fn(f64) -> bool,
    what: &str,
    sink: &mut Diagnostics,
) -> bool {
    if !fits(read.value) {
        let message = format!("{} lies outside {what}", read.value);
        sink.push(Diagnostic::error("out-of-range", read.span, message));
    }
    fits(read.value)
}
