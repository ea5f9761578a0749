//! Brute force over small scenarios: every rating of a grid, every share of a grid and at every
//! crossing. What `flip` states is never larger than what is found so, and it misses nothing.

use proptest::prelude::{ProptestConfig, Strategy, TestCaseError, any, prop_assert, proptest};

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::explore::flip::bundle::Goal;
use rationale::explore::flip::step::{Step, rated};
use rationale::model::criterion::Rated;
use rationale::model::datum::Datum;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;

use crate::support::random_model::{Recipe, text};
use crate::support::read::model;
use crate::{Case, decide};

/// Half a unit of a scale of ten.
const GRID: i32 = 20;

/// What rounding to the digits that people read may add to a rating, and to an effort of 3 on three
/// criteria.
const ROUNDING: f64 = 0.011;

/// What rounding to a tenth of a per cent may add to a share.
const PERCENT: f64 = 0.0011;

fn small() -> impl Strategy<Value = (Recipe, [u8; 3])> {
    let recipe = (any::<u64>(), 2..=4_usize, 1..=3_usize, any::<bool>());
    let recipe = recipe.prop_map(|(seed, vendors, criteria, open)| Recipe {
        seed,
        vendors,
        criteria,
        method: None,
        fixed: true,
        open,
    });
    (recipe, [1..=3_u8, 1..=3_u8, 1..=3_u8])
}

/// The scenario of a recipe, some ratings harder to move than others.
fn case((recipe, efforts): &(Recipe, [u8; 3])) -> Option<Case> {
    let mut text = text(recipe);
    for (idx, effort) in efforts.iter().enumerate() {
        let header = format!("[criteria.c{idx}]\n");
        text = text.replace(&header, &format!("{header}effort = {effort}\n"));
    }
    let model = model(&text);
    let decision = decide(&model).ok()?;
    Some(Case { text, model, decision })
}

/// Every rating of the grid.
fn options(model: &Model, id: CriterionId) -> Vec<Datum> {
    match &model.criterion(id).leaf().unwrap().rated {
        Rated::Levels(levels) => (0..levels.len()).map(Datum::Level).collect(),
        Rated::Boolean => vec![Datum::Boolean(false), Datum::Boolean(true)],
        Rated::Number => {
            (0..=GRID).map(|at| Datum::Number(10.0 * f64::from(at) / f64::from(GRID))).collect()
        }
        Rated::Text => Vec::new(),
    }
}

fn leaves(model: &Model) -> Vec<CriterionId> {
    model.criterion_ids().filter(|id| model.criterion(*id).leaf().is_some()).collect()
}

fn distance(from: &Datum, to: &Datum) -> f64 {
    match (from, to) {
        (Datum::Number(from), Datum::Number(to)) => (to - from).abs(),
        (Datum::Level(from), Datum::Level(to)) => from.abs_diff(*to) as f64,
        _ => f64::from(u8::from(from != to)),
    }
}

