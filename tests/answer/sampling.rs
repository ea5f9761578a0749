//! SMAA: the fast path against the plain one, any number of threads, and known answers.

use proptest::prelude::*;
use rationale::answer::contest::dot;
use rationale::answer::linear_program::HalfSpace;
use rationale::answer::smaa::acceptability::acceptability;
use rationale::answer::smaa::generator::BLOCK;
use rationale::answer::smaa::linear::{LinearSmaa, count_block, count_plainly};
use rationale::answer::smaa::proposal::NoShares;
use rationale::answer::smaa::run::{Counts, Draws, Interrupted, Run, run};
use rationale::answer::smaa::sampler::Sampler;
use rationale::answer::smaa::share_stream::ShareStream;
use rationale::answer::smaa::tallies::{Pairs, Tallies};
use rationale::answer::weight_set::WeightSet;
use rationale::method::matrix::Matrix;
use rationale::method::vectors::{held_to, levels};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

static GO_ON: AtomicBool = AtomicBool::new(false);

fn plan(draws: Draws) -> Run<'static> {
    Run { draws, seed: 20_250_211, interrupt: &GO_ON, progress: &|_, _| {} }
}

fn none(smaa: &LinearSmaa<'_>) -> Tallies {
    Tallies::none(smaa.values.rows(), smaa.values.columns(), smaa.pairs)
}

fn table() -> impl Strategy<Value = Matrix> {
    (1..20usize, 1..9usize).prop_flat_map(|(vendors, criteria)| {
        prop::collection::vec(0..=10u8, vendors * criteria).prop_map(move |cells| {
            Matrix::from_fn(vendors, criteria, |row, column| {
                f64::from(cells[row * criteria + column]) / 10.0
            })
        })
    })
}

fn weight_sets(criteria: usize) -> Vec<WeightSet> {
    let equal = vec![1.0 / criteria as f64; criteria];
    let mut coefficients = vec![0.0; criteria];
    coefficients[0] = 1.0;
    vec![
        WeightSet::Any,
        WeightSet::Order((0..criteria).rev().map(|j| vec![j]).collect()),
        WeightSet::Order(vec![vec![0], (1..criteria).collect()]),
        WeightSet::within(&equal, 0.1),
        WeightSet::Intervals { lower: vec![0.0; criteria], upper: vec![0.7; criteria] },
        WeightSet::Linear(vec![HalfSpace { coefficients, bound: 0.2 }]),
        WeightSet::Exactly(equal),
    ]
}

