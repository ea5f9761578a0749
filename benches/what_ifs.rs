//! Ten thousand what-ifs of a model of 50 vendors and 20 criteria with full ranks, against laying the
//! model out anew for each, evaluating all of it, and running the whole program.
//!
//! All give the same ranks, checked before timing. `cargo bench --bench what_ifs -- figures` prints the
//! least processor time of many runs, beside the sum of all ranks, which `benches/peers/what_ifs.py`
//! prints as well for the same what-ifs in numpy.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench says what went wrong by panicking; its macros write no docs, its figures are printed"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group};

use rationale::decide::bench::Bench;
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

fn text() -> String {
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
    text
}

fn model() -> Model {
    let text = text();
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

/// The quick way gives what the whole model gives.
fn check(model: &Model, what_ifs: &[Vec<Change>]) {
    let ranks = Bench::new(model).unwrap().run_many(what_ifs);
    let fast = many(model, what_ifs).unwrap();
    for (at, (changes, standing)) in what_ifs.iter().zip(&fast).enumerate().take(200) {
        let whole = evaluate(&edited(model, changes), &Completion::default()).unwrap();
        let standing = standing.as_ref().unwrap();
        assert_eq!(standing.ranks, whole.ranks);
        assert_eq!(standing.field, whole.field);
        for vendor in model.vendor_ids() {
            assert_eq!(ranks.rank(at, vendor), whole.rank(vendor));
        }
    }
}

/// Nanoseconds of processor time that this thread has had; of wall time where nobody counts them.
fn processor_time(since: Instant) -> u64 {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let counted = counted.and_then(|line| line.split(' ').next()?.parse().ok());
    counted.unwrap_or_else(|| since.elapsed().as_nanos() as u64)
}

/// The least processor time of five runs, in milliseconds. Time is counted in ticks of some
/// milliseconds, so each run does the work many times.
fn least(times: u64, mut work: impl FnMut()) -> f64 {
    let since = Instant::now();
    let runs = (0..5).map(|_| {
        let start = processor_time(since);
        (0..times).for_each(|_| work());
        processor_time(since) - start
    });
    runs.min().unwrap_or(0) as f64 / 1e6 / times as f64
}

/// Figures for `docs/performance.md`, all in one run.
fn figures() {
    let model = model();
    let what_ifs = what_ifs(&mut 11);
    check(&model, &what_ifs);
    let bench = Bench::new(&model).unwrap();
    let ranks = bench.run_many(&what_ifs);
    let sum: usize = (0..WHAT_IFS)
        .flat_map(|at| model.vendor_ids().map(move |vendor| (at, vendor)))
        .filter_map(|(at, vendor)| ranks.rank(at, vendor))
        .sum();
    println!("sum of ranks {sum}");
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
    let quick = one.install(|| least(100, || drop(black_box(bench.run_many(&what_ifs)))));
    println!("scores and ranks, one thread: {quick:.2} ms");
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let quick = two.install(|| {
        let by_the_clock = |_| {
            let since = Instant::now();
            drop(black_box(bench.run_many(&what_ifs)));
            since.elapsed()
        };
        (0..200).map(by_the_clock).min().unwrap()
    });
    println!("scores and ranks, two threads, by the clock: {:.2} ms", quick.as_secs_f64() * 1e3);
    let whole = one.install(|| least(10, || drop(black_box(many(&model, &what_ifs)))));
    println!("whole standings, one thread: {whole:.2} ms");
    let plain = least(3, || {
        for changes in &what_ifs {
            let _ = black_box(bench.run_plain(changes));
        }
    });
    println!("laid out each time: {plain:.1} ms");
    let all = least(1, || {
        for changes in &what_ifs {
            let _ = black_box(evaluate(&edited(&model, changes), &Completion::default()));
        }
    });
    println!("whole model each time: {all:.1} ms");
    let file = std::env::temp_dir().join("rationale-what-ifs.toml");
    std::fs::write(&file, text()).unwrap();
    let program = |rating: usize| {
        let since = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_rationale"));
        command.arg("rank").arg(&file).args(["--rate", &format!("v0.c0={rating}")]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().unwrap();
        since.elapsed()
    };
    let once = (0..40).map(program).min().unwrap();
    println!("whole program each time, by the clock: {:.0} ms", once.as_secs_f64() * 1e7);
}

fn bench(criterion: &mut Criterion) {
    let model = model();
    let what_ifs = what_ifs(&mut 11);
    check(&model, &what_ifs);
    let laid_out = Bench::new(&model).unwrap();
    let mut group = criterion.benchmark_group("10 000 what-ifs, 50 × 20");
    group.sample_size(10).measurement_time(Duration::from_secs(3));
    group.bench_function("scores and ranks", |bencher| {
        bencher.iter(|| laid_out.run_many(black_box(&what_ifs)));
    });
    group.bench_function("whole standings", |bencher| {
        bencher.iter(|| many(black_box(&model), black_box(&what_ifs)));
    });
    group.bench_function("laid out each time", |bencher| {
        bencher.iter(|| {
            for changes in black_box(&what_ifs) {
                let _ = black_box(laid_out.run_plain(changes));
            }
        });
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

fn main() {
    if std::env::args().any(|word| word == "figures") {
        figures();
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