/// Every combination of one of these for each leaf; `None` leaves a rating as it is.
fn combinations(model: &Model) -> Vec<Vec<(CriterionId, Option<Datum>)>> {
    let mut all = vec![Vec::new()];
    for id in leaves(model) {
        let options: Vec<Option<Datum>> =
            std::iter::once(None).chain(options(model, id).into_iter().map(Some)).collect();
        let longer = |start: &Vec<(CriterionId, Option<Datum>)>| {
            let longer: Vec<Vec<_>> = options
                .iter()
                .map(|option| [start.clone(), vec![(id, option.clone())]].concat())
                .collect();
            longer
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// Σ effort × change of value; `None` where a rating that nobody knows moves.
fn effort(case: &Case, vendor: VendorId, moved: &[(CriterionId, Option<Datum>)]) -> Option<f64> {
    let reading = &case.decision.reading;
    let mut sum = 0.0;
    for (id, to) in moved {
        let Some(to) = to else { continue };
        let today = reading.cells[vendor.index()][id.index()].quantity.point()?;
        if reading.column(*id).is_none() {
            continue;
        }
        let worth =
            |datum: &Datum| rationale::explore::flip::room::own_value(&case.model, *id, datum);
        let leaf = case.model.criterion(*id).leaf().unwrap();
        sum += leaf.effort * (worth(to)? - worth(&today)?).abs();
    }
    Some(sum)
}

fn chosen(bench: &Bench<'_>, vendor: VendorId, changes: &[Change]) -> bool {
    bench.run(changes).is_ok_and(|standing| standing.chosen.contains(&vendor))
}

/// Shares at which two vendors of the field are level along one weight, and a hair beside them.
fn crossings(bench: &Bench<'_>, criterion: CriterionId) -> Vec<f64> {
    let scores = |share: f64| bench.run(&[Change::Share { criterion, share }]).ok()?.scores;
    let (Some(low), Some(high)) = (scores(0.0), scores(1.0)) else { return Vec::new() };
    let mut found = Vec::new();
    // Where weights take a vendor out of the field, the grid has to do.
    if low.len() != high.len() {
        return found;
    }
    for one in 0..low.len() {
        for other in 0..one {
            let [start, end] = [low[one] - low[other], high[one] - high[other]];
            let at = start / (start - end);
            if at.is_finite() && (0.0..=1.0).contains(&at) {
                found.extend([at, (at - 1e-6).max(0.0), (at + 1e-6).min(1.0)]);
            }
        }
    }
    found
}

fn one_rating(case: &Case) -> Result<(), TestCaseError> {
    let bench = Bench::new(&case.model).unwrap();
    for flip in case.flips().iter().filter(|flip| !flip.is_already()) {
        for id in leaves(&case.model) {
            let cell = &case.decision.reading.cells[flip.vendor.index()][id.index()];
            let stated = flip.ratings.iter().find(|step| step.criterion == id);
            for option in options(&case.model, id) {
                if !chosen(&bench, flip.vendor, &[rated(flip.vendor, id, option.clone())]) {
                    continue;
                }
                let is_known = stated.is_some_and(|step| match cell.quantity.point() {
                    Some(from) => distance(&from, &step.to) <= distance(&from, &option) + ROUNDING,
                    None => true,
                });
                prop_assert!(is_known, "{option:?} beats {stated:?}\n{}", case.text);
            }
        }
    }
    Ok(())
}

fn several_ratings(case: &Case) -> Result<(), TestCaseError> {
    let bench = Bench::new(&case.model).unwrap();
    let combinations = combinations(&case.model);
    for flip in case.flips().iter().filter(|flip| !flip.is_already()) {
        let bundle = |goal| flip.bundles.iter().find(|bundle| bundle.goal == goal);
        let fewest = bundle(Goal::Fewest);
        let cheapest = bundle(Goal::Cheapest);
        let assumed: Vec<Change> = fewest
            .iter()
            .flat_map(|bundle| &bundle.steps)
            .filter(|step| matches!(step, Step::Assumption { .. }))
            .map(Step::change)
            .collect();
        let count = fewest.map(|bundle| bundle.steps.len() - assumed.len());
        let stated = cheapest.and_then(|bundle| bundle.effort);
        for moved in &combinations {
            let number = moved.iter().filter(|(_, to)| to.is_some()).count();
            let cost = effort(case, flip.vendor, moved);
            let is_exact = fewest.is_none_or(|bundle| bundle.is_exact);
            let is_fewer = is_exact && count.is_none_or(|count| number < count);
            let is_cheaper = cheapest.is_some_and(|bundle| bundle.is_exact)
                && cost.zip(stated).is_some_and(|(cost, stated)| cost + 3.0 * ROUNDING < stated);
            if !(is_fewer || is_cheaper) {
                continue;
            }
            let mut changes = assumed.clone();
            let ratings = moved.iter().filter_map(|(id, to)| Some((*id, to.clone()?)));
            changes.extend(ratings.map(|(id, to)| rated(flip.vendor, id, to)));
            let is_enough = chosen(&bench, flip.vendor, &changes);
            prop_assert!(
                !is_enough,
                "{moved:?} ({cost:?}) beats {:?} for {:?}\n{}",
                flip.bundles,
                flip.vendor,
                case.text
            );
        }
    }
    Ok(())
}

fn one_weight(case: &Case) -> Result<(), TestCaseError> {
    let bench = Bench::new(&case.model).unwrap();
    for flip in case.flips() {
        for id in case.decision.reading.leaves.clone() {
            let grid = (0..=200).map(|at| f64::from(at) / 200.0);
            let shares: Vec<f64> = grid.chain(crossings(&bench, id)).collect();
            let is_chosen =
                |share: f64| chosen(&bench, flip.vendor, &[Change::Share { criterion: id, share }]);
            if let Some(keeps) = &flip.keeps {
                let keep = keeps.weights.iter().find(|keep| keep.criterion == id);
                let low = keep.and_then(|keep| keep.low.as_ref()).map(|edge| edge.threshold);
                let high = keep.and_then(|keep| keep.high.as_ref()).map(|edge| edge.threshold);
                // At the very end of the line others may be level with it, and nothing turns.
                let within = low.unwrap_or(1e-9)..=high.unwrap_or(1.0 - 1e-9);
                for share in shares.into_iter().filter(|share| within.contains(share)) {
                    let kept = bench.run(&[Change::Share { criterion: id, share }]).is_err()
                        || is_chosen(share);
                    prop_assert!(kept, "{share} loses within {keep:?}\n{}", case.text);
                }
                continue;
            }
            let stated = flip.weights.iter().find(|step| step.criterion == id);
            for share in shares.into_iter().filter(|share| is_chosen(*share)) {
                let is_known = stated.is_some_and(|step| {
                    (step.percent / 100.0 - step.from).abs() <= (share - step.from).abs() + PERCENT
                });
                prop_assert!(
                    is_known,
                    "{share} beats {stated:?} for {:?} on {id:?}\n{}",
                    flip.vendor,
                    case.text
                );
            }
        }
    }
    Ok(())
}

/// Shares in fortieths.
fn lattice(leaves: usize) -> Vec<Vec<f64>> {
    let mut all = vec![(Vec::new(), 40)];
    for _ in 1..leaves {
        all = all
            .into_iter()
            .flat_map(|(start, left)| {
                (0..=left).map(move |part| ([start.clone(), vec![part]].concat(), left - part))
            })
            .collect();
    }
    let whole = all.into_iter().map(|(start, left): (Vec<i32>, i32)| [start, vec![left]].concat());
    whole.map(|parts| parts.into_iter().map(|part| f64::from(part) / 40.0).collect()).collect()
}

fn all_weights(case: &Case) -> Result<(), TestCaseError> {
    let bench = Bench::new(&case.model).unwrap();
    let reading = &case.decision.reading;
    let today: Vec<f64> =
        reading.leaves.iter().map(|id| reading.shares[id.index()].unwrap_or(0.0)).collect();
    let moved = |shares: &[f64]| {
        shares.iter().zip(&today).map(|(to, from)| (to - from).abs()).sum::<f64>() / 2.0
    };
    for flip in case.flips().iter().filter(|flip| !flip.is_already()) {
        let thresholds: Option<Vec<f64>> = flip
            .joint
            .as_ref()
            .map(|joint| joint.steps.iter().map(|step| step.threshold).collect());
        let exact = thresholds.as_deref().map(moved);
        for shares in lattice(today.len()) {
            let asked = reading.leaves.iter().zip(&shares);
            let changes: Vec<Change> = asked
                .map(|(criterion, share)| Change::Share { criterion: *criterion, share: *share })
                .collect();
            let is_nearer = exact.is_none_or(|exact| exact > moved(&shares) + 1e-7);
            if !is_nearer
                || flip.joint.as_ref().is_some_and(|joint| !joint.is_exact)
                || !chosen(&bench, flip.vendor, &changes)
            {
                continue;
            }
            prop_assert!(
                false,
                "{shares:?} ({}) beats {:?} for {:?}\n{}",
                moved(&shares),
                flip.joint,
                flip.vendor,
                case.text
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_rating_of_a_grid_is_nearer_than_the_one_that_is_stated(small in small()) {
        if let Some(case) = case(&small) { one_rating(&case)?; }
    }

    #[test]
    fn no_share_is_nearer_than_the_one_that_is_stated(small in small()) {
        if let Some(case) = case(&small) { one_weight(&case)?; }
    }

    #[test]
    fn no_shares_of_a_lattice_are_nearer_than_those_that_are_stated(small in small()) {
        if let Some(case) = case(&small) { all_weights(&case)?; }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_ratings_of_a_grid_are_fewer_or_cheaper_than_those_that_are_stated(small in small()) {
        if let Some(case) = case(&small) { several_ratings(&case)?; }
    }
}
