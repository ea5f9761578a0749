//! Weights from judgements and from data against `tests/cases`, and published tables beside them.
//! Methods `ahp`, `bwm_*`, `rank_weights`, `swara`, `fucom`, `rancom`, `macbeth` and `w_*`.

use rationale::method::matrix::Matrix;
use rationale::method::outcome::Refusal;
use rationale::method::problem::Direction;
use rationale::method::ranks::competition_ranks;
use rationale::weights::ahp::{Ahp, Priority};
use rationale::weights::bwm::{Bwm, Model};
use rationale::weights::derivation::{
    DataKind, Judgements, derive_from_data, derive_from_judgements,
};
use rationale::weights::derived::{Derived, Note};
use rationale::weights::fucom::Fucom;
use rationale::weights::kind::Kind;
use rationale::weights::macbeth::{Difference, Macbeth};
use rationale::weights::pairwise::Comparisons;
use rationale::weights::rancom::Rancom;
use rationale::weights::random_index::RandomIndex;
use rationale::weights::rank_order::{Formula, RankOrder};
use rationale::weights::swara::Swara;

use crate::case::{self, Case, Expectation, as_number, as_numbers, assert_close, is_close};

/// How the cases name the figures.
const FIGURES: [(&str, &str); 5] = [
    ("lambda_max", "lambda-max"),
    ("ci", "ci"),
    ("cr", "cr"),
    ("ri", "random-index"),
    ("ksi", "ksi"),
];

#[test]
fn judgements_meet_every_reference_case() {
    let mut counted = 0;
    for case in case::all() {
        for expectation in &case.expect {
            let Some(judgements) = judgements(&case, expectation) else { continue };
            counted += 1;
            let context = format!("{} {} {}", case.id, expectation.method, expectation.params);
            assert!(!expectation.is_undefined(), "{context}");
            let derived = derive_from_judgements(&judgements).expect(&context);
            check(&context, expectation, &derived);
        }
    }
    assert_eq!(counted, 12 + 4 + 6 + 1 + 1 + 1 + 2);
}

#[test]
fn data_meet_every_reference_case() {
    let (mut counted, mut undefined) = (0, 0);
    for case in case::all() {
        for expectation in case.expect.iter().filter(|expect| expect.method.starts_with("w_")) {
            counted += 1;
            let context = format!("{} {} {}", case.id, expectation.method, expectation.params);
            let kind = match expectation.method.as_str() {
                "w_equal" => DataKind::Equal,
                "w_entropy" => DataKind::Entropy,
                "w_critic" => DataKind::Critic,
                "w_merec" => DataKind::Merec,
                "w_std" => DataKind::StandardDeviation,
                "w_lopcow" => DataKind::Lopcow,
                other => panic!("{context}: {other}"),
            };
            let ratings = case.ratings();
            let mut directions = case.directions();
            if kind == DataKind::Critic && !expectation.flag("use_directions") {
                directions.fill(Direction::Maximize);
            }
            if expectation.is_undefined() {
                undefined += 1;
                check_undefined(&context, kind, &ratings, &directions);
                continue;
            }
            let derived = derive_from_data(kind, &ratings, &directions).expect(&context);
            check(&context, expectation, &derived);
        }
    }
    assert_eq!((counted, undefined), (16 + 13 + 3 + 11 + 5 + 1, 3));
}

#[test]
fn every_elicitation_and_pairwise_case_is_covered() {
    let kinds = ["pairwise", "elicitation"];
    let cases = case::all();
    let mut left =
        cases.iter().filter(|case| kinds.contains(&case.kind.as_str())).flat_map(|case| {
            case.expect.iter().filter(|expectation| judgements(case, expectation).is_none())
        });
    assert!(left.next().is_none());
}

/// The judgements of an expectation, or `None` where it is about something else.
fn judgements(case: &Case, expectation: &Expectation) -> Option<Judgements> {
    let rows = || case.input.as_ref().expect("judgements").rows.clone();
    Some(match expectation.method.as_str() {
        "ahp" => {
            let id = expectation.word("priority").expect("a priority").replace('_', "-");
            Judgements::Ahp(Ahp {
                comparisons: Comparisons::from_rows(&rows()),
                priority: Priority::from_id(&id).expect("a known priority"),
                random_index: RandomIndex::Saaty,
            })
        }
        "bwm_linear" => Judgements::Bwm(best_worst(&rows(), Model::Linear)),
        "bwm_nonlinear" => Judgements::Bwm(best_worst(&rows(), Model::Nonlinear)),
        "rank_weights" => Judgements::RankOrder(RankOrder {
            order: (0..rows()[0].len()).collect(),
            formula: Formula::from_id(expectation.word("kind").expect("a formula"))
                .expect("a known formula"),
        }),
        "swara" => Judgements::Swara(Swara {
            order: (0..rows()[0].len()).collect(),
            steps: rows()[0][1..].to_vec(),
        }),
        "fucom" => {
            let against_first = &rows()[0];
            Judgements::Fucom(Fucom {
                order: (0..against_first.len()).collect(),
                priorities: against_first.windows(2).map(|pair| pair[1] / pair[0]).collect(),
            })
        }
        "rancom" => Judgements::Rancom(Rancom { ranks: rows().swap_remove(0) }),
        "macbeth" => {
            // More, less (-1 for nothing), category.
            let differences: Vec<Difference> = rows()
                .iter()
                .map(|row| Difference {
                    more: row[0] as usize,
                    less: (row[1] >= 0.0).then_some(row[1] as usize),
                    categories: row[2] as usize..=row[2] as usize,
                })
                .collect();
            let criteria = expectation.scores.as_ref().map_or(0, Vec::len);
            Judgements::Macbeth(Macbeth { criteria, differences })
        }
        _ => return None,
    })
}

