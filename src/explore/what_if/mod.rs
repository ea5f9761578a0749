//! Before and after: who moved, by how much, and which change did it.
//! `Side, Side → what_if → WhatIf`; `diff` adds to it what only a diff asks.

pub mod many;

use crate::explore::diff::change::{Change, changes};
use crate::explore::effects::{Effects, effects};
use crate::explore::moves::{Move, moves};
use crate::explore::side::Side;

/// Two scenarios compared.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// What the two state differently.
    pub changes: Vec<Change>,
    /// Every vendor of either, in the order of the second, then those gone in that of the first.
    pub moves: Vec<Move>,
    /// What each change did.
    pub effects: Effects,
    /// Whether scores of the two can be compared: the method is the same.
    pub comparable: bool,
}

/// Compares two scenarios. `seed` is used only where there are too many changes for every coalition.
pub fn what_if(before: Side<'_>, after: Side<'_>, seed: u64) -> WhatIf {
    let changes = changes(before.document, after.document);
    let effects = effects(before, after, &changes, seed);
    let comparable = before.model.method.kind == after.model.method.kind;
    WhatIf { moves: moves(before, after, None), changes, effects, comparable }
}
