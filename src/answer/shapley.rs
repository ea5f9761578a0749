//! Shapley values: how a total splits over players when their effects interact.
//! For the effects of what-if changes; exact up to a dozen players, sampled with errors beyond.
//!
//! Source: Shapley, L. S. (1953). A value for n-person games. Contributions to the Theory of
//! Games II, 307–317. Sampling: Castro, J., Gómez, D., & Tejada, J. (2009). Polynomial calculation
//! of the Shapley value based on sampling. Computers & Operations Research, 36(5), 1726–1730.

use crate::answer::smaa::generator::seeded;
use rand_core::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Up to this many players every coalition is evaluated (4096 of them).
pub const EXACT_PLAYERS: usize = 12;

/// What each player adds, for one or several outputs at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Players × outputs; over the players each output adds up to v(all) − v(nobody).
    pub parts: Vec<Vec<f64>>,
    /// Largest standard error of a part; 0 where every coalition was evaluated.
    pub standard_error: f64,
}

/// Splits v(all) − v(nobody) over players by
/// φ_i = Σ_T |T|! (n − |T| − 1)!/n! · (v(T ∪ i) − v(T)), every coalition evaluated once.
///
/// `worth` is given, for each player, whether it takes part, and yields one number per output.
/// 2^players evaluations: meant for up to [`EXACT_PLAYERS`].
pub fn exact(players: usize, mut worth: impl FnMut(&[bool]) -> Vec<f64>) -> Effects {
    let coalitions = 1_usize << players;
    let worths: Vec<Vec<f64>> = (0..coalitions)
        .map(|mask| {
            let member: Vec<bool> = (0..players).map(|i| mask >> i & 1 == 1).collect();
            worth(&member)
        })
        .collect();
    let weights = coalition_weights(players);
    let outputs = worths[0].len();
    let mut parts = vec![vec![0.0; outputs]; players];
    for (player, part) in parts.iter_mut().enumerate() {
        for without in (0..coalitions).filter(|mask| mask >> player & 1 == 0) {
            let weight = weights[without.count_ones() as usize];
            let with = without | 1 << player;
            for (output, sum) in part.iter_mut().enumerate() {
                *sum += weight * (worths[with][output] - worths[without][output]);
            }
        }
    }
    Effects { parts, standard_error: 0.0 }
}

/// The same split from random orders of entry, each with its reverse; adds up exactly as well.
pub fn sampled(
    players: usize,
    orders: usize,
    seed: u64,
    mut worth: impl FnMut(&[bool]) -> Vec<f64>,
) -> Effects {
    let nobody = worth(&vec![false; players]);
    let outputs = nobody.len();
    let mut generator = seeded(seed, 0, 0);
    let mut sums = vec![vec![0.0; outputs]; players];
    let mut squares = vec![vec![0.0; outputs]; players];
    let pairs = orders.div_ceil(2).max(2);
    let mut order: Vec<usize> = (0..players).collect();
    for _ in 0..pairs {
        shuffle(&mut order, &mut generator);
        let mut parts = vec![vec![0.0; outputs]; players];
        for _ in 0..2 {
            let mut member = vec![false; players];
            let mut before = nobody.clone();
            for &player in &order {
                member[player] = true;
                let after = worth(&member);
                for output in 0..outputs {
                    parts[player][output] += (after[output] - before[output]) / 2.0;
                }
                before = after;
            }
            order.reverse();
        }
        for player in 0..players {
            for output in 0..outputs {
                sums[player][output] += parts[player][output];
                squares[player][output] += parts[player][output] * parts[player][output];
            }
        }
    }
    let count = pairs as f64;
    let mut standard_error: f64 = 0.0;
    for (sum, square) in sums.iter().flatten().zip(squares.iter().flatten()) {
        let variance = (square - sum * sum / count) / (count - 1.0);
        standard_error = standard_error.max((variance.max(0.0) / count).sqrt());
    }
    let parts = sums.iter().map(|row| row.iter().map(|sum| sum / count).collect()).collect();
    Effects { parts, standard_error }
}

/// |T|! (n − |T| − 1)!/n! by the size of T, without factorials: 1/(n C(n − 1, |T|)).
fn coalition_weights(players: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(players);
    let mut choices = 1.0;
    for size in 0..players {
        weights.push(1.0 / (players as f64 * choices));
        choices = choices * (players - 1 - size) as f64 / (size + 1) as f64;
    }
    weights
}

/// Fisher–Yates with the multiply-shift range reduction; its bias is below 2⁻⁵⁰ here.
fn shuffle(order: &mut [usize], generator: &mut Xoshiro256PlusPlus) {
    for last in (1..order.len()).rev() {
        let range = last as u128 + 1;
        let pick = (u128::from(generator.next_u64()) * range) >> 64;
        order.swap(last, usize::try_from(pick).unwrap_or(last));
    }
}

#[cfg(test)]
mod tests {
    use super::{exact, sampled};

    /// The glove game: two left gloves (0, 1), one right (2); Shapley 1/6, 1/6, 4/6.
    fn gloves(member: &[bool]) -> Vec<f64> {
        vec![f64::from(u8::from((member[0] || member[1]) && member[2]))]
    }

    #[test]
    fn glove_game_is_split_as_published() {
        let parts = exact(3, gloves).parts;
        for (part, expected) in parts.iter().zip([1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]) {
            assert!((part[0] - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn sampling_comes_within_four_standard_errors() {
        let effects = sampled(3, 4000, 7, gloves);
        assert!((effects.parts[2][0] - 4.0 / 6.0).abs() < 4.0 * effects.standard_error);
        assert!((effects.parts.iter().map(|part| part[0]).sum::<f64>() - 1.0).abs() < 1e-9);
    }
}
