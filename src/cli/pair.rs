//! Two scenarios opened side by side, so that every place in either can be cited from one list of texts.
//! For `what-if` and `diff`.

use crate::cli::opening::Opened;
use crate::cli::terminal::Terminal;
use crate::explore::side::Side;
use crate::report::drawn::line;
use crate::text::diagnostic::Severity;

/// A scenario as a side of a comparison, when nothing is wrong with it.
pub fn side(opened: &Opened) -> Option<Side<'_>> {
    let (model, decision) = opened.decided()?;
    Some(Side { document: &opened.document, model, decision })
}

/// One line for each warning of the last scenario that no earlier one has.
pub fn warn_new(before: &[&Opened], after: &Opened, terminal: &mut Terminal) {
    let warnings = |opened: &Opened| -> Vec<String> {
        let warnings = opened.diagnostics.iter().filter(|each| each.severity == Severity::Warning);
        warnings.map(|warning| line(warning, &opened.texts)).collect()
    };
    let known: Vec<String> = before.iter().flat_map(|opened| warnings(opened)).collect();
    for warning in warnings(after).iter().filter(|warning| !known.contains(warning)) {
        terminal.say(warning);
    }
}