/// Every set of instructions that this machine has gives what one draw after another gives.
fn same_at_every_level(smaa: &LinearSmaa<'_>, seed: u64, block: u64) -> Result<(), TestCaseError> {
    let none = none(smaa);
    let mut plain = none.clone();
    count_plainly(smaa, seed, block, BLOCK, &mut plain);
    for level in levels() {
        let mut fast = none.clone();
        held_to(level, || count_block(smaa, seed, block, BLOCK, &mut fast));
        prop_assert_eq!(&fast, &plain, "{:?}", level);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Ties (the grid is coarse, rows repeat) and every weight set included: the same counts.
    #[test]
    fn fast_and_plain_counts_are_equal(values in table(), seed in any::<u64>(), block in 0..9u64) {
        for set in weight_sets(values.columns()) {
            let Ok(sampler) = Sampler::prepare(&set, values.columns()) else { continue };
            let pairs = if block % 2 == 0 { Pairs::Counted } else { Pairs::Skipped };
            let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs };
            same_at_every_level(&smaa, seed, block)?;
        }
    }

    /// More vendors than bit planes hold, their values anything, one of them perhaps far away.
    #[test]
    fn many_vendors_are_counted_as_plainly(
        vendors in 17..90usize,
        criteria in 1..22usize,
        far in prop::sample::select(vec![1.0, 40.0, 1e9, -1e12]),
        seed in any::<u64>(),
    ) {
        let values = Matrix::from_fn(vendors, criteria, |row, column| {
            let cell = ((row * 7919 + column * 104_729) % 1009) as f64 / 1009.0;
            if row == 5 && column == 0 { cell * far } else { cell }
        });
        let sampler = Sampler::prepare(&WeightSet::Any, criteria).unwrap();
        let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Skipped };
        same_at_every_level(&smaa, seed, 3)?;
    }

    /// All but one so near each other that single precision cannot always tell them apart, far from
    /// 0 or not, large or small.
    #[test]
    fn few_vendors_near_each_other_are_counted_as_plainly(
        vendors in 2..17usize,
        criteria in 1..10usize,
        apart in prop::sample::select(vec![1e-3, 1e-5, 1e-6, 1e-7, 1e-12]),
        offset in prop::sample::select(vec![0.0, 1.0, -1e3, 1e9]),
        size in prop::sample::select(vec![1.0, 1e300, 1e-300]),
        seed in any::<u64>(),
    ) {
        let values = Matrix::from_fn(vendors, criteria, |row, column| {
            let noise = ((row * 7919 + column * 104_729 + 17) % 1009) as f64 / 1009.0;
            let near = (column * 37 % 11) as f64 / 11.0 + noise * apart;
            (offset + if row == 0 { noise } else { near }) * size
        });
        let sampler = Sampler::prepare(&WeightSet::Any, criteria).unwrap();
        let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Counted };
        same_at_every_level(&smaa, seed, 7)?;
    }

    /// Draws belong to their set.
    #[test]
    fn draws_stay_in_their_set(criteria in 1..8usize, seed in any::<u64>()) {
        for set in weight_sets(criteria) {
            let Ok(sampler) = Sampler::prepare(&set, criteria) else { continue };
            let mut stream = ShareStream::new(&sampler, seed, 3);
            let mut shares = vec![0.0; criteria];
            for _ in 0..200 {
                stream.draw(&mut shares);
                prop_assert!(set.contains(&shares, 1e-9), "{:?} {:?}", set, shares);
            }
        }
    }
}

/// Forty vendors, some apart by less than the bits that carry their names.
#[test]
fn near_ties_among_many_are_told_apart() {
    let values = Matrix::from_fn(40, 3, |row, column| {
        let coarse = ((row / 4 * 7 + column * 5) % 11) as f64 / 16.0;
        coarse + [0.0, 0.0, 1e-15, 2e-15][row % 4]
    });
    let sampler = Sampler::prepare(&WeightSet::Any, 3).unwrap();
    let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Counted };
    let none = Tallies::none(40, 3, Pairs::Counted);
    let (mut fast, mut plain) = (none.clone(), none);
    count_block(&smaa, 3, 5, BLOCK, &mut fast);
    count_plainly(&smaa, 3, 5, BLOCK, &mut plain);
    assert_eq!(fast, plain);
}

fn sample() -> Matrix {
    Matrix::from_fn(10, 6, |row, column| ((row * 7 + column * 5) % 11) as f64 / 11.0)
}

#[test]
fn any_number_of_threads_gives_the_same_counts() {
    let values = sample();
    let sampler = Sampler::prepare(&WeightSet::Any, 6).unwrap();
    let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Counted };
    let draws = 20 * BLOCK + 77;
    let counted: Vec<Tallies> = [1, 2, 64]
        .into_iter()
        .map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                run(
                    &plan(Draws::Exactly(draws)),
                    || none(&smaa),
                    |block, draws, tallies| {
                        count_block(&smaa, 1, block, draws, tallies);
                    },
                )
                .unwrap()
                .counts
            })
        })
        .collect();
    assert_eq!(counted[0].draws, draws);
    assert_eq!(counted[0], counted[1]);
    assert_eq!(counted[0], counted[2]);
}

