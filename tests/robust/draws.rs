//! Draws of weights meet exact areas, draws of ratings their textbook chances, whatever the threads.

use rationale::explore::robust::failure::Failure;
use rationale::explore::robust::robustness::{MOST_VENDORS, Robustness, Vary};
use rationale::explore::robust::weight_space::Weights;
use rationale::model::id::VendorId;

use crate::support::read::model;
use crate::{ALL, ONLY_WEIGHTS, robust};

const THREE: &str = "
[criteria.a]
weight = 3
scale = [0, 10]
[criteria.b]
weight = 2
scale = [0, 10]
[criteria.c]
weight = 1
scale = [0, 10]
[vendors.x.ratings]
a = 9
b = 2
c = 4
[vendors.y.ratings]
a = 3
b = 8
c = 5
[vendors.z.ratings]
a = 5
b = 5
c = 8
";

/// The part of a triangle of weights, as its corners, where a row of differences is ≥ 0.
fn clip(corners: &[[f64; 3]], row: [f64; 3]) -> Vec<[f64; 3]> {
    let at = |p: &[f64; 3]| p[0] * row[0] + p[1] * row[1] + p[2] * row[2];
    let mut kept = Vec::new();
    for (idx, here) in corners.iter().enumerate() {
        let next = &corners[(idx + 1) % corners.len()];
        let (one, other) = (at(here), at(next));
        if one >= 0.0 {
            kept.push(*here);
        }
        if (one >= 0.0) != (other >= 0.0) {
            let t = one / (one - other);
            kept.push(std::array::from_fn(|axis| here[axis] + t * (next[axis] - here[axis])));
        }
    }
    kept
}

/// Twice the area of a polygon of weights, seen from the first two axes.
fn area(corners: &[[f64; 3]]) -> f64 {
    let cross = |idx: usize| {
        let (p, q) = (corners[idx], corners[(idx + 1) % corners.len()]);
        p[0] * q[1] - q[0] * p[1]
    };
    (0..corners.len()).map(cross).sum::<f64>().abs()
}

/// How much of a triangle has each of the three vendors in front.
fn exact(triangle: &[[f64; 3]]) -> Vec<f64> {
    let values = [[0.9, 0.2, 0.4], [0.3, 0.8, 0.5], [0.5, 0.5, 0.8]];
    let whole = area(triangle);
    (0..3)
        .map(|vendor: usize| {
            let mut corners = triangle.to_vec();
            for rival in (0..3).filter(|rival| *rival != vendor) {
                let row = std::array::from_fn(|j| values[vendor][j] - values[rival][j]);
                corners = clip(&corners, row);
            }
            area(&corners) / whole
        })
        .collect()
}

fn assert_firsts(found: &Robustness, wanted: &[f64]) {
    for (share, wanted) in found.acceptability.vendors.iter().zip(wanted) {
        let first = share.ranks[0];
        assert!((first.figure - wanted).abs() < 4.5 * first.error + 1e-9, "{share:?} {wanted}");
        assert!((share.chosen.figure - first.figure).abs() < 1e-12);
    }
}

