//! Parameters of outranking methods on a criterion, for editors.
//! Never filled: only the schema is used.

use schemars::JsonSchema;

/// PROMETHEE's preference function; usual when absent.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Preference {
    /// Its shape.
    pub shape: Shape,
    /// Indifference: differences up to this do not count.
    pub q: Option<f64>,
    /// Preference: differences from this on count whole.
    pub p: Option<f64>,
    /// Where a gaussian bends.
    pub s: Option<f64>,
}

/// Shape of a preference function.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Shape {
    /// Any difference counts whole.
    Usual,
    /// Whole once beyond q.
    Ushape,
    /// Rising to p.
    Vshape,
    /// One half between q and p.
    Level,
    /// Rising from q to p.
    Linear,
    /// Bell-shaped.
    Gaussian,
}

/// ELECTRE's thresholds.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Thresholds {
    /// Indifference.
    pub q: Option<f64>,
    /// Indifference, spelt out.
    pub indifference: Option<f64>,
    /// Preference.
    pub p: Option<f64>,
    /// Preference, spelt out.
    pub preference: Option<f64>,
    /// Veto.
    pub v: Option<f64>,
    /// Veto, spelt out.
    pub veto: Option<f64>,
}
