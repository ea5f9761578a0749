//! Ten thousand what-ifs of a model of 50 vendors and 20 criteria with full ranks, against
//! evaluating the whole model anew for each. Both give the same ranks, checked before timing.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench says what went wrong by panicking; its macros write no docs"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

use rationale::decide::change::Change;
use rationale::decide::completion::Completion;
use rationale::decide::run::evaluate;
use rationale::document::extend::extend;
use rationale::explore::sweep::subject::Subject;
use rationale::explore::sweep::sweep;
use rationale::explore::what_if::many::many;
use rationale::model::criterion::Weight;
use rationale::model::datum::{Datum, Quantity};
use rationale::model::id::{CriterionId, VendorId};
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

const VENDORS: usize = 50;
const CRITERIA: usize = 20;
const WHAT_IFS: usize = 10_000;

/// A number below `bound`, the same for the same seed.
fn draw(seed: &mut u64, bound: u64) -> u64 {
    // The 64-bit linear congruential generator of Knuth's MMIX; good enough to fill a table.
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % bound
}

fn model() -> Model {
    let (mut text, mut seed) = (String::new(), 7);
    for criterion in 0..CRITERIA {
        let weight = 1 + draw(&mut seed, 9);
        let gate = if criterion < 3 { "gate = { at-least = 5 }\n" } else { "" };
        let _ =
            write!(text, "[criteria.c{criterion}]\nweight = {weight}\nscale = [0, 100]\n{gate}");
    }
    for vendor in 0..VENDORS {
        let _ = writeln!(text, "[vendors.v{vendor}.ratings]");
        for criterion in 0..CRITERIA {
            let _ = writeln!(text, "c{criterion} = {}", draw(&mut seed, 101));
        }
    }
    let (mut texts, mut said) = (Texts::default(), Diagnostics::default());
    let mut read = |_: &Path| Ok(text.clone());
    let document = extend(Path::new("bench.toml"), &mut read, &mut texts, &mut said).unwrap();
    load(&document, &mut said).unwrap()
}

/// Each what-if weighs every criterion anew, or changes three ratings.
fn what_ifs(seed: &mut u64) -> Vec<Vec<Change>> {
    (0..WHAT_IFS)
        .map(|at| {
            if at % 2 == 0 {
                (0..CRITERIA)
                    .map(|criterion| Change::Weight {
                        criterion: CriterionId(criterion),
                        number: 1.0 + draw(seed, 100) as f64,
                    })
                    .collect()
            } else {
                (0..3)
                    .map(|_| Change::Rating {
                        vendor: VendorId(draw(seed, VENDORS as u64) as usize),
                        criterion: CriterionId(draw(seed, CRITERIA as u64) as usize),
                        quantity: Quantity::Point(Datum::Number(draw(seed, 101) as f64)),
                    })
                    .collect()
            }
        })
        .collect()
}

/// The model with a what-if written into it.
fn edited(model: &Model, changes: &[Change]) -> Model {
    let mut model = model.clone();
    for change in changes {
        match change {
            Change::Weight { criterion, number } => {
                let span = model.criterion(*criterion).span;
                let weight = Weight { number: *number, interval: None, because: None, span };
                model.criteria[criterion.index()].weight = Some(weight);
            }
            Change::Rating { vendor, criterion, quantity } => {
                let rating = &mut model.vendors[vendor.index()].ratings[criterion.index()];
                if let Some(rating) = rating {
                    rating.quantity = quantity.clone();
                }
            }
            _ => {}
        }
    }
    model
}

fn bench(criterion: &mut Criterion) {
    let model = model();
    let what_ifs = what_ifs(&mut 11);
    let fast = many(&model, &what_ifs).unwrap();
    for (changes, standing) in what_ifs.iter().zip(&fast).take(200) {
        let whole = evaluate(&edited(&model, changes), &Completion::default()).unwrap();
        let standing = standing.as_ref().unwrap();
        assert_eq!(standing.ranks, whole.ranks);
        assert_eq!(standing.field, whole.field);
    }
    let mut group = criterion.benchmark_group("10 000 what-ifs, 50 × 20");
    group.sample_size(10).measurement_time(Duration::from_secs(3));
    group.bench_function("numeric changes", |bencher| {
        bencher.iter(|| many(black_box(&model), black_box(&what_ifs)));
    });
    group.bench_function("whole model each time", |bencher| {
        bencher.iter(|| {
            for changes in black_box(&what_ifs) {
                let whole = evaluate(&edited(&model, changes), &Completion::default());
                let _ = black_box(whole);
            }
        });
    });
    group.finish();
    let mut group = criterion.benchmark_group("one share from 0% to 100%, 50 × 20");
    group.sample_size(10);
    group.bench_function("exact break points", |bencher| {
        let subject = Subject::Share(CriterionId(4));
        bencher.iter(|| sweep(black_box(&model), subject, 0.0, 1.0));
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