fn best_worst(rows: &[Vec<f64>], model: Model) -> Bwm {
    let place = |row: &Vec<f64>| row.iter().position(|&stated| stated == 1.0).expect("a 1");
    Bwm {
        best: place(&rows[0]),
        worst: place(&rows[1]),
        best_to_others: rows[0].clone(),
        others_to_worst: rows[1].clone(),
        model,
    }
}

fn check(context: &str, expectation: &Expectation, derived: &Derived) {
    expectation.check_scores(context, &derived.shares, &competition_ranks(&derived.shares));
    let tolerance = expectation.tolerance.expect("a tolerance");
    for (name, value) in &expectation.extra {
        if let Some(column) = derived.column(name) {
            let expected = as_numbers(value).expect("numbers");
            assert_close(context, name, column, &expected, tolerance);
            continue;
        }
        let known = FIGURES.iter().find(|(theirs, _)| theirs == name);
        let (_, ours) = known.unwrap_or_else(|| panic!("{context}: `{name}` is not checked"));
        let (found, expected) = (derived.figure(ours), as_number(value).expect("a number"));
        let found = found.unwrap_or_else(|| panic!("{context}: no `{ours}`"));
        assert!(is_close(found, expected, tolerance), "{context}: {name} {found}, not {expected}");
    }
    let printed_tolerance = expectation.published_extra.get("tolerance").and_then(as_number);
    for (theirs, ours) in FIGURES {
        if let Some(expected) = expectation.published_extra.get(theirs).and_then(as_number) {
            let found = derived.figure(ours).expect("a figure");
            let tolerance = printed_tolerance.expect("a rounding");
            assert!(is_close(found, expected, tolerance), "{context}: printed {theirs}");
        }
    }
}

/// Negative ratings are refused by their cell; a column without range is set aside, so that the
/// others still get the weights that they would have without it.
fn check_undefined(context: &str, kind: DataKind, ratings: &Matrix, directions: &[Direction]) {
    match derive_from_data(kind, ratings, directions) {
        Err(refusals) => {
            let is_cell = |refusal: &Refusal| {
                matches!(refusal, Refusal::NotPositive { criterion, vendor, cell }
                    if ratings.get(*vendor, *criterion) == *cell && *cell <= 0.0)
            };
            let is_told = !refusals.is_empty() && refusals.iter().all(is_cell);
            assert!(is_told, "{context}: {refusals:?}");
        }
        Ok(derived) => {
            assert_eq!(derived.notes, [Note::NoRange { criterion: 2 }], "{context}");
            let rest = [0, 1, 3];
            let without = derive_from_data(
                kind,
                &ratings.select_columns(&rest),
                &rest.map(|column| directions[column]),
            )
            .expect(context);
            assert_eq!(rest.map(|column| derived.shares[column]), without.shares[..], "{context}");
            assert_eq!(derived.shares[2], 0.0, "{context}");
        }
    }
}

/// Rounded to `digits` decimals, the weights of `kind` are those printed.
fn assert_printed(kind: &str, rows: &[Vec<f64>], costs: &[usize], printed: &[f64], rounding: f64) {
    let ratings = Matrix::from_rows(rows);
    let directions: Vec<Direction> = (0..ratings.columns())
        .map(|column| match costs.contains(&column) {
            true => Direction::Minimize,
            false => Direction::Maximize,
        })
        .collect();
    let kind = Kind::from_id(kind).and_then(DataKind::from_kind).expect("a data kind");
    let derived = derive_from_data(kind, &ratings, &directions).expect("weights");
    assert_close(kind.kind().id(), "shares", &derived.shares, printed, rounding);
}

