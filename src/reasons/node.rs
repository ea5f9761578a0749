//! A node: a fact with its figure, and with what is needed to work it out again.
//! Filled by `build` from the intermediates of a run; read by `replay`, statements and views.

use crate::decide::cell::Cause;
use crate::decide::decision::Verdict;
use crate::decide::gate_result::Passing;
use crate::method::outcome::Unit;
use crate::method::problem::Problem;
use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::model::evidence::Standing;
use crate::model::gate::Test;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::fact::Fact;
use crate::reasons::lead::LeadFigure;
use crate::text::span::Span;

/// One fact of the graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Which fact.
    pub fact: Fact,
    /// What it comes to.
    pub figure: Figure,
    /// How it follows from its causes.
    pub work: Work,
    /// Where it was written; `None` for what is derived, and for a method left to the default.
    pub span: Option<Span>,
}

/// What a fact comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A source, an exclusion, a method, a change: nothing to say in a figure.
    Nothing,
    /// The table that a method is given as a whole; `None` where not everyone in it stands in the
    /// graph.
    Table(Option<Box<Table>>),
    /// Whether a claim still counts.
    Standing(Standing),
    /// Whether an assumption is settled.
    Status(Status),
    /// What is known of a rating, as it counts.
    Rating {
        /// After assumptions and retraction.
        quantity: Quantity,
        /// Why it is that.
        cause: Cause,
    },
    /// A weight.
    Weight {
        /// As written; `None` where it is derived or asked for as a share.
        number: Option<f64>,
        /// Share of the whole, in [0, 1]; `None` where it takes no part in scores.
        share: Option<f64>,
    },
    /// What a gate tests.
    Gate(Test),
    /// A value, a contribution, a score.
    Number(f64),
    /// A gate or a required assumption and one vendor.
    GateResult {
        /// Over all completions.
        passing: Passing,
        /// In the reading.
        passed: bool,
        /// Distance to the bound, negative when missed.
        margin: Option<f64>,
        /// What was tested.
        tested: Option<f64>,
    },
    /// One vendor ahead of another.
    Lead(Box<LeadFigure>),
    /// A place in the order.
    Rank(Rank),
    /// A vendor on one ballot.
    Ballot(Ballot),
    /// A verdict.
    Verdict {
        /// In the reading.
        verdict: Verdict,
        /// Whether some completion gives another.
        conditional: bool,
        /// Whether it is tied across the edge of `choose`.
        tied: bool,
    },
    /// Who is chosen.
    Decision {
        /// Best first.
        chosen: Vec<VendorId>,
        /// Still tied across the edge, in declared order.
        tied: Vec<VendorId>,
        /// Merit of the last chosen minus that of the best not chosen.
        margin: Option<f64>,
    },
}

/// A table over the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The rows, in declared order.
    pub vendors: Vec<VendorId>,
    /// The columns, in declared order.
    pub leaves: Vec<CriterionId>,
    /// What the method is given.
    pub problem: Problem,
}

/// A place in the order of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// 1, 2, 2, 4.
    pub rank: usize,
    /// How many are ahead once `tie-break` has spoken.
    pub ahead: usize,
    /// How many others are level even then.
    pub level: usize,
}

/// A vendor on one ballot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ballot {
    /// Where it is ranked, 1, 2, 2, 4, before any tie-break.
    pub rank: usize,
    /// How much the ballot counts; all of them add up to 1.
    pub amount: f64,
    /// What it adds to the vendor's score where scores add up over ballots, as Borda's points do.
    pub credit: Option<f64>,
}

/// How a fact follows from its causes.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// It is given.
    Given,
    /// The value function of its criterion over the rating, or over its fill.
    Value {
        /// The number that entered: the rating, or its fill where unknown.
        number: f64,
        /// Whether it is a fill.
        filled: bool,
        /// Low and high rating over the field, where the value function reads them.
        range: Option<[f64; 2]>,
    },
    /// What comparisons in pairs on its criterion come to over the field.
    Priority,
    /// Share times value.
    Product,
    /// The test of a gate over a rating.
    RatingTest,
    /// The test of a gate over what the group's weighted leaves reach of what they can.
    GroupTest {
        /// The weighted leaves of the group.
        leaves: Vec<CriterionId>,
    },
    /// A required assumption that fails, or does not.
    AssumptionTest,
    /// The sum of its parts in this unit, in declared order.
    Sum(Unit),
    /// Numbers, values and shares of everyone in the field, side by side.
    Table,
    /// The method as a whole, over the table of the field.
    Method,
    /// Difference of contributions, criterion by criterion.
    Difference {
        /// Whether the smaller score is better.
        lower_is_better: bool,
    },
    /// All scores of the field compared; ties within the tolerance go to `tie-break`.
    Comparison {
        /// Whether the smaller score is better.
        lower_is_better: bool,
    },
    /// Gates, exclusion and rank against how many are to be chosen.
    Judgement {
        /// How many are to be chosen.
        choose: usize,
    },
    /// All verdicts.
    Roll,
    /// Where a rejected vendor would stand if it were put back by itself: a run of its own.
    PutBack,
}

impl Node {
    /// Every number it holds; a number in a sentence about it is one of these.
    pub fn numbers(&self) -> Vec<f64> {
        let mut numbers = figure_numbers(&self.figure);
        if let Work::Value { number, range, .. } = &self.work {
            numbers.push(*number);
            numbers.extend(range.iter().flatten());
        }
        numbers
    }
}

fn figure_numbers(figure: &Figure) -> Vec<f64> {
    match figure {
        Figure::Nothing
        | Figure::Table(_)
        | Figure::Standing(_)
        | Figure::Status(_)
        | Figure::Verdict { .. } => Vec::new(),
        Figure::Rating { quantity, .. } => quantity_numbers(quantity),
        Figure::Weight { number, share } => number.iter().chain(share).copied().collect(),
        Figure::Gate(test) => crate::reasons::bound::numbers(test),
        Figure::Number(number) => vec![*number],
        Figure::GateResult { margin, tested, .. } => margin.iter().chain(tested).copied().collect(),
        Figure::Lead(lead) => lead.numbers(),
        Figure::Rank(rank) => vec![rank.rank as f64, rank.ahead as f64, rank.level as f64],
        Figure::Ballot(ballot) => {
            [ballot.rank as f64, ballot.amount].into_iter().chain(ballot.credit).collect()
        }
        Figure::Decision { margin, .. } => margin.iter().copied().collect(),
    }
}

fn quantity_numbers(quantity: &Quantity) -> Vec<f64> {
    match quantity {
        Quantity::Unknown => Vec::new(),
        Quantity::Point(datum) => crate::decide::gate_test::tested(datum).into_iter().collect(),
        Quantity::Uniform { low, high } => vec![*low, low + (high - low) / 2.0, *high],
        Quantity::Triangular { low, value, high } => vec![*low, *value, *high],
        Quantity::Normal { value, sd } => vec![*value, *sd],
    }
}
