//! What only a run brings to light, as diagnostics: refusals of a method and notices.
//! `decide` gives data without words; the model gives the places they point at.

use crate::decide::evaluation::Notice;
use crate::decide::run_error::{Refused, RunError};
use crate::method::outcome::Refusal;
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::report::digits::plain;
use crate::report::view::condition::premise;
use crate::report::words::{count, list};
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// Notices as warnings, those left out that the files' owner silenced.
pub fn noticed(model: &Model, notices: &[Notice]) -> Vec<Diagnostic> {
    let warnings = notices.iter().map(|notice| warning(model, notice));
    let silenced = |warning: &Diagnostic| model.lints.iter().any(|lint| lint.code == warning.code);
    warnings.filter(|warning| !silenced(warning)).collect()
}

fn warning(model: &Model, notice: &Notice) -> Diagnostic {
    match notice {
        Notice::NoRange(id) => {
            let message =
                format!("`{}` tells nobody apart: all its ratings are equal", name(model, *id));
            Diagnostic::warning("no-range", declared(model, *id), message)
        }
        Notice::TellsNobodyApart(id) => {
            let message =
                format!("`{}` tells nobody apart: its value is the same for all", name(model, *id));
            Diagnostic::warning("same-for-all", declared(model, *id), message)
        }
        Notice::SetAside(id) => {
            let message = format!(
                "`{}` is set aside: all its ratings are equal, and `{}` divides by their range; the \
                 others share out its weight",
                name(model, *id),
                model.method.kind.id()
            );
            Diagnostic::warning("no-range", declared(model, *id), message)
        }
        Notice::LocalScale(id) => {
            let message = format!("`{}` has neither scale nor anchors", name(model, *id));
            Diagnostic::warning("local-scale", declared(model, *id), message)
                .labelled("its range is what the vendors happen to have")
                .help("adding or dropping a vendor may reverse others: give it a `scale`, or `worst` and `best`")
        }
        Notice::WithoutShare(id) => {
            let message = format!(
                "`{}` has no weight: all its ratings are equal, and the data give the weights",
                name(model, *id)
            );
            Diagnostic::warning("no-range", declared(model, *id), message)
        }
        Notice::BreaksNoTie(id) => {
            let what = name(model, *id);
            let message = format!("`{what}` breaks no tie: its comparisons do not link the field");
            let span = model.compared_on(*id).map(|compared| compared.span);
            Diagnostic::warning("unused-criterion", span.unwrap_or(declared(model, *id)), message)
                .help("compare on until everybody in the field is linked")
        }
        Notice::NothingToCompare => {
            let method = model.method.kind.id();
            let message = format!("`{method}` has no score where vendors do not differ");
            Diagnostic::warning("same-for-all", start(model), message)
                .help("vendors that are all alike tie; one that is left alone is chosen")
        }
        Notice::FewerThanChoose => {
            let message =
                format!("fewer pass than the {} to be chosen", count(model.choose, "vendor"));
            Diagnostic::warning("fewer-than-choose", start(model), message)
        }
        Notice::ValueFunctionIgnored(id) => {
            let method = model.method.kind.id();
            let message =
                format!("`{method}` does not look at the value function of `{}`", name(model, *id));
            Diagnostic::warning("value-function-ignored", declared(model, *id), message)
        }
        Notice::NotPutBack(number) => {
            let vendors = count(*number, "rejected vendor");
            let message = format!("{vendors}: where they would stand was not worked out");
            Diagnostic::warning("not-put-back", start(model), message)
                .help("it would take a run for each; `--exclude` some, or look at fewer")
        }
        Notice::CannotRun(completion, number) => {
            let method = model.method.kind.id();
            let premises: Vec<String> =
                completion.departures.iter().map(|each| premise(model, *each).words).collect();
            let message =
                format!("`{method}` cannot say who would be chosen if {}", list(&premises));
            let warning = Diagnostic::warning("cannot-run", start(model), message);
            match number {
                0 | 1 => warning,
                _ => warning.help(format!("nor in {}", count(number - 1, "other case"))),
            }
        }
    }
}

