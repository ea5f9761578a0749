//! Stakeholders: what each alone would choose, and the criterion that divides them.

use rationale::explore::robust::weight_space::Weights;
use rationale::model::id::{CriterionId, StakeholderId, VendorId};

use crate::support::read::model;
use crate::{ALL, robust};

const PEOPLE: &str = "
[criteria.quality]
weight = 50
scale = [0, 10]
[criteria.price]
weight = 50
scale = [0, 10]
[criteria.colour]
weight = 1
scale = [0, 10]
[group]
combine = \"borda\"
[stakeholders.finance.weights]
quality = 1
price = 9
[stakeholders.it.weights]
quality = 4
price = 2
[stakeholders.operations.weights]
quality = 3
price = 2
[vendors.x.ratings]
quality = 9
price = 3
colour = 5
[vendors.y.ratings]
quality = 5
price = 9
colour = 6
";

#[test]
fn who_disagrees_and_over_what() {
    for combine in ["borda", "mean-weights"] {
        // Everybody weighs the colour as the file does: too little to divide anybody.
        let text = PEOPLE
            .replace("borda", combine)
            .replace("quality = 3\nprice = 2", "quality = 9\nprice = 1");
        let model = model(&text);
        let found = robust(&model, Weights::Any, ALL, 500).unwrap();
        let voters = found.voters.unwrap();
        let agree: Vec<bool> = voters.voters.iter().map(|voter| voter.agrees).collect();
        let divide = voters.divide.unwrap();
        assert_eq!(divide.criterion, CriterionId(1), "{combine}: the price");
        if combine == "borda" {
            assert_eq!(agree, [false, true, true]);
            assert_eq!((divide.vendor, divide.rival), (VendorId(0), VendorId(1)));
            assert_eq!(divide.between[1], StakeholderId(0), "finance leans least to the dear one");
        } else {
            // The mean of the weights goes with finance, whose mind is made up.
            assert_eq!(agree, [true, false, false]);
            assert_eq!((divide.vendor, divide.rival), (VendorId(1), VendorId(0)));
            assert_eq!(divide.between[0], StakeholderId(0));
        }
        // A vote has no one set of weights to move.
        assert_eq!(found.stability.is_empty(), combine == "borda");
        assert_eq!(found.vary.weights, combine != "borda");
    }
}

#[test]
fn what_divides_them_is_no_score_where_scores_are_no_sums() {
    for combine in ["borda", "mean-weights"] {
        let text = PEOPLE.replace("borda", combine);
        let is_score = |text: &str| {
            robust(&model(text), Weights::Any, ALL, 10)
                .unwrap()
                .voters
                .unwrap()
                .divide
                .unwrap()
                .is_score
        };
        assert!(is_score(&text), "{combine}");
        assert!(!is_score(&format!("[method]\nkind = \"topsis\"\n{text}")), "{combine}");
    }
}
