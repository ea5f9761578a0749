//! What `flip` states is true: applied as printed it makes the vendor chosen, a hair short it does
//! not, and every "impossible" has a proof that checks out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::decision::{Decision, Verdict};
use rationale::decide::run::decide;
use rationale::document::overlay::Flag;
use rationale::explore::flip::bundle::{Bundle, Goal};
use rationale::explore::flip::step::{RatingStep, Step, all, rated};
use rationale::explore::flip::{Flip, flip};
use rationale::model::criterion::Rated;
use rationale::model::datum::Datum;
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::scenario::Model;
use rationale::reasons::build::{Asked, build};

mod smallest;
#[path = "../support/mod.rs"]
mod support;
use support::random_model::{Recipe, recipes, recipes_for_any_method, text};
use support::read::{model, scenario};

fn chosen_with(text: &str, flags: &[Flag]) -> Vec<VendorId> {
    scenario(text, flags).decision.reading.chosen
}

struct Case {
    text: String,
    model: Model,
    decision: Decision,
}

fn case(recipe: &Recipe) -> Option<Case> {
    let text = text(recipe);
    let model = model(&text);
    let decision = decide(&model).ok()?;
    Some(Case { text, model, decision })
}

impl Case {
    fn flips(&self) -> Vec<Flip> {
        let reasons = build(&self.model, &self.decision, &Asked::default());
        let vendors = self.model.vendor_ids();
        vendors.map(|vendor| flip(&reasons, vendor).unwrap()).collect()
    }

    fn assert_chosen(&self, vendor: VendorId, steps: &[Step], wanted: bool) {
        let flags: Vec<Flag> = steps.iter().map(|step| step.flag(&self.model)).collect();
        let chosen = chosen_with(&self.text, &flags);
        assert_eq!(chosen.contains(&vendor), wanted, "{vendor:?} {flags:?}\n{}", self.text);
    }
}

/// Everything stated, with the flags that state it.
fn stated(flip: &Flip) -> Vec<Vec<Step>> {
    let mut stated: Vec<Vec<Step>> = Vec::new();
    stated.extend(flip.ratings.iter().map(|step| vec![Step::Rating(step.clone())]));
    stated.extend(flip.weights.iter().map(|step| vec![Step::Share(*step)]));
    stated.extend(flip.bundles.iter().map(|bundle| bundle.steps.clone()));
    stated.extend(
        flip.joint.iter().map(|joint| joint.steps.iter().copied().map(Step::Share).collect()),
    );
    if !flip.is_already() {
        stated.extend(flip.assumptions.iter().cloned());
    }
    let enough = flip.repairs.iter().filter(|repair| repair.is_enough);
    stated.extend(enough.map(|repair| repair.steps.clone()));
    stated
}

/// The same rating a hair nearer to today's; `None` where ratings move in steps.
fn short(step: &RatingStep) -> Option<Change> {
    let (Some(threshold), Some(Datum::Number(from))) = (step.threshold, step.from.as_ref()) else {
        return None;
    };
    let short = nearer(*from, threshold);
    // A threshold at today's own rating has no hair.
    (short != threshold).then(|| rated(step.vendor, step.criterion, Datum::Number(short)))
}

/// A hair from a threshold towards today's: a millionth of the way, above what halving leaves.
fn nearer(from: f64, threshold: f64) -> f64 {
    let way = threshold - from;
    threshold - way.signum() * (way.abs() * 1e-6).max(1e-9).min(way.abs())
}

