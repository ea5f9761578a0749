//! Over random scenarios: facts can be replayed from their causes, parts add up, cited sets decide,
//! and every statement stands on nodes that hold its figures.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail the test by panicking"
)]

use proptest::prelude::{ProptestConfig, proptest};

use rationale::decide::decision::Decision;
use rationale::decide::run::decide;
use rationale::method::outcome::{Split, Unit};
use rationale::model::scenario::Model;
use rationale::reasons::Reasons;
use rationale::reasons::build::{Asked, build};
use rationale::reasons::explain::{explain_choice, explain_over, explain_vendor};
use rationale::reasons::explanation::Explanation;
use rationale::reasons::fact::{Fact, Given, Kind};
use rationale::reasons::lead::LeadFigure;
use rationale::reasons::name::name;
use rationale::reasons::node::{Figure, Work};
use rationale::reasons::query::{ancestors, behind, descendants, path, paths, whole};
use rationale::reasons::replay::replay;
use rationale::reasons::resolve::resolve;
use rationale::reasons::statement::Says;
use rationale::reasons::statement::parts_of::PartsOf;

use crate::support::random_model::{Recipe, recipes, recipes_for_any_method, text};
use crate::support::read::model;

/// Runs a check on the reasons of a recipe. A method may refuse a field; the weighted sum never does.
fn over(recipe: &Recipe, check: impl Fn(&Reasons<'_>)) {
    let model = model(&text(recipe));
    match decide(&model) {
        Ok(decision) => check(&build(&model, &decision, &every_pair(&model))),
        Err(refused) => assert!(recipe.method.is_some(), "{refused:?}\n{}", text(recipe)),
    }
}

fn every_pair(model: &Model) -> Asked {
    let pairs = model.vendor_ids().flat_map(|a| model.vendor_ids().map(move |b| (a, b)));
    Asked { pairs: pairs.filter(|(a, b)| a != b).collect(), ..Asked::default() }
}

fn explanations(reasons: &Reasons<'_>) -> Vec<Explanation> {
    let mut all = vec![explain_choice(reasons)];
    for vendor in reasons.model.vendor_ids() {
        all.push(explain_vendor(reasons, vendor).expect("everyone stands in a small graph"));
        for other in reasons.model.vendor_ids().filter(|&other| other != vendor) {
            all.push(explain_over(reasons, vendor, other).expect("both stand in it"));
        }
    }
    all
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn near_or_none(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => near(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Equal, numbers that were summed in another order to 1e-9.
fn same(replayed: &Figure, stored: &Figure) -> bool {
    match (replayed, stored) {
        (Figure::Number(a), Figure::Number(b)) => near(*a, *b),
        (
            Figure::GateResult { passed, margin, tested, .. },
            Figure::GateResult { passed: stored_passed, margin: m, tested: t, .. },
        ) => passed == stored_passed && near_or_none(*margin, *m) && near_or_none(*tested, *t),
        (Figure::Lead(a), Figure::Lead(b)) => same_lead(a, b),
        _ => replayed == stored,
    }
}

fn same_lead(a: &LeadFigure, b: &LeadFigure) -> bool {
    near(a.amount, b.amount)
        && a.parts.len() == b.parts.len()
        && a.parts.iter().zip(&b.parts).all(|(a, b)| a.0 == b.0 && near(a.1, b.1))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_derived_fact_follows_from_its_causes_alone(recipe in recipes()) {
        over(&recipe, |reasons| follows_from_its_causes(reasons, &text(&recipe)));
    }

    #[test]
    fn contributions_add_up_to_scores_and_parts_to_leads(recipe in recipes()) {
        over(&recipe, adds_up);
    }

    #[test]
    fn statements_stand_on_nodes_that_hold_their_figures(recipe in recipes()) {
        over(&recipe, stands_on_nodes);
    }

    #[test]
    fn all_this_holds_for_every_method(recipe in recipes_for_any_method()) {
        over(&recipe, |reasons| {
            follows_from_its_causes(reasons, &text(&recipe));
            adds_up(reasons);
            stands_on_nodes(reasons);
        });
    }

    /// Uncited pros set even: the verdict stands. One criterion fewer of the set: it does not.
    #[test]
    fn a_decisive_set_decides(recipe in recipes()) {
        over(&recipe, |reasons| {
            let tie = reasons.decision.reading.tolerance;
            for (lead, decisive) in leads(reasons).filter_map(|lead| Some((lead, lead.decisive.as_ref()?))) {
                let even: f64 = lead
                    .parts
                    .iter()
                    .filter(|part| part.1 < 0.0 || decisive.criteria.contains(&part.0))
                    .map(|part| part.1)
                    .sum();
                assert!(even > tie * (1.0 - 1e-9), "{even} does not stand: {lead:?}");
                let dropped = decisive.criteria.last().expect("never empty");
                let part = lead.part(*dropped).expect("cited parts are there");
                assert!(even - part <= tie + 1e-12, "one fewer would have done: {lead:?}");
                assert!(near(decisive.support - decisive.against, even));
            }
        });
    }

    /// Everything outside the set at its worst: the verdict stands.
    #[test]
    fn a_sufficient_set_suffices_whatever_the_rest(recipe in recipes()) {
        over(&recipe, |reasons| {
            let tie = reasons.decision.reading.tolerance;
            let share = |id| reasons.decision.reading.problem.axes
                [reasons.decision.reading.column(id).expect("a leaf")].share;
            for (lead, sufficient) in leads(reasons).filter_map(|lead| Some((lead, lead.sufficient.as_ref()?))) {
                let worst: f64 = lead
                    .parts
                    .iter()
                    .map(|&(id, part)| if sufficient.criteria.contains(&id) { part } else { -share(id) })
                    .sum();
                assert!(worst > tie - 1e-12, "{worst} does not stand: {lead:?}");
            }
        });
    }

    /// Every failed gate is said, one statement each, whatever else is folded.
    #[test]
    fn a_knock_out_is_never_folded(recipe in recipes()) {
        over(&recipe, |reasons| {
            for vendor in reasons.model.vendor_ids() {
                if reasons.model.vendor(vendor).excluded.is_some() {
                    continue;
                }
                let explanation = explain_vendor(reasons, vendor).expect("it stands in the graph");
                let missed: Vec<_> = reasons.decision.reading.gates[vendor.index()]
                    .iter()
                    .filter(|result| !result.passed)
                    .map(|result| result.barrier)
                    .collect();
                let said: Vec<_> = explanation
                    .statements
                    .iter()
                    .filter_map(|statement| match &statement.says {
                        Says::Fails(failing) => Some(failing.barrier),
                        _ => None,
                    })
                    .collect();
                assert_eq!(missed, said);
            }
        });
    }

    #[test]
    fn every_name_leads_back_to_its_fact(recipe in recipes()) {
        over(&recipe, |reasons| {
            for node in reasons.graph.nodes() {
                let name = name(reasons.model, node.fact);
                assert_eq!(resolve(reasons.model, &reasons.graph, &name), Ok(node.fact), "{name}");
            }
        });
    }

    /// Leaves are what people wrote, with a place in the file; everything else rests on something.
    #[test]
    fn every_leaf_was_written_by_somebody(recipe in recipes()) {
        over(&recipe, |reasons| {
            for node in reasons.graph.nodes() {
                let is_default_method = node.fact == Fact::Given(Given::Method);
                match node.work {
                    Work::Given => assert!(node.span.is_some() || is_default_method),
                    _ => assert!(
                        !reasons.graph.causes(node.fact).is_empty() || is_bare(reasons.decision, node.fact),
                        "{} rests on nothing\n{}", name(reasons.model, node.fact), text(&recipe)
                    ),
                }
            }
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_same_decision_gives_the_same_reasons(recipe in recipes()) {
        let model = model(&text(&recipe));
        if let Ok(decision) = decide(&model) {
            let asked = every_pair(&model);
            let first = build(&model, &decision, &asked);
            let again = build(&model, &decision, &asked);
            assert_eq!(whole(&first.graph), whole(&again.graph));
            assert_eq!(explanations(&first), explanations(&again));
        }
    }

    /// Slow and obvious against the walks: a fact rests on another iff a path leads there.
    #[test]
    fn what_rests_on_what_is_the_same_from_both_ends(recipe in recipes()) {
        over(&recipe, |reasons| {
            let graph = &reasons.graph;
            for fact in [Fact::Decision].into_iter().chain(reasons.model.vendor_ids().map(Fact::Verdict)) {
                let above = ancestors(graph, fact);
                for node in graph.nodes().filter(|node| node.fact != fact) {
                    let rests = above.contains(&node.fact);
                    assert_eq!(rests, descendants(graph, node.fact).contains(&fact));
                    let shortest = path(graph, node.fact, fact);
                    assert_eq!(rests, shortest.is_some());
                    let found = paths(graph, node.fact, fact, 5);
                    assert_eq!(rests, !found.paths.is_empty());
                    if let Some(shortest) = shortest {
                        assert!(found.paths.iter().all(|path| path.len() >= shortest.len()));
                    }
                }
                let part = behind(graph, &[fact]);
                assert!(above.iter().all(|fact| part.facts.contains(fact)));
            }
        });
    }
}

fn follows_from_its_causes(reasons: &Reasons<'_>, text: &str) {
    for node in reasons.graph.nodes() {
        let is_open_group = matches!(
            (&node.work, &node.figure),
            (Work::GroupTest { .. }, Figure::GateResult { tested: None, .. })
        );
        let needs_a_run = matches!(node.work, Work::Given | Work::PutBack);
        let name = name(reasons.model, node.fact);
        match replay(reasons, node.fact) {
            Some(figure) => assert!(
                same(&figure, &node.figure),
                "{name}: {figure:?} replayed, {:?} stored\n{text}",
                node.figure
            ),
            None => assert!(needs_a_run || is_open_group, "{name} cannot be replayed\n{text}"),
        }
    }
}

fn adds_up(reasons: &Reasons<'_>) {
    let number = |fact| match reasons.graph.node(fact)?.figure {
        Figure::Number(number) => Some(number),
        _ => None,
    };
    for node in reasons.graph.nodes() {
        match (&node.figure, node.fact, &node.work) {
            (Figure::Lead(lead), Fact::Lead(ahead, behind), _) => {
                if matches!(lead.how, Split::Coalition { .. }) {
                    continue;
                }
                let sum: f64 = lead.parts.iter().map(|part| part.1).sum();
                assert!(near(sum, lead.amount));
                let scores = number(Fact::Score(ahead)).zip(number(Fact::Score(behind)));
                if let (Some((a, b)), Unit::Score) = (scores, lead.unit) {
                    let lead = lead.amount.abs();
                    assert!(near((a - b).abs(), lead), "{a} - {b} is not {lead}");
                }
            }
            (Figure::Number(score), Fact::Score(_), Work::Sum(unit)) => {
                let causes = reasons.graph.causes(node.fact);
                let parts = causes.iter().filter(|link| link.from.kind() == Kind::Contribution);
                let sum: f64 = parts.map(|link| number(link.from).expect("a number")).sum();
                let score = match unit {
                    Unit::Score => *score,
                    Unit::Log => score.ln(),
                    Unit::Logit => (score / (1.0 - score)).ln(),
                };
                assert!(near(sum, score), "{sum} is not {score}");
            }
            _ => {}
        }
    }
}

fn stands_on_nodes(reasons: &Reasons<'_>) {
    for explanation in explanations(reasons) {
        assert!(!explanation.statements.is_empty());
        for statement in &explanation.statements {
            assert!(!statement.nodes.is_empty(), "nothing behind {:?}", statement.says);
            let mut numbers = Vec::new();
            for &fact in &statement.nodes {
                let node = reasons.graph.node(fact).unwrap_or_else(|| {
                    panic!("no node {} for {:?}", name(reasons.model, fact), statement.says)
                });
                numbers.extend(node.numbers());
            }
            for figure in statement.says.figures() {
                assert!(
                    numbers.contains(&figure),
                    "{figure} of {:?} is no node's number: {numbers:?}",
                    statement.says
                );
            }
            if let Says::For(parts) | Says::Against(parts) = &statement.says {
                folds_add_up(reasons, parts);
            }
        }
    }
}

/// A vendor that nothing can reject, alone in the field, needs no cause to stand there.
fn is_bare(decision: &Decision, fact: Fact) -> bool {
    decision.reading.problem.criteria() == 0 || fact == Fact::Field
}

fn leads<'a>(reasons: &'a Reasons<'_>) -> impl Iterator<Item = &'a LeadFigure> {
    reasons.graph.nodes().filter_map(|node| match &node.figure {
        Figure::Lead(lead) => Some(lead.as_ref()),
        _ => None,
    })
}

fn folds_add_up(reasons: &Reasons<'_>, parts: &PartsOf) {
    let lead = reasons.lead(parts.ahead, parts.behind).expect("the lead stands in the graph");
    let together: f64 = parts.folded.iter().map(|&id| lead.part(id).expect("a part")).sum();
    assert!(near(together, parts.together));
    let shown = parts.shown.iter().map(|shown| shown.part);
    let smallest_shown = shown.map(f64::abs).fold(f64::INFINITY, f64::min);
    for &id in &parts.folded {
        assert!(lead.part(id).expect("a part").abs() <= smallest_shown);
    }
}
