//! Figures of the outranking methods, ORESTE, REGIME, Choquet and OWA.
//! Every expectation under one of these names is checked, its extras too; the count says so.

use rationale::method::matrix::Matrix;
use rationale::method::outcome::{Figures, Outcome, Relation};
use rationale::method::outranking::choquet::{Choquet, Interaction};
use rationale::method::outranking::electre_i::{DiscordanceScale, ElectreI};
use rationale::method::outranking::electre_ii::ElectreIi;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::electre_tri_b::ElectreTriB;
use rationale::method::outranking::oreste::Oreste;
use rationale::method::outranking::owa::Owa;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::outranking::regime::Regime;
use rationale::method::problem::{Preference, Problem, Thresholds};
use rationale::method::ranks::competition_ranks;
use toml::Value;

use crate::case::{Case, Expectation, all, as_number, as_numbers, as_rows};
use crate::case::{assert_close, assert_close_rows};

type Check = fn(&str, &Case, &Expectation);

#[test]
fn every_expectation_is_met() {
    let mut counts = [0; 9];
    for case in &all() {
        for expectation in &case.expect {
            let context = format!("{} {}", case.id, expectation.method);
            let checks: [(&str, Check); 9] = [
                ("promethee", check_promethee),
                ("electre1", check_electre_i),
                ("electre2", check_electre_ii),
                ("electre3", check_electre_iii),
                ("electre_tri", check_electre_tri_b),
                ("choquet", check_choquet),
                ("owa", check_owa),
                ("oreste", check_oreste),
                ("regime", check_regime),
            ];
            if let Some(index) = checks.iter().position(|(name, _)| *name == expectation.method) {
                assert!(!expectation.is_undefined(), "{context}: no refusal is expected so far");
                checks[index].1(&context, case, expectation);
                counts[index] += 1;
            }
        }
    }
    assert_eq!(counts, [26, 10, 2, 4, 2, 2, 4, 1, 1]);
}

fn check_promethee(context: &str, case: &Case, expectation: &Expectation) {
    let mut problem = case.problem(expectation);
    let shapes = expectation.params["functions"].as_array().expect("shapes");
    let list = |name| expectation.numbers(name).expect("thresholds");
    let (q, p, s) = (list("q"), list("p"), list("s"));
    for (column, axis) in problem.axes.iter_mut().enumerate() {
        let (q, p, s) = (q[column], p[column], s[column]);
        axis.preference = match shapes[column].as_str().expect("a shape") {
            "usual" => Preference::Usual,
            "ushape" => Preference::UShape { q },
            "vshape" => Preference::VShape { p },
            "level" => Preference::Level { q, p },
            "linear" => Preference::Linear { q, p },
            "gaussian" => Preference::Gaussian { s },
            other => panic!("{context}: shape `{other}`"),
        };
    }
    for algorithm in [Algorithm::Fastest, Algorithm::Sorted, Algorithm::Pairs] {
        let outcome = PrometheeIi.solve_by(&problem, algorithm).expect("a solution");
        check_scores(context, expectation, &outcome);
        let mut extras = Extras::new(context, expectation);
        extras.vector("phi_plus", &per_vendor(&outcome, "phi-plus"));
        extras.vector("phi_minus", &per_vendor(&outcome, "phi-minus"));
        extras.table("preference", &PrometheeIi.preferences(&problem).expect("a table"));
        extras.relations("promethee_1", &outcome);
        extras.finish();
    }
}

fn check_electre_i(context: &str, case: &Case, expectation: &Expectation) {
    let problem = case.problem(expectation);
    let method = ElectreI {
        concordance: expectation.number("c_threshold").expect("a level"),
        discordance: expectation.number("d_threshold").expect("a level"),
        scale: DiscordanceScale::Global,
    };
    let outcome = method.solve(&problem).expect("a solution");
    let [mut concordance, discordance] = method.indices(&problem).expect("indices");
    for vendor in 0..problem.vendors() {
        // The cases leave the diagonal 0.
        concordance.set(vendor, vendor, 0.0);
    }
    let vendors = problem.vendors();
    let relations = relations(&outcome);
    let outranking = Matrix::from_fn(vendors, vendors, |first, second| {
        let mutual = relations[first][second] == Relation::Indifferent && first != second;
        f64::from(u8::from(mutual || relations[first][second] == Relation::Preferred))
    });
    let mut extras = Extras::new(context, expectation);
    extras.table("concordance", &concordance);
    extras.table("discordance", &discordance);
    extras.table("outranking", &outranking);
    extras.set("not_outranked", &outcome);
    extras.finish();
    let kernel = set(&outcome, "kernel");
    let classes: Vec<f64> = outcome.merits.iter().map(|merit| -merit).collect();
    let expected: Vec<f64> =
        (0..vendors).map(|vendor| if kernel.contains(&vendor) { 1.0 } else { 2.0 }).collect();
    assert_eq!(classes, expected, "{context}: classes");
}

