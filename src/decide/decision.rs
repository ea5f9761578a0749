//! What comes out: verdicts, conditions, status.
//! Made by `decide` from evaluations of the reading and its departures; read by everything above.

use crate::decide::completion::Departure;
use crate::decide::evaluation::Evaluation;
use crate::model::id::VendorId;

/// A vendor's verdict in the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Among the chosen.
    Chosen,
    /// In the field, not chosen.
    Eligible,
    /// Fails a gate or an assumption it requires.
    Rejected,
    /// Out of the running by decision.
    Excluded,
}

/// The first of these that is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// No vendor passes the gates.
    Nobody,
    /// A tie across the edge of `choose` is not broken.
    Tied,
    /// Some completion changes the chosen set.
    Conditional,
    /// Nothing open changes it.
    Decided,
}

/// Where a rejected vendor would stand if it were put back by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PutBack {
    /// The run with it in the field.
    pub rank: usize,
    /// Its score there, where the method has one.
    pub score: Option<f64>,
    /// Its value on each of [`Evaluation::leaves`].
    pub values: Vec<f64>,
    /// Additive parts of its score on each leaf, where the method has them.
    pub parts: Option<Vec<f64>>,
}

/// One vendor's place in the decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Who.
    pub vendor: VendorId,
    /// The verdict in the reading.
    pub verdict: Verdict,
    /// Whether some completion gives another verdict.
    pub conditional: bool,
    /// Whether it is tied across the edge.
    pub tied: bool,
    /// Rank in the field.
    pub rank: Option<usize>,
    /// For a rejected vendor: where it would stand.
    pub put_back: Option<PutBack>,
}

/// An inclusion-smallest departure from the reading that changes the chosen set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What turns out otherwise, in rising order.
    pub departures: Vec<Departure>,
    /// Who is chosen then, best first; empty for nobody.
    pub chosen: Vec<VendorId>,
    /// Who is tied across the edge then.
    pub tied: Vec<VendorId>,
}

/// How far the conditions were searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// Every completion of this many unknowns was run.
    Exact(usize),
    /// There are this many unknowns; departures of up to two were run.
    UpToTwo(usize),
    /// There are this many unknowns and a method whose every run is long; single departures were run.
    UpToOne(usize),
}

/// The decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The run of the reading.
    pub reading: Evaluation,
    /// Nobody, tied, conditional or decided.
    pub status: Status,
    /// One for each vendor, best first: chosen and eligible by rank, rejected by where they would
    /// stand, excluded last; then declared order.
    pub places: Vec<Place>,
    /// Merit of the last chosen minus that of the best not chosen in the field; `None` where either
    /// is missing or the method has no score.
    pub margin: Option<f64>,
    /// Whether the margin lies below the model's close-call.
    pub close: bool,
    /// Smallest departures that change the chosen set, fewest departures first, then in order.
    pub conditions: Vec<Condition>,
    /// How far they were searched.
    pub search: Search,
    /// Ratings that count in the field and with rejected vendors, and how many name no evidence.
    pub judgements: Judgements,
}

/// How much is judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgements {
    /// Ratings written for vendors that are not excluded, unknown ones left out.
    pub of: usize,
    /// Those that name no evidence.
    pub without_evidence: usize,
}
