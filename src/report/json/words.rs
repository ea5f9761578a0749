//! The closed sets of words that JSON keys may hold.
//! Converted from the enums of `decide` and `method`, so that a new case is a compile error here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::decide::decision;
use crate::decide::gate_result::Passing;
use crate::method::outcome;
use crate::method::problem;
use crate::report::view::quantity;

/// Which end of a score is the good one.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// The larger score is better.
    Higher,
    /// The smaller score is better.
    Lower,
    /// The method gives no score.
    None,
}

impl From<outcome::Better> for Better {
    fn from(better: outcome::Better) -> Self {
        match better {
            outcome::Better::Higher => Self::Higher,
            outcome::Better::Lower => Self::Lower,
            outcome::Better::None => Self::None,
        }
    }
}

/// The first of these that is true.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No vendor passes the gates.
    Nobody,
    /// A tie across the edge of `choose` is not broken.
    Tied,
    /// Something pending or unknown would change the choice.
    Conditional,
    /// Nothing open changes it.
    Decided,
}

impl From<decision::Status> for Status {
    fn from(status: decision::Status) -> Self {
        match status {
            decision::Status::Nobody => Self::Nobody,
            decision::Status::Tied => Self::Tied,
            decision::Status::Conditional => Self::Conditional,
            decision::Status::Decided => Self::Decided,
        }
    }
}

/// What becomes of a vendor.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
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

impl From<decision::Verdict> for Verdict {
    fn from(verdict: decision::Verdict) -> Self {
        match verdict {
            decision::Verdict::Chosen => Self::Chosen,
            decision::Verdict::Eligible => Self::Eligible,
            decision::Verdict::Rejected => Self::Rejected,
            decision::Verdict::Excluded => Self::Excluded,
        }
    }
}

/// How a vendor fares at a gate.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GateResult {
    /// Passed, however things turn out.
    Pass,
    /// Failed, however things turn out.
    Fail,
    /// An unknown rating decides.
    Unknown,
    /// Pending assumptions decide.
    Pending,
}

impl From<Passing> for GateResult {
    fn from(passing: Passing) -> Self {
        match passing {
            Passing::Pass => Self::Pass,
            Passing::Fail => Self::Fail,
            Passing::Unknown => Self::Unknown,
            Passing::Pending => Self::Pending,
        }
    }
}

/// Whether more or less of a rating is better.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Maximize,
    /// Less is better.
    Minimize,
}

impl From<problem::Direction> for Direction {
    fn from(direction: problem::Direction) -> Self {
        match direction {
            problem::Direction::Maximize => Self::Maximize,
            problem::Direction::Minimize => Self::Minimize,
        }
    }
}

/// A rating: a number, yes or no, a level or a text; null when unknown.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Rating {
    /// Nobody knows.
    Unknown(()),
    /// In the criterion's unit.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A level or a text.
    Word(String),
}

impl From<&quantity::Rating> for Rating {
    fn from(rating: &quantity::Rating) -> Self {
        match rating {
            quantity::Rating::Unknown => Self::Unknown(()),
            quantity::Rating::Number(number) => Self::Number(*number),
            quantity::Rating::Boolean(boolean) => Self::Boolean(*boolean),
            quantity::Rating::Word(word) => Self::Word(word.clone()),
        }
    }
}
