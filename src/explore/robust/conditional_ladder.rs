//! The chance that each vendor ends up chosen, over everything that somebody else still decides.
//! Every completion where they are few; a product where requirements touch gates only; else sampled.

use std::collections::BTreeMap;

use crate::answer::smaa::generator::{fine_uniform, seeded};
use crate::decide::bench::Bench;
use crate::explore::robust::open::Open;
use crate::explore::robust::part::Stop;
use crate::explore::robust::stability::{Swept, is_own_everywhere};
use crate::model::id::{AssumptionId, VendorId};
use crate::model::scenario::Model;

/// Who ends up chosen, and how likely.
#[derive(Debug, Clone, PartialEq)]
pub struct Chances {
    /// What may come out, most likely first, then in order of the chosen; with `refused` chances
    /// add up to 1.
    pub outcomes: Vec<Outcome>,
    /// The chance that the method cannot rank what comes out.
    pub refused: f64,
    /// For everybody who may be chosen, most likely first: the chance that they are.
    pub vendors: Vec<(VendorId, f64)>,
    /// How it was found.
    pub how: How,
    /// The assumptions it is over.
    pub open: Vec<Open>,
}

/// One thing that may come out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The chosen in declared order; nobody where empty.
    pub chosen: Vec<VendorId>,
    /// Who is tied across the edge then.
    pub tied: Vec<VendorId>,
    /// In [0, 1].
    pub chance: f64,
}

/// How chances were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By every completion.
    Enumerated,
    /// By p_b Π (1 − p_c) over everybody c above b.
    Product,
    /// From so many draws.
    Sampled(u64),
}

/// Up to so many assumptions every completion is run.
pub const MOST_ENUMERATED: usize = 16;
/// Draws where there are more.
const DRAWS: u64 = 16_384;

impl Chances {
    /// Nothing worked out yet of what is open.
    pub fn none(open: &[Open]) -> Self {
        Self {
            outcomes: Vec::new(),
            refused: 0.0,
            vendors: Vec::new(),
            how: How::Enumerated,
            open: open.to_vec(),
        }
    }
}

/// Chosen and tied, each in declared order.
type Choice = (Vec<VendorId>, Vec<VendorId>);

/// The chances; assumptions are independent of each other but for what they require. Unknown
/// ratings are read as everywhere: as they count in the score, and as passing their gates. `None`
/// where stopped.
pub fn chances(
    swept: &Swept<'_>,
    bench: &Bench<'_>,
    open: &[Open],
    seed: u64,
    stop: Stop<'_>,
) -> Option<Chances> {
    let mut found: BTreeMap<Choice, f64> = BTreeMap::new();
    let mut refused = 0.0;
    let mut add = |failing: &[AssumptionId], chance: f64| {
        let Ok(standing) = bench.complete(failing) else {
            refused += chance;
            return;
        };
        let mut chosen = standing.chosen;
        chosen.sort_unstable();
        *found.entry((chosen, standing.tied)).or_insert(0.0) += chance;
    };
    let how = if open.len() <= MOST_ENUMERATED {
        for mask in 0..1_usize << open.len() {
            let mut chance = 1.0;
            let mut failing = Vec::new();
            for (bit, each) in open.iter().enumerate() {
                if mask >> bit & 1 == 1 {
                    failing.push(each.assumption);
                    chance *= 1.0 - each.probability;
                } else {
                    chance *= each.probability;
                }
            }
            if stop.is_asked() {
                return None;
            }
            if chance > 0.0 {
                add(&failing, chance);
            }
        }
        How::Enumerated
    } else if let Some(product) = product(swept, open) {
        found = product;
        How::Product
    } else {
        let mut generator = seeded(seed, 0, 0);
        for _ in 0..DRAWS {
            if stop.is_asked() {
                return None;
            }
            let failing: Vec<AssumptionId> = open
                .iter()
                .filter(|each| fine_uniform(&mut generator) >= each.probability)
                .map(|each| each.assumption)
                .collect();
            add(&failing, 1.0 / DRAWS as f64);
        }
        How::Sampled(DRAWS)
    };
    let mut outcomes: Vec<Outcome> = found
        .into_iter()
        .map(|((chosen, tied), chance)| Outcome { chosen, tied, chance })
        .collect();
    outcomes.sort_by(|a, b| b.chance.total_cmp(&a.chance).then(a.chosen.cmp(&b.chosen)));
    let mut by_vendor: BTreeMap<VendorId, f64> = BTreeMap::new();
    for outcome in &outcomes {
        for id in &outcome.chosen {
            *by_vendor.entry(*id).or_insert(0.0) += outcome.chance;
        }
    }
    let mut vendors: Vec<(VendorId, f64)> = by_vendor.into_iter().collect();
    vendors.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Some(Chances { outcomes, refused, vendors, how, open: open.to_vec() })
}

/// The product form; `None` where requirements touch ratings, are shared between vendors, or scores
/// move with the field.
fn product(swept: &Swept<'_>, open: &[Open]) -> Option<BTreeMap<Choice, f64>> {
    let model = swept.model;
    let reading = swept.reading;
    let touches_ratings = model
        .vendors
        .iter()
        .flat_map(|vendor| vendor.ratings.iter().flatten())
        .any(|rating| !rating.requires.is_empty());
    let is_plain = model.choose == 1
        && !touches_ratings
        && is_own_everywhere(swept)
        && swept.basis.is_some_and(|basis| basis.is_value);
    let mut ranks = reading.ranks.clone();
    ranks.sort_unstable();
    ranks.dedup();
    if !is_plain || ranks.len() != reading.field.len() {
        return None;
    }
    let mut taken = vec![false; model.assumptions.len()];
    let mut left = 1.0;
    let mut found = BTreeMap::new();
    for &row in &reading.order {
        let vendor = reading.field[row];
        let mut chance = 1.0;
        for each in open.iter().filter(|each| rests_on(model, vendor, each.assumption)) {
            if std::mem::replace(&mut taken[each.assumption.index()], true) {
                return None;
            }
            chance *= each.probability;
        }
        found.insert((vec![vendor], Vec::new()), left * chance);
        left *= 1.0 - chance;
    }
    if left > 0.0 {
        found.insert((Vec::new(), Vec::new()), left);
    }
    found.retain(|_, chance| *chance > 0.0);
    Some(found)
}

/// Whether a vendor as a whole requires an assumption, near or far.
fn rests_on(model: &Model, vendor: VendorId, assumption: AssumptionId) -> bool {
    let mut walk: Vec<AssumptionId> =
        model.vendor(vendor).requires.iter().map(|id| id.value).collect();
    let mut seen = vec![false; model.assumptions.len()];
    while let Some(id) = walk.pop() {
        if id == assumption {
            return true;
        }
        if !std::mem::replace(&mut seen[id.index()], true) {
            walk.extend(model.assumption(id).requires.iter().map(|id| id.value));
        }
    }
    false
}
