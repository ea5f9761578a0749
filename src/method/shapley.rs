//! Why one row scores more than another, as Shapley values of the game of hybrid rows.
//! The explanation of last resort: exact up to 12 criteria that differ, sampled beyond.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use crate::method::matrix::Matrix;

/// Up to this many differing criteria every coalition is scored.
pub const EXACT_CRITERIA: usize = 12;

/// How many random orders are drawn beyond that, each used forwards and backwards.
pub const ORDERS: usize = 512;

const SEED: u64 = 0x5368_6170_6c65_7931;

/// The split of f(first) − f(second).
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// One for each criterion; they add up to the difference.
    pub parts: Vec<f64>,
    /// Largest standard error of a part; 0 when enumerated.
    pub standard_error: f64,
}

/// Splits the difference of two rows' scores over the criteria.
///
/// A hybrid row has `first`'s cells on a coalition of criteria and `second`'s elsewhere; a
/// criterion's part is its average gain over all orders of joining. Criteria on which the rows
/// agree get 0. Beyond [`EXACT_CRITERIA`] the orders come from Xoshiro256++ with a fixed seed.
///
/// Source: Shapley, L. S. (1953). A value for n-person games; sampling after Castro, J., Gómez, D.,
/// & Tejada, J. (2009). Polynomial calculation of the Shapley value based on sampling.
pub fn split(first: &[f64], second: &[f64], score: &dyn Fn(&Matrix) -> Vec<f64>) -> Shares {
    let players: Vec<usize> =
        (0..first.len()).filter(|&column| first[column] != second[column]).collect();
    let game = Game { first, second, players, score };
    if game.players.len() <= EXACT_CRITERIA { game.enumerate() } else { game.sample() }
}

struct Game<'a> {
    first: &'a [f64],
    second: &'a [f64],
    players: Vec<usize>,
    score: &'a dyn Fn(&Matrix) -> Vec<f64>,
}

impl Game<'_> {
    /// Scores every coalition once; bit k of a coalition is player k.
    fn enumerate(&self) -> Shares {
        let count = self.players.len();
        let scores = self.scores(1 << count, |coalition, player| coalition >> player & 1 == 1);
        let weights = coalition_weights(count);
        let mut parts = vec![0.0; self.first.len()];
        for (player, &column) in self.players.iter().enumerate() {
            let bit = 1usize << player;
            for coalition in (0..scores.len()).filter(|coalition| coalition & bit == 0) {
                let gain = scores[coalition | bit] - scores[coalition];
                parts[column] += weights[coalition.count_ones() as usize] * gain;
            }
        }
        Shares { parts, standard_error: 0.0 }
    }

    /// Walks random orders from `second` to `first`; a forward and a backward walk are one sample,
    /// which cancels everything that pairs of criteria do to each other.
    fn sample(&self) -> Shares {
        let count = self.players.len();
        let mut random = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let mut order: Vec<usize> = (0..count).collect();
        let mut total = vec![0.0; count];
        let mut squares = vec![0.0; count];
        for _ in 0..ORDERS {
            shuffle(&mut order, &mut random);
            let forwards = self.walk(&order);
            order.reverse();
            let backwards = self.walk(&order);
            for player in 0..count {
                let gain = (forwards[player] + backwards[player]) / 2.0;
                total[player] += gain;
                squares[player] += gain * gain;
            }
        }
        let draws = ORDERS as f64;
        let mut parts = vec![0.0; self.first.len()];
        let mut standard_error = 0.0_f64;
        for (player, &column) in self.players.iter().enumerate() {
            let mean = total[player] / draws;
            parts[column] = mean;
            let variance = (squares[player] / draws - mean * mean).max(0.0) / (draws - 1.0);
            standard_error = standard_error.max(variance.sqrt());
        }
        Shares { parts, standard_error }
    }

    /// Each player's gain when the players join in this order.
    fn walk(&self, order: &[usize]) -> Vec<f64> {
        let mut place = vec![0; order.len()];
        for (step, &player) in order.iter().enumerate() {
            place[player] = step;
        }
        let scores = self.scores(order.len() + 1, |joined, player| place[player] < joined);
        place.iter().map(|&step| scores[step + 1] - scores[step]).collect()
    }

    /// The scores of `rows` hybrids; `is_first(row, player)` says whose cell a hybrid has.
    fn scores(&self, rows: usize, is_first: impl Fn(usize, usize) -> bool) -> Vec<f64> {
        let mut hybrids = Matrix::from_fn(rows, self.first.len(), |_, column| self.second[column]);
        for (player, &column) in self.players.iter().enumerate() {
            let cell = self.first[column];
            for (row, hybrid) in hybrids.column_mut(column).iter_mut().enumerate() {
                if is_first(row, player) {
                    *hybrid = cell;
                }
            }
        }
        (self.score)(&hybrids)
    }
}

