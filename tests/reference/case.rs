//! One reference case as written in `tests/cases`, and how its figures are compared.
//! Read by every module of this driver; `tests/cases/README.md` explains the keys.

use std::fs;
use std::path::Path;

use rationale::method::matrix::Matrix;
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use serde::Deserialize;
use toml::{Table, Value};

/// A file of `tests/cases`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Version of the layout; 1.
    pub schema: u32,
    /// The file's stem.
    pub id: String,
    /// `decision`, `scores`, `pairwise`, `elicitation`, `rankings` or `ranking-pair`.
    pub kind: String,
    /// Free labels.
    pub tags: Vec<String>,
    /// Citation and where the figures were read.
    pub source: Table,
    /// Criteria in column order; empty where `input` holds the data.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// Alternatives in row order; empty where `input` holds the data.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
    /// Data of the kinds other than `decision` and `scores`.
    pub input: Option<Input>,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// One column of a case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name in the case.
    pub id: String,
    /// `max` or `min`.
    pub direction: String,
    /// Raw weight as given; absent where none applies.
    pub weight: Option<f64>,
}

/// One row of a case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Its name in the case.
    pub id: String,
    /// One for each criterion.
    pub values: Vec<f64>,
}

/// Data of the kinds other than `decision` and `scores`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// A comparison matrix, judgement vectors, ballots or two rankings.
    pub rows: Vec<Vec<f64>>,
    /// Names of the things compared.
    #[serde(default)]
    pub labels: Vec<String>,
}

/// What one method must give on the case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The method under its short name in the cases, such as `saw`.
    pub method: String,
    /// What is computed, in words.
    pub meaning: String,
    /// Parameters of the method; read through [`Expectation::number`] and its kin.
    pub params: Table,
    /// A remark.
    pub note: Option<String>,
    /// Why `scores` are absent.
    pub note_scores: Option<String>,
    /// `high` or `low`.
    pub better: Option<String>,
    /// Full-precision scores.
    pub scores: Option<Vec<f64>>,
    /// Competition ranks, 1 = best.
    pub ranks: Option<Vec<usize>>,
    /// Absolute below 1, relative above.
    pub tolerance: Option<f64>,
    /// Named further figures; index lists count from 0.
    #[serde(default)]
    pub extra: Table,
    /// Names of the extras that only the reference formula gave.
    #[serde(default)]
    pub extra_reference_only: Vec<String>,
    /// Scores as printed.
    pub published_scores: Option<Vec<f64>>,
    /// Ranks as printed.
    pub published_ranks: Option<Vec<usize>>,
    /// Rounding of what was printed.
    pub published_tolerance: Option<f64>,
    /// Where the printed figures were read.
    pub published_seen_in: Option<String>,
    /// Whether the definition meets the printed figures.
    pub published_agrees: Option<bool>,
    /// Printed further figures, with `tolerance` and `seen_in` among them.
    #[serde(default)]
    pub published_extra: Table,
    /// Who else gives these figures.
    pub agreed_by: Vec<String>,
    /// Who gives others.
    #[serde(default)]
    pub disagreements: Vec<String>,
    /// `undefined` where the definition has no value on this table.
    pub status: Option<String>,
    /// Why it has none.
    pub reason: Option<String>,
    /// What others return then.
    #[serde(default)]
    pub libraries_do: Vec<String>,
}

/// Every case, in order of file name.
pub fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).expect("a readable case");
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect()
}

impl Case {
    /// The cells, alternatives × criteria.
    pub fn ratings(&self) -> Matrix {
        let rows: Vec<_> =
            self.alternatives.iter().map(|alternative| alternative.values.clone()).collect();
        Matrix::from_rows(&rows)
    }

    /// The directions of the columns.
    pub fn directions(&self) -> Vec<Direction> {
        self.criteria
            .iter()
            .map(|criterion| match criterion.direction.as_str() {
                "max" => Direction::Maximize,
                "min" => Direction::Minimize,
                other => panic!("{}: direction `{other}`", self.id),
            })
            .collect()
    }

