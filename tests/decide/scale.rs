//! Long lists stay quick: the short cuts at the size they are for, and equal to what they replace.

use std::time::Instant;

use rationale::decide::bench::Bench;
use rationale::decide::change::Change;
use rationale::decide::decision::Search;
use rationale::decide::run::decide;
use rationale::model::assumption::{Assumption, Status};
use rationale::model::datum::{Datum, Quantity};
use rationale::model::gate::{Gate, Test};
use rationale::model::id::{AssumptionId, CriterionId, VendorId};
use rationale::model::rating::Rating;
use rationale::model::scenario::Model;
use rationale::text::span::Spanned;

use crate::support::read::model;

/// Many vendors on many criteria from 0 to 10, all ratings known.
fn long(vendors: usize, criteria: usize) -> Model {
    let mut text = String::new();
    for idx in 0..criteria {
        text += &format!("[criteria.c{idx}]\nweight = {}\nscale = [0, 10]\n", 1 + idx % 5);
    }
    text += "[vendors.v]\n";
    let mut model = model(&text);
    let span = model.criteria[0].span;
    let mut seed = 7_u64;
    let mut draw = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 40) as f64 / f64::from(1_u32 << 24) * 10.0
    };
    let blank = model.vendors[0].clone();
    model.vendors = (0..vendors)
        .map(|idx| {
            let mut vendor = blank.clone();
            vendor.name = format!("v{idx}");
            let rate = |number| Rating {
                quantity: Quantity::Point(Datum::Number(number)),
                evidence: Vec::new(),
                because: None,
                requires: Vec::new(),
                otherwise: None,
                span,
            };
            vendor.ratings = (0..criteria).map(|_| Some(rate(draw()))).collect();
            vendor
        })
        .collect();
    model
}

/// Puts a gate on the last criterion, and makes the ratings of every so-manieth vendor unknown there.
fn gate_last(model: &mut Model, bound: f64, every: usize) {
    let last = model.criteria.len() - 1;
    let span = model.criteria[last].span;
    model.criteria[last].gate =
        Some(Gate { test: Test::AtLeast(Datum::Number(bound)), because: None, span });
    for vendor in model.vendors.iter_mut().step_by(every) {
        vendor.ratings[last] = None;
    }
}

#[test]
fn five_thousand_vendors_with_a_thousand_unknown_gates() {
    let mut model = long(5000, 20);
    gate_last(&mut model, 5.0, 5);
    let start = Instant::now();
    let decision = decide(&model).unwrap();
    println!("5000 x 20, 1000 unknown gates, half rejected: {:?}", start.elapsed());
    // Enough vendors surely stand for all but the best to be out of the contest.
    assert!(matches!(decision.search, Search::Exact(unknowns) if unknowns < 16));
    let rejected = decision.places.iter().filter(|place| place.put_back.is_some()).count();
    assert!(rejected > 1500, "{rejected}");
}

#[test]
fn a_thousand_vendors_none_of_whom_surely_stands() {
    let mut model = long(1000, 20);
    gate_last(&mut model, 0.0, 1);
    let start = Instant::now();
    let decision = decide(&model).unwrap();
    println!("1000 x 20, all gates unknown: {:?}", start.elapsed());
    assert_eq!(decision.search, Search::UpToTwo(1000));
    // Only the chosen one's own gate can change the choice by itself, and no pair can.
    assert_eq!(decision.conditions.len(), 1);
}

#[test]
fn sixteen_assumptions_under_the_scores_of_everybody() {
    let mut model = long(50, 20);
    let span = model.criteria[0].span;
    for idx in 0..16 {
        model.assumptions.push(Assumption {
            name: format!("a{idx}"),
            span,
            claim: String::new(),
            status: Spanned::new(Status::Pending, span),
            probability: None,
            owner: None,
            due: None,
            cost_of_asking: None,
            requires: Vec::new(),
        });
    }
    for (idx, vendor) in model.vendors.iter_mut().enumerate() {
        for rating in vendor.ratings.iter_mut().flatten().take(3) {
            rating.requires = vec![Spanned::new(AssumptionId(idx % 16), span)];
        }
    }
    let start = Instant::now();
    let decision = decide(&model).unwrap();
    println!("50 x 20, 16 assumptions: {:?}", start.elapsed());
    assert!(matches!(decision.search, Search::Exact(_)));
}

#[test]
fn ten_thousand_what_ifs() {
    let model = long(50, 20);
    let bench = Bench::new(&model).unwrap();
    let start = Instant::now();
    let mut firsts = [0; 50];
    for idx in 0..10_000 {
        let change = match idx % 3 {
            0 => Change::Weight { criterion: CriterionId(idx % 20), number: (idx % 7) as f64 },
            1 => Change::Rating {
                vendor: VendorId(idx % 50),
                criterion: CriterionId(idx % 20),
                quantity: Quantity::Point(Datum::Number((idx % 11) as f64)),
            },
            _ => Change::Exclude(VendorId(idx % 50)),
        };
        for vendor in bench.run(&[change]).unwrap().chosen {
            firsts[vendor.index()] += 1;
        }
    }
    println!("10 000 what-ifs of 50 x 20: {:?}", start.elapsed());
    assert_eq!(firsts.iter().sum::<i32>(), 10_000);
}
