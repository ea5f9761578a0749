//! A vendor at a gate, or before an assumption that it requires.
//! Made from the view; part of a vendor of `rank`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::words::GateResult;
use crate::report::view::barrier::{BarrierKind, BarrierView};

/// A vendor at a gate; it names a criterion, a group or an assumption.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Gate {
    /// The leaf whose gate it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The group whose gate it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The assumption that the vendor requires as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumption: Option<String>,
    /// How the vendor fares.
    pub result: Option<GateResult>,
    /// How far on the good side, in the rating's units; negative when missed.
    pub margin: Option<f64>,
    /// Whether an uncertain rating's interval crosses the gate.
    pub at_risk: Option<bool>,
    /// What is asked and what there is.
    pub sentence: String,
    /// Why the gate stands, in its author's words.
    pub because: Option<String>,
}

impl From<&BarrierView> for Gate {
    fn from(barrier: &BarrierView) -> Self {
        let name = |kind| (barrier.kind == kind).then(|| barrier.name.clone());
        Self {
            criterion: name(BarrierKind::Criterion),
            group: name(BarrierKind::Group),
            assumption: name(BarrierKind::Assumption),
            result: Some(barrier.passing.into()),
            margin: barrier.margin,
            at_risk: barrier.at_risk,
            sentence: barrier.sentence.clone(),
            because: barrier.because.clone(),
        }
    }
}
