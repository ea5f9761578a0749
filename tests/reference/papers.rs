//! Figures printed in papers for methods that `tests/cases` does not cover, and figures of
//! independent implementations or of the bare definition where no printed ones are at hand.
//!
//! The papers themselves were not opened: OCRA, PROBID and the mergers of MAIRCA were read in the
//! tests of pymcdm, RAM and the depots of MAIRCA in those of scikit-criteria, CRADIS in JMcDM's.

use rationale::method::id::MethodId;
use rationale::method::matrix::Matrix;
use rationale::method::outcome::{Figures, Outcome};
use rationale::method::problem::{Axis, Direction, Preference, Problem, Thresholds};
use rationale::method::ranks::competition_ranks;

use crate::case::assert_close;

/// `directions` has `+` for a benefit and `-` for a cost; weights are taken as given.
fn problem(rows: &[&[f64]], weights: &[f64], directions: &str) -> Problem {
    let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.to_vec()).collect();
    let axis = |(&share, sign)| Axis {
        share,
        direction: if sign == '+' { Direction::Maximize } else { Direction::Minimize },
        scale: None,
        target: None,
        preference: Preference::Usual,
        thresholds: Thresholds::default(),
    };
    let ratings = Matrix::from_rows(&rows);
    let values = Matrix::zeros(ratings.rows(), ratings.columns());
    Problem { ratings, values, axes: weights.iter().zip(directions.chars()).map(axis).collect() }
}

fn solve(id: MethodId, problem: &Problem) -> Outcome {
    id.with_defaults().solve(problem).unwrap_or_else(|refusal| panic!("{id:?}: {refusal:?}"))
}

/// What a paper prints; an empty list of ranks where it prints none.
struct Printed<'a> {
    scores: &'a [f64],
    ranks: &'a [usize],
    rounding: f64,
}

fn check(id: MethodId, problem: &Problem, printed: &Printed) -> Outcome {
    let outcome = solve(id, problem);
    let scores = outcome.scores.clone().expect("scores");
    assert_close(id.id(), "scores", &scores, printed.scores, printed.rounding);
    if !printed.ranks.is_empty() {
        assert_eq!(competition_ranks(&outcome.merits), printed.ranks, "{}", id.id());
    }
    outcome
}

fn detail(outcome: &Outcome, name: &str) -> Vec<f64> {
    match &outcome.details.iter().find(|detail| detail.name == name).expect(name).figures {
        Figures::PerVendor(figures) => figures.clone(),
        other => panic!("{name} is {other:?}"),
    }
}

/// Sotoudeh-Anvari, A. (2023). Journal of Cleaner Production, 423, 138695, tables 2 to 5.
#[test]
fn ram_as_printed_by_its_author() {
    let rows: [&[f64]; 10] = [
        &[0.068, 0.066, 0.150, 0.098, 0.156, 0.114, 0.098],
        &[0.078, 0.076, 0.108, 0.136, 0.082, 0.171, 0.105],
        &[0.157, 0.114, 0.128, 0.083, 0.108, 0.113, 0.131],
        &[0.106, 0.139, 0.058, 0.074, 0.132, 0.084, 0.120],
        &[0.103, 0.187, 0.125, 0.176, 0.074, 0.064, 0.057],
        &[0.105, 0.083, 0.150, 0.051, 0.134, 0.094, 0.113],
        &[0.137, 0.127, 0.056, 0.133, 0.122, 0.119, 0.114],
        &[0.100, 0.082, 0.086, 0.060, 0.062, 0.109, 0.093],
        &[0.053, 0.052, 0.043, 0.100, 0.050, 0.078, 0.063],
        &[0.094, 0.074, 0.097, 0.087, 0.080, 0.054, 0.106],
    ];
    let weights = [0.132, 0.135, 0.138, 0.162, 0.09, 0.223, 0.12];
    let printed = Printed {
        scores: &[
            1.433215, 1.439243, 1.435296, 1.432197, 1.42788, 1.43012, 1.439444, 1.430766, 1.429406,
            1.428773,
        ],
        ranks: &[4, 2, 3, 5, 10, 7, 1, 6, 8, 9],
        // The printed intermediate shares are rounded themselves, so the last digit is not exact.
        rounding: 1e-5,
    };
    let outcome = check(MethodId::Ram, &problem(&rows, &weights, "+--++++"), &printed);
    let benefits =
        [0.07609, 0.090475, 0.08481, 0.071, 0.06992, 0.0687, 0.09085, 0.06397, 0.05267, 0.05848];
    assert_close("ram", "s-plus", &detail(&outcome, "s-plus"), &benefits, 2e-5);
}

