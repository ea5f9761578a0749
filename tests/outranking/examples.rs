//! Single problems: large, empty, extreme, refused, and done by hand.
//! What random problems would seldom come upon.

use rationale::method::matrix::Matrix;
use rationale::method::outcome::Refusal;
use rationale::method::outranking::choquet::{Choquet, Interaction};
use rationale::method::outranking::electre_i::{ElectreI, MOST_VENDORS};
use rationale::method::outranking::electre_ii::ElectreIi;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::electre_tri_b::ElectreTriB;
use rationale::method::outranking::oreste::Oreste;
use rationale::method::outranking::owa::Owa;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::outranking::regime::Regime;
use rationale::method::problem::{Direction, Preference, Problem, Thresholds};

use crate::answers::{Answer, SAME, answers, assert_same, outcomes};
use crate::problems::field;

/// ELECTRE III's credibility written down once more, without tiles or shortcuts.
fn credibility(problem: &Problem, first: usize, second: usize) -> f64 {
    let gaps: Vec<f64> = (0..problem.criteria())
        .map(|column| {
            let ratings = problem.ratings.column(column);
            problem.axes[column].direction.sign() * (ratings[second] - ratings[first])
        })
        .collect();
    let mut concordance = 0.0;
    for (axis, gap) in problem.axes.iter().zip(&gaps) {
        let Thresholds { q, p, .. } = axis.thresholds;
        concordance += axis.share * ((p - gap) / (p - q)).clamp(0.0, 1.0);
    }
    let mut credibility = concordance;
    for (axis, gap) in problem.axes.iter().zip(&gaps) {
        let Thresholds { p, v, .. } = axis.thresholds;
        let discordance = v.map_or(0.0, |v| ((gap - p) / (v - p)).clamp(0.0, 1.0));
        if discordance > concordance {
            credibility *= (1.0 - discordance) / (1.0 - concordance);
        }
    }
    credibility
}

#[test]
fn credibilities_in_tiles_equal_the_definition() {
    let problem = field(520, 3);
    let [_, credibilities] = ElectreIii::default().indices(&problem).expect("indices");
    for first in (0..520).step_by(7) {
        for second in 0..520 {
            let expected = credibility(&problem, first, second);
            assert!((credibilities.get(first, second) - expected).abs() <= SAME);
        }
    }
}

#[test]
fn a_long_list_goes_through_the_radix_sort_and_keeps_its_flows() {
    let problem = field(1500, 2);
    let fast = PrometheeIi.solve(&problem).expect("a solution");
    let slow = PrometheeIi.solve_by(&problem, Algorithm::Pairs).expect("a solution");
    assert_same("net flow", &fast.merits, &slow.merits);
    assert!(fast.details.iter().all(|detail| detail.name != "relations"), "1500² relations");
}

#[test]
fn too_large_a_field_is_refused_with_the_bound() {
    let problem = field(MOST_VENDORS + 1, 1);
    for answer in [
        ElectreI::default().solve(&problem),
        ElectreIi::default().solve(&problem),
        ElectreIii::default().solve(&problem),
    ] {
        let Err(Refusal::Undefined { why }) = answer else { panic!("not refused") };
        assert!(why.contains(&MOST_VENDORS.to_string()), "{why}");
    }
}

#[test]
fn an_empty_field_has_empty_merits() {
    let problem = field(0, 2);
    for (name, outcome) in outcomes(&problem) {
        assert!(outcome.merits.is_empty(), "{name}");
    }
}

#[test]
fn ratings_near_the_largest_number_do_not_become_nan() {
    let mut problem = field(60, 2);
    problem.ratings.set(0, 0, f64::MAX);
    problem.ratings.set(1, 0, -f64::MAX);
    for (name, answer) in answers(&problem) {
        match answer {
            Ok(outcome) => {
                assert!(outcome.merits.iter().all(|merit| merit.is_finite()), "{name}");
            }
            // No float holds the range of that column.
            Err(refusal) => {
                let cell = f64::MAX;
                assert_eq!(refusal, Refusal::Extreme { criterion: 0, vendor: 0, cell }, "{name}");
            }
        }
    }
}