fn small(recipe: Recipe) -> Recipe {
    Recipe { vendors: recipe.vendors.max(2), ..recipe }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_stated_works_as_printed(recipe in recipes()) {
        let Some(case) = case(&small(recipe)) else { return Ok(()) };
        for flip in case.flips() {
            for steps in stated(&flip) {
                case.assert_chosen(flip.vendor, &steps, true);
            }
            if flip.is_already() {
                for steps in &flip.assumptions {
                    case.assert_chosen(flip.vendor, steps, false);
                }
            }
        }
    }

    #[test]
    fn what_is_stated_works_as_printed_under_any_method(recipe in recipes_for_any_method()) {
        let Some(case) = case(&small(recipe)) else { return Ok(()) };
        for flip in case.flips() {
            for steps in stated(&flip) {
                case.assert_chosen(flip.vendor, &steps, true);
            }
        }
    }

    #[test]
    fn a_hair_short_does_not_work(recipe in recipes()) {
        let Some(case) = case(&small(recipe)) else { return Ok(()) };
        let bench = Bench::new(&case.model).unwrap();
        let is_chosen = |vendor, changes: &[Change]| {
            bench.run(changes).is_ok_and(|standing| standing.chosen.contains(&vendor))
        };
        for flip in case.flips() {
            for step in flip.ratings.iter().filter(|_| flip.is_exact_in_ratings) {
                if let Some(change) = short(step) {
                    prop_assert!(!is_chosen(flip.vendor, &[change]), "{step:?}\n{}", case.text);
                }
            }
            for step in flip.weights.iter().filter(|_| flip.is_exact_in_weights) {
                let share = nearer(step.from, step.threshold);
                let change = Change::Share { criterion: step.criterion, share };
                prop_assert!(!is_chosen(flip.vendor, &[change]), "{step:?}\n{}", case.text);
            }
            for bundle in flip.bundles.iter().filter(|bundle| bundle.is_exact) {
                let exact: Vec<Change> = bundle.steps.iter().map(|step| match step {
                    Step::Rating(RatingStep { threshold: Some(threshold), vendor, criterion, .. }) => {
                        rated(*vendor, *criterion, Datum::Number(*threshold))
                    }
                    other => other.change(),
                }).collect();
                for (idx, step) in bundle.steps.iter().enumerate() {
                    let Step::Rating(step) = step else { continue };
                    let Some(short) = short(step) else { continue };
                    let mut changes = exact.clone();
                    changes[idx] = short;
                    prop_assert!(!is_chosen(flip.vendor, &changes), "{bundle:?}\n{}", case.text);
                }
            }
        }
    }

    /// Brute force: the set of leaves that is moved is the smallest whose best ratings are enough.
    #[test]
    fn the_fewest_are_the_fewest(recipe in recipes()) {
        let Some(case) = case(&small(recipe)) else { return Ok(()) };
        let bench = Bench::new(&case.model).unwrap();
        for flip in case.flips() {
            let fewest = flip.bundles.iter().find(|bundle| bundle.goal == Goal::Fewest);
            let Some(fewest) = fewest.filter(|bundle| bundle.is_exact) else { continue };
            let is_rating = |step: &&Step| matches!(step, Step::Rating(_));
            let base: Vec<Step> =
                fewest.steps.iter().filter(|step| !is_rating(step)).cloned().collect();
            let count = fewest.steps.iter().filter(is_rating).count();
            let leaves: Vec<CriterionId> = case.model.criterion_ids().collect();
            for mask in 0..1_u32 << leaves.len() {
                if mask.count_ones() as usize >= count {
                    continue;
                }
                let moved = leaves.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
                let mut changes = all(&base);
                changes.extend(moved.filter_map(|(_, id)| at_best(&case.model, flip.vendor, *id)));
                let standing = bench.run(&changes);
                let chosen = standing.is_ok_and(|standing| standing.chosen.contains(&flip.vendor));
                prop_assert!(!chosen, "{changes:?} beats {fewest:?}\n{}", case.text);
            }
        }
    }

    #[test]
    fn an_impossible_has_a_proof(recipe in recipes()) {
        let recipe = Recipe { fixed: true, ..small(recipe) };
        let Some(case) = case(&recipe) else { return Ok(()) };
        let reading = &case.decision.reading;
        let bench = Bench::new(&case.model).unwrap();
        for flip in case.flips() {
            if let Some(certificate) = &flip.certificate {
                prop_assert!(flip.weights.is_empty() && flip.joint.is_none());
                let Some(row) = reading.row(flip.vendor) else { continue };
                for mix in &certificate.mixes {
                    let total: f64 = mix.iter().map(|(_, share)| share).sum();
                    prop_assert!((total - 1.0).abs() < 1e-9);
                    for column in 0..reading.leaves.len() {
                        let value = |row| reading.problem.values.get(row, column);
                        let mixed: f64 = mix.iter()
                            .map(|(rival, share)| share * value(reading.row(*rival).unwrap()))
                            .sum();
                        prop_assert!(mixed >= value(row) - 1e-8, "{certificate:?}\n{}", case.text);
                    }
                }
            }
            // No bundle: not even everything at its best is enough.
            let breaks_own = case.model.tie_break.iter().all(|id| {
                case.model.criterion(*id).leaf().is_some_and(rationale::decide::ruler::is_own)
            });
            let tried = breaks_own && matches!(flip.verdict, Verdict::Eligible | Verdict::Rejected);
            if tried && flip.bundles.is_empty() && flip.is_exact_in_ratings {
                let steps: Vec<Step> =
                    flip.repairs.iter().flat_map(|repair| repair.steps.clone()).collect();
                let settled: Vec<Step> = steps.into_iter()
                    .filter(|step| matches!(step, Step::Assumption { .. }))
                    .collect();
                let mut changes = all(&settled);
                let leaves = case.model.criterion_ids();
                changes.extend(leaves.filter_map(|id| at_best(&case.model, flip.vendor, id)));
                let standing = bench.run(&changes);
                let chosen = standing.is_ok_and(|standing| standing.chosen.contains(&flip.vendor));
                prop_assert!(!chosen, "{changes:?}\n{}", case.text);
            }
        }
    }

    /// The mirror: what is stated keeps the place, and beyond the threshold it is lost.
    #[test]
    fn what_is_kept_is_kept_and_no_more(recipe in recipes()) {
        let Some(case) = case(&small(recipe)) else { return Ok(()) };
        let bench = Bench::new(&case.model).unwrap();
        for flip in case.flips() {
            let Some(keeps) = &flip.keeps else { continue };
            let is_chosen = |change: Change| {
                bench.run(&[change]).is_ok_and(|standing| standing.chosen.contains(&flip.vendor))
            };
            for keep in &keeps.ratings {
                let rate = |datum: Datum| rated(flip.vendor, keep.criterion, datum);
                prop_assert!(is_chosen(rate(keep.to.clone())), "{keep:?}\n{}", case.text);
                if let (Some(at), Datum::Number(from)) = (keep.threshold, &keep.from) {
                    let toward = (at - from).signum();
                    // Where today's own rating is the last, the direction is that of the loss.
                    let beyond = if toward == 0.0 || at == *from { continue } else {
                        2.0 * at - nearer(*from, at)
                    };
                    let lost = !is_chosen(rate(Datum::Number(beyond)));
                    prop_assert!(lost || !flip.is_exact_in_ratings, "{keep:?}\n{}", case.text);
                }
            }
            for keep in &keeps.weights {
                let low = keep.low.iter().map(|edge| (edge, -1e-6));
                for (edge, out) in low.chain(keep.high.iter().map(|edge| (edge, 1e-6))) {
                    let change = |share| Change::Share { criterion: keep.criterion, share };
                    prop_assert!(is_chosen(change(edge.percent / 100.0)), "{keep:?}\n{}", case.text);
                    let beyond = edge.threshold + out;
                    if keeps.is_exact_in_weights && (0.0..=1.0).contains(&beyond) {
                        prop_assert!(!is_chosen(change(beyond)), "{keep:?}\n{}", case.text);
                    }
                }
            }
        }
    }
}

