//! What it would be worth to know a fact before choosing, and which answer changes the choice.
//! Read by `explore` for `ask`: which unknown to find out next.
//!
//! Source: Howard, R. A. (1966). Information value theory. IEEE Transactions on Systems Science
//! and Cybernetics, 2(1), 22–26; EVPPI as in Raiffa, H., & Schlaifer, R. (1961). Applied
//! Statistical Decision Theory.

use crate::answer::lead::falling;
use crate::answer::normal;
use crate::answer::smaa::distribution::Distribution;
use crate::answer::smaa::generator::{fine_uniform, seeded};
use crate::answer::smaa::run::Interrupted;
use std::sync::atomic::{AtomicBool, Ordering};

/// Up to this many completions of all unknowns are summed exactly; as many are drawn beyond.
pub const MOST_COMPLETIONS: usize = 1 << 16;

/// Something nobody knows, independent of the others: the probability of each answer, ≥ 0, not
/// all 0; divided by their sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// One for each answer.
    pub probabilities: Vec<f64>,
}

/// What knowing one unknown would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Knowing {
    /// EVPPI, `E[max E[S | θ_i]] − max E[S]` over choices, ≥ 0, in units of utility.
    pub value: f64,
    /// The probability of an answer after which another choice is better.
    pub change_probability: f64,
    /// Those answers, in rising order, each with the choice that is then best.
    pub turning: Vec<(usize, Vec<usize>)>,
}

/// The choice as things stand, and what knowing each unknown would be worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// The vendors with the highest expected utility, in rising order.
    pub choice: Vec<usize>,
    /// Their expected utility together.
    pub utility: f64,
    /// The expected utility of each vendor.
    pub expected: Vec<f64>,
    /// What knowing everything would be worth (EVPI).
    pub everything: f64,
    /// One for each unknown.
    pub unknowns: Vec<Knowing>,
    /// How many completions were drawn; `None` where all of them were summed.
    pub drawn: Option<u64>,
    /// Whether drawing was stopped from outside there: so many draws give the same figures.
    pub is_interrupted: bool,
}

/// How completions are drawn where they are too many, and how to stop.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// How many, ≥ 1.
    pub draws: u64,
    /// The same seed gives the same figures.
    pub seed: u64,
    /// Set from elsewhere to stop; looked at before every completion.
    pub interrupt: &'a AtomicBool,
    /// Told how many completions are done and how many are planned.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// What is chosen between.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stakes {
    /// How many vendors.
    pub vendors: usize,
    /// How many are chosen; the utility of a choice is the sum over the chosen.
    pub choose: usize,
    /// Utilities this close are equal: the choice stays.
    pub tie: f64,
}

/// Values every unknown by exact sums over all completions, or from draws of them where there
/// are more than [`MOST_COMPLETIONS`].
///
/// `utilities(answers)` gives S_a for each vendor, 0 where a gate fails: as if nobody was chosen.
///
/// # Errors
/// When interrupted before the first draw, or before all completions were summed.
pub fn value_of_knowing(
    unknowns: &[Unknown],
    stakes: Stakes,
    drawing: &Drawing<'_>,
    mut utilities: impl FnMut(&[usize]) -> Vec<f64>,
) -> Result<Worth, Interrupted> {
    let shares: Vec<Vec<f64>> = unknowns
        .iter()
        .map(|unknown| {
            let sum: f64 = unknown.probabilities.iter().sum();
            unknown.probabilities.iter().map(|p| p / sum).collect()
        })
        .collect();
    let completions = shares
        .iter()
        .try_fold(1_usize, |product, answers| product.checked_mul(answers.len()))
        .filter(|completions| *completions <= MOST_COMPLETIONS);
    let mut sums = Sums::none(&shares, stakes);
    let mut answers = vec![0; shares.len()];
    let is_stopped = || drawing.interrupt.load(Ordering::Relaxed);
    if let Some(completions) = completions {
        for code in 0..completions {
            if is_stopped() {
                return Err(Interrupted);
            }
            let (mut rest, mut probability) = (code, 1.0);
            for (answer, shares) in answers.iter_mut().zip(&shares) {
                *answer = rest % shares.len();
                rest /= shares.len();
                probability *= shares[*answer];
            }
            if probability > 0.0 {
                sums.add(&answers, probability, &utilities(&answers));
            }
            (drawing.progress)(code as u64 + 1, completions as u64);
        }
        return Ok(sums.worth(1.0, None));
    }
    let mut generator = seeded(drawing.seed, 0, 0);
    let mut drawn = 0;
    while drawn < drawing.draws && !is_stopped() {
        for (answer, shares) in answers.iter_mut().zip(&shares) {
            *answer = pick(shares, fine_uniform(&mut generator));
        }
        sums.add(&answers, 1.0, &utilities(&answers));
        drawn += 1;
        (drawing.progress)(drawn, drawing.draws);
    }
    if drawn == 0 {
        return Err(Interrupted);
    }
    let is_interrupted = drawn < drawing.draws;
    Ok(Worth { is_interrupted, ..sums.worth(drawn as f64, Some(drawn)) })
}

