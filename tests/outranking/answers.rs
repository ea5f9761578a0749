//! Every method's answer to a problem, and how answers are compared.
//! Used by the properties and the examples.

use rationale::method::matrix::Matrix;
use rationale::method::outcome::{Figures, Outcome, Refusal};
use rationale::method::outranking::choquet::{Choquet, Interaction};
use rationale::method::outranking::electre_i::{DiscordanceScale, ElectreI};
use rationale::method::outranking::electre_ii::ElectreIi;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::electre_tri_b::ElectreTriB;
use rationale::method::outranking::oreste::Oreste;
use rationale::method::outranking::owa::Owa;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::outranking::regime::Regime;
use rationale::method::problem::Problem;

/// How near two figures count as the same.
pub const SAME: f64 = 1e-9;

/// What a method gives.
pub type Answer = Result<Outcome, Refusal>;

pub fn weighted(problem: &Problem) -> Vec<usize> {
    (0..problem.criteria()).filter(|&column| problem.axes[column].share > 0.0).collect()
}

/// The first two criteria interact, as strongly as the smaller share allows.
pub fn choquet(problem: &Problem) -> Choquet {
    let interactions = match weighted(problem)[..] {
        [first, second, ..] => {
            let least = problem.axes[first].share.min(problem.axes[second].share);
            let sign = if problem.vendors().is_multiple_of(2) { 1.0 } else { -1.0 };
            vec![Interaction { between: [first, second], strength: sign * least }]
        }
        _ => Vec::new(),
    };
    Choquet { interactions }
}

pub fn owa(problem: &Problem) -> Owa {
    let places = 1..=weighted(problem).len();
    Owa { order_weights: places.map(|place| 1.0 / place as f64).collect() }
}

/// Every method here, with parameters that suit any problem of at least one criterion.
pub fn answers(problem: &Problem) -> Vec<(&'static str, Answer)> {
    let profiles = Matrix::from_fn(2, problem.criteria(), |profile, column| {
        problem.axes[column].direction.sign() * [-1.0, 2.0][profile]
    });
    let global = ElectreI { scale: DiscordanceScale::Global, ..ElectreI::default() };
    let tri_b = ElectreTriB { profiles, ..ElectreTriB::default() };
    vec![
        ("promethee-ii", PrometheeIi.solve(problem)),
        ("promethee-ii sorted", PrometheeIi.solve_by(problem, Algorithm::Sorted)),
        ("electre-i", ElectreI::default().solve(problem)),
        ("electre-i global", global.solve(problem)),
        ("electre-ii", ElectreIi::default().solve(problem)),
        ("electre-iii", ElectreIii::default().solve(problem)),
        ("electre-tri-b", tri_b.solve(problem)),
        ("choquet", choquet(problem).solve(problem)),
        ("owa", owa(problem).solve(problem)),
        ("oreste", Oreste.solve(problem)),
        ("regime", Regime.solve(problem)),
    ]
}

/// Only choquet may refuse, for want of a pair to interact.
pub fn outcomes(problem: &Problem) -> Vec<(&'static str, Outcome)> {
    let weighted = weighted(problem).len();
    let mut outcomes = Vec::new();
    for (name, answer) in answers(problem) {
        match answer {
            Ok(outcome) => outcomes.push((name, outcome)),
            Err(_) if name == "choquet" && weighted < 2 => {}
            Err(refusal) => panic!("{name}: {refusal:?}"),
        }
    }
    outcomes
}

pub fn flows(outcome: &Outcome, name: &str) -> Vec<f64> {
    match outcome.details.iter().find(|detail| detail.name == name).map(|detail| &detail.figures) {
        Some(Figures::PerVendor(flows)) => flows.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

pub fn assert_same(name: &str, left: &[f64], right: &[f64]) {
    assert_eq!(left.len(), right.len(), "{name}");
    for (left, right) in left.iter().zip(right) {
        assert!((left - right).abs() <= SAME, "{name}: {left} is not {right}");
    }
}