/// A vendor's best rating on a leaf that its gate lets pass, as a change; scales and gates of
/// `support::random_model` only.
fn at_best(model: &Model, vendor: VendorId, id: CriterionId) -> Option<Change> {
    let leaf = model.criterion(id).leaf()?;
    let options: Vec<Datum> = match &leaf.rated {
        Rated::Levels(levels) => (0..levels.len()).map(Datum::Level).collect(),
        Rated::Boolean => vec![Datum::Boolean(false), Datum::Boolean(true)],
        Rated::Number => (0..=100).map(|tenth| Datum::Number(f64::from(tenth) / 10.0)).collect(),
        Rated::Text => return None,
    };
    let worth = |datum: &Datum| {
        rationale::explore::flip::room::own_value(model, id, datum).unwrap_or(match datum {
            Datum::Number(number) => *number,
            _ => 0.0,
        })
    };
    let gate = model.criterion(id).gate.as_ref();
    let passes = |datum: &Datum| {
        gate.is_none_or(|gate| rationale::decide::gate_test::passes(&gate.test, datum))
    };
    let mut best: Option<Datum> = None;
    for option in options.into_iter().filter(passes) {
        if best.as_ref().is_none_or(|best| worth(&option) > worth(best)) {
            best = Some(option);
        }
    }
    best.map(|best| rated(vendor, id, best))
}

