//! Which method makes the ranks, with its parameters as written.
//! Loaded from `[method]`; lowered by `decide` onto the columns of a field.

use crate::method::id::MethodId;
use crate::model::id::CriterionId;
use crate::text::span::Span;

/// The method of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodChoice {
    /// Which.
    pub kind: MethodId,
    /// Where `kind` stands; `None` when the file leaves the method to the default.
    pub span: Option<Span>,
    /// Parameters as written, in the order of the file; each one the method has, in its range.
    pub parameters: Vec<Parameter>,
}

/// One parameter of a method.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its key under `[method]`.
    pub name: &'static str,
    /// What it says.
    pub setting: Setting,
    /// Where it stands.
    pub span: Span,
}

/// What a parameter says.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// A finite number.
    Number(f64),
    /// One of the parameter's words.
    Word(String),
    /// Numbers in order.
    Numbers(Vec<f64>),
    /// Numbers for some criteria.
    PerCriterion(Vec<(CriterionId, Vec<f64>)>),
    /// Profiles between categories, worst first.
    Profiles(Vec<Profile>),
    /// Pairs of criteria with a strength in [−1, 1].
    Interactions(Vec<Interaction>),
}

/// A profile between two categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// A rating, as a number, for each criterion named.
    pub ratings: Vec<(CriterionId, f64)>,
    /// Where it stands.
    pub span: Span,
}

/// How two criteria act together.
#[derive(Debug, Clone, PartialEq)]
pub struct Interaction {
    /// The pair.
    pub between: [CriterionId; 2],
    /// −1 (redundant) to 1 (complementary).
    pub strength: f64,
    /// Where it stands.
    pub span: Span,
}