/// Uniform on the simplex: means 1/m, variances (m − 1)/(m²(m + 1)).
#[test]
fn simplex_draws_have_the_moments_of_dirichlet() {
    let sampler = Sampler::prepare(&WeightSet::Any, 4).unwrap();
    let draws = 40_000;
    let mut stream = ShareStream::new(&sampler, 5, 0);
    let (mut sums, mut squares) = (vec![0.0; 4], vec![0.0; 4]);
    let mut shares = vec![0.0; 4];
    for _ in 0..draws {
        stream.draw(&mut shares);
        for j in 0..4 {
            sums[j] += shares[j];
            squares[j] += shares[j] * shares[j];
        }
    }
    let variance: f64 = 3.0 / (16.0 * 5.0);
    for j in 0..4 {
        let mean = sums[j] / f64::from(draws);
        assert!((mean - 0.25).abs() < 4.0 * (variance / f64::from(draws)).sqrt());
        let seen = squares[j] / f64::from(draws) - mean * mean;
        assert!((seen - variance).abs() < 0.02 * variance, "{seen}");
    }
}

/// Mean ordered shares are the centroid of the ordered simplex, the rank order centroid weights:
/// w_1 = (1 + 1/2 + 1/3)/3 … (Barron & Barrett 1996).
#[test]
fn ordered_draws_have_the_rank_order_centroid() {
    let set = WeightSet::Order(vec![vec![2], vec![0], vec![1]]);
    let sampler = Sampler::prepare(&set, 3).unwrap();
    let means = means(&sampler, 40_000);
    for (j, expected) in [(2, 11.0 / 18.0), (0, 5.0 / 18.0), (1, 2.0 / 18.0)] {
        assert!((means[j] - expected).abs() < 0.004, "{means:?}");
    }
}

fn means(sampler: &Sampler, draws: u32) -> Vec<f64> {
    let mut shares = vec![0.0; 3];
    let mut sums = vec![0.0; 3];
    let mut stream = ShareStream::new(sampler, 11, 0);
    for _ in 0..draws {
        stream.draw(&mut shares);
        for j in 0..3 {
            sums[j] += shares[j] / f64::from(draws);
        }
    }
    sums
}

/// The small triangle w_1 ≥ 0.97 keeps one draw in a thousand, so it is walked; its centroid is
/// known: 0.97 + 0.03/3.
#[test]
fn walks_find_the_centroid_of_a_small_triangle() {
    let rows = vec![HalfSpace { coefficients: vec![1.0, 0.0, 0.0], bound: 0.97 }];
    let sampler = Sampler::prepare(&WeightSet::Linear(rows.clone()), 3).unwrap();
    assert!(!sampler.is_independent());
    let means = means(&sampler, 20_000);
    assert!((means[0] - 0.98).abs() < 0.0005 && (means[1] - 0.01).abs() < 0.0005, "{means:?}");
    let mut stream = ShareStream::new(&sampler, 1, 0);
    let mut shares = vec![0.0; 3];
    for _ in 0..1000 {
        stream.draw(&mut shares);
        assert!(dot(&rows[0].coefficients, &shares) >= 0.97 - 1e-9);
    }
}

/// A box keeps the proportion of areas that the same box has when the simplex is drawn and
/// rejected.
#[test]
fn box_draws_agree_with_rejection_from_the_simplex() {
    let set = WeightSet::Intervals { lower: vec![0.1, 0.2, 0.0], upper: vec![0.6, 0.5, 0.4] };
    let boxed = means(&Sampler::prepare(&set, 3).unwrap(), 40_000);
    let sampler = Sampler::prepare(&WeightSet::Any, 3).unwrap();
    let mut stream = ShareStream::new(&sampler, 8, 0);
    let (mut sums, mut kept) = (vec![0.0; 3], 0.0);
    let mut shares = vec![0.0; 3];
    for _ in 0..200_000 {
        stream.draw(&mut shares);
        if set.contains(&shares, 0.0) || set.contains(&shares, 1e-15) {
            kept += 1.0;
            for j in 0..3 {
                sums[j] += shares[j];
            }
        }
    }
    for j in 0..3 {
        assert!((boxed[j] - sums[j] / kept).abs() < 0.004);
    }
}

#[test]
fn empty_and_flat_sets_are_refused() {
    let empty = WeightSet::Intervals { lower: vec![0.6; 2], upper: vec![0.7; 2] };
    assert_eq!(Sampler::prepare(&empty, 2), Err(NoShares::Empty));
    let half = |sign: f64| HalfSpace { coefficients: vec![sign, 0.0], bound: sign * 0.5 };
    let flat = WeightSet::Linear(vec![half(1.0), half(-1.0)]);
    assert_eq!(Sampler::prepare(&flat, 2), Err(NoShares::Flat));
    assert_eq!(Sampler::prepare(&WeightSet::Order(vec![vec![0]]), 2), Err(NoShares::Empty));
}