/// |T|! (m − |T| − 1)! / m! for each size of T below m.
fn coalition_weights(players: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(players);
    let mut weight = 1.0 / players.max(1) as f64;
    for size in 0..players {
        weights.push(weight);
        weight *= (size + 1) as f64 / (players - size - 1).max(1) as f64;
    }
    weights
}

/// Fisher–Yates; the bias of the multiply-shift draw is below 2⁻⁵⁰ for any number of criteria.
fn shuffle(order: &mut [usize], random: &mut Xoshiro256PlusPlus) {
    for last in (1..order.len()).rev() {
        let drawn = (u128::from(random.next_u64()) * (last as u128 + 1)) >> 64;
        order.swap(last, drawn as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::method::matrix::Matrix;

    /// Every order walked one by one: the definition, dumb.
    fn by_definition(first: &[f64], second: &[f64], score: &dyn Fn(&[f64]) -> f64) -> Vec<f64> {
        fn orders(count: usize) -> Vec<Vec<usize>> {
            if count == 0 {
                return vec![Vec::new()];
            }
            let mut all = Vec::new();
            for shorter in orders(count - 1) {
                for place in 0..count {
                    let mut order = shorter.clone();
                    order.insert(place, count - 1);
                    all.push(order);
                }
            }
            all
        }
        let all = orders(first.len());
        let mut parts = vec![0.0; first.len()];
        for order in &all {
            let mut row = second.to_vec();
            for &player in order {
                let before = score(&row);
                row[player] = first[player];
                parts[player] += (score(&row) - before) / all.len() as f64;
            }
        }
        parts
    }

    fn product(row: &[f64]) -> f64 {
        row.iter().product::<f64>() + row[0] * row[0]
    }

    fn each_row(rows: &Matrix, score: impl Fn(&[f64]) -> f64) -> Vec<f64> {
        (0..rows.rows()).map(|row| score(&rows.row(row))).collect()
    }

    #[test]
    fn coalitions_equal_the_average_over_all_orders() {
        let (first, second) = ([3.0, 1.0, 4.0, 1.5, 9.0], [2.0, 7.0, 1.0, 8.0, 2.0]);
        let shares = split(&first, &second, &|rows| each_row(rows, product));
        let wanted = by_definition(&first, &second, &product);
        for (part, wanted) in shares.parts.iter().zip(wanted) {
            assert!((part - wanted).abs() < 1e-9 * wanted.abs().max(1.0));
        }
        assert_eq!(shares.standard_error, 0.0);
    }

    #[test]
    fn sampling_adds_up_and_lies_within_its_stated_error() {
        // max(x0, x1) + Σ of the rest: parts known by hand, ½ each for the pair.
        let score = |row: &[f64]| row[0].max(row[1]) + row[2..].iter().sum::<f64>();
        let (first, second) = (vec![1.0; 20], vec![0.0; 20]);
        let shares = split(&first, &second, &|rows| each_row(rows, score));
        assert!((shares.parts.iter().sum::<f64>() - 19.0).abs() < 1e-9);
        assert!((shares.parts[0] - 0.5).abs() <= 5.0 * shares.standard_error + 1e-12);
        // A function of three together is not cancelled by walking backwards.
        let triple = |row: &[f64]| row[0].max(row[1]).max(row[2]);
        let shares = split(&first, &second, &|rows| each_row(rows, triple));
        assert!(shares.standard_error > 0.0 && shares.standard_error < 0.02);
        assert!((shares.parts[1] - 1.0 / 3.0).abs() <= 5.0 * shares.standard_error);
    }
}
