//! What one side knows of its vendors, assumptions and retraction followed, and models that mix
//! one side's preferences with the other's facts. Under the split and the reversals of `diff`.

use crate::decide::decision::Verdict;
use crate::decide::gate_result::Barrier;
use crate::explore::side::Side;
use crate::model::criterion::Rated;
use crate::model::datum::{Datum, Quantity};
use crate::model::id::VendorId;
use crate::model::rating::Rating;
use crate::model::scenario::Model;
use crate::model::vendor::Vendor;
use crate::text::span::{Span, Spanned};

/// What is known of every vendor of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// In declared order.
    pub vendors: Vec<Known>,
}

/// What is known of one vendor.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Its id.
    pub vendor: String,
    /// Whether it is neither excluded nor stopped by an assumption.
    pub running: bool,
    /// Criterion and what counts of its rating; only what is known.
    pub ratings: Vec<(String, Word)>,
    span: Span,
}

/// A quantity that stands outside any model: levels by their names.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    /// As a model has it; never a level.
    Plain(Quantity),
    /// A level.
    Level(String),
}

impl Facts {
    /// The facts as they count in the reading of a decision.
    pub fn of(side: Side<'_>) -> Self {
        Self { vendors: side.model.vendor_ids().map(|id| known(side, id)).collect() }
    }

    /// What is known of a vendor.
    pub fn vendor(&self, name: &str) -> Option<&Known> {
        self.vendors.iter().find(|known| known.vendor == name)
    }
}

impl Known {
    /// Whether the same is known of a vendor on both sides.
    pub fn agrees(&self, other: &Self) -> bool {
        self.vendor == other.vendor
            && self.running == other.running
            && self.ratings == other.ratings
    }
}

fn known(side: Side<'_>, id: VendorId) -> Known {
    let (model, reading) = (side.model, &side.decision.reading);
    let place = side.decision.places.iter().find(|place| place.vendor == id);
    let excluded = place.is_some_and(|place| place.verdict == Verdict::Excluded);
    let stopped = reading.gates[id.index()]
        .iter()
        .any(|gate| matches!(gate.barrier, Barrier::Assumption(_)) && !gate.passed);
    let mut ratings = Vec::new();
    for (criterion, cell) in model.criteria.iter().zip(&reading.cells[id.index()]) {
        let word = match (&cell.quantity, criterion.leaf()) {
            (Quantity::Unknown, _) | (_, None) => continue,
            (Quantity::Point(Datum::Level(level)), Some(leaf)) => match leaf.level(*level) {
                Some(level) => Word::Level(level.name.clone()),
                None => continue,
            },
            (quantity, _) => Word::Plain(quantity.clone()),
        };
        ratings.push((criterion.name.clone(), word));
    }
    let vendor = model.vendor(id);
    Known {
        vendor: vendor.name.clone(),
        running: !excluded && !stopped,
        ratings,
        span: vendor.span,
    }
}

/// A model with the preferences of one side and other facts: those of `field`, and for the one
/// vendor named those of its own, which is then in the running. A rating that does not fit the
/// criterion is unknown.
pub fn hybrid(preferences: &Model, field: &Facts, own: Option<(&str, &Facts)>) -> Model {
    let mut model = preferences.clone();
    let mut vendors: Vec<Vendor> = Vec::new();
    let is_own = |known: &Known| own.is_some_and(|(name, _)| known.vendor == name);
    for known in field.vendors.iter().filter(|known| !is_own(known)) {
        vendors.push(vendor(preferences, known, known.running));
    }
    if let Some(known) = own.and_then(|(name, facts)| facts.vendor(name)) {
        vendors.push(vendor(preferences, known, true));
    }
    model.vendors = vendors;
    model.expect = None;
    model
}

fn vendor(model: &Model, known: &Known, running: bool) -> Vendor {
    let rating = |criterion: &crate::model::criterion::Criterion| {
        let (_, word) = known.ratings.iter().find(|(name, _)| *name == criterion.name)?;
        let rated = &criterion.leaf()?.rated;
        let quantity = match (word, rated) {
            (Word::Level(name), Rated::Levels(levels)) => {
                let at = levels.iter().position(|level| level.name == *name)?;
                Quantity::Point(Datum::Level(at))
            }
            (Word::Plain(quantity), _) if fits(quantity, rated) => quantity.clone(),
            _ => return None,
        };
        Some(Rating {
            quantity,
            evidence: Vec::new(),
            because: None,
            requires: Vec::new(),
            otherwise: None,
            span: known.span,
        })
    };
    Vendor {
        name: known.vendor.clone(),
        span: known.span,
        title: None,
        excluded: (!running).then(|| Spanned::new(String::new(), known.span)),
        requires: Vec::new(),
        ratings: model.criteria.iter().map(rating).collect(),
    }
}

fn fits(quantity: &Quantity, rated: &Rated) -> bool {
    match quantity {
        Quantity::Unknown => true,
        Quantity::Point(Datum::Boolean(_)) => *rated == Rated::Boolean,
        Quantity::Point(Datum::Text(_)) => *rated == Rated::Text,
        Quantity::Point(Datum::Level(_)) => false,
        _ => *rated == Rated::Number,
    }
}