fn check_electre_ii(context: &str, case: &Case, expectation: &Expectation) {
    let problem = case.problem(expectation);
    let level = |name| expectation.number(name).expect("a level");
    let method = ElectreIi {
        strong: level("c_strong"),
        medium: level("c_mid"),
        weak: level("c_weak"),
        discordance_high: level("d_high"),
        discordance_low: level("d_low"),
        scale: DiscordanceScale::Global,
    };
    let outcome = method.solve(&problem).expect("a solution");
    check_scores(context, expectation, &outcome);
    let mut extras = Extras::new(context, expectation);
    extras.vector("forward", &per_vendor(&outcome, "descending"));
    extras.vector("backward", &per_vendor(&outcome, "ascending"));
    extras.finish();
}

fn check_electre_iii(context: &str, case: &Case, expectation: &Expectation) {
    let problem = with_thresholds(case, expectation);
    let outcome = ElectreIii::default().solve(&problem).expect("a solution");
    let [concordance, credibility] = ElectreIii::default().indices(&problem).expect("indices");
    let mut extras = Extras::new(context, expectation);
    extras.table("concordance", &concordance);
    extras.table("credibility", &credibility);
    extras.vector("descending", &per_vendor(&outcome, "descending"));
    extras.vector("ascending", &per_vendor(&outcome, "ascending"));
    extras.relations("final_relation", &outcome);
    extras.finish();
}

fn check_electre_tri_b(context: &str, case: &Case, expectation: &Expectation) {
    let problem = with_thresholds(case, expectation);
    let method = ElectreTriB {
        profiles: Matrix::from_rows(&expectation.rows("profiles").expect("profiles")),
        cut: expectation.number("cut").expect("a cut"),
    };
    let outcome = method.solve(&problem).expect("a solution");
    let [over, under] = method.credibilities(&problem).expect("credibilities");
    let mut extras = Extras::new(context, expectation);
    extras.table("credibility_alt_profile", &over);
    extras.table("credibility_profile_alt", &under);
    extras.vector("pessimistic", &per_vendor(&outcome, "pessimistic"));
    extras.vector("optimistic", &per_vendor(&outcome, "optimistic"));
    extras.finish();
}

fn check_choquet(context: &str, case: &Case, expectation: &Expectation) {
    assert!(expectation.flag("two_additive"));
    let capacity = expectation.params["capacity"].as_table().expect("a capacity");
    let of = |set: &str| as_number(&capacity[set]).expect("a number");
    let criteria = case.criteria.len();
    // The indices of a 2-additive capacity from singles and pairs: I = μ(ij) − μ(i) − μ(j), and
    // φ = μ(i) + ½ Σ I.
    let index = |first: usize, second: usize| {
        let (low, high) = (first.min(second) + 1, first.max(second) + 1);
        of(&format!("{low}+{high}")) - of(&low.to_string()) - of(&high.to_string())
    };
    let mut problem = as_values(case, expectation);
    let mut interactions = Vec::new();
    for first in 0..criteria {
        let others = (0..criteria).filter(|&second| second != first);
        let sum: f64 = others.map(|second| index(first, second)).sum();
        problem.axes[first].share = of(&(first + 1).to_string()) + sum / 2.0;
        for second in first + 1..criteria {
            let strength = index(first, second);
            interactions.push(Interaction { between: [first, second], strength });
        }
    }
    let method = Choquet { interactions };
    let outcome = method.solve(&problem).expect("a solution");
    check_scores(context, expectation, &outcome);
    let mut extras = Extras::new(context, expectation);
    extras.vector("shapley", &per_criterion(&outcome, "shapley"));
    extras.table("interaction", &method.indices(&problem).expect("indices"));
    extras.finish();
}

fn check_owa(context: &str, case: &Case, expectation: &Expectation) {
    let method = Owa { order_weights: expectation.numbers("v").expect("weights") };
    let outcome = method.solve(&as_values(case, expectation)).expect("a solution");
    check_scores(context, expectation, &outcome);
    let mut extras = Extras::new(context, expectation);
    let Some(Figures::Whole(orness)) = figures(&outcome, "orness") else { panic!("{context}") };
    extras.vector("orness", &[*orness]);
    extras.finish();
}

fn check_oreste(context: &str, case: &Case, expectation: &Expectation) {
    let outcome = Oreste.solve(&case.problem(expectation)).expect("a solution");
    check_scores(context, expectation, &outcome);
}

fn check_regime(context: &str, case: &Case, expectation: &Expectation) {
    let outcome = Regime.solve(&case.problem(expectation)).expect("a solution");
    check_scores(context, expectation, &outcome);
}

fn check_scores(context: &str, expectation: &Expectation, outcome: &Outcome) {
    let scores = outcome.scores.as_ref().expect("scores");
    expectation.check_scores(context, scores, &competition_ranks(&outcome.merits));
}

