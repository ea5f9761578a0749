//! What the criteria file makes of grades: how often a source of each grade is right, how fast
//! reports age, and whether a rating takes a spread from its grade. Loaded from
//! `[evidence-settings]`; read by `explore`.

use crate::model::evidence::Reliability;

/// How grades count; the defaults where the file says nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceSettings {
    /// Chance that a source of each grade A to F is right, in [0.5, 1).
    pub channels: [f64; 6],
    /// Chance of a claim before anybody reports on it, in (0, 1).
    pub prior: f64,
    /// After so many days a report counts half; `None`: reports do not age.
    pub half_life_days: Option<f64>,
    /// For each grade A to F the standard deviation, as a fraction of the criterion's range, that a
    /// plain number takes from it when ratings are drawn; all `None` where the file does not ask.
    pub spread_from_grade: [Option<f64>; 6],
}

impl Default for EvidenceSettings {
    fn default() -> Self {
        Self {
            channels: [0.95, 0.85, 0.70, 0.60, 0.50, 0.50],
            prior: 0.5,
            half_life_days: None,
            spread_from_grade: [None; 6],
        }
    }
}

impl EvidenceSettings {
    /// Chance that a source of a grade is right; one without grade cannot be judged.
    pub fn channel(&self, grade: Option<Reliability>) -> f64 {
        self.channels[place(grade.unwrap_or(Reliability::F))]
    }

    /// The spread that a grade gives, where the file says so.
    pub fn spread(&self, grade: Option<Reliability>) -> Option<f64> {
        self.spread_from_grade[place(grade.unwrap_or(Reliability::F))]
    }
}

/// A is 0, F is 5.
pub fn place(grade: Reliability) -> usize {
    match grade {
        Reliability::A => 0,
        Reliability::B => 1,
        Reliability::C => 2,
        Reliability::D => 3,
        Reliability::E => 4,
        Reliability::F => 5,
    }
}
