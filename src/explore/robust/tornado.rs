//! What each uncertain input does by itself: the lead of today's choice at its low and high end.
//! The widest bars first; those that change the choice before all others.

use crate::decide::bench::Bench;
use crate::decide::change::Change;
use crate::decide::evaluation::Evaluation;
use crate::decide::standing::Standing;
use crate::explore::robust::input::{datum, uncertain_ratings};
use crate::explore::robust::open::Open;
use crate::explore::robust::part::Stop;
use crate::explore::robust::stability::Swept;
use crate::model::assumption::Status;
use crate::model::datum::{Datum, Quantity};
use crate::model::id::{AssumptionId, CriterionId, VendorId};

/// Something that is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// A rating with a spread, or an unknown one.
    Rating(VendorId, CriterionId),
    /// A weight written with `low` and `high`.
    Weight(CriterionId),
    /// A pending assumption.
    Assumption(AssumptionId),
}

/// One input and both of its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The input.
    pub input: Input,
    /// At its low end; for an assumption: it fails.
    pub low: End,
    /// At its high end; for an assumption: it holds.
    pub high: End,
}

/// What comes out at one end.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// What the input is there.
    pub at: At,
    /// How far the last of today's chosen lies ahead of the best of the others; negative when
    /// behind, `None` where one of the chosen is out, nobody else stands, or there is no score.
    pub lead: Option<f64>,
    /// Who is chosen there, best first.
    pub chosen: Vec<VendorId>,
    /// Who is tied across the edge there.
    pub tied: Vec<VendorId>,
    /// Whether these are others than today, or cannot be told.
    pub is_changed: bool,
    /// Whether the method cannot rank there.
    pub is_refused: bool,
}

/// What an input is at an end.
#[derive(Debug, Clone, PartialEq)]
pub enum At {
    /// A rating.
    Rating(Datum),
    /// A weight, as the number in the file.
    Weight(f64),
    /// Settled so.
    Status(Status),
}

/// Bars for everything uncertain; `None` where stopped.
pub fn tornado(
    swept: &Swept<'_>,
    bench: &Bench<'_>,
    open: &[Open],
    stop: Stop<'_>,
) -> Option<Vec<Bar>> {
    let Swept { model, reading, base, .. } = *swept;
    let end = |change: Change, at: At| match bench.run(std::slice::from_ref(&change)) {
        Ok(standing) => ended(at, &standing, reading),
        Err(_) => refused(at),
    };
    let mut bars = Vec::new();
    for rating in uncertain_ratings(model, base, reading) {
        if stop.is_asked() {
            return None;
        }
        let (vendor, criterion) = (rating.vendor, rating.criterion);
        let Some(leaf) = model.criterion(criterion).leaf() else { continue };
        let at = |number: f64| {
            let datum = datum(leaf, number);
            let quantity = Quantity::Point(datum.clone());
            end(Change::Rating { vendor, criterion, quantity }, At::Rating(datum))
        };
        let [low, high] = rating.ends();
        let (low, high) = (at(low), at(high));
        bars.push(Bar { input: Input::Rating(vendor, criterion), low, high });
    }
    for criterion in model.criterion_ids() {
        if stop.is_asked() {
            return None;
        }
        let weight = model.criterion(criterion).weight.as_ref();
        let Some([low, high]) = weight.and_then(|weight| weight.interval) else { continue };
        let at = |number: f64| end(Change::Weight { criterion, number }, At::Weight(number));
        let (low, high) = (at(low), at(high));
        bars.push(Bar { input: Input::Weight(criterion), low, high });
    }
    for &Open { assumption, .. } in open {
        let at =
            |status: Status| end(Change::Assumption { assumption, status }, At::Status(status));
        let (low, high) = (at(Status::Fails), at(Status::Holds));
        bars.push(Bar { input: Input::Assumption(assumption), low, high });
    }
    bars.sort_by(|a, b| {
        let is_kept = |bar: &Bar| !(bar.low.is_changed || bar.high.is_changed);
        is_kept(a).cmp(&is_kept(b)).then(swing(b).total_cmp(&swing(a))).then(a.input.cmp(&b.input))
    });
    Some(bars)
}

/// How far apart the two leads lie; without end where one cannot be told.
fn swing(bar: &Bar) -> f64 {
    match (bar.low.lead, bar.high.lead) {
        (Some(low), Some(high)) => (high - low).abs(),
        (None, None) => 0.0,
        _ => f64::INFINITY,
    }
}

fn ended(at: At, standing: &Standing, reading: &Evaluation) -> End {
    let sorted = |list: &[VendorId]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list
    };
    let is_changed =
        sorted(&standing.chosen) != sorted(&reading.chosen) || standing.tied != reading.tied;
    End {
        at,
        lead: lead(standing, &reading.chosen),
        chosen: standing.chosen.clone(),
        tied: standing.tied.clone(),
        is_changed,
        is_refused: false,
    }
}

/// An end at which the method cannot rank: nobody can say that the choice stays.
fn refused(at: At) -> End {
    End { at, lead: None, chosen: Vec::new(), tied: Vec::new(), is_changed: true, is_refused: true }
}

/// The merit of the last of these less that of the best of all others.
pub fn lead(standing: &Standing, chosen: &[VendorId]) -> Option<f64> {
    standing.scores.as_ref()?;
    let (mut last, mut next) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut found = 0;
    for (vendor, merit) in standing.field.iter().zip(&standing.merits) {
        if chosen.contains(vendor) {
            last = last.min(*merit);
            found += 1;
        } else {
            next = next.max(*merit);
        }
    }
    let lead = last - next;
    (found == chosen.len() && found > 0 && lead.is_finite()).then_some(lead)
}
