//! `impact --format json`: what rests on a fact, the choice without it, what carries the choice.
//! Made from the view; `json.md` fixes the keys.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::graph::{Edge, Graph, Node};
use crate::report::json::what_if::WhatIf;
use crate::report::json::words::Verdict;
use crate::report::view::impact::ImpactView;
use crate::report::view::named::Named;

/// What rests on a fact.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Impact {
    /// The fact by its name.
    pub subject: String,
    /// The answer in sentences.
    pub headline: Vec<String>,
    /// Facts downstream.
    pub rests: Vec<Node>,
    /// Why they follow.
    pub edges: Vec<Edge>,
    /// Verdicts among them.
    pub verdicts: Vec<VerdictOn>,
    /// The flag that withdraws it, as a shell takes it; null where that means nothing.
    pub flag: Option<String>,
    /// The choice without it, shaped as `what-if`; null where there is none.
    pub if_withdrawn: Option<WhatIf>,
    /// Who is behind the claims concerned.
    pub origins: Vec<Origins>,
    /// Pairs of claims that cannot both hold.
    pub contradictions: Vec<[String; 2]>,
    /// Smallest sets of up to three claims whose withdrawal changes who is chosen.
    pub load_bearing: Vec<Vec<String>>,
    /// Claims that suffice for the choice when every other one is withdrawn.
    pub sufficient: Vec<String>,
}

/// A verdict that rests on it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct VerdictOn {
    /// Whose.
    pub vendor: String,
    /// In the reading.
    pub verdict: Verdict,
}

/// A claim and who is behind it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Origins {
    /// The claim.
    pub claim: String,
    /// Who first reported it.
    pub origins: Vec<String>,
    /// How many sources report it.
    pub outlets: usize,
    /// Those that only echo others.
    pub echoes: Vec<String>,
}

impl From<&ImpactView> for Impact {
    fn from(view: &ImpactView) -> Self {
        let Graph { nodes, edges } = Graph::from(&view.part);
        let ids = |all: &[Named]| all.iter().map(|one| one.id.clone()).collect();
        Self {
            subject: view.subject.id.clone(),
            headline: view.headline.clone(),
            rests: nodes.into_iter().filter(|node| node.id != view.subject.id).collect(),
            edges,
            verdicts: view
                .verdicts
                .iter()
                .map(|(vendor, verdict)| VerdictOn {
                    vendor: vendor.id.clone(),
                    verdict: Verdict::from(*verdict),
                })
                .collect(),
            flag: view.flag.clone(),
            if_withdrawn: view.without.as_ref().map(WhatIf::from),
            origins: view
                .origins
                .iter()
                .map(|each| Origins {
                    claim: each.claim.id.clone(),
                    origins: ids(&each.origins),
                    outlets: each.outlets,
                    echoes: ids(&each.echoes),
                })
                .collect(),
            contradictions: view
                .contradictions
                .iter()
                .map(|pair| [pair[0].id.clone(), pair[1].id.clone()])
                .collect(),
            load_bearing: view.load_bearing.iter().map(|set| ids(set)).collect(),
            sufficient: ids(&view.sufficient),
        }
    }
}
