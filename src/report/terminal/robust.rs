//! How sure a choice is, on a terminal: the headline, how far weights may move, what must be agreed,
//! ranks under draws, what could change it, and the chances of what is pending.

use crate::answer::smaa::acceptability::Estimate;
use crate::explore::robust::conditional_ladder::How;
use crate::report::digits::{fixed, percent, signed};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{BAD, FAINT, GOOD, OPEN, PLAIN, STRONG, styled};
use crate::report::view::quantity::Rating;
use crate::report::view::ranking::Named;
use crate::report::view::robust::{
    BarView, BeliefView, EndView, RobustView, RungView, StabilityView, VoterView,
};
use crate::report::view::robust_headline::END;
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};

/// Rows of a table that people read; the rest is counted.
const SCREENFUL: usize = 12;
/// Rank columns at most.
const RANKS: usize = 5;

/// The whole page.
pub fn draw(view: &RobustView) -> String {
    let mut page = String::new();
    for (index, sentence) in view.headline.iter().enumerate() {
        for line in paragraph("", &printable(sentence), PAGE).lines() {
            page.push_str(&if index == 0 { styled(line, STRONG) } else { line.to_owned() });
            page.push('\n');
        }
    }
    for place in &view.broken_constraints {
        let sentence = format!("Today's weights break the constraint at {place}.");
        page.push_str(&styled(&paragraph("", &printable(&sentence), PAGE), OPEN));
    }
    section(&mut page, "How far each weight may move", &stability(view));
    section(&mut page, "What must be agreed", &ladder(view));
    section(&mut page, "How often each takes a rank", &shares(view));
    section(&mut page, "What each uncertain input does", &tornado(view));
    section(&mut page, "Who ends up chosen", &outcomes(view));
    section(&mut page, "What each stakeholder would choose", &voters(view));
    section(&mut page, "What the claims are worth", &claims(view));
    page.push_str(&format!("\n{}", styled(&paragraph("", &basis(view), PAGE), FAINT)));
    page
}

fn section(page: &mut String, heading: &str, body: &str) {
    if !body.is_empty() {
        page.push_str(&format!("\n{}\n{body}", styled(heading, STRONG)));
    }
}

