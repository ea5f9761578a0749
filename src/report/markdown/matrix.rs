//! Several scenarios for issues, wikis and sign-off: the same order as on a terminal.

use crate::report::digits::fixed;
use crate::report::markdown::escaped;
use crate::report::markdown::what_if::headline;
use crate::report::terminal::matrix::{entry_words, number};
use crate::report::view::matrix::{CAUTION, MatrixView};

/// The whole page.
pub fn matrix(view: &MatrixView) -> String {
    let mut page = headline(&view.headline);
    for (at, choice) in view.choices.iter().enumerate() {
        page.push_str(&format!("- {}: {}\n", number(at), escaped(choice)));
    }
    let heads: String = (0..view.scenarios.len()).map(|at| format!(" {} |", number(at))).collect();
    let rules = " ---: |".repeat(view.scenarios.len());
    page.push_str(&format!("\n| Vendor |{heads}\n| --- |{rules}\n"));
    for (vendor, entries) in &view.rows {
        let cells: String = entries
            .iter()
            .map(|entry| format!(" {} |", escaped(&entry_words(entry, view.decimals))))
            .collect();
        page.push_str(&format!("| {} |{cells}\n", escaped(&vendor.label)));
    }
    if !view.regrets.is_empty() {
        page.push_str(&format!("\n## Regret\n\n{CAUTION}\n\n"));
        page.push_str(&format!("| Vendor | Worst |{heads}\n| --- | ---: |{rules}\n"));
        for (vendor, regret) in &view.regrets {
            let shown = |amount: f64| fixed(amount, view.decimals);
            let cells: String =
                regret.by_scenario.iter().map(|amount| format!(" {} |", shown(*amount))).collect();
            let (label, worst) = (escaped(&vendor.label), shown(regret.worst));
            page.push_str(&format!("| {label} | {worst} |{cells}\n"));
        }
    }
    page
}