#[test]
fn equal_values_agree_even_without_thresholds() {
    let mut problem = field(3, 2);
    for axis in &mut problem.axes {
        axis.thresholds = Thresholds { q: 0.0, p: 0.0, v: Some(0.0) };
    }
    for row in 1..3 {
        for column in 0..2 {
            problem.ratings.set(row, column, problem.ratings.get(0, column));
        }
    }
    let [concordance, credibility] = ElectreIii::default().indices(&problem).expect("indices");
    assert_eq!(concordance.get(0, 2), 1.0);
    assert_eq!(credibility.get(2, 1), 1.0);
}

/// The criterion that a refusal names.
fn lacks(answer: Answer) -> usize {
    match answer {
        Err(Refusal::Lacks { criterion, .. }) => criterion,
        other => panic!("not refused for a criterion: {other:?}"),
    }
}

/// The reason of a refusal that names none.
fn why(answer: Answer) -> String {
    match answer {
        Err(Refusal::Undefined { why }) => why,
        other => panic!("not refused as undefined: {other:?}"),
    }
}

#[test]
fn what_a_method_lacks_is_said() {
    let problem = field(3, 3);
    assert!(why(ElectreTriB::default().solve(&problem)).contains("profiles"));
    assert!(why(Choquet::default().solve(&problem)).contains("interactions"));
    assert!(why(Owa::default().solve(&problem)).contains("order-weights"));
    let short = Owa { order_weights: vec![0.5, 0.5] };
    assert!(why(short.solve(&problem)).contains("2 entries where 3 criteria"));
    let crossed = Matrix::from_rows(&[vec![0.0, 0.0, 0.0], vec![1.0, 1.0, 1.0]]);
    let tri_b = ElectreTriB { profiles: crossed, cut: 0.75 };
    assert!(why(tri_b.solve(&problem)).contains("profile 2 does not dominate profile 1"));
    let strong = Interaction { between: [0, 1], strength: 0.9 };
    assert_eq!(lacks(Choquet { interactions: vec![strong] }.solve(&problem)), 0);
    let twice = [0, 1].map(|first| Interaction { between: [first, 1 - first], strength: 0.1 });
    let refusal = why(Choquet { interactions: twice.to_vec() }.solve(&problem));
    assert!(refusal.contains("same criteria"), "{refusal}");
    let nowhere = Interaction { between: [0, 7], strength: 0.1 };
    assert!(Choquet { interactions: vec![nowhere] }.solve(&problem).is_err());
}

#[test]
fn thresholds_out_of_order_name_the_criterion() {
    let mut problem = field(3, 3);
    problem.axes[1].thresholds = Thresholds { q: 2.0, p: 1.0, v: None };
    problem.axes[2].preference = Preference::Linear { q: 2.0, p: 1.0 };
    assert_eq!(lacks(ElectreIii::default().solve(&problem)), 1);
    assert_eq!(lacks(PrometheeIi.solve(&problem)), 2);
}

#[test]
fn regime_and_oreste_on_a_table_done_by_hand() {
    // Shares 0.5, 0.3, 0.2; guide indices: A over B 0.5 − 0.5 = 0, A over C 0.5 + 0.3 − 0.2 = 0.6,
    // B over C −0.5 + 0.3 + 0.2 = 0 (C is better on the first, B on the others).
    let rows = [vec![3.0, 2.0, 1.0], vec![1.0, 3.0, 3.0], vec![2.0, 1.0, 2.0]];
    let mut problem = field(3, 3);
    problem.ratings = Matrix::from_rows(&rows);
    for (axis, share) in problem.axes.iter_mut().zip([0.5, 0.3, 0.2]) {
        axis.direction = Direction::Maximize;
        axis.share = share;
    }
    let regime = Regime.solve(&problem).expect("a solution");
    assert_eq!(regime.merits, [0.75, 0.5, 0.25]);
    // Twice the block distances, importance of the criterion plus place of the vendor:
    //   first (1):  A 1+1=2, B 1+3=4, C 1+2=3
    //   second (2): A 2+2=4, B 2+1=3, C 2+3=5
    //   third (3):  A 3+3=6, B 3+1=4, C 3+2=5
    // Ranks: 2 → 1; 3, 3 → 2.5; 4, 4, 4 → 5; 5, 5 → 7.5; 6 → 9.
    let oreste = Oreste.solve(&problem).expect("a solution");
    assert_eq!(oreste.scores, Some(vec![1.0 + 5.0 + 9.0, 5.0 + 2.5 + 5.0, 2.5 + 7.5 + 7.5]));
}
