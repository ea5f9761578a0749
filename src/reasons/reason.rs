//! One short reason for each vendor, as the ranking shows it beside the verdict.
//! The strongest that applies; the words come in `report`.

use crate::method::outcome::Unit;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::failing::{Failing, failing};
use crate::reasons::grade::is_close;
use crate::reasons::lead::{LeadFigure, lead};
use crate::reasons::tie_break::{Breaker, breaker};

/// Why a vendor has its verdict, in a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Out of the running by decision.
    Excluded {
        /// Why, where somebody said.
        because: Option<String>,
    },
    /// It fails a gate, or an assumption that it requires.
    Fails {
        /// The first failure.
        first: Box<Failing>,
        /// How many more there are.
        more: usize,
    },
    /// It is tied across the edge of `choose`.
    Tied {
        /// With whom, in declared order.
        with: Vec<VendorId>,
    },
    /// It is chosen and ahead of the first that is not.
    Ahead(Gap),
    /// It is behind the last that is chosen.
    Behind(Gap),
    /// There is nobody to compare it with: everyone in the field is chosen.
    Unrivalled,
}

/// How far two vendors are apart and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The other.
    pub rival: VendorId,
    /// How far apart, ≥ 0 but for rounding; `None` where the method gives only an order.
    pub lead: Option<(f64, Unit)>,
    /// Whether it is below `close-call`.
    pub close: bool,
    /// What sets the two apart where they are level.
    pub broken: Option<Breaker>,
    /// What puts the one that is ahead there: the decisive set, else the largest part; empty where
    /// a split would cost more than it says (see [`Reasons::is_split_cheap`]).
    pub by: Vec<CriterionId>,
    /// The largest part that speaks for the other.
    pub despite: Option<CriterionId>,
}

/// The reason of one vendor.
pub fn reason(reasons: &Reasons<'_>, vendor: VendorId) -> Reason {
    if let Some(excluded) = &reasons.model.vendor(vendor).excluded {
        let because = Some(excluded.value.clone()).filter(|because| !because.is_empty());
        return Reason::Excluded { because };
    }
    let mut failures = failing(reasons, vendor).into_iter();
    if let Some(first) = failures.next() {
        return Reason::Fails { first: Box::new(first), more: failures.count() };
    }
    let reading = &reasons.decision.reading;
    if reading.tied.contains(&vendor) {
        let others = reading.tied.iter().copied();
        return Reason::Tied { with: others.filter(|&other| other != vendor).collect() };
    }
    let Some(rival) = reasons.rival(vendor) else {
        return Reason::Unrivalled;
    };
    let is_chosen = reading.chosen.contains(&vendor);
    let (ahead, behind) = if is_chosen { (vendor, rival) } else { (rival, vendor) };
    let close = is_close(reasons, vendor);
    let figure = reasons.lead(ahead, behind).cloned().or_else(|| {
        let (method, basis) = (reasons.method.as_ref(), reasons.basis.as_ref());
        reasons.is_split_cheap.then(|| lead(reading, method, basis, [ahead, behind])).flatten()
    });
    let apart = reading.score(ahead).zip(reading.score(behind)).map(|(a, b)| (a - b).abs());
    let broken = breaker(reasons.model, reading, [ahead, behind]);
    let gap = Gap { broken, ..gap(rival, close, figure.as_ref(), apart) };
    if is_chosen { Reason::Ahead(gap) } else { Reason::Behind(gap) }
}

fn gap(rival: VendorId, close: bool, lead: Option<&LeadFigure>, apart: Option<f64>) -> Gap {
    let Some(lead) = lead else {
        let lead = apart.map(|apart| (apart, Unit::Score));
        return Gap { rival, lead, close, broken: None, by: Vec::new(), despite: None };
    };
    let by = match &lead.decisive {
        Some(decisive) => decisive.criteria.clone(),
        None => lead.pros().first().map(|part| part.0).into_iter().collect(),
    };
    let despite = lead.cons().first().map(|part| part.0);
    // A relation has no distance: only who agrees, and who forbids.
    let distance = lead.distance().or(apart.map(|apart| (apart, Unit::Score)));
    Gap { rival, lead: distance, close, broken: None, by, despite }
}