/// Why a model cannot be run, as an error.
pub fn refused(model: &Model, error: &RunError) -> Diagnostic {
    match error {
        RunError::Method { refusal, criterion, vendor } => {
            method(model, refusal, *criterion, *vendor)
        }
        RunError::Weights { refusals } => weights(model, refusals),
        RunError::WeightFromData { criterion } => {
            let what = name(model, *criterion);
            let message = format!("`{what}` cannot be given a weight: the data give all of them");
            Diagnostic::error("covered-and-weighted", declared(model, *criterion), message)
        }
        RunError::Stakeholder { stakeholder, error } => {
            let person =
                &model.people.as_ref().map(|people| &people.stakeholders[stakeholder.index()]);
            let error = refused(model, error);
            match person {
                Some(person) => error.and(person.span, "with the weights of this stakeholder"),
                None => error,
            }
        }
        RunError::UnknownRefused { vendor, criterion } => {
            let (who, what) = (who(model, *vendor), name(model, *criterion));
            let message = format!("`{who}` has no rating on `{what}`");
            Diagnostic::error("unknown-refused", rated(model, *vendor, *criterion), message)
                .and(declared(model, *criterion), "refuses unknown ratings")
        }
        RunError::NotPositive { vendor, criterion, rating } => {
            let (what, rating) = (name(model, *criterion), plain(*rating));
            let message = format!("`{what}` divides by its ratings, and {rating} is not above 0");
            Diagnostic::error("not-positive", rated(model, *vendor, *criterion), message)
        }
        RunError::NoWeight { group } => {
            let place = group.map_or_else(|| start(model), |group| declared(model, group));
            let whose = match group {
                Some(group) => format!("the members of `{}`", name(model, *group)),
                None => "the criteria".to_owned(),
            };
            let message =
                format!("the weights of {whose} are all 0, so there is no share to divide");
            Diagnostic::error("no-weight", place, message)
        }
        RunError::ShareOutOfReach { criterion } => {
            let asked = model.asked_shares.iter().find(|asked| asked.criterion == *criterion);
            let place = asked.map_or_else(|| declared(model, *criterion), |asked| asked.span);
            let message = "the shares asked for cannot be had together";
            Diagnostic::error("share-out-of-reach", place, message)
                .help("percentages add up to at most 100%, and what is left must have a taker")
        }
        RunError::CircularGate { group, member } => {
            let message = format!(
                "the gate of `{}` would be circular: values of `{}` depend on who passes",
                name(model, *group),
                name(model, *member)
            );
            let gate = model.criterion(*group).gate.as_ref();
            let place = gate.map_or_else(|| declared(model, *group), |gate| gate.span);
            Diagnostic::error("circular-gate", place, message)
                .and(declared(model, *member), "has no range of its own")
        }
    }
}

/// Why a model cannot be run, as a clause without the place.
pub fn why_not(model: &Model, error: &RunError) -> String {
    match error {
        RunError::Method { refusal, criterion, .. } => reason(model, refusal, *criterion),
        RunError::Stakeholder { error, .. } => why_not(model, error),
        other => refused(model, other).message,
    }
}

fn method(
    model: &Model,
    refusal: &Refusal,
    criterion: Option<CriterionId>,
    vendor: Option<VendorId>,
) -> Diagnostic {
    let method = model.method.kind.id();
    let reason = reason(model, refusal, criterion);
    let message = format!("`{method}` cannot rank these vendors: {reason}");
    let place = place(model, criterion, vendor);
    let error = Diagnostic::error("method-refuses", place, message);
    match model.method.span {
        Some(span) if span != place => error.and(span, "the method"),
        _ => error,
    }
}

/// A refusal in words, as a clause.
pub fn reason(model: &Model, refusal: &Refusal, criterion: Option<CriterionId>) -> String {
    let what = criterion.map_or("a criterion", |id| name(model, id));
    match refusal {
        Refusal::NotPositive { cell, .. } => {
            // Whatever is refused below 0, only some methods refuse 0 too.
            let needs =
                if *cell < 0.0 { "takes no negative ratings" } else { "needs ratings above 0" };
            format!("a rating of `{what}` is {}, and it {needs}", plain(*cell))
        }
        Refusal::NoRange { .. } => format!("all ratings of `{what}` are equal"),
        Refusal::ZeroSum { .. } => format!("the ratings of `{what}` add up to 0"),
        Refusal::Lacks { what: lack, .. } => format!("`{what}` lacks {lack}"),
        Refusal::Extreme { cell, .. } => {
            let size = if cell.abs() < 1.0 { "small" } else { "large" };
            format!("a rating of `{what}` is {}, too {size} to compute with", plain(*cell))
        }
        Refusal::NotFinite => "the ratings are too large or too small to compute with".to_owned(),
        Refusal::Undefined { why } => why.clone(),
    }
}

/// Where a refusal points: the rating, the criterion, or the start.
fn place(model: &Model, criterion: Option<CriterionId>, vendor: Option<VendorId>) -> Span {
    match (vendor, criterion) {
        (Some(vendor), Some(criterion)) => rated(model, vendor, criterion),
        (None, Some(criterion)) => declared(model, criterion),
        (_, None) => start(model),
    }
}

/// Weights that the ratings of the field do not give; every reason, at the table that asks for them.
fn weights(model: &Model, refusals: &[Refused]) -> Diagnostic {
    let reasons: Vec<String> =
        refusals.iter().map(|refused| reason(model, &refused.refusal, refused.criterion)).collect();
    let message = format!("weights cannot be derived from these vendors: {}", reasons.join(", "));
    let place = model.derived.from_data.as_ref().map_or_else(|| start(model), |data| data.span);
    Diagnostic::error("weights-refused", place, message)
}

fn name(model: &Model, id: CriterionId) -> &str {
    &model.criterion(id).name
}

fn who(model: &Model, id: VendorId) -> &str {
    &model.vendor(id).name
}

fn declared(model: &Model, id: CriterionId) -> Span {
    model.criterion(id).span
}

/// Where the rating stands, or the vendor where there is none.
fn rated(model: &Model, vendor: VendorId, criterion: CriterionId) -> Span {
    let vendor = model.vendor(vendor);
    vendor.rating(criterion).map_or(vendor.span, |rating| rating.span)
}

/// Where to point when the scenario as a whole is meant: the method, else the first vendor.
///
/// Invariant: a model that runs has a vendor, or `load` had refused it.
fn start(model: &Model) -> Span {
    model.method.span.unwrap_or_else(|| model.vendors[0].span)
}
