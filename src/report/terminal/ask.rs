//! What to find out next, on a terminal: the headline and one line for each question.

use crate::explore::ask::asking::How;
use crate::explore::ask::question::Kind;
use crate::report::digits::{fixed, percent, plain};
use crate::report::grid::{Cell, Column, Grid};
use crate::report::style::{FAINT, OPEN, STRONG, styled};
use crate::report::view::asking::{AskView, QuestionView, TurningView};
use crate::report::width::{PAGE, paragraph, printable};
use crate::report::words::{count, list};

/// Questions that people read; the rest is counted.
const SCREENFUL: usize = 20;

/// The whole page.
pub fn draw(view: &AskView) -> String {
    let mut page = String::new();
    for (index, sentence) in view.headline.iter().enumerate() {
        for line in paragraph("", &printable(sentence), PAGE).lines() {
            page.push_str(&if index == 0 { styled(line, STRONG) } else { line.to_owned() });
            page.push('\n');
        }
    }
    if view.questions.is_empty() {
        return page;
    }
    let is_valued = view.questions.iter().any(|question| question.value.is_some());
    let is_priced = view.questions.iter().any(|question| question.cost.is_some());
    let mut columns = vec![Column::words("question", 16)];
    if is_valued {
        columns.push(Column::number("worth"));
    }
    if is_priced {
        columns.push(Column::number("cost"));
    }
    columns.push(Column::number("may\nchange"));
    columns.push(Column::words("what changes the choice", 24));
    let rows = view.questions.iter().take(SCREENFUL);
    let rows = rows.map(|question| row(view, question, is_valued, is_priced)).collect();
    page.push('\n');
    page.push_str(&Grid { columns, rows }.draw(PAGE));
    let rest = view.questions.len().saturating_sub(SCREENFUL);
    if rest > 0 {
        page.push_str(&styled(&format!("{} more not shown\n", count(rest, "question")), FAINT));
    }
    page.push_str(&format!("\n{}", styled(&paragraph("", &basis(view), PAGE), FAINT)));
    page
}

fn row(view: &AskView, question: &QuestionView, is_valued: bool, is_priced: bool) -> Vec<Cell> {
    let mut cells = vec![Cell::new(printable(&label(question)))];
    if is_valued {
        let value = question.value.map(|value| fixed(value, view.decimals));
        cells.push(Cell::new(value.unwrap_or_else(|| "-".to_owned())));
    }
    if is_priced {
        cells.push(Cell::new(question.cost.map_or_else(|| "-".to_owned(), plain)));
    }
    cells.push(Cell::new(percent(question.change_probability)));
    let style = if question.turning.is_empty() { FAINT } else { OPEN };
    cells.push(Cell::new(printable(&answers(question))).styled(style));
    cells
}

fn label(question: &QuestionView) -> String {
    let what = match question.kind {
        Kind::Assumption => "",
        Kind::Unknown => " (unknown)",
        Kind::Uncertain => " (uncertain)",
    };
    let who = match (&question.owner, &question.due) {
        (Some(owner), Some(due)) => format!(" ({owner}, {due})"),
        (Some(one), None) | (None, Some(one)) => format!(" ({one})"),
        (None, None) => String::new(),
    };
    format!("{}{what}{who}", question.label)
}

/// The answers that change the choice, each with who is chosen then.
pub fn answers(question: &QuestionView) -> String {
    if question.turning.is_empty() {
        return if question.is_proved { "nothing" } else { "nothing that was tried" }.to_owned();
    }
    let each: Vec<String> = question.turning.iter().map(answer).collect();
    each.join("; ")
}

fn answer(turn: &TurningView) -> String {
    let labels: Vec<&str> = turn.chosen.iter().map(|each| each.label.as_str()).collect();
    let who = match (labels.as_slice(), turn.tied.is_empty()) {
        ([], true) => "nobody".to_owned(),
        ([], false) => "a tie".to_owned(),
        (all, _) => list(all),
    };
    format!("{}: {who}", turn.words)
}

/// What the figures stand on.
pub fn basis(view: &AskView) -> String {
    let mut sentences = Vec::new();
    let worth = "Worth is how much the expected score of the choice would rise";
    sentences.push(match view.how {
        How::Exact => format!("{worth}; exact."),
        How::Slices(slices) => {
            format!("{worth}; ratings on a scale are cut into {slices} slices.")
        }
        How::Sampled(draws) => {
            let stopped = if view.is_interrupted { ", where it was interrupted" } else { "" };
            format!("{worth}; from {draws} draws of the answers{stopped}.")
        }
        How::NotAtAll => "What knowing is worth is not worked out for this score.".to_owned(),
    });
    if let Some(everything) = view.everything {
        let everything = fixed(everything, view.decimals);
        sentences.push(format!("Knowing everything would be worth {everything}."));
    }
    sentences.push("What may change is told one question at a time, all else as read.".to_owned());
    if view.is_assumed {
        sentences.push(
            "Where no chance is stated, even chances and all of the scale alike were taken."
                .to_owned(),
        );
    }
    sentences.join(" ")
}
