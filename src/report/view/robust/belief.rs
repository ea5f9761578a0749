//! What there is for and against a claim, as it is shown.
//! Part of `robust`.

use crate::explore::evidence::belief::{Belief, Voice};
use crate::model::evidence::Reliability;
use crate::report::view::scene::Scene;

/// What there is for and against a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct BeliefView {
    /// Its id.
    pub claim: String,
    /// The probability that it is true.
    pub posterior: f64,
    /// Its grade of credibility, 1 to 6: shown, never multiplied.
    pub credibility: Option<u8>,
    /// Origins behind it.
    pub origins: Vec<VoiceView>,
    /// Sources that only relay others.
    pub echoes: usize,
    /// Ids of claims that cannot hold beside it.
    pub contradicted_by: Vec<String>,
    /// Origins behind those.
    pub against: Vec<VoiceView>,
}

/// An origin.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceView {
    /// Its id.
    pub source: String,
    /// Its grade.
    pub grade: Option<&'static str>,
    /// How often it is right.
    pub channel: f64,
    /// Age of its report in days.
    pub age: Option<i64>,
    /// How much of it still counts.
    pub freshness: f64,
}

/// Origins by their ids and grades.
pub fn belief(scene: &Scene<'_>, found: &Belief) -> BeliefView {
    let model = scene.model();
    let voice = |voice: &Voice| VoiceView {
        source: model.source(voice.source).name.clone(),
        grade: model.source(voice.source).reliability.map(grade_letter),
        channel: voice.channel,
        age: voice.age,
        freshness: voice.freshness,
    };
    let names = found.contradicted_by.iter();
    BeliefView {
        claim: model.claim(found.claim).name.clone(),
        posterior: found.posterior,
        credibility: model.claim(found.claim).credibility,
        origins: found.origins.iter().map(voice).collect(),
        echoes: found.echoes,
        contradicted_by: names.map(|id| model.claim(*id).name.clone()).collect(),
        against: found.against.iter().map(voice).collect(),
    }
}

/// The letter of a grade.
fn grade_letter(grade: Reliability) -> &'static str {
    ["A", "B", "C", "D", "E", "F"][crate::model::evidence_settings::place(grade)]
}
