//! The smallest sets of items whose removal changes an outcome, and a set that suffices for it.
//! For load-bearing evidence: items are claims, the outcome is the choice.

use crate::answer::subsets::each_of_size;
use std::ops::ControlFlow;

/// Largest size of a set that is searched for.
pub const LARGEST: usize = 3;

/// All inclusion-minimal sets of up to `largest` items (at most [`LARGEST`]) for which
/// `changes` says yes, smallest first, in lexical order within a size.
///
/// `changes` need not be monotone: a set is asked whenever none of its proper subsets changes the
/// outcome, so every answer is minimal by construction and none of this size is missed.
/// At most Σ C(items, size) questions: 36 050 for 60 items and triples.
pub fn changing_sets(
    items: usize,
    largest: usize,
    mut changes: impl FnMut(&[usize]) -> bool,
) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    // Singles fall out of the walk; pairs are looked up in a table, so that a triple costs
    // three look-ups beside the question itself.
    let mut is_pair = vec![false; items * items];
    let mut left: Vec<usize> = (0..items).collect();
    for size in 1..=largest.min(LARGEST) {
        let mut new: Vec<Vec<usize>> = Vec::new();
        let _ = each_of_size(&left, size, &mut |set| {
            let holds_pair = size == 3
                && (is_pair[set[0] * items + set[1]]
                    || is_pair[set[0] * items + set[2]]
                    || is_pair[set[1] * items + set[2]]);
            if !holds_pair && changes(set) {
                new.push(set.to_vec());
            }
            ControlFlow::Continue(())
        });
        for set in &new {
            match set[..] {
                [single] => left.retain(|item| *item != single),
                [a, b] => is_pair[a * items + b] = true,
                _ => {}
            }
        }
        found.append(&mut new);
    }
    found
}

/// A set of items that suffices for the outcome, and from which none can be left out.
///
/// Starts from everything and leaves out what it can, last item first, until a whole pass leaves
/// nothing out; so it is minimal even where `suffices` is not monotone, though not always the
/// smallest. `None` where even everything does not suffice.
pub fn sufficient_set(
    items: usize,
    mut suffices: impl FnMut(&[usize]) -> bool,
) -> Option<Vec<usize>> {
    let mut kept: Vec<usize> = (0..items).collect();
    if !suffices(&kept) {
        return None;
    }
    loop {
        let before = kept.len();
        for idx in (0..kept.len()).rev() {
            let mut without = kept.clone();
            without.remove(idx);
            if suffices(&without) {
                kept = without;
            }
        }
        if kept.len() == before {
            return Some(kept);
        }
    }
}