fn stability(view: &RobustView) -> String {
    let columns = vec![
        Column::words("criterion", 14),
        Column::number("share"),
        Column::number("from"),
        Column::words("below it", 10),
        Column::number("to"),
        Column::words("above it", 10),
    ];
    let rows: Vec<Vec<Cell>> = view.stability.iter().map(stability_row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut body = Grid { columns, rows }.draw(PAGE);
    if view.stability.iter().any(|each| !each.is_exact) {
        let note = "Found by trying, not by formula: a stretch narrower than 0.5% may be missed.";
        body.push_str(&styled(&paragraph("", note, PAGE), FAINT));
    }
    for each in view.stability.iter().filter(|each| !each.others.is_empty()) {
        let others: Vec<String> = each
            .others
            .iter()
            .map(|stretch| format!("{} to {}", percent(stretch.low), percent(stretch.high)))
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
    let end =
        |at: f64, is_open: bool| Cell::new(percent(at)).styled(if is_open { PLAIN } else { FAINT });
    let (is_low, is_high) = (stretch.low > END, stretch.high < 1.0 - END);
    vec![
        label,
        share,
        end(stretch.low, is_low),
        Cell::new(if is_low { chosen(&stretch.low_rivals) } else { String::new() }),
        end(stretch.high, is_high),
        Cell::new(if is_high { chosen(&stretch.high_rivals) } else { String::new() }),
    ]
}

/// Names, or nobody.
fn chosen(vendors: &[Named]) -> String {
    let labels: Vec<String> = vendors.iter().map(|each| printable(&each.label)).collect();
    if labels.is_empty() { "nobody".to_owned() } else { list(&labels) }
}

fn ladder(view: &RobustView) -> String {
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

fn shares(view: &RobustView) -> String {
    let ranks = view.vendors.first().map_or(0, |vendor| vendor.ranks.len()).min(RANKS);
    let rejects = view.vendors.iter().any(|vendor| vendor.rejected.figure > 0.0);
    let confident = view.vendors.iter().any(|vendor| vendor.confidence.is_some());
    let mut columns = vec![Column::words("vendor", 12), Column::number("chosen")];
    columns.extend((1..=ranks).map(|rank| Column::spare(&format!("rank {rank}"))));
    if rejects {
        columns.push(Column::number("out"));
    }
    if confident {
        columns.push(Column::spare("confidence"));
    }
    let figure = |estimate: &Estimate| Cell::new(percent(estimate.figure));
    let rows = view.vendors.iter().take(SCREENFUL).map(|vendor| {
        let mut cells = vec![Cell::new(printable(&vendor.vendor.label)), figure(&vendor.chosen)];
        cells.extend(vendor.ranks.iter().take(ranks).map(figure));
        if rejects {
            cells.push(figure(&vendor.rejected));
        }
        if confident {
            let confidence = vendor.confidence.as_ref();
            cells.push(confidence.map_or_else(|| Cell::new("-").styled(FAINT), figure));
        }
        cells
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.vendors.len(), "vendor"))
}

fn more(all: usize, noun: &str) -> String {
    match all.saturating_sub(SCREENFUL) {
        0 => String::new(),
        rest => styled(&format!("{} more not shown\n", count(rest, noun)), FAINT),
    }
}

fn tornado(view: &RobustView) -> String {
    let columns = vec![
        Column::words("input", 16),
        Column::number("at"),
        Column::number("lead"),
        Column::words("chosen", 10),
        Column::number("at"),
        Column::number("lead"),
        Column::words("chosen", 10),
    ];
    let rows: Vec<Vec<Cell>> =
        view.tornado.iter().take(SCREENFUL).map(|bar| bar_row(view, bar)).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.tornado.len(), "input"))
}

fn bar_row(view: &RobustView, bar: &BarView) -> Vec<Cell> {
    let mut cells = vec![Cell::new(printable(&bar.label))];
    for end in [&bar.low, &bar.high] {
        let lead = end.lead.map_or_else(|| "-".to_owned(), |lead| signed(lead, view.decimals));
        cells.push(Cell::new(rating_words(&end.at)));
        cells.push(Cell::new(lead));
        cells.push(who(end));
    }
    cells
}

fn who(end: &EndView) -> Cell {
    let style = if end.is_changed { OPEN } else { FAINT };
    let text = match (end.chosen.as_slice(), end.tied.as_slice()) {
        ([], []) => "nobody".to_owned(),
        ([], tied) => format!("tie: {}", chosen(tied)),
        (all, _) => chosen(all),
    };
    Cell::new(text).styled(style)
}

/// A rating, a weight or a status in a word.
pub fn rating_words(rating: &Rating) -> String {
    match rating {
        Rating::Unknown => "unknown".to_owned(),
        Rating::Number(number) => crate::report::digits::plain(*number),
        Rating::Boolean(true) => "yes".to_owned(),
        Rating::Boolean(false) => "no".to_owned(),
        Rating::Word(word) => printable(word),
    }
}

fn outcomes(view: &RobustView) -> String {
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
    body.push_str(&styled(&paragraph("", &chances_note(view), PAGE), FAINT));
    body
}

fn voters(view: &RobustView) -> String {
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
    Some(format!(
        "What divides them is {}: between {} and {} it counts {} more for {} than for {}.",
        divide.criterion.label,
        divide.vendor.label,
        divide.rival.label,
        fixed(divide.apart, view.decimals),
        most.label,
        least.label,
    ))
}

fn claims(view: &RobustView) -> String {
    let columns = vec![
        Column::words("claim", 16),
        Column::number("believed"),
        Column::words("origins", 12),
        Column::number("echoes"),
        Column::words("against it", 10),
    ];
    let rows: Vec<Vec<Cell>> = view.beliefs.iter().take(SCREENFUL).map(claim_row).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("{}{}", Grid { columns, rows }.draw(PAGE), more(view.beliefs.len(), "claim"))
}

fn claim_row(belief: &BeliefView) -> Vec<Cell> {
    let against = if belief.contradicted_by.is_empty() {
        Cell::new("")
    } else {
        Cell::new(printable(&list(&belief.contradicted_by))).styled(OPEN)
    };
    vec![
        Cell::new(printable(&belief.claim)),
        Cell::new(percent(belief.posterior)),
        Cell::new(origins(belief)),
        Cell::new(belief.echoes.to_string()),
        against,
    ]
}

/// Origins with their grades and, where they have aged, how much of them still counts.
pub fn origins(belief: &BeliefView) -> String {
    let each: Vec<String> = belief
        .origins
        .iter()
        .map(|voice| {
            let grade = voice.grade.map(|grade| format!(" ({grade})")).unwrap_or_default();
            let aged = match voice.freshness < 1.0 {
                true => format!(", {} fresh", percent(voice.freshness)),
                false => String::new(),
            };
            format!("{}{grade}{aged}", printable(&voice.source))
        })
        .collect();
    if each.is_empty() { "nobody".to_owned() } else { list(&each) }
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

/// What the figures stand on.
pub fn basis(view: &RobustView) -> String {
    let stopped = if view.is_interrupted { "Interrupted after " } else { "" };
    let mut sentences = vec![format!(
        "{stopped}{} draws; the largest standard error of a rank is {}.",
        view.draws,
        fixed(view.error, 4)
    )];
    if view.refused > 0 {
        sentences.push(format!("The method could not rank {} of them.", view.refused));
    }
    if view.tied.figure > 0.0 {
        sentences.push(format!("{} end in a tie.", percent(view.tied.figure)));
    }
    if !view.is_independent {
        sentences.push(
            "The weight set is narrow, so draws follow each other and errors are somewhat larger."
                .to_owned(),
        );
    }
    if view.is_spread_from_grade {
        sentences.push(
            "Ratings take a spread from the grade of their evidence, as the criteria file asks."
                .to_owned(),
        );
    }
    if view.vary.weights {
        sentences.push(
            "That all weights of the set are equally likely is itself a judgement.".to_owned(),
        );
    }
    sentences.join(" ")
}
