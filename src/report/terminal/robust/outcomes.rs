//! Who ends up chosen over what is pending: a table of `robust`.

use crate::explore::robust::conditional_ladder::How;
use crate::report::digits::percent;
use crate::report::style::{FAINT, styled};
use crate::report::terminal::robust::{SCREENFUL, chosen};
use crate::report::view::robust::RobustView;
use crate::report::width::{PAGE, paragraph};
use crate::report::words::list;

/// The table, and how chances were found.
pub fn outcomes(view: &RobustView) -> String {
    if !view.is_pending {
        return String::new();
    }
    let mut body = String::new();
    for outcome in view.outcomes.iter().take(SCREENFUL) {
        let who = match (outcome.chosen.as_slice(), outcome.tied.as_slice()) {
            ([], []) => "nobody".to_owned(),
            ([], tied) => format!("tie: {}", chosen(tied)),
            (all, _) => chosen(all),
        };
        body.push_str(&paragraph(&format!("  {:>6}  ", percent(outcome.chance)), &who, PAGE));
    }
    if view.chance_refused > 0.0 {
        let chance = format!("  {:>6}  ", percent(view.chance_refused));
        body.push_str(&paragraph(&chance, "the method cannot rank", PAGE));
    }
    body.push_str(&styled(&paragraph("", &chances_note(view), PAGE), FAINT));
    body
}

/// How the chances were found, and on whose word.
pub fn chances_note(view: &RobustView) -> String {
    let how = match view.how {
        How::Enumerated => "Every way the pending assumptions may turn out was run".to_owned(),
        How::Product => "By the product of the chances".to_owned(),
        How::Sampled(draws) => format!("From {draws} draws of the assumptions"),
    };
    match view.assumed.as_slice() {
        [] => format!("{how}."),
        assumed => {
            format!("{how}; no chance is stated for {}, so 50% was taken.", list(assumed))
        }
    }
}
