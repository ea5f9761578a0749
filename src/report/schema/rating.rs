//! Ratings and the small shapes they are made of, for editors.
//! Never filled: only the schema is used.

use schemars::JsonSchema;

/// A low and a high end.
pub type Span = [f64; 2];

/// A fraction in [0, 1].
#[derive(JsonSchema)]
pub struct Fraction(#[schemars(range(min = 0.0, max = 1.0))] pub f64);

/// A number, yes or no, a level or a text; for an interval a pair.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Word {
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A level, a text, "unknown", or a percentage.
    Text(String),
    /// An interval.
    Span(Span),
}

/// What is held of a vendor on a criterion: a bare value, or a table with what it rests on.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Rating {
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A level, a text, or "unknown".
    Text(String),
    /// With what it rests on.
    Table(Box<RatingTable>),
}

/// A rating with what it rests on.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RatingTable {
    /// The value that counts.
    pub value: Option<Word>,
    /// Lower end; with `high` alone, anywhere between alike.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Standard deviation of a normal distribution cut to the scale.
    pub sd: Option<f64>,
    /// Ids of the claims it rests on; none makes it a judgement.
    pub evidence: Option<Vec<String>>,
    /// Why, in your words.
    pub because: Option<String>,
    /// Ids of assumptions it depends on.
    pub requires: Option<Vec<String>>,
    /// What it is when one of them fails; unknown when absent.
    pub otherwise: Option<Word>,
}
