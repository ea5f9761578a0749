//! What a scoring method has computed, on its way to an outcome.
//! Every method of this folder ends here, so that nothing but finite numbers leaves it.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Detail, Figures, Outcome, Parts, Refusal, Unit};
use crate::method::rows;
use crate::method::statistics;

/// Scores with what explains them.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    scores: Vec<f64>,
    better: Better,
    parts: Option<Parts>,
    details: Vec<Detail>,
}

impl Scored {
    /// Scores of which the larger is better.
    pub fn higher(scores: Vec<f64>) -> Self {
        Self { scores, better: Better::Higher, parts: None, details: Vec::new() }
    }

    /// Scores of which the smaller is better.
    pub fn lower(scores: Vec<f64>) -> Self {
        Self { scores, better: Better::Lower, parts: None, details: Vec::new() }
    }

    /// With parts that add up to each score in `unit`.
    #[must_use]
    pub fn split(mut self, cells: Matrix, unit: Unit) -> Self {
        self.parts = Some(Parts { cells, unit });
        self
    }

    /// With a figure of the method's own.
    #[must_use]
    pub fn detail(mut self, name: &'static str, figures: Figures) -> Self {
        self.details.push(Detail { name, figures });
        self
    }

    /// The outcome.
    ///
    /// # Errors
    /// Where a score is not finite, which only cells near the limits of a float can cause.
    pub fn outcome(self) -> Result<Outcome, Refusal> {
        self.refuse_odd_scores()?;
        Ok(Outcome {
            merits: match self.better {
                Better::Lower => self.scores.iter().map(|score| -score).collect(),
                _ => self.scores.clone(),
            },
            scores: Some(self.scores),
            better: self.better,
            parts: self.parts,
            details: self.details,
        })
    }

    /// The merits of the outcome.
    ///
    /// # Errors
    /// As [`Self::outcome`].
    pub fn into_merits(mut self) -> Result<Vec<f64>, Refusal> {
        self.refuse_odd_scores()?;
        if self.better == Better::Lower {
            rows::change(&mut self.scores, |score| -score);
        }
        Ok(self.scores)
    }

    fn refuse_odd_scores(&self) -> Result<(), Refusal> {
        if self.scores.is_empty() {
            return Err(undefined("no vendor is left to score"));
        }
        // The sum of numbers with an end may have none; that of any others never has one.
        let has_end = rows::summary(&self.scores).sum.is_finite();
        if !(has_end || statistics::are_finite(&self.scores)) {
            return Err(Refusal::NotFinite);
        }
        Ok(())
    }
}

/// A refusal in words.
pub fn undefined(why: &str) -> Refusal {
    Refusal::Undefined { why: why.to_owned() }
}

/// Refuses a parameter outside its range.
///
/// # Errors
/// Naming the parameter, when it is not within [low, high].
pub fn refuse_outside(name: &str, parameter: f64, low: f64, high: f64) -> Result<(), Refusal> {
    if (low..=high).contains(&parameter) {
        return Ok(());
    }
    Err(Refusal::Undefined { why: format!("`{name}` is {parameter}, expected {low} to {high}") })
}
