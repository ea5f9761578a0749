//! What every method answers: merits, scores, figures of its own, and how a score splits.
//! Read by `decide` for ranks and by `reasons` for the argument.

use crate::method::matrix::Matrix;

/// Which end of a score is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The larger score is better.
    Higher,
    /// The smaller score is better.
    Lower,
    /// The method gives no score, only relations or classes.
    None,
}

/// What a part of a score or of a lead is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Units of the score itself.
    Score,
    /// Natural logarithm of the score.
    Log,
    /// Logit of the score, ln(s / (1 − s)).
    Logit,
}

/// How two vendors stand to each other in a method that allows more than an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The row vendor is preferred to (or outranks) the column vendor.
    Preferred,
    /// The column vendor is preferred to (or outranks) the row vendor.
    Worse,
    /// They are held equal.
    Indifferent,
    /// Neither can be put before the other.
    Incomparable,
}

/// A figure of the method's own, shown under `details`.
#[derive(Debug, Clone, PartialEq)]
pub enum Figures {
    /// One number for each vendor of the field.
    PerVendor(Vec<f64>),
    /// One number for the whole run.
    Whole(f64),
    /// Some vendors of the field, as row indices in rising order.
    Set(Vec<usize>),
    /// Every vendor against every other, vendors × vendors.
    Relations(Vec<Vec<Relation>>),
    /// One number for each criterion.
    PerCriterion(Vec<f64>),
}

/// One named figure; names are kebab-case as `--format json` shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// Kebab-case name, such as `phi-plus` or `compromise-set`.
    pub name: &'static str,
    /// The figure.
    pub figures: Figures,
}

/// What a method answers for one problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// One for each vendor, more is better: what ranks and ties are made of.
    /// The score itself, the score with its sign turned, or minus the class.
    pub merits: Vec<f64>,
    /// One for each vendor, or `None` where the method has no score.
    pub scores: Option<Vec<f64>>,
    /// Which end of the score is the good one.
    pub better: Better,
    /// Exact additive split of each vendor's score (or its logarithm), vendors × criteria;
    /// `None` where the method has only a pair split or none (then see [`Lead`]).
    pub parts: Option<Parts>,
    /// Figures of the method's own.
    pub details: Vec<Detail>,
}

/// An additive split: for each vendor Σ over the criteria of its parts is its score in `unit`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Vendors × criteria.
    pub cells: Matrix,
    /// Whether parts add up to the score or to its logarithm.
    pub unit: Unit,
}

/// Why one vendor is ahead of another: a number and its split over the criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// How far the first is ahead in `unit`, positive where the first is better; 0 for relations.
    pub amount: f64,
    /// What `amount` and `parts` are measured in.
    pub unit: Unit,
    /// One for each criterion, positive where it speaks for the first.
    pub parts: Vec<f64>,
    /// Where the split comes from.
    pub how: Split,
}

/// Where the split of a lead comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Split {
    /// Parts add up to the lead by the method's own formula.
    Exact,
    /// Shapley values of the hybrid-row game against the frozen field; adds up by construction.
    Shapley {
        /// Largest standard error of a part; 0 when enumerated.
        standard_error: f64,
    },
    /// A relation: the criteria that agree "first is at least as good", and those that forbid it.
    Coalition {
        /// Concordance of the first over the second, in [0, 1].
        concordance: f64,
        /// Credibility, or 1/0 for a crisp relation, of the first over the second.
        credibility: f64,
        /// Criteria whose discordance forbids the first over the second.
        vetoes: Vec<usize>,
    },
}

/// Why a method cannot be applied to a problem. Indices are columns and rows of the problem.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// A zero or negative cell where the method divides, takes a root or a logarithm.
    NotPositive {
        /// Column.
        criterion: usize,
        /// Row.
        vendor: usize,
        /// The cell.
        cell: f64,
    },
    /// A column without range where the method divides by it and nothing else can be done.
    NoRange {
        /// Column.
        criterion: usize,
    },
    /// A column whose sum or norm is zero where the method divides by it.
    ZeroSum {
        /// Column.
        criterion: usize,
    },
    /// A criterion lacks what the method needs, such as a scale or a target.
    Lacks {
        /// Column.
        criterion: usize,
        /// What is lacking, in the words of the file format: "a `scale`".
        what: &'static str,
    },
    /// A cell so large or so small that no finite figure comes of it.
    Extreme {
        /// Column.
        criterion: usize,
        /// Row.
        vendor: usize,
        /// The cell.
        cell: f64,
    },
    /// A score that is not finite; [`Method`](crate::method::kind::Method) says which cell is to blame.
    NotFinite,
    /// The method as a whole lacks a parameter or has no value on this field; a lower-case phrase.
    Undefined {
        /// Why, in a lower-case phrase without final period.
        why: String,
    },
}
