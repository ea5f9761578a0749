//! Figures worked by hand, and what holds for every value function.

use proptest::prelude::{Just, Strategy, prop_assert, prop_oneof, proptest};

use crate::model::ends::Ends;
use crate::model::value_function::ValueFunction;

const TEN: Ends = Ends { worst: 0.0, best: 10.0 };

#[test]
fn figures_worked_by_hand() {
    let falling = Ends { worst: 10.0, best: 0.5 };
    assert_eq!(ValueFunction::Linear.apply(10.0, falling), 0.0);
    assert_eq!(ValueFunction::Linear.apply(12.0, falling), 0.0);
    assert_eq!(ValueFunction::Linear.apply(5.25, falling), 0.5);
    let price = ValueFunction::Piecewise(vec![[0.5, 1.0], [2.0, 0.6], [10.0, 0.0]]);
    assert!((price.apply(6.0, falling) - 0.3).abs() < 1e-12);
    assert_eq!(price.reaching(0.3, falling), Some([f64::NEG_INFINITY, 6.0]));
    let steps = ValueFunction::Steps(vec![[0.0, 0.0], [90.0, 0.2], [98.0, 1.0]]);
    assert_eq!([89.9, 90.0, 97.0, 98.0].map(|x| steps.apply(x, TEN)), [0.0, 0.2, 0.2, 1.0]);
    assert_eq!(steps.reaching(0.3, TEN), Some([98.0, f64::INFINITY]));
    let target = ValueFunction::Target { best: [5.0, 5.0], zero_at: [0.0, 10.0] };
    assert_eq!([0.0, 2.5, 5.0, 9.0].map(|x| target.apply(x, TEN)), [0.0, 0.5, 1.0, 0.2]);
    assert_eq!(target.reaching(0.5, TEN), Some([2.5, 7.5]));
    let cheapest = Ends { worst: 200.0, best: 100.0 };
    assert_eq!(ValueFunction::LowestRatio.apply(125.0, cheapest), 0.8);
    assert_eq!(ValueFunction::LowestDifference.apply(125.0, cheapest), 0.75);
    assert_eq!(ValueFunction::LowestDifference.apply(250.0, cheapest), 0.0);
}

#[test]
fn a_logistic_is_its_plain_quotient_and_stays_finite_where_that_is_not() {
    let curve = ValueFunction::Logistic { midpoint: 4.0, slope: 0.8 };
    let sigma = |x: f64| 1.0 / (1.0 + (-0.8 * (x - 4.0)).exp());
    for rating in [0.5, 3.0, 4.0, 9.0] {
        let plain = (sigma(rating) - sigma(0.0)) / (sigma(10.0) - sigma(0.0));
        assert!((curve.apply(rating, TEN) - plain).abs() < 1e-12, "{rating}");
    }
    let far = ValueFunction::Logistic { midpoint: 1e6, slope: 9.0 };
    assert!(far.apply(5.0, TEN).is_finite() && far.apply(5.0, TEN) < 1e-9);
}

#[test]
fn an_exponential_is_its_plain_quotient_both_ways_round() {
    for rho in [3.0, -3.0] {
        let curve = ValueFunction::Exponential { rho };
        let plain = |d: f64| (1.0 - (-d / rho).exp()) / (1.0 - (-10.0 / rho).exp());
        assert!((curve.apply(4.0, TEN) - plain(4.0)).abs() < 1e-12);
        let falling = Ends { worst: 10.0, best: 0.0 };
        assert!((curve.apply(4.0, falling) - plain(6.0)).abs() < 1e-12);
    }
    for rho in [1e-300, -1e-300, 1e300] {
        assert!(ValueFunction::Exponential { rho }.apply(4.0, TEN).is_finite());
    }
}

fn points() -> impl Strategy<Value = Vec<[f64; 2]>> {
    let raw = proptest::collection::vec((0.1_f64..4.0, 0.0_f64..=1.0), 2..6);
    (raw, proptest::bool::ANY).prop_map(|(steps, falls)| {
        let mut values: Vec<f64> = steps.iter().map(|step| step.1).collect();
        values.sort_by(f64::total_cmp);
        if falls {
            values.reverse();
        }
        let mut at = -2.0;
        let mut along = |step: f64| {
            at += step;
            at
        };
        steps.iter().zip(values).map(|(step, value)| [along(step.0), value]).collect()
    })
}

fn monotone() -> impl Strategy<Value = ValueFunction> {
    prop_oneof![
        Just(ValueFunction::Linear),
        points().prop_map(ValueFunction::Piecewise),
        points().prop_map(ValueFunction::Steps),
        (-20.0_f64..20.0)
            .prop_filter("not 0", |rho| *rho != 0.0)
            .prop_map(|rho| ValueFunction::Exponential { rho }),
        (-15.0_f64..15.0, 0.01_f64..5.0)
            .prop_map(|(midpoint, slope)| ValueFunction::Logistic { midpoint, slope }),
        Just(ValueFunction::LowestRatio),
        Just(ValueFunction::HighestRatio),
        Just(ValueFunction::LowestDifference),
    ]
}

proptest! {
    #[test]
    fn values_lie_in_the_unit_interval_and_go_one_way(
        function in monotone(), mut ratings in proptest::collection::vec(0.01_f64..12.0, 3),
        worst in 0.0_f64..10.0, best in 0.1_f64..10.0,
    ) {
        let ends = Ends { worst, best };
        ratings.sort_by(f64::total_cmp);
        let values: Vec<f64> = ratings.iter().map(|&x| function.apply(x, ends)).collect();
        prop_assert!(values.iter().all(|value| (0.0..=1.0).contains(value)));
        let rises = values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12);
        let falls = values.windows(2).all(|pair| pair[0] + 1e-12 >= pair[1]);
        prop_assert!(rises || falls, "{values:?}");
        let [least, greatest] = function.span(ratings[0], ratings[2], ends);
        prop_assert!(least <= values[1] + 1e-12 && values[1] <= greatest + 1e-12);
    }

    #[test]
    fn reaching_is_the_inverse(
        function in monotone(), rating in 0.01_f64..12.0,
        worst in 0.0_f64..10.0, best in 0.1_f64..10.0,
    ) {
        let ends = Ends { worst, best };
        let value = function.apply(rating, ends);
        let Some([low, high]) = function.reaching(value, ends) else {
            return Err(proptest::test_runner::TestCaseError::fail("an own value is reached"));
        };
        // Where a curve is all but flat, the last digit of a value spans many ratings.
        let is_same = |end: f64| (function.apply(end, ends) - value).abs() <= 1e-14;
        prop_assert!(low <= rating + 1e-7 || is_same(low), "{low} {rating} {high}");
        prop_assert!(rating <= high + 1e-7 || is_same(high), "{low} {rating} {high}");
        for end in [low, high].into_iter().filter(|end| end.is_finite() && *end > 0.0) {
            prop_assert!(function.apply(end, ends) >= value - 1e-9);
        }
        // Strictly monotone here: one end of the interval is the rating itself.
        let near = |x: f64| (function.apply(x, ends) - value).abs() > 1e-5;
        if near(rating - 1e-3) && near(rating + 1e-3) && rating > 0.1 {
            let distance = (low - rating).abs().min((high - rating).abs());
            prop_assert!(distance < 1e-6, "{low} {rating} {high}");
        }
    }
}
