//! What the reading hangs on: the smallest departures that choose others, and whose verdict varies.
//! After the reading, before the decision is put together.

use crate::decide::completion::{Completion, Departure};
use crate::decide::contenders::{Choice, Contenders, Obstacle};
use crate::decide::decision::{Condition, Search};
use crate::decide::departures::standing_varies;
use crate::decide::evaluation::{Evaluation, Notice};
use crate::decide::frame::Frame;
use crate::model::id::VendorId;

/// Up to this many unknowns every completion is run.
const EXACT: usize = 16;

/// Cells that a search may look at before it stops at a shorter one: some seconds at most.
const WORK: usize = 400_000_000;

/// What the reading hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Conditions {
    /// Smallest departures that change the chosen set, fewest departures first, then in order.
    pub conditions: Vec<Condition>,
    /// For each vendor whether some completion gives another verdict.
    pub conditional: Vec<bool>,
    /// How far completions were searched.
    pub search: Search,
    /// Departures that could not be run.
    pub notices: Vec<Notice>,
}

/// Searches what the reading hangs on.
pub fn conditions(frame: &Frame<'_>, reading: &Evaluation) -> Conditions {
    let found = Contenders::likely(frame).and_then(|contenders| search(contenders, reading));
    let runs = match found {
        Ok(runs) => runs,
        // Vendors out of the contest may decide a tie: everything open is looked at.
        Err(_) => match search(Contenders::all(frame), reading) {
            Ok(runs) => runs,
            Err(_) => Runs::none(),
        },
    };
    let mut conditional: Vec<bool> = frame
        .model
        .vendor_ids()
        .map(|vendor| standing_varies(frame, vendor, reading.row(vendor).is_some()))
        .collect();
    for vendor in &runs.varying {
        conditional[vendor.index()] = true;
    }
    let refused = runs.refused.len();
    Conditions {
        conditions: runs.conditions,
        conditional,
        search: runs.search,
        notices: runs
            .refused
            .into_iter()
            .next()
            .map(|departures| Notice::CannotRun(Completion { departures }, refused))
            .into_iter()
            .collect(),
    }
}

struct Runs {
    conditions: Vec<Condition>,
    varying: Vec<VendorId>,
    search: Search,
    refused: Vec<Vec<Departure>>,
}

impl Runs {
    fn none() -> Self {
        Self {
            conditions: Vec::new(),
            varying: Vec::new(),
            search: Search::Exact(0),
            refused: Vec::new(),
        }
    }
}

fn search(mut contenders: Contenders<'_, '_>, reading: &Evaluation) -> Result<Runs, Obstacle> {
    let mut chosen = reading.chosen.clone();
    chosen.sort_unstable();
    let start = Choice { best_first: reading.chosen.clone(), chosen, tied: reading.tied.clone() };
    let unknowns = contenders.departures.len();
    if unknowns == 0 {
        return Ok(Runs::none());
    }
    if unknowns <= EXACT && is_affordable(&contenders, 1 << unknowns) {
        return exact(&mut contenders, &start);
    }
    up_to_two(&mut contenders, &start)
}

fn is_affordable(contenders: &Contenders<'_, '_>, runs: usize) -> bool {
    runs.saturating_mul(contenders.work()) <= WORK
}

/// Whether a departure cannot change a choice: scores stand alone, and it only takes a vendor out of
/// the field that is neither chosen nor tied across the edge. Nobody moves up then.
fn is_inert(contenders: &Contenders<'_, '_>, choice: &Choice, departure: Departure) -> bool {
    match departure {
        Departure::Fails(_) => false,
        Departure::Misses(vendor, _) => {
            contenders.are_alone()
                && choice.chosen.binary_search(&vendor).is_err()
                && choice.tied.binary_search(&vendor).is_err()
        }
    }
}

/// Runs one completion; a refused one is written down and answers nothing.
fn run(
    contenders: &mut Contenders<'_, '_>,
    departures: &[Departure],
    refused: &mut Vec<Vec<Departure>>,
) -> Result<Option<Choice>, Obstacle> {
    let mut departures = departures.to_vec();
    departures.sort_unstable();
    let completion = Completion { departures };
    match contenders.choice(&completion) {
        Ok(choice) => Ok(Some(choice)),
        Err(Obstacle::NearTie) => Err(Obstacle::NearTie),
        Err(Obstacle::Refused) => {
            refused.push(completion.departures);
            Ok(None)
        }
    }
}

