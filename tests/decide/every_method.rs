//! What every method obeys when it is named in a file: weights times a constant, names, order, and a
//! vendor that dominates all others.

#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use rationale::decide::completion::Completion;
use rationale::decide::evaluation::Evaluation;
use rationale::decide::run::evaluate;
use rationale::method::id::MethodId;
use rationale::model::scenario::Model;

use crate::support::read::model;

/// What is written of a field.
#[derive(Clone, Copy)]
struct Written<'a> {
    criteria: [&'a str; 3],
    weights: [f64; 3],
    vendors: &'a [(&'a str, [f64; 3])],
}

const VENDORS: [(&str, [f64; 3]); 4] = [
    ("north", [7.0, 3.0, 5.0]),
    ("south", [4.0, 6.0, 8.0]),
    ("east", [6.0, 5.0, 4.0]),
    ("west", [9.0, 7.0, 2.0]),
];

const PLAIN: Written =
    Written { criteria: ["speed", "price", "care"], weights: [3.0, 2.0, 1.0], vendors: &VENDORS };

/// The methods that rank vendors by their ratings.
fn rating_methods() -> impl Iterator<Item = MethodId> {
    MethodId::ALL.iter().copied().filter(|method| *method != MethodId::Ahp)
}

/// A scenario under a method, with whatever that method needs.
fn text(method: MethodId, written: Written) -> String {
    let [speed, price, care] = written.criteria;
    let parameters = match method {
        MethodId::Comet => format!(
            "characteristic-values = {{ {speed} = [0, 5, 10], {price} = [0, 10], {care} = [0, 10] }}\n"
        ),
        MethodId::ElectreTriB => format!(
            "[[method.profiles]]\nname = \"fair\"\nratings = {{ {speed} = 5, {price} = 6, {care} = 4 }}\n"
        ),
        MethodId::Owa => "order-weights = [5, 3, 2]\n".to_owned(),
        MethodId::Choquet => format!(
            "[[method.interactions]]\nbetween = [\"{speed}\", \"{care}\"]\nstrength = 0.2\n"
        ),
        _ => String::new(),
    };
    let mut text = format!("[method]\nkind = \"{}\"\n{parameters}", method.id());
    for (place, (criterion, weight)) in written.criteria.iter().zip(written.weights).enumerate() {
        let direction = if place == 1 { "minimize" } else { "maximize" };
        text += &format!(
            "[criteria.{criterion}]\nweight = {weight}\nscale = [0, 10]\n\
             direction = \"{direction}\"\nthresholds = {{ q = 0.5, p = 1.5, v = 6 }}\n\
             preference = {{ shape = \"linear\", q = 0.5, p = 3 }}\n"
        );
    }
    for (vendor, ratings) in written.vendors {
        text += &format!("[vendors.{vendor}.ratings]\n");
        for (criterion, rating) in written.criteria.iter().zip(ratings) {
            text += &format!("{criterion} = {rating}\n");
        }
    }
    text
}

fn run(method: MethodId, written: Written) -> (Model, Evaluation) {
    let model = model(&text(method, written));
    let run = evaluate(&model, &Completion::default()).map_err(|error| (method, error));
    let run = run.expect("a run");
    (model, run)
}

fn assert_same(method: MethodId, found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        let slack = 1e-9 * wanted.abs().max(1.0);
        assert!((found - wanted).abs() <= slack, "{}: {found} {wanted}", method.id());
    }
}

#[test]
fn weights_times_a_constant_change_nothing() {
    for method in rating_methods() {
        let (_, plain) = run(method, PLAIN);
        let (_, scaled) = run(method, Written { weights: [0.21, 0.14, 0.07], ..PLAIN });
        assert_same(method, &scaled.outcome.merits, &plain.outcome.merits);
        assert_eq!(scaled.ranks, plain.ranks, "{}", method.id());
    }
}

#[test]
fn names_change_nothing_not_even_where_one_contains_another() {
    let vendors = [0, 1, 2, 3].map(|row| (["a1", "a10", "a100", "a"][row], VENDORS[row].1));
    let renamed = Written { criteria: ["c1", "c10", "c"], vendors: &vendors, ..PLAIN };
    for method in rating_methods() {
        let (_, plain) = run(method, PLAIN);
        let (_, renamed) = run(method, renamed);
        assert_eq!(renamed.outcome.merits, plain.outcome.merits, "{}", method.id());
        assert_eq!(renamed.outcome.details, plain.outcome.details, "{}", method.id());
    }
}

#[test]
fn the_order_of_vendors_changes_nothing_but_the_order_shown() {
    let mut vendors = VENDORS;
    vendors.reverse();
    for method in rating_methods() {
        let (_, plain) = run(method, PLAIN);
        let (_, reversed) = run(method, Written { vendors: &vendors, ..PLAIN });
        let mut merits = reversed.outcome.merits.clone();
        merits.reverse();
        assert_same(method, &merits, &plain.outcome.merits);
    }
}

#[test]
fn a_second_run_says_the_same() {
    for method in rating_methods() {
        let (model, first) = run(method, PLAIN);
        let second = evaluate(&model, &Completion::default()).expect("as before");
        assert_eq!(second.outcome, first.outcome, "{}", method.id());
    }
}

#[test]
fn a_vendor_that_dominates_all_others_is_first() {
    // Better than everybody by a hair, and by a mile.
    for best in [[9.1, 2.9, 8.1], [9.9, 0.1, 9.9]] {
        let mut vendors = VENDORS.to_vec();
        vendors.push(("best", best));
        for method in rating_methods() {
            let (model, run) = run(method, Written { vendors: &vendors, ..PLAIN });
            let best = model.vendor_named("best").expect("a vendor");
            assert_eq!(run.rank(best), Some(1), "{}", method.id());
            if method != MethodId::ElectreTriB {
                assert_eq!(run.chosen, [best], "{}", method.id());
            }
        }
    }
}