/// Wang, Z., Rangaiah, G. P., & Wang, X. (2021). Industrial & Engineering Chemistry Research,
/// 60(30), 11216–11230.
#[test]
fn probid_as_printed_by_its_authors() {
    let rows: [&[f64]; 11] = [
        &[1.679e6, 1.525e-7, 3.747e-5, 0.251, 2.917],
        &[2.213e6, 1.304e-7, 3.250e-5, 0.218, 6.633],
        &[2.461e6, 1.445e-7, 3.854e-5, 0.259, 0.553],
        &[2.854e6, 1.540e-7, 3.970e-5, 0.266, 1.597],
        &[3.107e6, 1.522e-7, 3.779e-5, 0.254, 2.905],
        &[3.574e6, 1.469e-7, 3.297e-5, 0.221, 6.378],
        &[3.932e6, 1.977e-7, 3.129e-5, 0.210, 11.381],
        &[4.383e6, 1.292e-7, 3.142e-5, 0.211, 9.929],
        &[4.988e6, 1.690e-7, 3.767e-5, 0.253, 8.459],
        &[5.497e6, 5.703e-7, 3.012e-5, 0.200, 18.918],
        &[5.751e6, 4.653e-7, 3.017e-5, 0.201, 17.517],
    ];
    let weights = [0.1819, 0.2131, 0.1838, 0.1832, 0.2379];
    let printed = Printed {
        scores: &[
            0.8568, 0.7826, 0.9362, 0.9369, 0.9379, 0.8716, 0.5489, 0.7231, 0.7792, 0.3331, 0.3387,
        ],
        ranks: &[5, 6, 3, 2, 1, 4, 9, 8, 7, 11, 10],
        rounding: 6e-5,
    };
    check(MethodId::Probid, &problem(&rows, &weights, "+----"), &printed);
}

/// Işık, A. T., & Adalı, E. A. (2016). A new integrated decision making approach based on SWARA and
/// OCRA methods for the hotel selection problem. International Journal of Advanced Operations
/// Management, 8(2), 140–151.
#[test]
fn ocra_as_printed_for_hotels() {
    let rows: [&[f64]; 6] = [
        &[7.7, 256.0, 7.2, 7.3, 7.3],
        &[8.1, 250.0, 7.9, 7.8, 7.7],
        &[8.7, 352.0, 8.6, 7.9, 8.0],
        &[8.1, 262.0, 7.0, 8.1, 7.2],
        &[6.5, 271.0, 6.3, 6.4, 6.1],
        &[6.8, 228.0, 7.1, 7.2, 6.5],
    ];
    let printed = Printed {
        scores: &[0.143, 0.210, 0.164, 0.167, 0.0, 0.112],
        ranks: &[4, 1, 3, 2, 6, 5],
        rounding: 6e-4,
    };
    let weights = [0.239, 0.225, 0.197, 0.186, 0.153];
    check(MethodId::Ocra, &problem(&rows, &weights, "+-+++"), &printed);
}

