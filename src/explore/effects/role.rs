//! Which changes play in the split, and which only make room for others.
//! A claim that nobody relied on before does nothing by coming to stand: the ratings that now name it do.

use crate::explore::diff::change::{Change, Reach};
use crate::explore::side::Side;
use crate::model::assumption::Status;
use crate::model::evidence::Evidence;
use crate::model::id::AssumptionId;
use crate::model::scenario::Model;
use crate::model::vendor::Vendor;

/// What becomes of a change in every blend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Made or not, as its player joins or not.
    Plays,
    /// Made in every blend: by itself it changes nothing of the first side.
    Always,
    /// Made in none: without it the second side would be the same.
    Never,
}

/// The role of each change.
pub fn roles(before: Side<'_>, after: Side<'_>, changes: &[Change]) -> Vec<Role> {
    changes.iter().map(|change| role(before.model, after.model, change)).collect()
}

fn role(before: &Model, after: &Model, change: &Change) -> Role {
    match change.reach {
        Reach::Words => return Role::Never,
        Reach::Declares if change.to.is_some() => return Role::Always,
        Reach::Declares => return Role::Never,
        Reach::Counts => {}
    }
    let path: Vec<&str> = change.path.iter().map(String::as_str).collect();
    let (relied_on, is_better): (fn(&Model, &str) -> bool, bool) = match path.as_slice() {
        ["evidence", id, "retracted"] => (names_claim, !is_retracted_claim(after, id)),
        ["sources", id, "retracted"] => (names_source, !is_retracted_source(after, id)),
        ["assumptions", id, "status"] => (requires, !has_failed(after, id)),
        _ => return Role::Plays,
    };
    let Some(id) = path.get(1) else { return Role::Plays };
    match (is_better, relied_on(before, id), relied_on(after, id)) {
        (true, false, _) => Role::Always,
        (false, _, false) => Role::Never,
        _ => Role::Plays,
    }
}

fn names_claim(model: &Model, id: &str) -> bool {
    in_running(model).any(|vendor| {
        let evidence = vendor.ratings.iter().flatten().flat_map(|rating| &rating.evidence);
        evidence.into_iter().any(|claim| model.claim(claim.value).name == id)
    })
}

/// Whether a rating names a claim that comes down to the source, through whatever relays it.
fn names_source(model: &Model, id: &str) -> bool {
    let leads = |claim: &Evidence| {
        let mut open: Vec<_> = claim.sources.iter().map(|source| source.value).collect();
        let mut seen = Vec::new();
        while let Some(source) = open.pop() {
            if !seen.contains(&source) {
                seen.push(source);
                open.extend(model.source(source).relays.iter().map(|relayed| relayed.value));
            }
        }
        seen.iter().any(|source| model.source(*source).name == id)
    };
    model.evidence.iter().any(|claim| leads(claim) && names_claim(model, &claim.name))
}

/// Whether a vendor or a rating in the running, or another assumption, requires it.
fn requires(model: &Model, id: &str) -> bool {
    let is_it = |required: AssumptionId| model.assumption(required).name == id;
    let by_vendor = in_running(model).any(|vendor| {
        let ratings = vendor.ratings.iter().flatten().flat_map(|rating| &rating.requires);
        vendor.requires.iter().chain(ratings).any(|required| is_it(required.value))
    });
    by_vendor
        || model
            .assumptions
            .iter()
            .any(|other| other.requires.iter().any(|required| is_it(required.value)))
}

fn in_running(model: &Model) -> impl Iterator<Item = &Vendor> {
    model.vendors.iter().filter(|vendor| vendor.excluded.is_none())
}

fn is_retracted_claim(model: &Model, id: &str) -> bool {
    model.evidence.iter().any(|claim| claim.name == id && claim.retracted.is_some())
}

fn is_retracted_source(model: &Model, id: &str) -> bool {
    model.sources.iter().any(|source| source.name == id && source.retracted.is_some())
}

fn has_failed(model: &Model, id: &str) -> bool {
    model
        .assumptions
        .iter()
        .any(|assumption| assumption.name == id && assumption.status.value == Status::Fails)
}
