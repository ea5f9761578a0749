//! A sweep as people read it: who is chosen on each stretch, and what happens where it changes.
//! What `what-if` with a range shows in every format.

use crate::explore::sweep::subject::Subject;
use crate::explore::sweep::{Cause, Found, Point, Sweep};
use crate::model::id::{CriterionId, VendorId};
use crate::model::scenario::Model;
use crate::report::digits::fixed;
use crate::report::view::named::Named;
use crate::report::words::{capitalised, closed, count, is, list};

/// A sweep.
#[derive(Debug, Clone, PartialEq)]
pub struct SweepView {
    /// The answer first; each a sentence.
    pub headline: Vec<String>,
    /// What is moved, as a path.
    pub path: String,
    /// What is moved: a share in [0, 1], a weight as in the file, or a rating.
    pub unit: Unit,
    /// From here.
    pub low: f64,
    /// To here.
    pub high: f64,
    /// Where it stands.
    pub today: Option<f64>,
    /// Whether break points are computed or bracketed.
    pub found: Found,
    /// Stretches, rising.
    pub pieces: Vec<PieceView>,
    /// Where the outcome changes, rising.
    pub points: Vec<PointView>,
}

/// What a sweep's numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Shares of the whole.
    Share,
    /// Weights as in the file.
    Weight,
    /// Ratings in the criterion's own units.
    Rating,
}

/// A stretch.
#[derive(Debug, Clone, PartialEq)]
pub struct PieceView {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Who is chosen.
    pub chosen: Vec<Named>,
    /// Who is tied across the edge.
    pub tied: Vec<Named>,
    /// Whether the number stands here today.
    pub today: bool,
}

/// A place where the outcome changes.
#[derive(Debug, Clone, PartialEq)]
pub struct PointView {
    /// Where.
    pub at: f64,
    /// Who is chosen from here on.
    pub gains: Vec<Named>,
    /// Who is chosen up to here.
    pub loses: Vec<Named>,
    /// Who comes to pass the gates here.
    pub enters: Vec<Named>,
    /// Who comes to fail a gate here.
    pub drops: Vec<Named>,
    /// Who is chosen at the very point.
    pub chosen: Vec<Named>,
    /// Who is tied at the very point.
    pub tied: Vec<Named>,
    /// All that in a sentence.
    pub sentence: String,
}

/// A number of a sweep as people read it, with digits enough to work with.
pub fn shown(unit: Unit, number: f64) -> String {
    let trimmed = |text: String| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    };
    match unit {
        Unit::Share => format!("{}%", trimmed(fixed(number * 100.0, 4))),
        Unit::Weight | Unit::Rating => trimmed(fixed(number, 6)),
    }
}

/// A sweep of a model.
pub fn view(model: &Model, sweep: &Sweep) -> SweepView {
    let name = |id: CriterionId| model.criterion(id).name.as_str();
    let label = |id: CriterionId| model.criterion(id).label();
    let (path, subject, unit) = match sweep.subject {
        Subject::Share(id) => (
            format!("criteria.{}.weight", name(id)),
            format!("the share of {}", label(id)),
            Unit::Share,
        ),
        Subject::Weight(id) => (
            format!("criteria.{}.weight", name(id)),
            format!("the weight of {}", label(id)),
            Unit::Weight,
        ),
        Subject::Rating(vendor, id) => {
            let vendor = model.vendor(vendor);
            let path = format!("vendors.{}.ratings.{}", vendor.name, name(id));
            (path, format!("{} of {}", label(id), vendor.label()), Unit::Rating)
        }
    };
    let holds = |from: f64, to: f64| sweep.today.is_some_and(|at| from <= at && at <= to);
    let pieces: Vec<PieceView> = sweep
        .pieces
        .iter()
        .map(|piece| PieceView {
            from: piece.from,
            to: piece.to,
            chosen: Named::all(model, &piece.chosen),
            tied: Named::all(model, &piece.tied),
            today: holds(piece.from, piece.to),
        })
        .collect();
    let points: Vec<PointView> = sweep.points.iter().map(|each| point(model, each, unit)).collect();
    let headline = headline(sweep, &subject, unit, &pieces, &points);
    let headline = headline.into_iter().map(closed).collect();
    SweepView {
        headline,
        path,
        unit,
        low: sweep.low,
        high: sweep.high,
        today: sweep.today,
        found: sweep.method,
        pieces,
        points,
    }
}

