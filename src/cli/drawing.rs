//! What verbs that draw have in common: the bar, Ctrl-C, the seed, and why nothing could be drawn.
//! Used by `robust` and `ask`.

use std::sync::atomic::AtomicBool;

use crate::cli::decided::Decided;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Shape;
use crate::cli::interrupt::watched;
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::explore::robust::failure::Failure as NoDraws;
use crate::explore::robust::robustness::MOST_VENDORS;
use crate::explore::robust::weight_space::NoWeights;
use crate::model::scenario::Model;
use crate::report::said::refused;
use crate::report::words::list;
use crate::text::diagnostic::Diagnostic;

/// What is told of the draws done, of those planned.
pub type Told<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// Draws behind a bar of that name, until Ctrl-C asks for what there is by then.
pub fn drawn<T>(what: &'static str, draw: impl FnOnce(&AtomicBool, Told<'_>) -> T) -> T {
    let progress = Progress::new(what);
    let interrupt = watched();
    let found = draw(&interrupt, &|done, planned| progress.tell(done, planned));
    progress.finish();
    found
}

/// How to have the same figures again.
pub fn say_seed(seed: u64, draws: u64, is_interrupted: bool, terminal: &mut Terminal) {
    terminal.say(&format!("seed {seed}"));
    if is_interrupted {
        let again = format!("--draws {draws} --seed {seed}");
        terminal.say(&format!("interrupted: {again} gives the same figures"));
    }
}

/// Why nothing was drawn: in the files, or in how it was asked.
pub fn failure(no_draws: NoDraws, decided: Decided<'_>, shape: Shape) -> Failure {
    let Decided { opened, model, .. } = decided;
    let wrong = |diagnostic| {
        let mut diagnostics = opened.diagnostics.clone();
        diagnostics.push(diagnostic);
        Failure::wrong(opened, &diagnostics, shape)
    };
    match no_draws {
        NoDraws::Run(error) => wrong(refused(model, &error)),
        NoDraws::Weights(NoWeights::Contradiction(which)) => wrong(contradiction(model, &which)),
        NoDraws::Weights(NoWeights::OutsideSet(which)) => Failure::usage(format!(
            "the weight set and the weight constraints{} have nothing in common",
            places(decided, &which)
        )),
        NoDraws::Weights(NoWeights::NoRoom(which)) => Failure::usage(format!(
            "the weight constraints{} leave so little of the weight set that nothing can be drawn; \
             they may hold with equality only",
            places(decided, &which)
        )),
        NoDraws::Weights(NoWeights::NoIntervals) => {
            Failure::usage("no weight is written with `low` and `high`, so no weight set is given")
        }
        NoDraws::Interrupted => {
            let message = "interrupted before anything was drawn";
            Failure::Sentence(Exit::Interrupted, message.to_owned())
        }
        NoDraws::TooMany(vendors) => Failure::usage(format!(
            "{vendors} vendors are too many to draw ranks of: {MOST_VENDORS} at most; \
             exclude those that have no chance"
        )),
    }
}

/// Where some constraints stand: ` at a.toml:3 and a.toml:8`.
fn places(decided: Decided<'_>, which: &[usize]) -> String {
    let constraints = &decided.model.weight_constraints;
    let place = |idx: &usize| decided.texts().place(constraints[*idx].span);
    match which.iter().map(place).collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        all => format!(" at {}", list(&all)),
    }
}

/// The constraints that cannot be kept together, each shown.
fn contradiction(model: &Model, which: &[usize]) -> Diagnostic {
    let mut spans = which.iter().map(|idx| model.weight_constraints[*idx].span);
    let first = spans.next().unwrap_or(model.vendors[0].span);
    let message = match which.len() {
        1 => "no weights keep this constraint",
        _ => "no weights keep these constraints together",
    };
    let diagnostic = Diagnostic::error("constraints-contradict", first, message)
        .help("weights are shares of the whole: 0 or more, together 1");
    spans.fold(diagnostic, |diagnostic, span| diagnostic.and(span, "and this one"))
}
