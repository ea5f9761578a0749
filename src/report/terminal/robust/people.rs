//! What each stakeholder would choose and what divides them: a table of `robust`.

use crate::report::digits::{fixed, percent};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{OPEN, PLAIN};
use crate::report::terminal::robust::{SCREENFUL, chosen, more};
use crate::report::view::robust::RobustView;
use crate::report::view::robust::people::VoterView;
use crate::report::width::{PAGE, paragraph, printable};

/// The table.
pub fn voters(view: &RobustView) -> String {
    let columns = vec![
        Column::words("stakeholder", 14),
        Column::number("counts"),
        Column::words("alone would choose", 20),
    ];
    let row = |voter: &VoterView| {
        let style = if voter.agrees { PLAIN } else { OPEN };
        vec![
            Cell::new(printable(&voter.stakeholder.label)),
            Cell::new(percent(voter.amount)),
            Cell::new(voter_choice(voter)).styled(style),
        ]
    };
    let rows: Vec<Vec<Cell>> = view.voters.iter().take(SCREENFUL).map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut body = Grid { columns, rows }.draw(PAGE);
    body.push_str(&more(view.voters.len(), "stakeholder"));
    if let Some(sentence) = divide(view) {
        body.push_str(&paragraph("", &printable(&sentence), PAGE));
    }
    body
}

/// Whom a stakeholder would choose.
pub fn voter_choice(voter: &VoterView) -> String {
    match (&voter.chosen, voter.tied.as_slice()) {
        (None, _) => "the method has no answer for them".to_owned(),
        (Some(all), tied) if all.is_empty() && !tied.is_empty() => {
            format!("tie: {}", chosen(tied))
        }
        (Some(all), _) => chosen(all),
    }
}

/// What divides the stakeholders.
pub fn divide(view: &RobustView) -> Option<String> {
    let divide = view.divide.as_ref()?;
    let [most, least] = &divide.between;
    let counts = if divide.is_score { "it counts" } else { "its weighted value counts" };
    Some(format!(
        "What divides them is {}: between {} and {} {counts} {} more for {} than for {}.",
        divide.criterion.label,
        divide.vendor.label,
        divide.rival.label,
        fixed(divide.apart, view.decimals),
        most.label,
        least.label,
    ))
}
