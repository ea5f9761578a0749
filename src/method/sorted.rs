//! A column of numbers in rising order, and which vendor each came from: PROMETHEE's sweep reads it,
//! and ranks. Large columns are sorted by radix on a 32-bit image of the number.

use crate::method::statistics::Summary;

/// Below this many ratings a comparison sort is faster.
const SMALL: usize = 1024;

/// How the 32 bits of an image are cut into digits: shift and width.
const DIGITS: [(u32, u32); 3] = [(0, 11), (11, 11), (22, 10)];

/// Where sorting leaves its result; kept from column to column, since fresh memory is slow.
#[derive(Default)]
pub struct Sorter {
    values: Vec<f64>,
    rows: Vec<u32>,
    packed: Vec<u64>,
    spare: Vec<u64>,
}

/// Ratings in rising order, equal ones by row.
#[derive(Clone, Copy)]
pub struct Sorted<'a> {
    /// The ratings.
    pub values: &'a [f64],
    /// The row each came from.
    pub rows: &'a [u32],
}

impl Sorter {
    /// Sorts finite ratings; there are fewer than 2³² of them.
    pub fn sort(&mut self, ratings: &[f64]) -> Sorted<'_> {
        self.arrange(ratings, |rating| rating);
        self.values.clear();
        self.values.extend(self.rows.iter().map(|&row| ratings[row as usize]));
        Sorted { values: &self.values, rows: &self.rows }
    }

    /// The rows of finite ratings from the largest to the smallest, equal ones rising; there are
    /// fewer than 2³² of them.
    pub fn falling(&mut self, ratings: &[f64]) -> &[u32] {
        self.arrange(ratings, |rating| -rating);
        &self.rows
    }

    /// The rows last sorted, for whoever keeps them.
    pub fn into_rows(self) -> Vec<u32> {
        self.rows
    }

    /// Brings `rows` into rising order of the key, which is a rating or turns it; equal ones by row.
    fn arrange(&mut self, ratings: &[f64], key: impl Fn(f64) -> f64) {
        let Summary { low, high, .. } = Summary::of(ratings);
        let (ends, range) = ([key(low), key(high)], high - low);
        let least = if ends[0] < ends[1] { ends[0] } else { ends[1] };
        let scale = f64::from(u32::MAX) / range;
        self.rows.clear();
        if ratings.len() < SMALL || !(range.is_finite() && scale.is_finite()) {
            self.rows.extend(0..ratings.len() as u32);
            sort_rows(&mut self.rows, ratings, &key);
            return;
        }
        let image = |(row, &x): (usize, &f64)| {
            // Truncation is the point; the product lies in [0, 2³²).
            (u64::from(((key(x) - least) * scale) as u32) << 32) | row as u64
        };
        self.packed.clear();
        self.packed.extend(ratings.iter().enumerate().map(image));
        radix_sort(&mut self.packed, &mut self.spare);
        self.rows.extend(self.packed.iter().map(|&packed| packed as u32));
        sort_equal_images(&self.packed, &mut self.rows, ratings, key);
    }
}

/// Sorts by the upper half of each word and keeps the order of equal ones.
fn radix_sort(packed: &mut Vec<u64>, spare: &mut Vec<u64>) {
    spare.resize(packed.len(), 0);
    let digit = |word: u64, (shift, width): (u32, u32)| {
        ((word >> (32 + shift)) & ((1 << width) - 1)) as usize
    };
    let mut places = DIGITS.map(|(_, width)| vec![0_usize; 1 << width]);
    for &word in packed.iter() {
        for (places, digits) in places.iter_mut().zip(DIGITS) {
            places[digit(word, digits)] += 1;
        }
    }
    for (places, digits) in places.iter_mut().zip(DIGITS) {
        let mut before = 0;
        for place in places.iter_mut() {
            let count = *place;
            *place = before;
            before += count;
        }
        for &word in packed.iter() {
            let place = &mut places[digit(word, digits)];
            spare[*place] = word;
            *place += 1;
        }
        std::mem::swap(packed, spare);
    }
}

/// Ratings that share an image may still differ: sorts each such run by the rating itself.
fn sort_equal_images(packed: &[u64], rows: &mut [u32], ratings: &[f64], key: impl Fn(f64) -> f64) {
    let mut start = 0;
    while start < packed.len() {
        let image = packed[start] >> 32;
        let run = packed[start..].iter().take_while(|&&word| word >> 32 == image).count();
        if run > 1 {
            sort_rows(&mut rows[start..start + run], ratings, &key);
        }
        start += run;
    }
}

fn sort_rows(rows: &mut [u32], ratings: &[f64], key: impl Fn(f64) -> f64) {
    // Zero and minus zero are the same rating: adding 0 makes both plus zero.
    let key = |row: u32| key(ratings[row as usize]) + 0.0;
    rows.sort_unstable_by(|&a, &b| key(a).total_cmp(&key(b)).then(a.cmp(&b)));
}

#[cfg(test)]
mod tests {
    use super::Sorter;
    use proptest::prelude::{Strategy, any, proptest};
    use proptest::sample::Index;

    fn ratings() -> impl Strategy<Value = Vec<f64>> {
        let cell = proptest::prop_oneof![
            -1e6..1e6,
            (0..5_u8).prop_map(f64::from),
            (0..9_u8).prop_map(|step| 1.0 + f64::from(step) * f64::EPSILON),
        ];
        proptest::collection::vec(cell, 1..3000)
    }

    proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(32))]
        #[test]
        fn radix_order_is_comparison_order(ratings in ratings(), repeat in any::<Index>()) {
            let mut sorter = Sorter::default();
            let mut ratings = ratings;
            let twice = ratings[repeat.index(ratings.len())];
            ratings.push(twice);
            let mut expected: Vec<u32> = (0..ratings.len() as u32).collect();
            expected.sort_by(|&a, &b| ratings[a as usize].total_cmp(&ratings[b as usize]));
            let sorted = sorter.sort(&ratings);
            assert_eq!(sorted.rows, expected);
            assert!(sorted.values.is_sorted());
            expected.sort_by(|&a, &b| {
                ratings[b as usize].total_cmp(&ratings[a as usize]).then(a.cmp(&b))
            });
            assert_eq!(sorter.falling(&ratings), expected);
        }
    }
}
