//! `what-if --format json` with ranges: stretches and the exact points between them.
//! Made from the view; full precision.

use schemars::JsonSchema;
use serde::Serialize;

use crate::explore::sweep::Found;
use crate::report::json::ids;
use crate::report::view::sweep::{PieceView, PointView, SweepView, Unit as Shown};

/// Numbers moved from end to end, each by itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Sweeps {
    /// In the order of the flags.
    pub sweeps: Vec<Sweep>,
}

/// A number moved from end to end.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Sweep {
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// What is moved, as in `--set`.
    pub path: String,
    /// What its numbers are.
    pub unit: Unit,
    /// From here.
    pub from: f64,
    /// To here.
    pub to: f64,
    /// Where it stands; null where it has no number.
    pub today: Option<f64>,
    /// Whether every break point is computed; otherwise they are bracketed and bisected.
    pub exact: bool,
    /// Probes between which a stretch may be missing; null where exact.
    pub probes: Option<usize>,
    /// Stretches, rising, neighbours with different outcomes.
    pub pieces: Vec<Piece>,
    /// Where the outcome changes, rising.
    pub points: Vec<Point>,
}

/// What the numbers of a sweep are.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Shares of the whole, in [0, 1].
    Share,
    /// Weights as in the file.
    Weight,
    /// Ratings in the criterion's own units.
    Rating,
}

/// A stretch.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Piece {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Ids of the chosen.
    pub chosen: Vec<String>,
    /// Ids tied across the edge.
    pub tied: Vec<String>,
    /// Whether the number stands here today.
    pub today: bool,
}

/// A place where the outcome changes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Point {
    /// Where.
    pub at: f64,
    /// Chosen beyond and not before.
    pub gains: Vec<String>,
    /// Chosen before and not beyond.
    pub loses: Vec<String>,
    /// Pass their gates from here on.
    pub enters: Vec<String>,
    /// Fail a gate from here on.
    pub drops: Vec<String>,
    /// Chosen at the very point.
    pub chosen: Vec<String>,
    /// Tied at the very point.
    pub tied: Vec<String>,
}

impl From<&[SweepView]> for Sweeps {
    fn from(views: &[SweepView]) -> Self {
        Self { sweeps: views.iter().map(sweep).collect() }
    }
}

fn sweep(view: &SweepView) -> Sweep {
    Sweep {
        headline: view.headline.clone(),
        path: view.path.clone(),
        unit: match view.unit {
            Shown::Share => Unit::Share,
            Shown::Weight => Unit::Weight,
            Shown::Rating => Unit::Rating,
        },
        from: view.low,
        to: view.high,
        today: view.today,
        exact: view.found == Found::Exact,
        probes: match view.found {
            Found::Exact => None,
            Found::Bracketed(probes) => Some(probes),
        },
        pieces: view.pieces.iter().map(piece).collect(),
        points: view.points.iter().map(point).collect(),
    }
}

fn piece(piece: &PieceView) -> Piece {
    Piece {
        from: piece.from,
        to: piece.to,
        chosen: ids(&piece.chosen),
        tied: ids(&piece.tied),
        today: piece.today,
    }
}

fn point(point: &PointView) -> Point {
    Point {
        at: point.at,
        gains: ids(&point.gains),
        loses: ids(&point.loses),
        enters: ids(&point.enters),
        drops: ids(&point.drops),
        chosen: ids(&point.chosen),
        tied: ids(&point.tied),
    }
}
