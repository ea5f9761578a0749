//! What every object says beside its own: schema, engine, hash of the decision, inputs, warnings.
//! Filled by `cli` from the texts of a run; bodies are one file per verb.

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::report::json::check::{Finding, finding};
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::source::{Origin, Texts};

/// An object with what every object says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Envelope<Body> {
    /// Verb and version of this shape, such as `rank/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub engine: &'static str,
    /// SHA-256 over every input that counts, a seed where chance was used among them; titles,
    /// comments and paths do not.
    pub decision: Option<String>,
    /// The scenario's path as given.
    pub scenario: String,
    /// Every file that was read, in reading order.
    pub inputs: Vec<Input>,
    /// What the files' owner should know.
    pub warnings: Vec<Finding>,
    /// The seed, where chance was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The verb's own keys.
    #[serde(flatten)]
    pub body: Body,
}

impl<Body> Envelope<Body> {
    /// With the seed where chance was used: other draws are another answer, so that it counts.
    #[must_use]
    pub fn seeded(mut self, seed: Option<u64>) -> Self {
        if let Some(seed) = seed {
            let hash = |decision: String| sha256(format!("{decision};seed {seed}").as_bytes());
            self.decision = self.decision.map(hash);
        }
        Self { seed, ..self }
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Input {
    /// Its path as it is named in messages.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What a run gives to the envelope of its object.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The scenario's path as given.
    pub scenario: &'a str,
    /// Hash of the decision, where there is one.
    pub decision: Option<&'a str>,
    /// Every text that was read.
    pub texts: &'a Texts,
    /// Everything said about them.
    pub diagnostics: &'a [Diagnostic],
}

/// Puts a body into its envelope.
pub fn envelope<Body>(schema: &'static str, run: &Run<'_>, body: Body) -> Envelope<Body> {
    let warnings = run.diagnostics.iter().filter(|each| each.severity == Severity::Warning);
    Envelope {
        schema,
        engine: env!("CARGO_PKG_VERSION"),
        decision: run.decision.map(str::to_owned),
        scenario: run.scenario.to_owned(),
        inputs: inputs(run.texts),
        warnings: warnings.map(|warning| finding(warning, run.texts)).collect(),
        seed: None,
        body,
    }
}

/// Every file that was read, in reading order.
pub fn inputs(texts: &Texts) -> Vec<Input> {
    texts
        .iter()
        .filter(|(_, text)| matches!(text.origin, Origin::File(_)))
        .map(|(_, text)| Input { file: text.name.clone(), sha256: sha256(text.content.as_bytes()) })
        .collect()
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
