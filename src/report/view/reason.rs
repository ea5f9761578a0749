//! One reason for each vendor's verdict, short enough for a table.
//! Chosen by `reasons`; a knock-out names every failing barrier, never the first one only.

use crate::method::outcome::Unit;
use crate::model::id::VendorId;
use crate::reasons::reason::{Gap, Reason};
use crate::report::view::barrier::{barrier, shortfall};
use crate::report::view::scene::Scene;
use crate::report::view::tie_break::outcome;

/// The reason for a verdict, lower case, without final period; may be empty.
pub fn reason(scene: &Scene<'_>, vendor: VendorId, reason: &Reason) -> String {
    match reason {
        Reason::Excluded { because } => because.clone().unwrap_or_default(),
        Reason::Fails { .. } => knock_outs(scene, vendor).join("; "),
        Reason::Tied { with } => format!("tied with {}", scene.vendors(with)),
        Reason::Ahead(gap) => apart(scene, vendor, gap, "ahead"),
        Reason::Behind(gap) => apart(scene, vendor, gap, "behind"),
        Reason::Unrivalled => String::new(),
    }
}

/// Every barrier that a vendor misses, in words.
pub fn knock_outs(scene: &Scene<'_>, vendor: VendorId) -> Vec<String> {
    let evaluation = &scene.reasons.decision.reading;
    let missed = evaluation.gates[vendor.index()].iter().filter(|result| !result.passed);
    missed
        .map(|result| {
            let sentence = barrier(scene.model(), evaluation, vendor, result).sentence;
            match shortfall(scene.model(), result) {
                Some(short) => format!("{sentence} ({short})"),
                None => sentence,
            }
        })
        .collect()
}

fn apart(scene: &Scene<'_>, vendor: VendorId, gap: &Gap, word: &str) -> String {
    if let Some(breaker) = &gap.broken {
        return outcome(scene, breaker, vendor);
    }
    let reading = &scene.reasons.decision.reading;
    let scores = reading.score(vendor).zip(reading.score(gap.rival));
    let amount = match gap.lead {
        Some((amount, Unit::Score)) => Some(amount),
        // Logarithms and logits say little in a table: how far the scores are apart does.
        Some((_, Unit::Log | Unit::Logit)) | None => scores.map(|(own, other)| (own - other).abs()),
    };
    let amount = amount.map_or_else(String::new, |amount| format!("{} ", scene.score(amount)));
    // With one place to fill the rival stands in the headline or in the row above.
    let rival = match scene.model().choose {
        1 => String::new(),
        _ => format!(" of {}", scene.vendor(gap.rival)),
    };
    let mut words = format!("{amount}{word}{rival}").replace("behind of", "behind");
    if !gap.by.is_empty() {
        words.push_str(&format!(" on {}", scene.leading_criteria(&gap.by)));
    }
    if let Some(despite) = gap.despite {
        words.push_str(&format!(", despite {}", scene.criterion(despite)));
    }
    words
}
