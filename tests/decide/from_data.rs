//! Weights from data, over the field alone.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use rationale::decide::completion::Completion;
use rationale::decide::decision::{Status, Verdict};
use rationale::decide::evaluation::Notice;
use rationale::decide::run::{decide, evaluate};
use rationale::decide::run_error::RunError;
use rationale::model::id::{CriterionId, VendorId};

use crate::support::random::{SMALL, scenarios};
use crate::support::read::{asked, model};

/// Lee, H. C., & Chang, C. T. (2018). Comparative analysis of MCDM methods for ranking renewable
/// energy sources in Taiwan. Renewable and Sustainable Energy Reviews, 92, 883–896; Table of entropy
/// weights, to three places.
#[test]
fn entropy_of_the_field_is_that_of_the_paper_whoever_is_rejected() {
    const RATINGS: [[f64; 10]; 5] = [
        [4550.0, 30.0, 6.74, 20.0, 15.0, 5.0, 85.0, 150.0, 0.87, 4.76],
        [3005.0, 60.86, 2.4, 35.0, 27.0, 4.0, 26.0, 200.0, 0.17, 4.51],
        [2040.0, 14.85, 1.7, 90.0, 25.0, 5.0, 26.0, 500.0, 0.27, 4.19],
        [3370.0, 99.4, 3.25, 25.3, 54.0, 3.0, 45.0, 222.0, 0.21, 3.78],
        [3920.0, 112.6, 4.93, 11.4, 71.7, 2.0, 50.0, 100.0, 0.25, 4.11],
    ];
    const PRINTED: [f64; 10] = [0.026, 0.154, 0.089, 0.199, 0.115, 0.04, 0.08, 0.123, 0.172, 0.002];
    let mut text = "[weights]\nkind = \"entropy\"\n[criteria.open]\ngate = { is = true }\n\
                    [criteria.technical]\n"
        .to_owned();
    for criterion in 0..10 {
        let down = [0, 1, 2, 6, 7].contains(&criterion);
        let direction = if down { "minimize" } else { "maximize" };
        let under = if criterion < 3 { "under = \"technical\"\n" } else { "" };
        text += &format!("[criteria.c{criterion}]\n{under}direction = \"{direction}\"\n");
    }
    for (vendor, ratings) in RATINGS.iter().enumerate() {
        text += &format!("[vendors.v{vendor}.ratings]\nopen = true\n");
        for (criterion, rating) in ratings.iter().enumerate() {
            text += &format!("c{criterion} = {rating:?}\n");
        }
    }
    text += "[vendors.shut.ratings]\nopen = false\nc0 = 1e6\nc3 = 1.0\n";
    let decision = decide(&model(&text)).expect("it runs");
    let reading = &decision.reading;
    assert_eq!(reading.field.len(), 5);
    for (column, printed) in PRINTED.iter().enumerate() {
        let leaf = reading.leaves[column];
        let share = reading.shares[leaf.index()].expect("it takes part");
        assert!((share - printed).abs() < 0.0006, "{share} is not {printed}");
        assert_eq!(share, reading.problem.axes[column].share);
    }
    // A group has what its leaves have together.
    let technical = reading.shares[1].expect("it takes part");
    assert!((technical - 0.2685942412127).abs() < 1e-9, "{technical}");
    let figures = reading.derived.as_ref().expect("weights come from data");
    let entropy = figures.column("entropy").expect("entropy keeps its figures");
    assert!((entropy[3] - 0.8427552504892134).abs() < 1e-9);
}

const SPREAD: &str = "
[weights]
kind = \"standard-deviation\"
[criteria.flat]
scale = [0, 10]
[criteria.near]
scale = [0, 10]
[criteria.wide]
scale = [0, 10]
[vendors.a.ratings]
flat = 5
near = 6
wide = 2
[vendors.b.ratings]
flat = 5
near = 5
wide = 6
";

#[test]
fn a_column_without_range_has_no_share_and_is_named() {
    let run = evaluate(&model(SPREAD), &Completion::default()).expect("it runs");
    let shares: Vec<f64> = run.shares.iter().flatten().copied().collect();
    assert!(
        shares.iter().zip([0.0, 0.2, 0.8]).all(|(share, wanted)| (share - wanted).abs() < 1e-12)
    );
    assert!(run.notices.contains(&Notice::WithoutShare(CriterionId(0))), "{:?}", run.notices);
    assert_eq!(run.chosen, [VendorId(1)]);
}

#[test]
fn a_share_asked_for_leaves_the_others_their_proportions() {
    let run = evaluate(&asked(SPREAD, &[("flat", 0.5)]), &Completion::default()).expect("it runs");
    let shares: Vec<f64> = run.shares.iter().flatten().copied().collect();
    assert!(
        shares.iter().zip([0.5, 0.1, 0.4]).all(|(share, wanted)| (share - wanted).abs() < 1e-12)
    );
}

#[test]
fn one_vendor_left_is_chosen_and_twins_tie_without_weights_to_derive() {
    let alone =
        SPREAD.replace("[vendors.b.ratings]", "[vendors.b]\nexcluded = true\n[vendors.b.ratings]");
    let decision = decide(&model(&alone)).expect("it runs");
    assert_eq!((decision.status, decision.reading.chosen), (Status::Decided, vec![VendorId(0)]));
    let twins = SPREAD.replace("near = 5\nwide = 6", "near = 6\nwide = 2");
    let decision = decide(&model(&twins)).expect("it runs");
    assert_eq!((decision.status, decision.reading.tied.len()), (Status::Tied, 2));
}

#[test]
fn ratings_that_the_weights_cannot_take_are_named() {
    let negative = SPREAD
        .replace("standard-deviation", "entropy")
        .replace("scale = [0, 10]", "")
        .replace("near = 5", "near = -5");
    match decide(&model(&negative)) {
        Err(RunError::Weights { refusals }) => {
            let named: Vec<_> = refusals.iter().map(|own| (own.criterion, own.vendor)).collect();
            assert_eq!(named, [(Some(CriterionId(1)), Some(VendorId(1)))]);
        }
        other => panic!("{other:?}"),
    }
}

/// A random scenario whose weights come from its first two leaves.
fn from_data(text: &str, kind: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.contains("50%"))
        .map(|line| if line.starts_with("weight = ") { "info = true" } else { line });
    let lines: Vec<&str> = lines.collect();
    format!("{}\n[weights]\nkind = \"{kind}\"\nover = [\"c0\", \"c1\"]\n", lines.join("\n"))
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn removing_a_rejected_vendor_never_changes_weights_from_data(
        text in scenarios(SMALL), kind in 0_usize..4,
    ) {
        let kind = ["entropy", "critic", "standard-deviation", "equal"][kind];
        let model = model(&from_data(&text, kind));
        let Ok(decision) = decide(&model) else { return Ok(()) };
        let sum: f64 = decision.reading.problem.shares().iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-12);
        for place in &decision.places {
            if !matches!(place.verdict, Verdict::Rejected | Verdict::Excluded)
                || model.vendors.len() == 1
            {
                continue;
            }
            let mut without = model.clone();
            without.vendors.remove(place.vendor.index());
            let run = evaluate(&without, &Completion::default()).unwrap();
            prop_assert_eq!(&run.outcome.merits, &decision.reading.outcome.merits);
            prop_assert_eq!(&run.shares, &decision.reading.shares);
        }
    }
}