/// Puška, A., Hodžić, I., & Štilić, A. (2023). Evaluating the knowledge economies within the European
/// Union. International Journal of Knowledge and Innovation Studies, 1(2), 103–115; the
/// printed intermediate entries are rounded to three digits, so the last of four is not exact.
#[test]
fn cradis_as_printed_for_knowledge_economies() {
    let rows: [&[f64]; 27] = [
        &[79.60, 67.40, 64.70, 43.50, 66.10, 67.80, 79.40],
        &[84.00, 64.90, 63.20, 43.70, 59.80, 67.60, 78.00],
        &[69.80, 58.70, 58.60, 34.10, 56.50, 55.80, 61.60],
        &[77.50, 50.60, 67.10, 41.70, 65.10, 55.30, 68.90],
        &[74.00, 60.70, 59.50, 32.10, 57.60, 58.30, 68.40],
        &[83.10, 63.40, 59.10, 39.10, 55.80, 65.70, 73.90],
        &[79.80, 57.50, 63.50, 50.30, 70.80, 73.60, 83.40],
        &[79.90, 64.20, 62.50, 43.30, 71.10, 63.40, 76.50],
        &[84.30, 68.20, 61.30, 50.70, 71.80, 66.70, 85.80],
        &[78.50, 55.20, 53.50, 45.70, 65.20, 65.50, 75.30],
        &[75.70, 63.70, 61.10, 47.30, 61.90, 66.50, 79.40],
        &[72.80, 47.00, 47.20, 34.80, 53.00, 52.50, 63.90],
        &[70.60, 67.10, 47.80, 34.90, 56.70, 66.20, 67.00],
        &[70.40, 60.30, 55.30, 42.90, 62.40, 72.30, 81.80],
        &[75.40, 62.40, 52.40, 42.30, 55.50, 59.70, 68.70],
        &[80.50, 62.80, 59.30, 32.60, 63.10, 63.30, 71.70],
        &[79.30, 58.20, 56.90, 32.60, 62.20, 62.40, 73.90],
        &[77.20, 64.10, 66.40, 45.90, 72.60, 65.40, 82.40],
        &[78.20, 52.70, 58.00, 46.70, 71.50, 68.50, 73.80],
        &[83.80, 68.10, 63.00, 48.80, 71.60, 65.60, 80.60],
        &[83.40, 55.30, 54.80, 31.60, 57.90, 57.80, 69.30],
        &[85.70, 62.10, 63.30, 34.90, 57.30, 59.50, 77.20],
        &[60.20, 57.70, 55.00, 32.00, 54.20, 58.90, 64.60],
        &[80.10, 69.10, 58.30, 30.50, 54.20, 56.60, 69.00],
        &[82.40, 65.50, 61.40, 39.80, 63.70, 62.60, 75.50],
        &[79.10, 59.70, 55.40, 37.40, 62.00, 60.40, 73.10],
        &[82.30, 61.20, 62.40, 54.70, 72.40, 68.10, 85.70],
    ];
    let weights = [0.0280, 0.0900, 0.1027, 0.3701, 0.1336, 0.1482, 0.1274];
    let printed = Printed {
        scores: &[
            0.8981, 0.8838, 0.7688, 0.8361, 0.7761, 0.8360, 0.9477, 0.8872, 0.9532, 0.8719, 0.9013,
            0.7393, 0.7927, 0.8769, 0.8254, 0.8030, 0.7946, 0.9198, 0.8937, 0.9350, 0.7650, 0.8131,
            0.7545, 0.7692, 0.8539, 0.8164, 0.9732,
        ],
        ranks: &[
            7, 10, 24, 14, 22, 15, 3, 9, 2, 12, 6, 27, 21, 11, 16, 19, 20, 5, 8, 4, 25, 18, 26, 23,
            13, 17, 1,
        ],
        rounding: 2e-4,
    };
    check(MethodId::Cradis, &problem(&rows, &weights, "+++++++"), &printed);
}

/// Gigović, L., Pamučar, D., Bajić, Z., & Milićević, M. (2016). The combination of expert judgment
/// and GIS-MAIRCA analysis for the selection of sites for ammunition depots. Sustainability, 8(4),
/// 372.
#[test]
fn mairca_as_printed_for_depots() {
    let rows: [&[f64]; 8] = [
        &[3.828, 5.000, 3.720, 2.723, 4.255],
        &[4.675, 5.000, 3.000, 3.452, 2.587],
        &[4.515, 4.836, 3.289, 3.491, 4.069],
        &[4.421, 5.000, 3.555, 2.839, 4.397],
        &[4.717, 5.000, 3.430, 4.401, 1.000],
        &[4.695, 5.000, 3.925, 3.847, 1.000],
        &[4.688, 5.000, 2.000, 4.99, 1.000],
        &[4.688, 5.000, 3.971, 4.001, 1.000],
    ];
    let printed = Printed {
        scores: &[0.0427, 0.0548, 0.0919, 0.0592, 0.0631, 0.0637, 0.0483, 0.0658],
        ranks: &[1, 3, 8, 4, 5, 6, 2, 7],
        rounding: 1e-4,
    };
    let weights = [0.2016, 0.2304, 0.2232, 0.1912, 0.1536];
    check(MethodId::Mairca, &problem(&rows, &weights, "-+---"), &printed);
}

