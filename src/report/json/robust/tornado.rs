//! What each uncertain input does by itself, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::report::json::ids;
use crate::report::view::quantity::Rating;
use crate::report::view::robust::tornado::{BarView, EndView};

/// What one input does.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Bar {
    /// Its path, as in `--set`.
    pub input: String,
    /// Lead of today's choice at the low end (an assumption: it fails); null where one of the
    /// chosen is out, nobody else stands, or there is no score.
    pub low: Option<f64>,
    /// Lead at the high end (an assumption: it holds).
    pub high: Option<f64>,
    /// What the input is at the low end.
    pub low_at: Value,
    /// What the input is at the high end.
    pub high_at: Value,
    /// Who is chosen at the low end.
    pub chosen_at_low: Vec<String>,
    /// Who is chosen at the high end.
    pub chosen_at_high: Vec<String>,
    /// Who is tied across the edge at the low end.
    pub tied_at_low: Vec<String>,
    /// Who is tied across the edge at the high end.
    pub tied_at_high: Vec<String>,
    /// Whether the method cannot rank at the low end.
    pub refused_at_low: bool,
    /// Whether the method cannot rank at the high end.
    pub refused_at_high: bool,
    /// Whether either end gives another choice than today's, or none can be told.
    pub changes: bool,
}

/// A rating, a weight or a status as JSON has it.
pub fn at(rating: &Rating) -> Value {
    match rating {
        Rating::Unknown => Value::Null,
        Rating::Number(number) => Value::from(*number),
        Rating::Boolean(yes) => Value::from(*yes),
        Rating::Word(word) => Value::from(word.as_str()),
    }
}

impl From<&BarView> for Bar {
    fn from(bar: &BarView) -> Self {
        let chosen = |end: &EndView| ids(&end.chosen);
        Self {
            input: bar.path.clone(),
            low: bar.low.lead,
            high: bar.high.lead,
            low_at: at(&bar.low.at),
            high_at: at(&bar.high.at),
            chosen_at_low: chosen(&bar.low),
            chosen_at_high: chosen(&bar.high),
            tied_at_low: ids(&bar.low.tied),
            tied_at_high: ids(&bar.high.tied),
            refused_at_low: bar.low.is_refused,
            refused_at_high: bar.high.is_refused,
            changes: bar.low.is_changed || bar.high.is_changed,
        }
    }
}
