//! `what-if S --weight C=0%..100%`, `--rate V.C=0..10`: where along a range the choice changes.
//! Called by `compare` when a flag gives a range; several are swept one by one.

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Page;
use crate::cli::names::{criterion, leaf, vendor};
use crate::cli::terminal::Terminal;
use crate::cli::what_if::Range;
use crate::document::overlay::Kind;
use crate::document::path;
use crate::explore::sweep::subject::Subject;
use crate::explore::sweep::sweep;
use crate::model::criterion::{Range as Scale, Rated};
use crate::model::scenario::Model;
use crate::report::digits::plain;
use crate::report::said::refused;
use crate::report::view::sweep::{SweepView, view};
use crate::report::{json, markdown, terminal as page};

/// Sweeps each range over an opened scenario, everything else as it is, and prints.
pub fn run(
    decided: Decided<'_>,
    ranges: &[Range],
    format: Page,
    terminal: &mut Terminal,
) -> Result<Exit, Failure> {
    let model = decided.model;
    let mut views: Vec<SweepView> = Vec::new();
    for range in ranges {
        let (subject, low, high) = bounds(range, model)?;
        let found = sweep(model, subject, low, high);
        views.push(view(model, &found.map_err(|error| refused(model, &error).message)?));
    }
    terminal.print(&match format {
        Page::Table => page::sweep::draw(&views),
        Page::Markdown => markdown::sweep::sweeps(&views),
        Page::Json => {
            let body = json::sweep::Sweeps::from(views.as_slice());
            json::text(&json::envelope::envelope("what-if-sweep/1", &decided.opened.run(), body))
        }
    });
    Ok(Exit::Done)
}

/// What a range moves, and from where to where in its own units.
fn bounds(range: &Range, model: &Model) -> Result<(Subject, f64, f64), String> {
    let shown = format!("{}..{}", range.low, range.high);
    let (names, _) = path::parse(&range.name).map_err(|mistake| mistake.words.to_owned())?;
    let names: Vec<&str> = names.iter().map(|segment| segment.name.as_str()).collect();
    let percent = range.low.ends_with('%') || range.high.ends_with('%');
    let number = |text: &str| {
        let text = text.trim_end_matches('%');
        let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| format!("`{shown}` is no range: write two numbers, as in `0..10`"))
    };
    let (low, high) = (number(&range.low)?, number(&range.high)?);
    if low >= high {
        return Err(format!("`{shown}` is no range: its lower end comes first"));
    }
    match (range.kind, names.as_slice(), percent) {
        (Kind::Rate, _, true) => Err(format!("`{shown}`: a rating is no share, so no `%`")),
        (Kind::Rate, [who, what], false) => {
            let subject = Subject::Rating(vendor(who, model)?, leaf(what, model)?);
            on_scale(model, subject, low, high)?;
            Ok((subject, low, high))
        }
        (Kind::Rate, ..) => Err("write --rate VENDOR.CRITERION=LOW..HIGH".to_owned()),
        (_, [what], true) => {
            let subject = Subject::Share(criterion(what, model)?);
            if low < 0.0 || high > 100.0 {
                return Err(format!("`{shown}`: a share lies between 0% and 100%"));
            }
            Ok((subject, low / 100.0, high / 100.0))
        }
        (_, [what], false) => {
            let id = criterion(what, model)?;
            if low < 0.0 {
                return Err(format!("`{shown}`: a weight is not below 0"));
            }
            Ok((Subject::Weight(id), low, high))
        }
        _ => Err("write --weight CRITERION=LOW..HIGH, or with `%` for shares".to_owned()),
    }
}

fn on_scale(model: &Model, subject: Subject, low: f64, high: f64) -> Result<(), String> {
    let Subject::Rating(_, criterion) = subject else { return Ok(()) };
    let criterion = model.criterion(criterion);
    let Some(leaf) = criterion.leaf() else { return Ok(()) };
    if leaf.rated != Rated::Number {
        return Err(format!("`{}` is not rated by numbers, so it has no range", criterion.name));
    }
    match leaf.range {
        Scale::Scale { low: least, high: most } if low < least || high > most => Err(format!(
            "{}..{} leaves the scale of `{}`, {} to {}",
            plain(low),
            plain(high),
            criterion.name,
            plain(least),
            plain(most)
        )),
        _ => Ok(()),
    }
}
