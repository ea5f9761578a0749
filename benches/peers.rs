//! Methods beside hand-written numpy and pymcdm, run turn by turn and checked against each other.
//!
//! A turn is three runs, of which the fastest counts: the first finds the caches full of the other's.
//!
//! `cargo bench --bench peers` prints a table for `docs/performance.md`; `-- topsis` only the rows that
//! name it. The peers need `python3` with numpy, and pymcdm for its rows; `PYTHON` names another.
//! A row whose largest time is over 1.3 of its least on either side, the first turn aside, is marked.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench says what went wrong by panicking, and its figures are printed"
)]

mod shared;

use std::env;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use rationale::method::kind::Method;
use rationale::method::normalise::Normalise;
use rationale::method::outranking::electre_iii::ElectreIii;
use rationale::method::outranking::promethee::PrometheeIi;
use rationale::method::problem::Problem;
use rationale::method::ranks::competition_ranks;
use rationale::method::rows;
use rationale::method::scoring::copras::Copras;
use rationale::method::scoring::edas::Edas;
use rationale::method::scoring::topsis::Topsis;
use rationale::method::scoring::vikor::Vikor;
use rationale::method::scoring::weighted_sum::WeightedSum;
use rationale::method::statistics;
use shared::problem;

const CRITERIA: usize = 10;

/// Runs in a turn.
const TURN: usize = 3;

/// One figure for each vendor.
type Figures = fn(&Problem) -> Vec<f64>;