fn point(model: &Model, point: &Point, unit: Unit) -> PointView {
    let all = |ids: &[VendorId]| Named::all(model, ids);
    let (enters, drops) = match &point.cause {
        Cause::Overtaking => (Vec::new(), Vec::new()),
        Cause::Enters(vendors) => (all(vendors), Vec::new()),
        Cause::Drops(vendors) => (Vec::new(), all(vendors)),
    };
    let (gains, loses) = (all(&point.gains), all(&point.loses));
    let names =
        |named: &[Named]| list(&named.iter().map(|named| named.label.as_str()).collect::<Vec<_>>());
    let passes = |number: usize| if number == 1 { "passes" } else { "pass" };
    let mut parts = Vec::new();
    if !enters.is_empty() {
        parts.push(format!("{} {} the gates from here", names(&enters), passes(enters.len())));
    }
    if !drops.is_empty() {
        let fails = if drops.len() == 1 { "fails" } else { "fail" };
        parts.push(format!("{} {fails} a gate beyond", names(&drops)));
    }
    match (gains.is_empty(), loses.is_empty()) {
        (false, false) => {
            parts.push(format!("{} takes over from {}", names(&gains), names(&loses)));
        }
        (false, true) => {
            parts.push(format!("{} {} chosen beyond", names(&gains), is(gains.len())));
        }
        (true, false) => {
            parts.push(format!("{} {} no longer chosen", names(&loses), is(loses.len())));
        }
        (true, true) if point.tied.is_empty() => {
            let chosen = all(&point.chosen);
            let who = if chosen.is_empty() { "nobody".to_owned() } else { names(&chosen) };
            parts.push(format!("only here {who} {} chosen", is(chosen.len().max(1))));
        }
        (true, true) => parts.push("the scores meet here and part again".to_owned()),
    }
    let tied = all(&point.tied);
    if tied.len() > 1 {
        parts.push(format!("on the point itself {} tie", names(&tied)));
    }
    let sentence = format!("at {}: {}", shown(unit, point.at), parts.join("; "));
    PointView {
        at: point.at,
        gains,
        loses,
        enters,
        drops,
        chosen: all(&point.chosen),
        tied,
        sentence,
    }
}

fn headline(
    sweep: &Sweep,
    subject: &str,
    unit: Unit,
    pieces: &[PieceView],
    points: &[PointView],
) -> Vec<String> {
    let (low, high) = (shown(unit, sweep.low), shown(unit, sweep.high));
    let changes = pieces.len().saturating_sub(1);
    let mut sentences = vec![match pieces {
        [only] if points.is_empty() => {
            format!("{} whatever {subject} is from {low} to {high}.", capitalised(&outcome(only)))
        }
        _ if changes == 0 => format!(
            "{} for {subject} from {low} to {high}, but for single points.",
            pieces.first().map(|piece| capitalised(&outcome(piece))).unwrap_or_default()
        ),
        _ => format!(
            "{} changes the choice at {} between {low} and {high}.",
            capitalised(subject),
            count(changes, "place")
        ),
    }];
    let here = pieces.iter().find(|piece| piece.today).filter(|_| changes > 0);
    if let (Some(today), Some(here)) = (sweep.today, here) {
        let (from, to) = (shown(unit, here.from), shown(unit, here.to));
        sentences.push(format!(
            "It is {} today: {} from {from} to {to}.",
            shown(unit, today),
            outcome(here)
        ));
    } else if let Some(today) = sweep.today {
        sentences.push(format!("It is {} today.", shown(unit, today)));
    }
    if let Found::Bracketed(probes) = sweep.method {
        sentences.push(format!(
            "Found by {probes} probes and bisection, not computed: a stretch narrower than their \
             distance may be missing."
        ));
    }
    sentences
}

/// `Alibaba is chosen`, `nobody is chosen`, `Alibaba and Tencent tie`.
pub fn outcome(piece: &PieceView) -> String {
    let names =
        |named: &[Named]| list(&named.iter().map(|named| named.label.as_str()).collect::<Vec<_>>());
    match (piece.chosen.len(), piece.tied.len()) {
        (0, 0) => "nobody is chosen".to_owned(),
        (0, _) => format!("{} tie", names(&piece.tied)),
        (number, 0) => format!("{} {} chosen", names(&piece.chosen), is(number)),
        (number, _) => {
            format!("{} {} chosen, {} tie", names(&piece.chosen), is(number), names(&piece.tied))
        }
    }
}
