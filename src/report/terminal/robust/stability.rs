//! How far the share of each leaf may move: a table of `robust`.

use crate::report::digits::percent;
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{FAINT, PLAIN, styled};
use crate::report::terminal::robust::chosen;
use crate::report::view::robust::RobustView;
use crate::report::view::robust::headline::{END, rounded_down, rounded_up};
use crate::report::view::robust::stability::StabilityView;
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::list;

/// The table.
pub fn stability(view: &RobustView) -> String {
    let columns = vec![
        Column::words("criterion", 14),
        Column::number("share"),
        Column::number("from"),
        Column::words("below it", 10),
        Column::number("to"),
        Column::words("above it", 10),
    ];
    let rows: Vec<Vec<Cell>> = view.stability.iter().map(stability_row).collect();
    if view.stability.iter().all(|each| each.holding.is_none()) {
        return String::new();
    }
    let mut body = Grid { columns, rows }.draw(PAGE);
    if view.stability.iter().any(|each| !each.is_exact && each.holding.is_some()) {
        let note = "Found by trying, not by formula: a stretch narrower than 0.5% may be missed.";
        body.push_str(&styled(&paragraph("", note, PAGE), FAINT));
    }
    for each in view.stability.iter().filter(|each| !each.others.is_empty()) {
        let others: Vec<String> = each
            .others
            .iter()
            .map(|stretch| format!("{} to {}", rounded_up(stretch.low), rounded_down(stretch.high)))
            .collect();
        let note = format!("{}: the same choice again at {}.", each.criterion.label, list(&others));
        body.push_str(&paragraph("", &printable(&note), PAGE));
    }
    body
}

fn stability_row(each: &StabilityView) -> Vec<Cell> {
    let label = Cell::new(printable(&each.criterion.label));
    let share = Cell::new(percent(each.share));
    let Some(stretch) = &each.holding else {
        let none = || Cell::new("-").styled(FAINT);
        return vec![label, share, none(), none(), none(), none()];
    };
    let end = |at: String, is_open: bool| Cell::new(at).styled(if is_open { PLAIN } else { FAINT });
    let (is_low, is_high) = (stretch.low > END, stretch.high < 1.0 - END);
    vec![
        label,
        share,
        end(rounded_up(stretch.low), is_low),
        Cell::new(if is_low { chosen(&stretch.low_rivals) } else { String::new() }),
        end(rounded_down(stretch.high), is_high),
        Cell::new(if is_high { chosen(&stretch.high_rivals) } else { String::new() }),
    ]
}
