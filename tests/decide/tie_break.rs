//! What breaks a tie: values of ratings on any criterion, and what stands in their way.

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::run::decide;
use rationale::decide::run_error::RunError;
use rationale::model::datum::{Datum, Quantity};
use rationale::model::id::{CriterionId, VendorId};

use crate::support::read::model;

/// Level on the only weight; the tie-break goes by the lowest cost over one's own.
const RELATIVE: &str = r#"
tie-break = ["cost"]
[criteria.speed]
weight = 1
scale = [0, 10]
[criteria.cost]
info = true
type = "number"
direction = "minimize"
value-function = { relative = "lowest-ratio" }
[vendors.a.ratings]
speed = 6
cost = 4
[vendors.b.ratings]
speed = 6
cost = 2
"#;

#[test]
fn a_relative_value_breaks_a_tie_and_a_rating_it_cannot_divide_by_is_refused() {
    let model = model(RELATIVE);
    assert_eq!(decide(&model).expect("it runs").reading.chosen, [VendorId(1)]);
    let bench = Bench::new(&model).expect("a bench");
    assert!(bench.has_sheet());
    let to = |number: f64| {
        let quantity = Quantity::Point(Datum::Number(number));
        vec![Change::Rating { vendor: VendorId(0), criterion: CriterionId(1), quantity }]
    };
    let what_ifs = [to(1.0), to(0.0)];
    assert_eq!(bench.run(&what_ifs[0]).expect("it runs").chosen, [VendorId(0)]);
    let refused =
        RunError::NotPositive { vendor: VendorId(0), criterion: CriterionId(1), rating: 0.0 };
    assert_eq!(bench.run(&what_ifs[1]), Err(refused.clone()));
    assert_eq!(bench.run_plain(&what_ifs[1]), Err(refused.clone()));
    let many = bench.run_many(&what_ifs);
    assert_eq!(many.refused(), [(1, refused)]);
    assert_eq!(many.rank(0, VendorId(0)), Some(1));
}
