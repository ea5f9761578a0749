//! Which changes can touch one vendor's score at all, so that its split need not try the others.
//! Exact where scores do not depend on the field; everything counts otherwise.

use std::collections::BTreeSet;

use crate::explore::diff::change::Change;
use crate::explore::effects::standing::scores_alone;
use crate::explore::side::Side;
use crate::model::scenario::Model;

/// What a vendor's score hangs on in two scenarios.
#[derive(Debug, Clone)]
pub struct Related {
    vendor: String,
    /// `None` where scores depend on the field, so that everything is related.
    names: Option<BTreeSet<(&'static str, String)>>,
}

impl Related {
    /// Of a vendor, by its id.
    pub fn new(before: Side<'_>, after: Side<'_>, vendor: &str) -> Self {
        let alone = scores_alone(before.model) && scores_alone(after.model);
        let names = alone.then(|| {
            let mut names = BTreeSet::new();
            for model in [before.model, after.model] {
                gather(model, vendor, &mut names);
            }
            names
        });
        Self { vendor: vendor.to_owned(), names }
    }

    /// Whether a change may touch the vendor's score.
    pub fn holds(&self, change: &Change) -> bool {
        let Some(names) = &self.names else { return true };
        let path: Vec<&str> = change.path.iter().map(String::as_str).collect();
        match path.as_slice() {
            ["vendors", id, ..] => *id == self.vendor,
            ["evidence", id, ..] => names.contains(&("evidence", (*id).to_owned())),
            ["sources", id, ..] => names.contains(&("sources", (*id).to_owned())),
            ["assumptions", id, ..] => names.contains(&("assumptions", (*id).to_owned())),
            _ => true,
        }
    }
}

/// Claims, their sources and what those relay, and assumptions behind a vendor's ratings.
fn gather(model: &Model, vendor: &str, names: &mut BTreeSet<(&'static str, String)>) {
    let Some(id) = model.vendor_named(vendor) else { return };
    let (mut sources, mut assumptions) = (Vec::new(), Vec::new());
    for rating in model.vendor(id).ratings.iter().flatten() {
        for claim in &rating.evidence {
            let claim = model.claim(claim.value);
            names.insert(("evidence", claim.name.clone()));
            sources.extend(claim.sources.iter().map(|source| source.value));
        }
        assumptions.extend(rating.requires.iter().map(|required| required.value));
    }
    while let Some(source) = sources.pop() {
        let source = model.source(source);
        if names.insert(("sources", source.name.clone())) {
            sources.extend(source.relays.iter().map(|relayed| relayed.value));
        }
    }
    while let Some(assumption) = assumptions.pop() {
        let assumption = model.assumption(assumption);
        if names.insert(("assumptions", assumption.name.clone())) {
            assumptions.extend(assumption.requires.iter().map(|required| required.value));
        }
    }
}