/// Zavadskas, E. K., & Podvezko, V. (2016). IJITDM, 15(2), 267–283, as printed there.
#[test]
fn cilos_and_idocriw_meet_their_paper() {
    let rows = [
        vec![3.0, 100.0, 10.0, 7.0],
        vec![2.5, 80.0, 8.0, 5.0],
        vec![1.8, 50.0, 20.0, 11.0],
        vec![2.2, 70.0, 12.0, 9.0],
    ];
    // The paper goes on from cost columns rounded to three decimals.
    assert_printed("cilos", &rows, &[0, 2], &[0.3343, 0.2199, 0.1957, 0.2501], 6e-4);
    assert_printed("idocriw", &rows, &[0, 2], &[0.1658, 0.1886, 0.35455, 0.2911], 6e-4);
    let rounded = [
        vec![0.6, 100.0, 0.8, 7.0],
        vec![0.72, 80.0, 1.0, 5.0],
        vec![1.0, 50.0, 0.4, 11.0],
        vec![0.818, 70.0, 0.667, 9.0],
    ];
    assert_printed("cilos", &rounded, &[], &[0.3343, 0.2199, 0.1957, 0.2501], 6e-5);
}

/// Xu, X. (2004). EJOR, 156(2), 530–532; Shuai, D., et al. (2012). CCDC 2012, the same table.
#[test]
fn entropy_and_angle_meet_their_papers() {
    let rows = [
        vec![30.0, 30.0, 38.0, 29.0],
        vec![19.0, 54.0, 86.0, 29.0],
        vec![19.0, 15.0, 85.0, 28.9],
        vec![68.0, 70.0, 60.0, 29.0],
    ];
    assert_printed("entropy", &rows, &[], &[0.4630, 0.3992, 0.1378, 0.0000], 6e-5);
    assert_printed("angle", &rows, &[], &[0.4150, 0.3612, 0.2227, 0.0012], 6e-5);
}

/// Bączkiewicz, A., et al. (2021). Towards reliable results: comparative analysis of selected MCDA
/// techniques in the camera selection problem. Springer, 143–165: twenty cameras.
#[test]
fn gini_meets_its_example() {
    let rows = [
        vec![29.4, 83.0, 47.0, 114.0, 12.0, 30.0, 120.0, 240.0, 170.0, 90.0, 1717.75],
        vec![30.0, 38.1, 124.7, 117.0, 16.0, 60.0, 60.0, 60.0, 93.0, 70.0, 2389.0],
        vec![29.28, 59.27, 41.13, 58.0, 16.0, 30.0, 60.0, 120.0, 170.0, 78.0, 239.99],
        vec![33.6, 71.0, 55.0, 159.0, 23.6, 60.0, 240.0, 240.0, 132.0, 140.0, 2099.0],
        vec![21.0, 59.0, 41.0, 66.0, 16.0, 24.0, 60.0, 120.0, 170.0, 70.0, 439.0],
        vec![35.0, 65.0, 42.0, 134.0, 12.0, 60.0, 240.0, 240.0, 145.0, 60.0, 1087.0],
        vec![47.0, 79.0, 54.0, 158.0, 19.0, 60.0, 120.0, 120.0, 360.0, 72.0, 2499.0],
        vec![28.3, 62.3, 44.9, 116.0, 12.0, 30.0, 60.0, 60.0, 130.0, 90.0, 999.99],
        vec![36.9, 28.6, 121.6, 130.0, 12.0, 60.0, 120.0, 120.0, 80.0, 80.0, 1099.0],
        vec![32.0, 59.0, 41.0, 60.0, 16.0, 30.0, 120.0, 120.0, 170.0, 60.0, 302.96],
        vec![28.4, 66.3, 48.6, 126.0, 12.0, 60.0, 240.0, 240.0, 132.0, 135.0, 1629.0],
        vec![29.8, 46.0, 113.0, 47.0, 18.0, 50.0, 50.0, 50.0, 360.0, 72.0, 2099.0],
        vec![20.2, 64.0, 80.0, 70.0, 8.0, 24.0, 60.0, 120.0, 166.0, 480.0, 699.99],
        vec![33.0, 60.0, 44.0, 59.0, 12.0, 30.0, 60.0, 120.0, 170.0, 90.0, 388.0],
        vec![29.0, 59.0, 41.0, 55.0, 16.0, 30.0, 60.0, 120.0, 170.0, 120.0, 299.0],
        vec![29.0, 59.0, 41.0, 182.0, 12.0, 30.0, 30.0, 60.0, 94.0, 140.0, 249.0],
        vec![29.8, 59.2, 41.0, 65.0, 16.0, 30.0, 60.0, 120.0, 160.0, 90.0, 219.99],
        vec![28.8, 62.5, 41.0, 70.0, 12.0, 60.0, 120.0, 120.0, 170.0, 138.0, 1399.99],
        vec![24.0, 40.0, 59.0, 60.0, 12.0, 10.0, 30.0, 30.0, 140.0, 78.0, 269.99],
        vec![30.0, 60.0, 45.0, 201.0, 16.0, 30.0, 30.0, 30.0, 170.0, 90.0, 199.99],
    ];
    let printed =
        [0.0362, 0.0437, 0.0848, 0.0984, 0.0480, 0.0842, 0.1379, 0.1125, 0.0745, 0.1107, 0.1690];
    assert_printed("gini", &rows, &[], &printed, 6e-5);
}
