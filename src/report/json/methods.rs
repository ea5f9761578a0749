//! `methods --format json`: the catalogue of methods; with a scenario, see `methods_compared`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::method::id::MethodId;
use crate::report::json::envelope::Envelope;
use crate::report::json::methods_compared::Compared;
use crate::report::json::words::Better;

/// The catalogue.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Methods {
    /// Verb and version of this shape.
    pub schema: &'static str,
    /// Version of the program.
    pub engine: &'static str,
    /// Every method, in the order of the documentation.
    pub methods: Vec<Method>,
}

/// A method.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Method {
    /// Its name in files.
    pub id: &'static str,
    /// Which end of its score is the good one.
    pub better: Better,
    /// What the score is, in a line.
    pub description: &'static str,
    /// Who proposed it.
    pub citation: &'static str,
    /// Why a vendor better on every criterion may still end below; null where it never does.
    pub exception: Option<&'static str>,
}

/// What `methods` prints: the catalogue, or a scenario under every method.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Output {
    /// Without a scenario.
    Catalogue(Methods),
    /// With one.
    Compared(Box<Envelope<Compared>>),
}

impl Methods {
    /// The catalogue of these methods.
    pub fn of(methods: &[MethodId]) -> Self {
        let method = |method: &MethodId| Method {
            id: method.id(),
            better: method.better().into(),
            description: method.description(),
            citation: method.citation(),
            exception: method.dominance_exception(),
        };
        Self {
            schema: "methods/1",
            engine: env!("CARGO_PKG_VERSION"),
            methods: methods.iter().map(method).collect(),
        }
    }
}