/// Every completion, each set of departures after its subsets.
fn exact(contenders: &mut Contenders<'_, '_>, start: &Choice) -> Result<Runs, Obstacle> {
    let departures = contenders.departures.clone();
    let listed = |mask: usize| -> Vec<Departure> {
        let bits = (0..departures.len()).filter(|bit| mask >> bit & 1 == 1);
        bits.map(|bit| departures[bit]).collect()
    };
    let size = 1_usize << departures.len();
    let mut choices = vec![Some(start.clone())];
    let mut choice_of = vec![0_usize; size];
    let mut refused = Vec::new();
    // Gates are the low bits, so the pattern of failing assumptions changes seldom.
    for mask in 1..size {
        let inert = (0..departures.len()).filter(|bit| mask >> bit & 1 == 1).find(|bit| {
            let before = choices[choice_of[mask ^ (1 << bit)]].as_ref();
            before.is_some_and(|choice| is_inert(contenders, choice, departures[*bit]))
        });
        choice_of[mask] = match inert {
            Some(bit) => choice_of[mask ^ (1 << bit)],
            None => {
                let choice = run(contenders, &listed(mask), &mut refused)?;
                choices.push(choice);
                choices.len() - 1
            }
        };
    }
    let changes: Vec<bool> = choices
        .iter()
        .map(|choice| choice.as_ref().is_some_and(|choice| choice.chosen != start.chosen))
        .collect();
    let mut has_smaller = vec![false; size];
    let mut conditions = Vec::new();
    for mask in 1..size {
        let below = (0..departures.len()).filter(|bit| mask >> bit & 1 == 1);
        has_smaller[mask] = below
            .map(|bit| mask ^ (1 << bit))
            .any(|smaller| has_smaller[smaller] || changes[choice_of[smaller]]);
        if changes[choice_of[mask]] && !has_smaller[mask] {
            conditions.extend(
                choices[choice_of[mask]].as_ref().map(|choice| condition(listed(mask), choice)),
            );
        }
    }
    sort(&mut conditions);
    let varying = varying(choices.iter().flatten(), start);
    Ok(Runs { conditions, varying, search: Search::Exact(departures.len()), refused })
}

/// Single departures, then pairs. A pair is a condition where neither of the two is one by itself;
/// the others tell whose verdict varies.
fn up_to_two(contenders: &mut Contenders<'_, '_>, start: &Choice) -> Result<Runs, Obstacle> {
    let departures = contenders.departures.clone();
    let mut refused = Vec::new();
    let mut choices = Vec::new();
    let mut conditions = Vec::new();
    // With the choice after each; `None` leaves the start as it is.
    let mut singles: Vec<(Departure, Option<Choice>)> = Vec::new();
    for &departure in &departures {
        if is_inert(contenders, start, departure) {
            singles.push((departure, None));
        } else if let Some(choice) = run(contenders, &[departure], &mut refused)? {
            if choice.chosen != start.chosen {
                conditions.push(condition(vec![departure], &choice));
                choices.push(choice.clone());
            }
            singles.push((departure, Some(choice)));
        }
    }
    let active = active_pairs(contenders, start, &singles);
    let pairs = is_affordable(contenders, active.len());
    for &[one, two] in active.iter().filter(|_| pairs) {
        let pair = [singles[one].0, singles[two].0];
        let Some(choice) = run(contenders, &pair, &mut refused)? else { continue };
        if choice.chosen != start.chosen {
            let is_quiet = |at: usize| {
                singles[at].1.as_ref().is_none_or(|single| single.chosen == start.chosen)
            };
            if is_quiet(one) && is_quiet(two) {
                conditions.push(condition(pair.to_vec(), &choice));
            }
            choices.push(choice);
        }
    }
    sort(&mut conditions);
    let varying = varying(choices.iter(), start);
    let unknowns = departures.len();
    let search = if pairs { Search::UpToTwo(unknowns) } else { Search::UpToOne(unknowns) };
    Ok(Runs { conditions, varying, search, refused })
}

/// The pairs that may do more than one of the two by itself, as indices of `singles`.
fn active_pairs(
    contenders: &Contenders<'_, '_>,
    start: &Choice,
    singles: &[(Departure, Option<Choice>)],
) -> Vec<[usize; 2]> {
    let mut active = Vec::new();
    for (at, (first, after_first)) in singles.iter().enumerate() {
        // Two departures that leave the start as it is leave it so together.
        let Some(after_first) = after_first else { continue };
        for (other, (second, after_second)) in singles.iter().enumerate() {
            let is_repeated = other == at || (other < at && after_second.is_some());
            if !is_repeated
                && !is_inert(contenders, after_first, *second)
                && !is_inert(contenders, after_second.as_ref().unwrap_or(start), *first)
            {
                active.push([at, other]);
            }
        }
    }
    active
}

fn condition(mut departures: Vec<Departure>, choice: &Choice) -> Condition {
    departures.sort_unstable();
    Condition { departures, chosen: choice.best_first.clone(), tied: choice.tied.clone() }
}

fn sort(conditions: &mut [Condition]) {
    conditions.sort_by(|a, b| {
        (a.departures.len(), &a.departures).cmp(&(b.departures.len(), &b.departures))
    });
}

/// Vendors that are chosen in one of these and not in the start, or the other way round.
fn varying<'c>(choices: impl Iterator<Item = &'c Choice>, start: &Choice) -> Vec<VendorId> {
    let mut varying = Vec::new();
    for choice in choices {
        let is_in = |list: &[VendorId], vendor: &VendorId| list.binary_search(vendor).is_ok();
        varying.extend(choice.chosen.iter().filter(|vendor| !is_in(&start.chosen, vendor)));
        varying.extend(start.chosen.iter().filter(|vendor| !is_in(&choice.chosen, vendor)));
    }
    varying.sort_unstable();
    varying.dedup();
    varying
}
