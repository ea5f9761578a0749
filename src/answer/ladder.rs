//! How much has to be agreed about the weights before a choice is settled.
//! Nested weight sets, each pair of vendors under each: the ladder of `robust`.

use crate::answer::contest::Contest;
use crate::answer::dominance::dominates;
use crate::answer::weight_set::WeightSet;

/// How one vendor stands to another over a whole set of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairVerdict {
    /// △ At least as good on every criterion and better on one.
    Dominates,
    /// + Ahead by more than the tie tolerance for every weight in the set.
    Wins,
    /// ? Some weights in the set say otherwise.
    Undecided,
    /// The set holds no weights at all.
    Empty,
}

/// One set of weights and what it settles.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Vendors × vendors: the row against the column; the diagonal is `Undecided`.
    pub pairs: Vec<Vec<PairVerdict>>,
    /// Whether the same vendors are chosen for every weight in the set.
    pub is_settled: bool,
}

/// How a vendor stands to a rival over a set of weights.
pub fn verdict(contest: &Contest<'_>, vendor: usize, rival: usize, set: &WeightSet) -> PairVerdict {
    match set.minimum(&contest.differences(vendor, rival)) {
        None => PairVerdict::Empty,
        Some(_) if dominates(contest.values, vendor, rival) => PairVerdict::Dominates,
        Some(minimum) if minimum.lead > contest.tie => PairVerdict::Wins,
        Some(_) => PairVerdict::Undecided,
    }
}

/// The ladder over the sets given, in their order (widest first is how people read it).
///
/// A choice is settled where every chosen vendor wins against every other for all weights in the
/// set; that is also necessary, since a pair lost somewhere changes who is chosen there.
pub fn ladder(contest: &Contest<'_>, sets: &[WeightSet]) -> Vec<Rung> {
    let scores = contest.scores();
    let is_chosen: Vec<bool> =
        (0..contest.vendors()).map(|vendor| contest.is_chosen(vendor, &scores)).collect();
    let chosen = is_chosen.iter().filter(|chosen| **chosen).count();
    let is_decided = chosen == contest.choose.min(contest.vendors());
    sets.iter().map(|set| rung(contest, set, is_decided.then_some(&is_chosen))).collect()
}

fn rung(contest: &Contest<'_>, set: &WeightSet, chosen: Option<&Vec<bool>>) -> Rung {
    let vendors = contest.vendors();
    let pairs: Vec<Vec<PairVerdict>> = (0..vendors)
        .map(|a| {
            (0..vendors)
                .map(|b| match a == b {
                    true => PairVerdict::Undecided,
                    false => verdict(contest, a, b, set),
                })
                .collect()
        })
        .collect();
    // Dominance alone may still tie where only criteria of no weight differ.
    let wins = |a: usize, b: usize| {
        set.minimum(&contest.differences(a, b)).is_some_and(|minimum| minimum.lead > contest.tie)
    };
    let is_settled = chosen.is_some_and(|chosen| {
        (0..vendors)
            .filter(|&a| chosen[a])
            .all(|a| (0..vendors).filter(|&b| !chosen[b]).all(|b| wins(a, b)))
    });
    Rung { pairs, is_settled }
}
