//! What there is for and against each claim, in the JSON of `robust`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::view::robust::belief::{BeliefView, VoiceView};

/// What there is for and against a claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Belief {
    /// Its id.
    pub claim: String,
    /// The probability that it is true, from independent origins for and against.
    pub posterior: f64,
    /// Its grade of credibility, 1 to 6: shown, never multiplied.
    pub credibility: Option<u8>,
    /// Independent origins behind it.
    pub origins: Vec<Voice>,
    /// Sources that only relay others.
    pub echoes: usize,
    /// Claims that cannot hold beside it.
    pub contradicted_by: Vec<String>,
    /// Origins behind those.
    pub against: Vec<Voice>,
}

/// An origin.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Voice {
    /// Its id; for a free text, the text.
    pub source: String,
    /// Its grade A to F.
    pub grade: Option<&'static str>,
    /// How often it is taken to be right.
    pub channel: f64,
    /// Age of its report in days.
    pub age: Option<i64>,
    /// How much of its report still counts.
    pub freshness: f64,
}

impl From<&BeliefView> for Belief {
    fn from(belief: &BeliefView) -> Self {
        Self {
            claim: belief.claim.clone(),
            posterior: belief.posterior,
            credibility: belief.credibility,
            origins: belief.origins.iter().map(Voice::from).collect(),
            echoes: belief.echoes,
            contradicted_by: belief.contradicted_by.clone(),
            against: belief.against.iter().map(Voice::from).collect(),
        }
    }
}

impl From<&VoiceView> for Voice {
    fn from(voice: &VoiceView) -> Self {
        Self {
            source: voice.source.clone(),
            grade: voice.grade,
            channel: voice.channel,
            age: voice.age,
            freshness: voice.freshness,
        }
    }
}
