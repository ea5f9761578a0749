//! Draws of shares and the ranks they give: the fast path beside one draw after another.

mod shared;

use criterion::{Criterion, criterion_group};
use rationale::answer::smaa::linear::{LinearSmaa, count_block, count_plainly};
use rationale::answer::smaa::run::{Draws, Run, run};
use rationale::answer::smaa::sampler::Sampler;
use rationale::answer::smaa::tallies::{Pairs, Tallies};
use rationale::answer::weight_set::WeightSet;
use shared::{group, problem};
use std::hint::black_box;
use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

static GO_ON: AtomicBool = AtomicBool::new(false);

type Count = fn(&LinearSmaa<'_>, u64, u64, u64, &mut Tallies);

fn smaa(criterion: &mut Criterion) {
    let mut group = group(criterion, "smaa");
    for (vendors, criteria, draws) in [(10, 6, 1 << 20), (100, 20, 25 << 12)] {
        let problem = problem(vendors, criteria);
        let Ok(sampler) = Sampler::prepare(&WeightSet::Any, criteria) else { return };
        for threads in [1, 2] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            let Ok(pool) = pool else { return };
            for (name, pairs) in [("ranks", Pairs::Skipped), ("ranks and pairs", Pairs::Counted)] {
                let smaa = LinearSmaa { values: &problem.values, sampler: &sampler, pairs };
                let id = format!("{vendors} x {criteria}, {draws} draws, {threads} threads/{name}");
                group.bench_function(id, |timer| {
                    timer.iter(|| pool.install(|| count(black_box(&smaa), draws, count_block)));
                });
            }
        }
        // A sixteenth of the draws: the plain way is linear in them, and slow.
        let smaa = LinearSmaa { values: &problem.values, sampler: &sampler, pairs: Pairs::Skipped };
        let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else { return };
        let few = draws / 16;
        for (name, way) in [("fast", count_block as Count), ("plain", count_plainly as Count)] {
            let id = format!("{vendors} x {criteria}, {few} draws, 1 thread/{name}");
            group.bench_function(id, |timer| {
                timer.iter(|| pool.install(|| count(black_box(&smaa), few, way)));
            });
        }
    }
}

fn count(smaa: &LinearSmaa<'_>, draws: u64, way: Count) -> Option<Tallies> {
    let plan = Run {
        draws: Draws::Exactly(draws),
        seed: 42,
        interrupt: &GO_ON,
        progress: &|_: u64, _: u64| {},
    };
    let none = || Tallies::none(smaa.values.rows(), smaa.values.columns(), smaa.pairs);
    let counted =
        run(&plan, none, |block, draws, tallies| way(smaa, plan.seed, block, draws, tallies));
    counted.ok().map(|counted| counted.counts)
}

criterion_group!(benches, smaa);

/// `smaa once VENDORS CRITERIA DRAWS THREADS` runs once for every line it reads, for a peer that
/// takes turns with it; anything else is a bench.
fn main() {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    match typed.as_slice() {
        [once, sizes @ ..] if once == "once" => {
            let sizes: Vec<usize> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
            if let &[vendors, criteria, draws, threads] = sizes.as_slice() {
                take_turns(vendors, criteria, draws as u64, threads);
            }
        }
        _ => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}

fn take_turns(vendors: usize, criteria: usize, draws: u64, threads: usize) {
    let problem = problem(vendors, criteria);
    let Ok(sampler) = Sampler::prepare(&WeightSet::Any, criteria) else { return };
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else { return };
    let smaa = LinearSmaa { values: &problem.values, sampler: &sampler, pairs: Pairs::Skipped };
    for _ in std::io::stdin().lines() {
        let began = Instant::now();
        let Some(tallies) = pool.install(|| count(black_box(&smaa), draws, count_block)) else {
            return;
        };
        let wall = began.elapsed().as_secs_f64() * 1e3;
        let first: Vec<u64> = tallies.ranks.iter().step_by(vendors).copied().collect();
        let line = format!("{{\"wall\": {wall}, \"first\": {first:?}}}\n");
        let _ = std::io::stdout().write_all(line.as_bytes());
    }
}