#[test]
fn automatic_draws_stop_at_the_stated_error() {
    let values = sample();
    let sampler = Sampler::prepare(&WeightSet::Any, 6).unwrap();
    let smaa = LinearSmaa { values: &values, sampler: &sampler, pairs: Pairs::Skipped };
    let with = |error, most| {
        let auto = plan(Draws::Auto { error, most });
        let tallies = run(
            &auto,
            || none(&smaa),
            |block, draws, tallies| {
                count_block(&smaa, 9, block, draws, tallies);
            },
        )
        .unwrap()
        .counts;
        (tallies.draws, acceptability(&tallies).error())
    };
    let (draws, error) = with(0.002, 10_000_000);
    assert!(1.96 * error <= 0.002 && draws > 4 * BLOCK && draws <= 61 * BLOCK, "{draws} {error}");
    assert_eq!(with(0.1, 10_000_000).0, 4 * BLOCK);
    assert_eq!(with(0.0001, 100_000).0, 25 * BLOCK);
}

/// Counts whose sum tells which draws were made.
struct Numbered {
    draws: u64,
    sum: u64,
}

impl Counts for Numbered {
    fn draws(&self) -> u64 {
        self.draws
    }

    fn ranks(&self) -> &[u64] {
        &[]
    }

    fn join(&mut self, other: &Self) {
        self.draws += other.draws;
        self.sum += other.sum;
    }
}

/// Stopped at any moment, between blocks or within them, by any number of threads: what is kept are
/// the first draws without a gap.
#[test]
fn an_interrupt_leaves_the_first_draws_without_a_gap() {
    for threads in [1, 2, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        for (at, is_patient) in
            [(1, false), (4095, false), (9_000, false), (9_000, true), (30_000, false)]
        {
            let stop = AtomicBool::new(false);
            let made = AtomicU64::new(0);
            let progress = |done: u64, planned: u64| assert!(done <= planned);
            let draws = Draws::Auto { error: 1e-4, most: 1_000 * BLOCK };
            let plan = Run { draws, seed: 1, interrupt: &stop, progress: &progress };
            let none = || Numbered { draws: 0, sum: 0 };
            let count = |block: u64, draws: u64, counts: &mut Numbered| {
                for draw in block * BLOCK..block * BLOCK + draws {
                    if !is_patient && stop.load(Ordering::Relaxed) {
                        break;
                    }
                    counts.draws += 1;
                    counts.sum += draw * draw;
                    if made.fetch_add(1, Ordering::Relaxed) == at {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            };
            let Ok(counted) = pool.install(|| run(&plan, none, count)) else {
                // All that was drawn by then may lie in later blocks.
                assert!(threads > 1 && at < 2 * BLOCK, "{threads} {at}");
                continue;
            };
            assert_eq!(
                counted.is_interrupted,
                counted.counts.draws < FIRST_BATCH,
                "{threads} {at}"
            );
            assert!(counted.counts.draws <= made.load(Ordering::Relaxed));
            let wanted: u64 = (0..counted.counts.draws).map(|draw| draw * draw).sum();
            assert_eq!(counted.counts.sum, wanted, "{threads} {at}");
            if is_patient {
                assert_eq!(counted.counts.draws % BLOCK, 0);
            }
        }
    }
}

/// Draws of the first batch of an automatic run; nothing here asks for more.
const FIRST_BATCH: u64 = 4 * BLOCK;

#[test]
fn an_interrupt_before_the_first_draw_leaves_nothing() {
    let stop = AtomicBool::new(true);
    let plan = Run { draws: Draws::Exactly(10), seed: 1, interrupt: &stop, progress: &|_, _| {} };
    let found = run(&plan, || Numbered { draws: 0, sum: 0 }, |_, _, _| {});
    assert_eq!(found.map(|counted| counted.counts.sum), Err(Interrupted));
}
