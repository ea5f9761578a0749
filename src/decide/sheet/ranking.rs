//! Competition ranks of a few merits, many times over, in memory that is kept.
//! The quick twin of `method::ranks`: it sorts whole numbers, and asks the twin where two are close.

use crate::method::ranks::{competition_ranks, tie_tolerance};

/// Merits up to this many fit their row into the digits that a tie never depends on.
const MOST: usize = 4096;

/// Memory for ranking.
#[derive(Debug, Clone, Default)]
pub struct Ranking {
    /// Merit, turned so that the best is the smallest, with the row in its last bits.
    keys: Vec<u64>,
    merits: Vec<f64>,
}

impl Ranking {
    /// Writes the competition rank of each merit that `stands` into `ranks`, 0 for the others.
    ///
    /// A merit's last bits give way to its row: at most 12 of 52, less than 1e-12 of the merit. Where
    /// all neighbours in that order are farther apart than a tie, it is the true order.
    pub fn write(&mut self, merits: &[f64], stands: impl Fn(usize) -> bool, ranks: &mut [u32]) {
        let rows = (0..merits.len()).filter(|row| stands(*row));
        self.keys.clear();
        ranks.fill(0);
        let mask = merits.len().next_power_of_two() as u64 - 1;
        if merits.len() <= MOST {
            self.keys.extend(rows.map(|row| (falling(merits[row]) & !mask) | row as u64));
            self.keys.sort_unstable();
            let row = |key: &u64| (key & mask) as usize;
            let ends = [self.keys.first(), self.keys.last()].map(|key| key.map(row));
            let [Some(best), Some(worst)] = ends else { return };
            let tolerance = tie_tolerance(&[merits[best], merits[worst]]);
            let is_apart = |pair: &[u64]| merits[row(&pair[0])] - merits[row(&pair[1])] > tolerance;
            if self.keys.windows(2).all(is_apart) {
                for (place, key) in self.keys.iter().enumerate() {
                    // At most `MOST`.
                    ranks[row(key)] = place as u32 + 1;
                }
                return;
            }
        }
        self.slowly(merits, stands, ranks);
    }

    #[cold]
    fn slowly(&mut self, merits: &[f64], stands: impl Fn(usize) -> bool, ranks: &mut [u32]) {
        let rows = || (0..merits.len()).filter(|row| stands(*row));
        self.merits.clear();
        self.merits.extend(rows().map(|row| merits[row]));
        for (row, rank) in rows().zip(competition_ranks(&self.merits)) {
            // Vendors of one model are far fewer than that.
            ranks[row] = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }
}

/// Whole numbers that fall as merits rise.
fn falling(merit: f64) -> u64 {
    let bits = (merit + 0.0).to_bits();
    if bits >> 63 == 0 { !(bits | 1 << 63) } else { bits }
}

#[cfg(test)]
mod tests {
    use super::{Ranking, falling};
    use crate::method::ranks::competition_ranks;
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};

    fn merit() -> impl Strategy<Value = f64> {
        proptest::prop_oneof![
            -1.0..1.0,
            (0..4_u8).prop_map(|step| 1.0 - f64::from(step) * 0.8e-9),
            (0..4_u8).prop_map(|step| 1e6 + f64::from(step) * 0.7e-6),
            (0..3_u8).prop_map(|step| f64::from(step) - 1.0),
        ]
    }

    #[test]
    fn larger_merits_have_smaller_keys() {
        let rising = [f64::MIN, -2.0, -1.0, -0.5, 0.0, 0.25, 1.0, 3.0, f64::MAX];
        assert!(rising.windows(2).all(|pair| falling(pair[0]) > falling(pair[1])));
        assert_eq!(falling(-0.0), falling(0.0));
    }

    proptest! {
        #[test]
        fn ranks_are_the_twin_s(
            merits in proptest::collection::vec((merit(), proptest::bool::weighted(0.9)), 0..80),
        ) {
            let all: Vec<f64> = merits.iter().map(|(merit, _)| *merit).collect();
            let standing: Vec<f64> =
                merits.iter().filter(|(_, stands)| *stands).map(|(merit, _)| *merit).collect();
            let mut ranks = vec![7; all.len()];
            Ranking::default().write(&all, |row| merits[row].1, &mut ranks);
            let mut expected = competition_ranks(&standing).into_iter();
            for ((_, stands), rank) in merits.iter().zip(ranks) {
                let wanted = if *stands { expected.next().unwrap() } else { 0 };
                prop_assert_eq!(rank as usize, wanted);
            }
        }
    }
}