#[test]
fn no_flag_changes_nothing() {
    let recipe =
        Recipe { seed: 7, vendors: 3, criteria: 3, method: None, fixed: true, open: false };
    let case = case(&recipe).unwrap();
    assert_eq!(chosen_with(&case.text, &[]), case.decision.reading.chosen);
}

fn case_of(text: &str) -> Case {
    let model = model(text);
    let decision = decide(&model).unwrap();
    Case { text: text.to_owned(), model, decision }
}

fn only_rating(bundle: &Bundle) -> (CriterionId, Datum) {
    match bundle.steps.as_slice() {
        [Step::Rating(step)] => (step.criterion, step.to.clone()),
        other => panic!("{other:?}"),
    }
}

fn bundle(flip: &Flip, goal: Goal) -> &Bundle {
    flip.bundles.iter().find(|bundle| bundle.goal == goal).unwrap()
}

/// `a` draws level by its best on the first criterion alone, and the tie-break is in its favour.
#[test]
fn the_fewest_count_on_the_tie_break() {
    let case = case_of(
        "tie-break = [\"c\"]\n[criteria.x]\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nweight = 1\nscale = [0, 10]\n[criteria.c]\nscale = [0, 10]\ninfo = true\n\
         [vendors.a.ratings]\nx = 6\ny = 7\nc = 9\n[vendors.b.ratings]\nx = 8\ny = 9\nc = 1\n",
    );
    let flip = &case.flips()[0];
    let fewest = bundle(flip, Goal::Fewest);
    assert!(fewest.is_exact);
    assert_eq!(only_rating(fewest), (CriterionId(0), Datum::Number(10.0)));
    case.assert_chosen(flip.vendor, &fewest.steps, true);
}

/// Naming `a`'s unknown rating at all means naming one that its gate lets pass, 5 of 10: with that
/// much gained by it, the other rating need not go all the way.
#[test]
fn a_bundle_does_not_overshoot_what_the_gate_of_an_unknown_rating_gives_anyway() {
    let case = case_of(
        "[criteria.x]\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nweight = 1\nscale = [0, 10]\nunknown = \"worst\"\ngate = { at-least = 5 }\n\
         [vendors.a.ratings]\nx = 4\ny = \"unknown\"\n[vendors.b.ratings]\nx = 5\ny = 6\n",
    );
    let flip = &case.flips()[0];
    for goal in [Goal::Fewest, Goal::Cheapest] {
        let bundle = bundle(flip, goal);
        assert!(bundle.is_exact);
        case.assert_chosen(flip.vendor, &bundle.steps, true);
        let gained: f64 = bundle
            .steps
            .iter()
            .map(|step| match step {
                Step::Rating(RatingStep { from, to: Datum::Number(to), .. }) => {
                    let from = match from {
                        Some(Datum::Number(from)) => *from,
                        _ => 0.0,
                    };
                    to - from
                }
                other => panic!("{other:?}"),
            })
            .sum();
        // 11 of `b` against 4: a hair more than 7 points are lacking.
        assert!((gained - 7.0).abs() < 0.02, "{bundle:?}");
    }
}

/// A hair less than what puts the vendor ahead draws level, and the tie-break is in its favour.
#[test]
fn a_weight_turns_where_it_draws_level_and_a_tie_break_decides() {
    let recipe = Recipe {
        seed: 18_256_859_459_466_340_203,
        vendors: 6,
        criteria: 4,
        method: None,
        fixed: false,
        open: false,
    };
    let case = case(&recipe).unwrap();
    let bench = Bench::new(&case.model).unwrap();
    let mut looked_at = 0;
    for flip in case.flips().iter().filter(|flip| flip.is_exact_in_weights) {
        for step in &flip.weights {
            let at = |share| Change::Share { criterion: step.criterion, share };
            let is_chosen = |share| {
                let standing = bench.run(&[at(share)]);
                standing.is_ok_and(|standing| standing.chosen.contains(&flip.vendor))
            };
            assert!(is_chosen(step.threshold) && !is_chosen(nearer(step.from, step.threshold)));
            looked_at += 1;
        }
    }
    assert!(looked_at > 0);
}

