//! What to find out next, as Markdown: the same order as on a terminal.

use crate::report::digits::{fixed, percent, plain};
use crate::report::markdown::escaped;
use crate::report::markdown::robust::table;
use crate::report::terminal::ask::{answers, basis};
use crate::report::view::asking::AskView;

/// The whole page.
pub fn ask(view: &AskView) -> String {
    let mut sentences = view.headline.iter().map(|sentence| escaped(sentence));
    let first = sentences.next().unwrap_or_default();
    let rest: Vec<String> = sentences.collect();
    let mut page = format!("**{first}**\n{}\n", rest.join(" "));
    if view.questions.is_empty() {
        return page;
    }
    let rows = view.questions.iter().map(|question| {
        let number = |number: Option<f64>, decimals| {
            number.map_or_else(|| "-".to_owned(), |number| fixed(number, decimals))
        };
        vec![
            escaped(&question.label),
            number(question.value, view.decimals),
            question.cost.map_or_else(|| "-".to_owned(), plain),
            percent(question.change_probability),
            escaped(&answers(question)),
        ]
    });
    let heads = ["Question", "Worth", "Cost", "May change", "What changes the choice"];
    page.push_str(&table("Questions", &heads, rows.collect()));
    page.push_str(&format!("\n{}\n", escaped(&basis(view))));
    page
}
