//! Which vendors of a ranking are shown, and in what order.
//! Said on the command line; applied by `ranking`, which counts what it leaves out.

use crate::decide::decision::{Decision, Place, Verdict};
use crate::method::problem::Direction;
use crate::model::criterion::Kind;
use crate::model::datum::Datum;
use crate::model::id::CriterionId;
use crate::model::scenario::Model;

/// Which vendors are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// All.
    Everybody,
    /// Those of the field: chosen and eligible.
    Field,
}

/// What is shown of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Which vendors.
    pub only: Only,
    /// How many at most; `None` is all.
    pub top: Option<usize>,
    /// By this criterion's ratings, best first, in place of the ranks.
    pub sort: Option<CriterionId>,
}

impl Selection {
    /// Everybody, best first.
    pub const ALL: Self = Self { only: Only::Everybody, top: None, sort: None };

    /// The places that are shown, in order.
    pub fn places<'a>(&self, model: &Model, decision: &'a Decision) -> Vec<&'a Place> {
        let in_field =
            |place: &&Place| matches!(place.verdict, Verdict::Chosen | Verdict::Eligible);
        let mut places: Vec<&Place> = match self.only {
            Only::Everybody => decision.places.iter().collect(),
            Only::Field => decision.places.iter().filter(in_field).collect(),
        };
        if let Some(criterion) = self.sort {
            let key = |place: &Place| merit(model, decision, place, criterion);
            places.sort_by(|a, b| key(b).total_cmp(&key(a)));
        }
        places.truncate(self.top.unwrap_or(usize::MAX));
        places
    }
}

/// More is better; unknown ratings and texts come last.
fn merit(model: &Model, decision: &Decision, place: &Place, criterion: CriterionId) -> f64 {
    let Kind::Leaf(leaf) = &model.criterion(criterion).kind else { return f64::NEG_INFINITY };
    let cell = &decision.reading.cells[place.vendor.index()][criterion.index()];
    let (number, sign) = match cell.quantity.point() {
        Some(Datum::Number(number)) => (number, leaf.direction.sign()),
        Some(Datum::Boolean(boolean)) => (f64::from(u8::from(boolean)), leaf.direction.sign()),
        Some(Datum::Level(level)) => (level as f64, Direction::Maximize.sign()),
        Some(Datum::Text(_)) | None => return f64::NEG_INFINITY,
    };
    number * sign
}