#[test]
fn polygon_areas_are_met_within_sampling_error() {
    let model = model(THREE);
    let simplex = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let found = robust(&model, Weights::Any, ONLY_WEIGHTS, 200_000).unwrap();
    assert_firsts(&found, &exact(&simplex));
    let third = 1.0 / 3.0;
    let ordered = [[1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [third, third, third]];
    let found = robust(&model, Weights::Order, ONLY_WEIGHTS, 200_000).unwrap();
    assert_firsts(&found, &exact(&ordered));
    // A gate on a group, passed by all, makes every draw a run: the slow path meets the same.
    let gated = THREE.replace(
        "[criteria.a]",
        "[criteria.g]\nweight = 1\ngate = { at-least = \"1%\" }\n[criteria.a]\nunder = \"g\"",
    );
    let gated = gated.replace("[criteria.b]", "[criteria.b]\nunder = \"g\"");
    let gated = gated.replace("[criteria.c]", "[criteria.c]\nunder = \"g\"");
    let found =
        robust(&crate::support::read::model(&gated), Weights::Any, ONLY_WEIGHTS, 20_000).unwrap();
    assert_firsts(&found, &exact(&simplex));
}

#[test]
fn constraints_cut_the_triangle() {
    let text = format!("{THREE}\n[[weight-constraints]]\nmore = \"b\"\nless = \"a\"\n");
    let found = robust(&model(&text), Weights::Any, ONLY_WEIGHTS, 100_000).unwrap();
    let half = [[0.5, 0.5, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    assert_firsts(&found, &exact(&half));
    assert_eq!(found.broken_constraints, [0], "today's weights say otherwise");
}

#[test]
fn uncertain_ratings_pass_their_gates_as_often_as_they_should() {
    let text = "
[criteria.a]
weight = 1
scale = [0, 10]
gate = { at-least = 5 }
[vendors.uniform.ratings]
a = { low = 4, high = 8 }
[vendors.triangular.ratings]
a = { value = 6, low = 4, high = 8 }
[vendors.normal.ratings]
a = { value = 5, sd = 1 }
[vendors.unknown.ratings]
a = \"unknown\"
";
    let ratings = Vary { weights: false, ratings: true, assumptions: false };
    let found = robust(&model(text), Weights::Any, ratings, 20_000).unwrap();
    let wanted = [0.25, 0.125, 0.5, 0.5];
    for (share, wanted) in found.acceptability.vendors.iter().zip(wanted) {
        let out = share.rejected;
        assert!((out.figure - wanted).abs() < 4.5 * out.error, "{share:?} {wanted}");
    }
}

#[test]
fn assumptions_fail_as_often_as_they_say() {
    let text = "
[criteria.a]
weight = 1
scale = [0, 10]
[assumptions.likely]
claim = \"x\"
probability = 0.9
[assumptions.follows]
claim = \"y\"
requires = [\"likely\"]
[vendors.x]
requires = [\"follows\"]
ratings = { a = 9 }
[vendors.y]
ratings = { a = 5 }
";
    let only = Vary { weights: false, ratings: false, assumptions: true };
    let found = robust(&model(text), Weights::Any, only, 20_000).unwrap();
    let chosen = found.acceptability.vendors[0].chosen;
    assert!((chosen.figure - 0.45).abs() < 4.5 * chosen.error, "{chosen:?}");
}

#[test]
fn one_thread_and_eight_give_the_same() {
    let text = format!(
        "{THREE}
[assumptions.open]
claim = \"x\"
[vendors.w]
requires = [\"open\"]
[vendors.w.ratings]
a = {{ value = 6, low = 2, high = 9 }}
b = {{ value = 6, sd = 2 }}
"
    );
    let model = model(&text);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let found = pool.install(|| robust(&model, Weights::Any, ALL, 20_000).unwrap());
        format!("{found:?}")
    };
    let one = with(1);
    assert_eq!(one, with(2));
    assert_eq!(one, with(8));
}

#[test]
fn every_method_can_be_drawn() {
    let text = THREE.replace("scale = [0, 10]", "scale = [1, 10]");
    for kind in ["weighted-product", "topsis", "vikor", "promethee-ii", "electre-iii", "edas"] {
        let text = format!("{text}\n[method]\nkind = \"{kind}\"\n");
        let found = robust(&model(&text), Weights::Any, ONLY_WEIGHTS, 2000).unwrap();
        let firsts: f64 = found.acceptability.vendors.iter().map(|v| v.ranks[0].figure).sum();
        assert!(firsts >= 1.0 - 1e-9, "{kind}: somebody is first in every draw, {firsts}");
        assert_eq!(found.acceptability.refused, 0, "{kind}");
    }
}

/// Two vendors, one criterion, ratings uniform on [0, 1] and [0.5, 1]: the second is ahead with
/// probability 3/4. Confidence is the same, since there is but one weight.
#[test]
fn uncertain_ratings_give_the_probability_of_being_ahead() {
    let model = model(
        "title = \"Two\"
[criteria.speed]
weight = 1
scale = [0, 1]
[vendors.a.ratings]
speed = { low = 0, high = 1 }
[vendors.b.ratings]
speed = { low = 0.5, high = 1 }
",
    );
    let found = robust(&model, Weights::Any, ALL, 40_000).unwrap().acceptability;
    let ahead = found.pairs.iter().find(|pair| pair.vendor == VendorId(1)).unwrap().share;
    assert!((ahead.figure - 0.75).abs() < 4.0 * ahead.error, "{ahead:?}");
    let confidence = found.vendors[1].confidence.unwrap();
    assert!((confidence.figure - 0.75).abs() < 4.0 * confidence.error, "{confidence:?}");
}

/// Two vendors alike but for a rounding error, or but for a criterion that weighs nothing in the set.
#[test]
fn vendors_that_tie_in_every_draw_are_never_chosen_over_each_other() {
    let text = |first: &str, second: &str, extra: &str| {
        format!(
            "[criteria.a]\nweight = 1\nscale = [0, 3]\n[criteria.b]\nweight = 1\nscale = [0, 10]\n\
             [criteria.c]\nweight = 0\nscale = [0, 10]\n\
             [vendors.x.ratings]\na = {first}\nb = 5\nc = 5\n\
             [vendors.y.ratings]\na = {second}\nb = 5\nc = {extra}\n\
             [vendors.z.ratings]\na = 0.1\nb = 1\nc = 5\n"
        )
    };
    let near = text("0.3", "0.30000000000000004", "5");
    let weightless = text("0.3", "0.3", "9");
    for (text, weights) in [(near, Weights::Any), (weightless, Weights::Within(0.1))] {
        let found = robust(&model(&text), weights, ALL, 2000).unwrap().acceptability;
        assert_eq!(found.tied.figure, 1.0, "{weights:?}");
        for vendor in &found.vendors[..2] {
            assert_eq!((vendor.ranks[0].figure, vendor.chosen.figure), (1.0, 0.0), "{vendor:?}");
        }
    }
}

#[test]
fn only_vendors_that_are_not_excluded_count_as_too_many() {
    let text = |excluded: usize| {
        let vendor = |idx: usize| {
            let is_out = if idx < excluded { "excluded = true\n" } else { "" };
            format!("[vendors.v{idx}]\n{is_out}ratings = {{ a = {} }}\n", idx % 7)
        };
        let vendors: String = (0..=MOST_VENDORS).map(vendor).collect();
        format!("[criteria.a]\nweight = 1\nscale = [0, 10]\n{vendors}")
    };
    let draw = |excluded: usize| robust(&model(&text(excluded)), Weights::Any, ALL, 1);
    assert_eq!(draw(0).err(), Some(Failure::TooMany(MOST_VENDORS + 1)));
    assert_eq!(draw(990).unwrap().acceptability.vendors.len(), 11);
}
