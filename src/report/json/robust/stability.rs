//! How far the share of each leaf may move, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::ids;
use crate::report::view::robust::stability::{StabilityView, StretchView};

/// How far one share may move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Stability {
    /// The leaf.
    pub criterion: String,
    /// Its share today.
    pub weight: f64,
    /// Lower end of the stretch around today's share; null where nothing is chosen.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Who takes over below; null at 0, or where nobody does. The first of `low-rivals`.
    pub low_rival: Option<String>,
    /// Who takes over above.
    pub high_rival: Option<String>,
    /// Everybody who is newly chosen, or tied for it, just below.
    pub low_rivals: Vec<String>,
    /// The same just above.
    pub high_rivals: Vec<String>,
    /// Whether ends are exact rather than found by bisection.
    pub exact: bool,
    /// Other stretches with the same choice.
    pub other_pieces: Vec<Piece>,
}

/// A stretch of shares.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Piece {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who takes over below.
    pub low_rivals: Vec<String>,
    /// Who takes over above.
    pub high_rivals: Vec<String>,
}

impl From<&StabilityView> for Stability {
    fn from(found: &StabilityView) -> Self {
        let holding = found.holding.as_ref();
        let low_rivals = holding.map(|stretch| ids(&stretch.low_rivals)).unwrap_or_default();
        let high_rivals = holding.map(|stretch| ids(&stretch.high_rivals)).unwrap_or_default();
        Self {
            criterion: found.criterion.id.clone(),
            weight: found.share,
            low: holding.map(|stretch| stretch.low),
            high: holding.map(|stretch| stretch.high),
            low_rival: low_rivals.first().cloned(),
            high_rival: high_rivals.first().cloned(),
            low_rivals,
            high_rivals,
            exact: found.is_exact,
            other_pieces: found.others.iter().map(Piece::from).collect(),
        }
    }
}

impl From<&StretchView> for Piece {
    fn from(stretch: &StretchView) -> Self {
        Self {
            low: stretch.low,
            high: stretch.high,
            low_rivals: ids(&stretch.low_rivals),
            high_rivals: ids(&stretch.high_rivals),
        }
    }
}