/// What ours is called, what computes it, and the peers' names for the same.
type Workload = (&'static str, Figures, &'static [&'static str]);

const WORKLOADS: &[Workload] = &[
    ("reading every cell", reading, &["reading"]),
    ("weighted-sum", weighted_sum, &["weighted-sum"]),
    (
        "weighted-sum, min-max",
        weighted_sum_min_max,
        &["weighted-sum-min-max", "weighted-sum-folded"],
    ),
    ("topsis", topsis, &["topsis", "pymcdm-topsis"]),
    ("topsis with ranks", topsis_ranked, &["topsis-ranked"]),
    ("vikor", vikor, &["vikor", "pymcdm-vikor"]),
    ("edas", edas, &["edas", "pymcdm-edas"]),
    ("copras", copras, &["copras"]),
    ("promethee-ii", promethee_ii, &["promethee-ii", "pymcdm-promethee-ii"]),
    ("electre-iii credibility", electre_iii, &["electre-iii"]),
];

/// What no method can be faster than: the sum of all cells.
fn reading(problem: &Problem) -> Vec<f64> {
    let sum = |column| statistics::sum(problem.ratings.column(column));
    vec![rows::per_column(problem.vendors(), problem.criteria(), sum).into_iter().sum()]
}

fn merits(method: Method, problem: &Problem) -> Vec<f64> {
    method.merits(problem).unwrap()
}

fn weighted_sum(problem: &Problem) -> Vec<f64> {
    merits(Method::WeightedSum(WeightedSum::default()), problem)
}

fn weighted_sum_min_max(problem: &Problem) -> Vec<f64> {
    merits(Method::WeightedSum(WeightedSum { normalise: Normalise::MinMax }), problem)
}

fn topsis(problem: &Problem) -> Vec<f64> {
    merits(Method::Topsis(Topsis::default()), problem)
}

fn topsis_ranked(problem: &Problem) -> Vec<f64> {
    competition_ranks(&topsis(problem)).into_iter().map(|rank| rank as f64).collect()
}

fn vikor(problem: &Problem) -> Vec<f64> {
    merits(Method::Vikor(Vikor::default()), problem)
}

fn edas(problem: &Problem) -> Vec<f64> {
    merits(Method::Edas(Edas), problem)
}

fn copras(problem: &Problem) -> Vec<f64> {
    merits(Method::Copras(Copras), problem)
}

fn promethee_ii(problem: &Problem) -> Vec<f64> {
    merits(Method::PrometheeIi(PrometheeIi), problem)
}

/// All that a vendor is credited with over the others.
fn electre_iii(problem: &Problem) -> Vec<f64> {
    let credibilities = ElectreIii::default().credibilities(problem).unwrap();
    (0..problem.vendors()).map(|first| credibilities.column(first).iter().sum()).collect()
}

fn checksum(figures: &[f64]) -> f64 {
    figures.iter().enumerate().map(|(row, figure)| figure * (1 + row % 7) as f64).sum()
}

/// A Python that answers one run at a time.
struct Peer {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    fn start() -> Option<Self> {
        let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/methods.py");
        let mut child = Command::new(python)
            .arg(script)
            // One thread of BLAS is the fair setting on small matrices, and its own choice of kernel.
            .env("OPENBLAS_NUM_THREADS", "1")
            .env_remove("OPENBLAS_CORETYPE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (asked, answers) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        Some(Self { child, asked, answers })
    }

    /// The least milliseconds of a turn, and the checksum.
    fn turn(&mut self, name: &str, layout: &str, vendors: usize) -> Option<[f64; 2]> {
        let mut least = self.run(name, layout, vendors)?;
        for _ in 1..TURN {
            let [took, _] = self.run(name, layout, vendors)?;
            least[0] = least[0].min(took);
        }
        Some(least)
    }

    /// Milliseconds and checksum of one run; `None` where this peer does not have the workload.
    fn run(&mut self, name: &str, layout: &str, vendors: usize) -> Option<[f64; 2]> {
        writeln!(self.asked, "{name} {layout} {vendors}").ok()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).ok()?;
        let mut figures = answer.split_whitespace().map_while(|figure| figure.parse().ok());
        Some([figures.next()?, figures.next()?])
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // The bench is over; what becomes of the peer is nobody's concern.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Least, median and largest of some times, in milliseconds.
fn spread(mut times: Vec<f64>) -> [f64; 3] {
    times.sort_by(f64::total_cmp);
    [times[0], times[times.len() / 2], times[times.len() - 1]]
}

fn main() {
    let asked: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let Some(mut peer) = Peer::start() else {
        println!("no peer: `python3` does not start, and `PYTHON` names no other");
        return;
    };
    println!("| workload | vendors | peer | layout | peer, ms | ours, ms | ratio | spread |");
    println!("|---|---:|---|---|---:|---:|---:|---|");
    for &(name, ours, peers) in WORKLOADS {
        if !asked.is_empty() && !asked.iter().any(|word| name.contains(word)) {
            continue;
        }
        for vendors in [1_000, 10_000, 100_000, 1_000_000] {
            let is_paired = name.starts_with("electre") && vendors > 1_000;
            if is_paired {
                continue;
            }
            let field = problem(vendors, CRITERIA);
            for &theirs in peers {
                // Libraries that loop over vendors are not waited for.
                let is_library = theirs.starts_with("pymcdm");
                let limit = if theirs == "pymcdm-promethee-ii" { 1_000 } else { 100_000 };
                if is_library && vendors > limit {
                    continue;
                }
                let layouts: &[&str] = if is_library { &["rows"] } else { &["rows", "columns"] };
                for layout in layouts {
                    pair(&mut peer, (name, ours, theirs), layout, &field);
                }
            }
        }
    }
}

/// Runs both in turn and prints a row.
fn pair(
    peer: &mut Peer,
    (name, ours, theirs): (&str, Figures, &str),
    layout: &str,
    field: &Problem,
) {
    let vendors = field.vendors();
    let (mut own_times, mut peer_times) = (Vec::new(), Vec::new());
    let began = Instant::now();
    // The first turn of both warms up and is not counted.
    for run in 0.. {
        let Some(turn) = peer.turn(theirs, layout, vendors) else { return };
        let mut own = f64::INFINITY;
        for _ in 0..TURN {
            let started = Instant::now();
            let figures = black_box(ours(black_box(field)));
            own = own.min(started.elapsed().as_secs_f64() * 1e3);
            drop(figures);
        }
        let [took, sum] = turn;
        if run == 0 {
            let figures = ours(field);
            let own_sum = checksum(&figures);
            let size = figures.iter().map(|figure| figure.abs()).sum::<f64>().max(1.0);
            // PROMETHEE and ELECTRE cancel large sums, and ranks differ where scores tie but for roundings.
            assert!((own_sum.abs() - sum.abs()).abs() <= 1e-7 * size, "{name}: {own_sum} {sum}");
            continue;
        }
        own_times.push(own);
        peer_times.push(took);
        let is_enough = run >= 5 && began.elapsed().as_secs_f64() > 1.5;
        if is_enough || run >= 200 {
            break;
        }
    }
    let (theirs_ms, ours_ms) = (spread(peer_times), spread(own_times));
    let wide = [theirs_ms, ours_ms].iter().any(|[least, _, most]| most / least > 1.3);
    let ratio = theirs_ms[1] / ours_ms[1];
    let mark = if wide { "over 1.3" } else { "" };
    println!(
        "| {name} | {vendors} | {theirs} | {layout} | {:.3} | {:.3} | {ratio:.1} | {mark} |",
        theirs_ms[1], ours_ms[1]
    );
}
