//! An explanation: the argument chosen for a vendor, for the choice, or for one over another.
//! Made by `explain`; the statements are its sentences, the other fields what they were made from.

use crate::decide::decision::Verdict;
use crate::model::id::VendorId;
use crate::reasons::failing::Failing;
use crate::reasons::grade::Grade;
use crate::reasons::lead::LeadFigure;
use crate::reasons::origin::Origins;
use crate::reasons::query::Part;
use crate::reasons::statement::Statement;
use crate::reasons::turn::Turn;

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The choice itself.
    Choice,
    /// The verdict on a vendor.
    Vendor(VendorId),
    /// One vendor over another.
    Over(VendorId, VendorId),
}

/// The argument, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// The verdict on the vendor asked about; `None` for the choice.
    pub verdict: Option<Verdict>,
    /// How that vendor loses; of one over another, how the other loses.
    pub grade: Option<Grade>,
    /// Every gate that the vendor fails; of the choice, everybody's, vendor by vendor.
    pub failing: Vec<Failing>,
    /// The leads cited: first, second, figure.
    pub leads: Vec<(VendorId, VendorId, LeadFigure)>,
    /// What would turn it, conditions first, then nearest first.
    pub turns: Vec<Turn>,
    /// Whom it rests on.
    pub origins: Origins,
    /// What is said, conclusion first, then causes by size.
    pub statements: Vec<Statement>,
    /// The sub-graph it rests on.
    pub part: Part,
}
