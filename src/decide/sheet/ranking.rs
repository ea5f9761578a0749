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

/// Who is ranked: the rows of a base but for those touched, and of these the ones that stand.
#[derive(Debug, Clone, Copy)]
pub struct Ranked<'a, S> {
    /// Rows of the base's field, as [`order`] puts them.
    pub base: &'a [u32],
    /// Whether all but the touched have the base's merits, and so its order.
    pub is_in_order: bool,
    /// Rows to be looked at anew, each once.
    pub touched: &'a [usize],
    /// Whether a touched row stands.
    pub stands: S,
}

/// The rows that stand, from the best merit to the worst.
pub fn order(merits: &[f64], stands: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut rows: Vec<usize> = (0..merits.len()).filter(|row| stands(*row)).collect();
    let mask = mask(merits);
    rows.sort_by_key(|row| key(merits, mask, *row));
    // Vendors of one model are far fewer than that.
    rows.into_iter().filter_map(|row| u32::try_from(row).ok()).collect()
}

impl Ranking {
    /// Writes the competition rank of each row that is ranked, 0 for the others.
    ///
    /// A merit's last bits give way to its row: at most 12 of 52, less than 1e-12 of the merit. Where
    /// all neighbours in that order are farther apart than a tie, it is the true order.
    pub fn write<S: Fn(usize) -> bool>(
        &mut self,
        merits: &[f64],
        ranked: &Ranked<'_, S>,
        ranks: &mut [u32],
    ) {
        ranks.fill(0);
        if merits.len() <= MOST {
            self.sort(merits, ranked);
            let mask = mask(merits);
            let row = |key: &u64| (key & mask) as usize;
            let (Some(best), Some(worst)) = (self.keys.first(), self.keys.last()) else { return };
            let tolerance = tie_tolerance(&[merits[row(best)], merits[row(worst)]]);
            let mut above = f64::INFINITY;
            let mut is_apart = true;
            for (place, key) in self.keys.iter().enumerate() {
                let merit = merits[row(key)];
                is_apart &= above - merit > tolerance;
                above = merit;
                // At most `MOST`.
                ranks[row(key)] = place as u32 + 1;
            }
            if is_apart {
                return;
            }
        }
        self.slowly(merits, ranked, ranks);
    }

    fn sort<S: Fn(usize) -> bool>(&mut self, merits: &[f64], ranked: &Ranked<'_, S>) {
        let mask = mask(merits);
        self.keys.clear();
        let base = ranked.base.iter().map(|row| *row as usize);
        match ranked.touched {
            [] => self.keys.extend(base.map(|row| key(merits, mask, row))),
            touched => {
                let kept = base.filter(|row| !touched.contains(row));
                self.keys.extend(kept.map(|row| key(merits, mask, row)));
            }
        }
        for row in ranked.touched.iter().copied().filter(|row| (ranked.stands)(*row)) {
            let key = key(merits, mask, row);
            let at = match ranked.is_in_order {
                true => self.keys.partition_point(|other| *other < key),
                false => self.keys.len(),
            };
            self.keys.insert(at, key);
        }
        if !ranked.is_in_order {
            self.keys.sort_unstable();
        }
    }

    #[cold]
    fn slowly<S: Fn(usize) -> bool>(
        &mut self,
        merits: &[f64],
        ranked: &Ranked<'_, S>,
        ranks: &mut [u32],
    ) {
        let base = ranked.base.iter().map(|row| *row as usize);
        let kept = base.filter(|row| !ranked.touched.contains(row));
        let touched = ranked.touched.iter().copied().filter(|row| (ranked.stands)(*row));
        let rows: Vec<usize> = kept.chain(touched).collect();
        self.merits.clear();
        self.merits.extend(rows.iter().map(|row| merits[*row]));
        for (row, rank) in rows.into_iter().zip(competition_ranks(&self.merits)) {
            ranks[row] = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }
}

/// The bits that hold a row.
fn mask(merits: &[f64]) -> u64 {
    merits.len().next_power_of_two() as u64 - 1
}

fn key(merits: &[f64], mask: u64, row: usize) -> u64 {
    (falling(merits[row]) & !mask) | row as u64
}

/// Whole numbers that fall as merits rise.
fn falling(merit: f64) -> u64 {
    let bits = (merit + 0.0).to_bits();
    if bits >> 63 == 0 { !(bits | 1 << 63) } else { bits }
}

#[cfg(test)]
mod tests {
    use super::{Ranked, Ranking, falling, order};
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
            touched in proptest::collection::btree_set(0..80_usize, 0..4),
            is_in_order in proptest::bool::ANY,
        ) {
            let all: Vec<f64> = merits.iter().map(|(merit, _)| *merit).collect();
            let standing: Vec<f64> =
                merits.iter().filter(|(_, stands)| *stands).map(|(merit, _)| *merit).collect();
            // Some rows had another merit in the base, or stood otherwise.
            let mut before: Vec<f64> = all.clone();
            for row in &touched {
                if let Some(merit) = before.get_mut(*row) {
                    *merit = 0.3 - *merit;
                }
            }
            let stands = |row: usize| merits[row].1;
            let stood = |row: usize| stands(row) != (touched.contains(&row) && row.is_multiple_of(2));
            let touched: Vec<usize> =
                touched.iter().copied().filter(|row| *row < all.len()).collect();
            let base = order(&before, stood);
            let ranked = Ranked { base: &base, is_in_order, touched: &touched, stands };
            let mut ranks = vec![7; all.len()];
            Ranking::default().write(&all, &ranked, &mut ranks);
            let mut expected = competition_ranks(&standing).into_iter();
            for ((_, stands), rank) in merits.iter().zip(ranks) {
                let wanted = if *stands { expected.next().unwrap() } else { 0 };
                prop_assert_eq!(rank as usize, wanted);
            }
        }
    }
}