/// For methods without a utility: the answers that change what is chosen while every other
/// unknown is read as it is. Gives, for each unknown, the probability of such an answer and the
/// answers themselves with what is chosen then.
pub fn turning_answers(
    unknowns: &[Unknown],
    reading: &[usize],
    mut chosen: impl FnMut(&[usize]) -> Vec<usize>,
) -> Vec<Knowing> {
    let today = chosen(reading);
    unknowns
        .iter()
        .enumerate()
        .map(|(idx, unknown)| {
            let sum: f64 = unknown.probabilities.iter().sum();
            let mut found = Knowing { value: 0.0, change_probability: 0.0, turning: Vec::new() };
            let mut answers = reading.to_vec();
            for (answer, probability) in unknown.probabilities.iter().enumerate() {
                answers[idx] = answer;
                let then = chosen(&answers);
                if then != today {
                    found.change_probability += probability / sum;
                    found.turning.push((answer, then));
                }
            }
            found
        })
        .collect()
}

/// EVPPI of one normal fact behind the lead of one of two rivals, uncut and linear:
/// σ [φ(z) − z Φ(−z)], z = |Δ|/σ; 0 where σ is 0.
///
/// `lead` is the expected lead Δ, `spread` its standard deviation σ ≥ 0.
pub fn one_normal_fact(lead: f64, spread: f64) -> f64 {
    if spread <= 0.0 {
        return 0.0;
    }
    let z = lead.abs() / spread;
    spread * (normal::density(z) - z * normal::distribution(-z))
}

/// Turns a rating with any distribution into an unknown: slices of probability between `count`
/// equal ones and `cuts`, each standing for its mean; a discrete one keeps its own answers. That is
/// quadrature for what has no closed form, such as a value that is cut to its scale. Gives the
/// ratings that the answers stand for, rising.
///
/// Exact where what depends on the rating is straight between two edges, so gates and kinks belong
/// into `cuts`; a slice in which the choice turns is off by 1/count² of it.
pub fn slices(distribution: &Distribution, count: usize, cuts: &[f64]) -> (Unknown, Vec<f64>) {
    if let Distribution::Discrete(points) = distribution {
        let (ratings, probabilities) = points.iter().copied().unzip();
        return (Unknown { probabilities }, ratings);
    }
    let [least, most] = distribution.ends();
    let mut edges = vec![(0.0, least), (1.0, most)];
    let shares = (1..count).map(|slice| slice as f64 / count as f64);
    edges.extend(shares.map(|share| (share, distribution.quantile(share))));
    edges.extend(inner_cuts(distribution, cuts));
    edges.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    edges
        .windows(2)
        .filter(|pair| pair[1].0 > pair[0].0)
        .map(|pair| (pair[1].0 - pair[0].0, distribution.mean_between(pair[0].1, pair[1].1)))
        .fold((Unknown { probabilities: Vec::new() }, Vec::new()), |mut both, (share, mean)| {
            both.0.probabilities.push(share);
            both.1.push(mean);
            both
        })
}