fn with_thresholds(case: &Case, expectation: &Expectation) -> Problem {
    let mut problem = case.problem(expectation);
    let list = |name| expectation.numbers(name).expect("thresholds");
    let (q, p, v) = (list("q"), list("p"), list("v"));
    for (column, axis) in problem.axes.iter_mut().enumerate() {
        // 1e30 is how the cases write "no veto".
        let v = Some(v[column]).filter(|&v| v < 1e30);
        axis.thresholds = Thresholds { q: q[column], p: p[column], v };
    }
    problem
}

/// The case's cells taken as values.
fn as_values(case: &Case, expectation: &Expectation) -> Problem {
    let problem = case.problem(expectation);
    Problem { values: problem.ratings.clone(), ..problem }
}

fn figures<'a>(outcome: &'a Outcome, name: &str) -> Option<&'a Figures> {
    outcome.details.iter().find(|detail| detail.name == name).map(|detail| &detail.figures)
}

fn per_vendor(outcome: &Outcome, name: &str) -> Vec<f64> {
    let Some(Figures::PerVendor(found)) = figures(outcome, name) else { panic!("no {name}") };
    found.clone()
}

fn per_criterion(outcome: &Outcome, name: &str) -> Vec<f64> {
    let Some(Figures::PerCriterion(found)) = figures(outcome, name) else { panic!("no {name}") };
    found.clone()
}

fn set<'a>(outcome: &'a Outcome, name: &str) -> &'a [usize] {
    let Some(Figures::Set(found)) = figures(outcome, name) else { panic!("no {name}") };
    found
}

fn relations(outcome: &Outcome) -> &[Vec<Relation>] {
    let Some(Figures::Relations(found)) = figures(outcome, "relations") else {
        panic!("no relations")
    };
    found
}

/// The further figures of one expectation, each to be asked for once.
struct Extras<'a> {
    context: &'a str,
    expectation: &'a Expectation,
    asked: Vec<&'static str>,
}

impl<'a> Extras<'a> {
    fn new(context: &'a str, expectation: &'a Expectation) -> Self {
        Self { context, expectation, asked: Vec::new() }
    }

    /// Whatever is expected under a name, and what was printed, each with its tolerance.
    fn wanted(&mut self, name: &'static str) -> Vec<(&'a Value, f64)> {
        self.asked.push(name);
        let computed = self.expectation.extra.get(name);
        let printed = self.expectation.published_extra.get(name);
        let rounding = self.expectation.published_extra.get("tolerance").and_then(as_number);
        let computed = computed.map(|value| (value, self.expectation.tolerance.expect("one")));
        let printed = printed.map(|value| (value, rounding.expect("a rounding")));
        computed.into_iter().chain(printed).collect()
    }

    fn vector(&mut self, name: &'static str, actual: &[f64]) {
        for (value, tolerance) in self.wanted(name) {
            let expected = as_numbers(value).or(as_number(value).map(|one| vec![one]));
            assert_close(self.context, name, actual, &expected.expect("numbers"), tolerance);
        }
    }

    fn table(&mut self, name: &'static str, actual: &Matrix) {
        let rows: Vec<_> = (0..actual.rows()).map(|row| actual.row(row)).collect();
        for (value, tolerance) in self.wanted(name) {
            let expected = as_rows(value).expect("rows");
            assert_close_rows(self.context, name, &rows, &expected, tolerance);
        }
    }

    fn set(&mut self, name: &'static str, outcome: &Outcome) {
        for (value, _) in self.wanted(name) {
            let expected = as_numbers(value).expect("indices");
            let found = set(outcome, &name.replace('_', "-")).iter().map(|&index| index as f64);
            assert_eq!(found.collect::<Vec<_>>(), expected, "{}: {name}", self.context);
        }
    }

    fn relations(&mut self, name: &'static str, outcome: &Outcome) {
        let letter = |relation: &Relation| match relation {
            Relation::Preferred => 'P',
            Relation::Worse => '-',
            Relation::Indifferent => 'I',
            Relation::Incomparable => 'R',
        };
        let found: Vec<String> =
            relations(outcome).iter().map(|row| row.iter().map(letter).collect()).collect();
        for (value, _) in self.wanted(name) {
            let expected: Vec<&str> =
                value.as_array().expect("rows").iter().filter_map(Value::as_str).collect();
            assert_eq!(found, expected, "{}: {name}", self.context);
        }
    }

    /// Every extra of the expectation has been asked for.
    fn finish(self) {
        let extra = self.expectation.extra.keys();
        let printed = self.expectation.published_extra.keys();
        for name in
            extra.chain(printed).filter(|name| !["tolerance", "seen_in"].contains(&name.as_str()))
        {
            assert!(self.asked.contains(&name.as_str()), "{}: `{name}` is unchecked", self.context);
        }
    }
}