/// `a` has no rating on `y`, so it counts as the worst and passes the gate of the group for now; `b` is
/// at least as good everywhere, and leaves the field where `y` is most of the group.
#[test]
fn no_weights_do_is_not_said_where_a_gate_of_a_group_lets_the_unknown_pass() {
    let case = case_of(
        "[criteria.g]\nweight = 3\ngate = { at-least = \"40%\" }\n\
         [criteria.x]\nunder = \"g\"\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nunder = \"g\"\nweight = 1\nscale = [0, 10]\nunknown = \"worst\"\n\
         [vendors.a.ratings]\nx = 8\ny = \"unknown\"\n[vendors.b.ratings]\nx = 10\ny = 2\n",
    );
    let flip = &case.flips()[0];
    assert_eq!(flip.certificate, None);
    let step = flip.weights.iter().find(|step| case.model.criterion(step.criterion).name == "y");
    let step = step.copied().unwrap();
    case.assert_chosen(flip.vendor, &[Step::Share(step)], true);
}

/// With all the weight on `y` the two are level, and the tie-break is in `a`'s favour; with any less
/// `b` is ahead. `x` is where they are level, and nothing is what it counts for then.
#[test]
fn a_weight_at_which_a_vendor_is_only_level_is_found_where_a_tie_break_decides() {
    let case = case_of(
        "tie-break = [\"z\"]\n[criteria.x]\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nweight = 1\nscale = [0, 10]\n[criteria.z]\nweight = 0\nscale = [0, 10]\n\
         [vendors.a.ratings]\nx = 4\ny = 5\nz = 6\n[vendors.b.ratings]\nx = 6\ny = 5\nz = 6\n\
         [vendors.c.ratings]\nx = 4\ny = 5\nz = 3\n",
    );
    let percents = |flip: &Flip| -> Vec<(usize, f64)> {
        flip.weights.iter().map(|step| (step.criterion.index(), step.percent)).collect()
    };
    let flips = case.flips();
    // `c` loses the tie-break wherever it is level.
    assert_eq!(percents(&flips[2]), []);
    assert!(flips[2].certificate.is_some());
    // `a` and `b` stay level on `z` too.
    assert_eq!(percents(&flips[0]), []);
    let case = case_of(&case.text.replacen("z = 6", "z = 7", 1));
    let flip = &case.flips()[0];
    assert_eq!(percents(flip)[..2], [(0, 0.0), (1, 100.0)]);
    assert_eq!(flip.certificate, None);
    let joint = flip.joint.as_ref().unwrap();
    assert!(!joint.is_exact);
    for step in &flip.weights {
        case.assert_chosen(flip.vendor, &[Step::Share(*step)], true);
    }
    let all: Vec<Step> = joint.steps.iter().copied().map(Step::Share).collect();
    case.assert_chosen(flip.vendor, &all, true);
}

/// `a` misses the gate of its group as the weights are now; with most of the group on `x` it passes,
/// and `b` does not.
#[test]
fn weights_that_let_a_vendor_past_the_gate_of_a_group_are_found_together_too() {
    let case = case_of(
        "[criteria.g]\nweight = 1\ngate = { at-least = \"40%\" }\n\
         [criteria.x]\nunder = \"g\"\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nunder = \"g\"\nweight = 2\nscale = [0, 10]\n\
         [vendors.a.ratings]\nx = 8\ny = 0\n[vendors.b.ratings]\nx = 2\ny = 9\n",
    );
    let flip = &case.flips()[0];
    assert!(!flip.weights.is_empty());
    let joint = flip.joint.as_ref().unwrap();
    assert!(!joint.is_exact);
    let all: Vec<Step> = joint.steps.iter().copied().map(Step::Share).collect();
    case.assert_chosen(flip.vendor, &all, true);
}

