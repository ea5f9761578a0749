//! What must be agreed about weights: a table of `robust`.

use crate::report::digits::percent;
use crate::report::style::{BAD, GOOD, styled};
use crate::report::view::robust::RobustView;
use crate::report::view::robust::ladder::RungView;

/// The table.
pub fn ladder(view: &RobustView) -> String {
    view.ladder.iter().map(rung).collect()
}

fn rung(rung: &RungView) -> String {
    let (word, style) = match (rung.is_settled, rung.changes) {
        (true, None) => ("settled".to_owned(), GOOD),
        (true, Some(_)) => ("no draw changes it".to_owned(), GOOD),
        (false, Some(share)) => (format!("{} of draws change it", percent(share)), BAD),
        (false, None) => ("open".to_owned(), BAD),
    };
    format!("  {:<38}{}\n", rung.label, styled(&word, style))
}
