//! Growth of the methods from 10³ to 10⁶ vendors × 10 criteria, each clever path beside its plain
//! twin. `solve` is everything a method answers; `merits` is what peers compute: one number each.

mod shared;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rationale::method::kind::Method;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::promethee::{Algorithm, PrometheeIi};
use rationale::method::ranks::competition_ranks;
use rationale::method::scoring::copras::Copras;
use rationale::method::scoring::edas::Edas;
use rationale::method::scoring::topsis::Topsis;
use rationale::method::scoring::vikor::Vikor;
use rationale::method::scoring::weighted_sum::WeightedSum;
use shared::{group, problem};
use std::hint::black_box;

const CRITERIA: usize = 10;

fn scoring(criterion: &mut Criterion) {
    let methods = [
        Method::WeightedSum(WeightedSum::default()),
        Method::Topsis(Topsis::default()),
        Method::Vikor(Vikor::default()),
        Method::Edas(Edas),
        Method::Copras(Copras),
    ];
    let mut group = group(criterion, "scoring");
    for vendors in [1_000, 10_000, 100_000, 1_000_000] {
        let problem = problem(vendors, CRITERIA);
        for method in &methods {
            let name = method.id().id();
            group.bench_function(BenchmarkId::new(format!("{name}/solve"), vendors), |timer| {
                timer.iter(|| method.solve(black_box(&problem)));
            });
            group.bench_function(BenchmarkId::new(format!("{name}/merits"), vendors), |timer| {
                timer.iter(|| method.merits(black_box(&problem)));
            });
        }
    }
}

fn ranks(criterion: &mut Criterion) {
    let mut group = group(criterion, "ranks");
    for vendors in [1_000, 1_000_000] {
        let problem = problem(vendors, CRITERIA);
        let merits = problem.ratings.column(0);
        group.bench_function(BenchmarkId::new("competition", vendors), |timer| {
            timer.iter(|| competition_ranks(black_box(merits)));
        });
    }
}

fn promethee(criterion: &mut Criterion) {
    let mut group = group(criterion, "promethee-ii");
    for vendors in [1_000, 10_000, 100_000, 1_000_000] {
        let problem = problem(vendors, CRITERIA);
        group.bench_function(BenchmarkId::new("sorted", vendors), |timer| {
            timer.iter(|| PrometheeIi.solve_by(black_box(&problem), Algorithm::Sorted));
        });
        if vendors == 1_000 {
            group.bench_function(BenchmarkId::new("pairs", vendors), |timer| {
                timer.iter(|| PrometheeIi.solve_by(black_box(&problem), Algorithm::Pairs));
            });
        }
    }
}

fn electre(criterion: &mut Criterion) {
    let mut group = group(criterion, "electre-iii");
    let problem = problem(1_000, CRITERIA);
    let method = ElectreIii::default();
    group.bench_function("credibilities/1000", |timer| {
        timer.iter(|| method.credibilities(black_box(&problem)));
    });
    // Concordances pair by pair, and credibilities once more.
    group.bench_function("indices/1000", |timer| {
        timer.iter(|| method.indices(black_box(&problem)));
    });
    group.bench_function("solve/1000", |timer| {
        timer.iter(|| method.solve(black_box(&problem)));
    });
}

criterion_group!(benches, scoring, ranks, promethee, electre);
criterion_main!(benches);