/// The cuts that fall into a distribution, each after the probability below it.
pub fn inner_cuts(distribution: &Distribution, cuts: &[f64]) -> Vec<(f64, f64)> {
    let edges = cuts.iter().map(|&cut| (distribution.below(cut), cut));
    edges.filter(|edge| 0.0 < edge.0 && edge.0 < 1.0).collect()
}

/// Which answer a number in (0, 1) falls on.
fn pick(shares: &[f64], p: f64) -> usize {
    let mut left = p;
    for (answer, share) in shares.iter().enumerate() {
        left -= share;
        if left < 0.0 {
            return answer;
        }
    }
    shares.iter().rposition(|share| *share > 0.0).unwrap_or(0)
}

/// Probability and Σ probability × utility for every answer of every unknown.
struct Sums {
    stakes: Stakes,
    all: Vec<f64>,
    best: f64,
    masses: Vec<Vec<f64>>,
    utilities: Vec<Vec<Vec<f64>>>,
}

impl Sums {
    fn none(shares: &[Vec<f64>], stakes: Stakes) -> Self {
        let zeros = vec![0.0; stakes.vendors];
        Self {
            stakes,
            all: zeros.clone(),
            best: 0.0,
            masses: shares.iter().map(|answers| vec![0.0; answers.len()]).collect(),
            utilities: shares.iter().map(|answers| vec![zeros.clone(); answers.len()]).collect(),
        }
    }

    fn add(&mut self, answers: &[usize], probability: f64, utilities: &[f64]) {
        let add = |sums: &mut Vec<f64>| {
            for (sum, utility) in sums.iter_mut().zip(utilities) {
                *sum += probability * utility;
            }
        };
        add(&mut self.all);
        for (idx, &answer) in answers.iter().enumerate() {
            self.masses[idx][answer] += probability;
            add(&mut self.utilities[idx][answer]);
        }
        let best = best(utilities, self.stakes.choose);
        self.best += probability * total(utilities, &best);
    }

    /// Every sum over the whole of the probability that was added.
    fn worth(mut self, whole: f64, drawn: Option<u64>) -> Worth {
        let sums = self.utilities.iter_mut().flatten().flatten();
        for sum in sums.chain(self.masses.iter_mut().flatten()).chain(&mut self.all) {
            *sum /= whole;
        }
        let choice = best(&self.all, self.stakes.choose);
        let utility = total(&self.all, &choice);
        let unknowns = self
            .masses
            .iter()
            .zip(&self.utilities)
            .map(|(masses, utilities)| self.knowing(&choice, masses, utilities))
            .collect();
        let everything = (self.best / whole - utility).max(0.0);
        Worth {
            choice,
            utility,
            expected: self.all,
            everything,
            unknowns,
            drawn,
            is_interrupted: false,
        }
    }

    /// Gains are summed answer by answer, so that an unknown that changes nothing is worth
    /// exactly 0.
    fn knowing(&self, choice: &[usize], masses: &[f64], utilities: &[Vec<f64>]) -> Knowing {
        let mut found = Knowing { value: 0.0, change_probability: 0.0, turning: Vec::new() };
        for (answer, (&mass, utilities)) in masses.iter().zip(utilities).enumerate() {
            let then = best(utilities, self.stakes.choose);
            let gain = total(utilities, &then) - total(utilities, choice);
            if gain > self.stakes.tie * mass {
                found.value += gain;
                found.change_probability += mass;
                found.turning.push((answer, then));
            }
        }
        found
    }
}

/// The `choose` highest, in rising order of index; of equals the first.
fn best(utilities: &[f64], choose: usize) -> Vec<usize> {
    let mut best = falling(utilities);
    best.truncate(choose);
    best.sort_unstable();
    best
}

fn total(utilities: &[f64], choice: &[usize]) -> f64 {
    choice.iter().map(|&vendor| utilities[vendor]).sum()
}