/// Aksoy, E. (2021). An analysis on Turkey's merger and acquisition activities: MAIRCA method.
/// Gümüşhane Üniversitesi Sosyal Bilimler Enstitüsü Elektronik Dergisi, 12(1), 1–11.
#[test]
fn mairca_as_printed_for_mergers() {
    let rows: [&[f64]; 5] = [
        &[70.0, 245.0, 16.4, 19.0],
        &[52.0, 246.0, 7.3, 22.0],
        &[53.0, 295.0, 10.3, 25.0],
        &[63.0, 256.0, 12.0, 8.0],
        &[64.0, 233.0, 5.3, 17.0],
    ];
    let printed = Printed {
        scores: &[0.0332, 0.1122, 0.0654, 0.1304, 0.1498],
        ranks: &[1, 3, 2, 4, 5],
        rounding: 6e-5,
    };
    let weights = [0.04744, 0.02464, 0.51357, 0.41435];
    check(MethodId::Mairca, &problem(&rows, &weights, "++++"), &printed);
}

/// The paper's steps written out with relative weights and its reference criterion.
#[test]
fn todim_equals_its_definition_written_out() {
    let rows: [&[f64]; 4] = [
        &[290.0, 3.0, 3.0, 1.0],
        &[180.0, 4.0, 2.0, 1.0],
        &[347.0, 3.0, 1.0, 2.0],
        &[124.0, 2.0, 3.0, 3.0],
    ];
    let weights = [0.4, 0.3, 0.2, 0.1];
    let problem = problem(&rows, &weights, "-+++");
    let entry = |row: usize, column: usize| {
        let turn = |x: f64| if column == 0 { 1.0 / x } else { x };
        let total: f64 = rows.iter().map(|row| turn(row[column])).sum();
        turn(rows[row][column]) / total
    };
    let relative = weights.map(|weight| weight / 0.4);
    let total: f64 = relative.iter().sum();
    let dominance: Vec<f64> = (0..4)
        .map(|i| {
            let mut sum = 0.0;
            for (j, c) in (0..4).flat_map(|j| (0..4).map(move |c| (j, c))) {
                let ahead = entry(i, c) - entry(j, c);
                sum += if ahead > 0.0 {
                    (relative[c] * ahead / total).sqrt()
                } else {
                    -(total * -ahead / relative[c]).sqrt()
                };
            }
            sum
        })
        .collect();
    let low = dominance.iter().copied().fold(f64::INFINITY, f64::min);
    let high = dominance.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let scores: Vec<f64> = dominance.iter().map(|sum| (sum - low) / (high - low)).collect();
    check(MethodId::Todim, &problem, &Printed { scores: &scores, ranks: &[], rounding: 1e-12 });
}

/// Four vendors one step apart under equal weights: a gain of k steps is a√k, a loss 3a√k.
#[test]
fn todim_of_equal_steps_has_a_closed_form() {
    let rows: [&[f64]; 4] =
        [&[10.0, 11.0, 12.0], &[7.0, 8.0, 9.0], &[4.0, 5.0, 6.0], &[1.0, 2.0, 3.0]];
    let third = 1.0 / 3.0;
    let (two, three) = (f64::sqrt(2.0), f64::sqrt(3.0));
    let dominance =
        [1.0 + two + three, 1.0 + two - 3.0, 1.0 - 3.0 * (1.0 + two), -3.0 * (1.0 + two + three)];
    let scores = dominance.map(|sum| (sum - dominance[3]) / (dominance[0] - dominance[3]));
    let printed = Printed { scores: &scores, ranks: &[1, 2, 3, 4], rounding: 1e-12 };
    check(MethodId::Todim, &problem(&rows, &[third; 3], "+++"), &printed);
}
