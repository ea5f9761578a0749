//! One stated change: what it is from, what it comes to, and the flag that applies it as printed.
//! Everything `flip` answers is made of these.

use crate::decide::change::Change;
use crate::document::overlay::{Flag, Kind};
use crate::document::path::{quote, quote_string};
use crate::model::assumption::Status;
use crate::model::datum::{Datum, Quantity};
use crate::model::id::{AssumptionId, CriterionId, VendorId};
use crate::model::scenario::Model;

/// One change of a bundle.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A rating.
    Rating(RatingStep),
    /// A share of the whole, the other leaves keeping their proportions.
    Share(ShareStep),
    /// An assumption settled otherwise.
    Assumption {
        /// Which.
        assumption: AssumptionId,
        /// Its status today.
        from: Status,
        /// Its status then.
        to: Status,
    },
}

/// A rating to move to.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingStep {
    /// Whose.
    pub vendor: VendorId,
    /// On which leaf.
    pub criterion: CriterionId,
    /// Today's rating; `None` where nobody knows it.
    pub from: Option<Datum>,
    /// The rating to state: few digits, and it works as printed.
    pub to: Datum,
    /// The rating at which it turns, unrounded; `None` where ratings move in steps.
    pub threshold: Option<f64>,
    /// By how much the value changes; `None` where values depend on the field.
    pub value_change: Option<f64>,
}

/// A share to move to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareStep {
    /// Which leaf.
    pub criterion: CriterionId,
    /// Today's share, in [0, 1].
    pub from: f64,
    /// The share to state, in per cent: few digits, and it works as printed.
    pub percent: f64,
    /// The share at which it turns, in [0, 1], unrounded.
    pub threshold: f64,
}

impl Step {
    /// The same as a numeric what-if.
    pub fn change(&self) -> Change {
        match self {
            Self::Rating(step) => step.change(),
            Self::Share(step) => step.change(),
            Self::Assumption { assumption, to, .. } => {
                Change::Assumption { assumption: *assumption, status: *to }
            }
        }
    }

    /// The flag that applies it exactly as printed.
    pub fn flag(&self, model: &Model) -> Flag {
        let name = |id: CriterionId| quote(&model.criterion(id).name);
        match self {
            Self::Rating(step) => Flag {
                kind: Kind::Rate,
                words: format!(
                    "{}.{}={}",
                    quote(&model.vendor(step.vendor).name),
                    name(step.criterion),
                    written(model, step.criterion, &step.to)
                ),
            },
            Self::Share(step) => Flag {
                kind: Kind::Weight,
                words: format!("{}={}%", name(step.criterion), step.percent),
            },
            Self::Assumption { assumption, to, .. } => {
                let status = match to {
                    Status::Holds => "holds",
                    Status::Fails => "fails",
                    Status::Pending => "pending",
                };
                let words = format!("{}={status}", quote(&model.assumption(*assumption).name));
                Flag { kind: Kind::Assume, words }
            }
        }
    }
}

impl RatingStep {
    /// The same as a numeric what-if.
    pub fn change(&self) -> Change {
        rated(self.vendor, self.criterion, self.to.clone())
    }
}

impl ShareStep {
    /// The share as the flag reads it.
    pub fn share(&self) -> f64 {
        self.percent / 100.0
    }

    /// The same as a numeric what-if.
    pub fn change(&self) -> Change {
        Change::Share { criterion: self.criterion, share: self.share() }
    }
}

/// A bare rating as a numeric what-if.
pub fn rated(vendor: VendorId, criterion: CriterionId, datum: Datum) -> Change {
    Change::Rating { vendor, criterion, quantity: Quantity::Point(datum) }
}

/// The numeric what-ifs of several steps.
pub fn all(steps: &[Step]) -> Vec<Change> {
    steps.iter().map(Step::change).collect()
}

/// A rating as TOML takes it.
fn written(model: &Model, criterion: CriterionId, datum: &Datum) -> String {
    match datum {
        // Beyond this, digits written out would be no integer that TOML takes.
        Datum::Number(number) if number.abs() >= 1e15 => format!("{number:e}"),
        Datum::Number(number) => format!("{number}"),
        Datum::Boolean(yes) => yes.to_string(),
        Datum::Level(index) => {
            let leaf = model.criterion(criterion).leaf();
            let level = leaf.and_then(|leaf| leaf.level(*index));
            level.map_or_else(String::new, |level| quote_string(&level.name))
        }
        Datum::Text(text) => quote_string(text),
    }
}