    /// The problem an expectation is about: weights divided by their sum unless it takes them as
    /// given; values are min–max by direction, 1 in a column without range.
    pub fn problem(&self, expectation: &Expectation) -> Problem {
        let raw: Vec<f64> =
            self.criteria.iter().map(|criterion| criterion.weight.unwrap_or(1.0)).collect();
        let total = if expectation.flag("weights_as_given") { 1.0 } else { raw.iter().sum() };
        let directions = self.directions();
        let ratings = self.ratings();
        let axes = (0..raw.len())
            .map(|column| Axis {
                share: raw[column] / total,
                direction: directions[column],
                scale: None,
                target: None,
                preference: Preference::Usual,
                thresholds: Thresholds::default(),
            })
            .collect();
        let values = Matrix::from_fn(ratings.rows(), ratings.columns(), |row, column| {
            let cells = ratings.column(column);
            let low = cells.iter().copied().fold(f64::INFINITY, f64::min);
            let high = cells.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            match directions[column] {
                _ if high <= low => 1.0,
                Direction::Maximize => (cells[row] - low) / (high - low),
                Direction::Minimize => (high - cells[row]) / (high - low),
            }
        });
        Problem { ratings, values, axes }
    }
}

impl Expectation {
    /// Whether the definition has no value here, so that a refusal is expected.
    pub fn is_undefined(&self) -> bool {
        self.status.as_deref() == Some("undefined")
    }

    /// Whether a boolean parameter is set.
    pub fn flag(&self, name: &str) -> bool {
        self.params.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A number among the parameters.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.params.get(name).and_then(as_number)
    }

    /// A word among the parameters.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.params.get(name).and_then(Value::as_str)
    }

    /// A list of numbers among the parameters.
    pub fn numbers(&self, name: &str) -> Option<Vec<f64>> {
        self.params.get(name).and_then(as_numbers)
    }

    /// A table of numbers among the parameters, as rows.
    pub fn rows(&self, name: &str) -> Option<Vec<Vec<f64>>> {
        self.params.get(name).and_then(as_rows)
    }

    /// Asserts scores and ranks, the printed ones too where the definition agrees with them.
    pub fn check_scores(&self, context: &str, scores: &[f64], ranks: &[usize]) {
        if let Some(expected) = &self.scores {
            assert_close(context, "scores", scores, expected, self.tolerance.unwrap_or(1e-9));
        }
        if let Some(expected) = &self.ranks {
            assert_eq!(ranks, expected.as_slice(), "{context}: ranks");
        }
        if let (Some(published), Some(true)) = (&self.published_scores, self.published_agrees) {
            let tolerance = self.published_tolerance.expect("a rounding");
            assert_close(context, "published scores", scores, published, tolerance);
        }
        if let (Some(published), true) = (&self.published_ranks, self.scores.is_some()) {
            assert_eq!(ranks, published.as_slice(), "{context}: published ranks");
        }
    }
}

/// A TOML number as a float, whole or not.
pub fn as_number(value: &Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

/// A TOML list as floats.
pub fn as_numbers(value: &Value) -> Option<Vec<f64>> {
    value.as_array()?.iter().map(as_number).collect()
}

/// A TOML list of lists as rows of floats.
pub fn as_rows(value: &Value) -> Option<Vec<Vec<f64>>> {
    value.as_array()?.iter().map(as_numbers).collect()
}

/// Whether two figures agree: `tolerance` is absolute below 1 and relative above.
pub fn is_close(actual: f64, expected: f64, tolerance: f64) -> bool {
    (actual - expected).abs() <= tolerance * expected.abs().max(1.0)
}

/// Asserts that two lists agree figure by figure.
pub fn assert_close(context: &str, what: &str, actual: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(actual.len(), expected.len(), "{context}: number of {what}");
    for (index, (&found, &wanted)) in actual.iter().zip(expected).enumerate() {
        assert!(
            is_close(found, wanted, tolerance),
            "{context}: {what}[{index}] is {found}, expected {wanted} within {tolerance}"
        );
    }
}

/// Asserts that two tables agree figure by figure.
pub fn assert_close_rows(
    context: &str,
    what: &str,
    actual: &[Vec<f64>],
    expected: &[Vec<f64>],
    tolerance: f64,
) {
    assert_eq!(actual.len(), expected.len(), "{context}: rows of {what}");
    for (row, (found, wanted)) in actual.iter().zip(expected).enumerate() {
        assert_close(context, &format!("{what}[{row}]"), found, wanted, tolerance);
    }
}