/// Where `a` overtakes `c`, `b` is further ahead of both than today, and with the spread of the scores
/// grows what counts as a tie.
#[test]
fn all_weights_are_stated_where_what_counts_as_a_tie_grows_on_the_way() {
    let case = case_of(
        "choose = 2\n[criteria.x]\nweight = 1\nscale = [0, 10]\n\
         [criteria.y]\nweight = 1\nscale = [0, 10]\n\
         [vendors.a.ratings]\nx = 6\ny = 0\n[vendors.b.ratings]\nx = 10\ny = 0\n\
         [vendors.c.ratings]\nx = 0\ny = 9\n",
    );
    let flip = &case.flips()[0];
    assert!(!flip.weights.is_empty());
    let joint = flip.joint.as_ref().unwrap();
    assert!(joint.is_exact);
    assert!((joint.steps[0].threshold - 0.6).abs() < 1e-7, "{joint:?}");
    assert!((joint.moved - 0.1).abs() < 0.002, "{joint:?}");
    let percents: Vec<f64> = joint.steps.iter().map(|step| step.percent).collect();
    assert_eq!(percents, [60.1, 39.9]);
    let all: Vec<Step> = joint.steps.iter().copied().map(Step::Share).collect();
    case.assert_chosen(flip.vendor, &all, true);
}

/// Nobody knows `b`'s rating on `z`, so it counts as the worst in sight. As long as `a` is not above `c`
/// there, that is `a`'s own, or everybody is level; above `c`, `a` alone is the best.
#[test]
fn a_rating_past_everybody_is_found_where_that_is_what_wins_a_tie_break() {
    let text = "choose = 2\ntie-break = [\"z\"]\n[criteria.x]\nweight = 1\nscale = [0, 10]\n\
         [criteria.z]\ntype = \"number\"\ngate = { at-least = 2 }\n\
         [vendors.a.ratings]\nx = 2\nz = 2\n[vendors.b.ratings]\nx = 2\nz = \"unknown\"\n\
         [vendors.c.ratings]\nx = 3\nz = 8\n";
    let on_z = |case: &Case| {
        let steps = case.flips()[0].ratings.clone();
        let step = steps.into_iter().find(|step| step.criterion == CriterionId(1)).unwrap();
        case.assert_chosen(VendorId(0), &[Step::Rating(step.clone())], true);
        step.to
    };
    assert_eq!(on_z(&case_of(text)), Datum::Number(8.001));
    // The same the other way round.
    let falling = text.replace("at-least = 2", "at-most = 8").replace("z = 2", "z = 9");
    let falling = falling.replace("z = 8", "z = 3").replace("z = 9", "z = 8");
    let falling =
        falling.replace("type = \"number\"", "type = \"number\"\ndirection = \"minimize\"");
    assert_eq!(on_z(&case_of(&falling)), Datum::Number(2.999));
    let alike = falling.replace("z = 3", "z = 8");
    assert_eq!(on_z(&case_of(&alike)), Datum::Number(7.99));
}

/// `a` and `c` are level whatever `y` weighs, and the tie-break is in `a`'s favour; against `b`, `a` is
/// ahead as soon as `y` is more than half.
#[test]
fn the_nearest_weight_is_found_where_a_rival_is_level_all_along_and_a_tie_break_decides() {
    let case = case_of(
        "tie-break = [\"z\"]\n[criteria.x]\nweight = 3\nscale = [0, 10]\n\
         [criteria.y]\nweight = 1\nscale = [0, 10]\n[criteria.z]\ninfo = true\nscale = [0, 10]\n\
         [vendors.a.ratings]\nx = 4\ny = 6\nz = 6\n[vendors.b.ratings]\nx = 6\ny = 4\nz = 6\n\
         [vendors.c.ratings]\nx = 4\ny = 6\nz = 3\n",
    );
    let flip = &case.flips()[0];
    let percents: Vec<f64> = flip.weights.iter().map(|step| step.percent).collect();
    assert_eq!(percents, [49.9, 50.1]);
    for step in &flip.weights {
        assert!((step.threshold - 0.5).abs() < 1e-7, "{step:?}");
        case.assert_chosen(flip.vendor, &[Step::Share(*step)], true);
    }
}
