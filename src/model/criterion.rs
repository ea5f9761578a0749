//! A criterion: a leaf that vendors are rated on, or a group that shares out its weight.
//! Loaded from `[criteria.*]`; `decide` turns weights into shares and ratings into values.

use crate::method::problem::{Direction, Preference, Thresholds};
use crate::model::gate::Gate;
use crate::model::id::CriterionId;
use crate::model::value_function::ValueFunction;
use crate::text::span::Span;

/// A criterion or a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// The table key.
    pub name: String,
    /// The key of its table, where it is declared.
    pub span: Span,
    /// A title for people; the name where absent (see [`Criterion::label`]).
    pub title: Option<String>,
    /// The group it stands under.
    pub under: Option<CriterionId>,
    /// Its weight among its siblings; `None` takes no part in scores.
    pub weight: Option<Weight>,
    /// What it forbids.
    pub gate: Option<Gate>,
    /// Leaf or group.
    pub kind: Kind,
    /// What finding out one rating on it costs, ≥ 0, in whatever unit the file keeps to.
    pub cost_of_asking: Option<f64>,
    /// Declared to be shown only: neither weighed nor a gate, on purpose.
    pub info: bool,
}

impl Criterion {
    /// What people read: the title, else the name.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// The leaf's own settings, where it is one.
    pub fn leaf(&self) -> Option<&Leaf> {
        match &self.kind {
            Kind::Leaf(leaf) => Some(leaf),
            Kind::Group(_) => None,
        }
    }

    /// Members in declared order; empty for a leaf.
    pub fn members(&self) -> &[CriterionId] {
        match &self.kind {
            Kind::Leaf(_) => &[],
            Kind::Group(members) => members,
        }
    }
}

/// A weight as written: a number to be compared with its siblings'.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// The number, finite and ≥ 0.
    pub number: f64,
    /// Lower and upper end where its owner is not sure.
    pub interval: Option<[f64; 2]>,
    /// Why.
    pub because: Option<String>,
    /// Where the number stands.
    pub span: Span,
}

/// What a criterion is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Vendors are rated on it.
    Leaf(Leaf),
    /// Members in declared order, never empty.
    Group(Vec<CriterionId>),
}

/// What is rated and how a rating becomes a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// What a rating is.
    pub rated: Rated,
    /// Whether more or less of it is better; anchors imply it.
    pub direction: Direction,
    /// Where ratings may lie and where values end.
    pub range: Range,
    /// From ratings to values.
    pub value_function: ValueFunction,
    /// What an unknown rating counts as in the score.
    pub unknown: Unknown,
    /// Printed after numbers.
    pub unit: Option<String>,
    /// What it costs to move a rating's value by 1, finite and > 0; 1 where nothing is said.
    pub effort: f64,
    /// PROMETHEE's preference function; usual where absent.
    pub preference: Preference,
    /// ELECTRE's thresholds.
    pub thresholds: Thresholds,
}

impl Leaf {
    /// A plain number to be maximised over its observed range.
    pub fn number() -> Self {
        Self {
            rated: Rated::Number,
            direction: Direction::Maximize,
            range: Range::Observed,
            value_function: ValueFunction::Linear,
            unknown: Unknown::Worst,
            unit: None,
            effort: 1.0,
            preference: Preference::Usual,
            thresholds: Thresholds::default(),
        }
    }

    /// The level of an index, where the leaf has levels.
    pub fn level(&self, index: usize) -> Option<&Level> {
        match &self.rated {
            Rated::Levels(levels) => levels.get(index),
            Rated::Number | Rated::Boolean | Rated::Text => None,
        }
    }

    /// Whether it has a best rating somewhere on its scale.
    pub fn is_target(&self) -> bool {
        matches!(self.value_function, ValueFunction::Target { .. })
    }

    /// Whether its ratings have values, so that it can be weighed: everything but text.
    pub fn is_valued(&self) -> bool {
        self.rated != Rated::Text
    }
}

/// The type of a leaf's ratings.
#[derive(Debug, Clone, PartialEq)]
pub enum Rated {
    /// Numbers in the unit.
    Number,
    /// Yes or no.
    Boolean,
    /// Named levels, low to high.
    Levels(Vec<Level>),
    /// Free text; a gate at most.
    Text,
}

/// A named level.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// What people write.
    pub name: String,
    /// Its value in [0, 1], not falling from level to level.
    pub value: f64,
}

/// Where a leaf's ratings may lie and which ratings have value 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Range {
    /// `scale`: low and high end; ratings beyond are errors.
    Scale {
        /// Low end.
        low: f64,
        /// High end, above the low one.
        high: f64,
    },
    /// `worst` and `best`: ratings beyond keep value 0 or 1.
    Anchors {
        /// Has value 0.
        worst: f64,
        /// Has value 1; differs from `worst`.
        best: f64,
    },
    /// The range observed over the field: a local scale.
    Observed,
    /// Levels, booleans and texts have none.
    Fixed,
}

/// What an unknown rating counts as in the score; it never decides a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The worst rating.
    Worst,
    /// The middle of the range.
    Midpoint,
    /// The best rating.
    Best,
    /// An error, for vendors of the field.
    Refuse,
}
