//! A column of numbers in rising order, and which vendor each came from: PROMETHEE's sweep reads it,
//! and ranks. Large columns are sorted by radix on a 32-bit image of the number.

use crate::method::rows;
use crate::method::statistics::Summary;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

/// Below this many ratings a comparison sort is faster.
const SMALL: usize = 1024;

/// How the 32 bits of an image are cut into digits: shift and width. Of an odd number of them, so
/// that sorting ends where it did not begin.
const DIGITS: [(u32, u32); 3] = [(0, 11), (11, 11), (22, 10)];

/// Into how many groups words are put at most, by the upper bits of their image, before threads sort
/// groups.
const GROUPS: usize = 64;

/// About how many words there are to be in a group: they fit the second-level cache, and are many
/// beside the values of a digit.
const GROUP: usize = 1 << 13;

/// Where sorting leaves its result; kept from column to column, since fresh memory is slow.
#[derive(Default)]
pub struct Sorter {
    values: Vec<f64>,
    words: Vec<u64>,
    spare: Vec<u64>,
}

/// Ratings in rising order, equal ones by row.
#[derive(Clone, Copy)]
pub struct Sorted<'a> {
    /// The ratings.
    pub values: &'a [f64],
    words: &'a [u64],
}

impl Sorted<'_> {
    /// The row each rating came from.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.words.iter().map(|&word| row_of(word))
    }
}

impl Sorter {
    /// Sorts finite ratings, each times a sign, 1 or −1; there are fewer than 2³² of them.
    pub fn sort(&mut self, ratings: &[f64], sign: f64) -> Sorted<'_> {
        self.arrange(ratings, |rating| sign * rating);
        self.values.clear();
        self.values.extend(self.words.iter().map(|&word| sign * ratings[row_of(word)]));
        Sorted { values: &self.values, words: &self.words }
    }

    /// A word for each finite rating, of which [`row_of`] is the row, from the largest to the
    /// smallest, equal ones by row; and room for as many. There are fewer than 2³² ratings.
    pub fn falling(mut self, ratings: &[f64]) -> [Vec<u64>; 2] {
        self.arrange(ratings, |rating| -rating);
        self.spare.resize(ratings.len(), 0);
        [self.words, self.spare]
    }

    /// Brings a word for each row into rising order of the key, which is a rating or turns it;
    /// equal ones by row.
    fn arrange(&mut self, ratings: &[f64], key: impl Fn(f64) -> f64 + Sync) {
        if self.words.len() != ratings.len() {
            // Of zeros that the system gives, each of which is first touched by whoever needs it.
            self.words = vec![0; ratings.len()];
        }
        let Summary { low, high, .. } = rows::summary(ratings);
        let (ends, range) = ([key(low), key(high)], high - low);
        let least = if ends[0] < ends[1] { ends[0] } else { ends[1] };
        let scale = f64::from(u32::MAX) / range;
        // Zero and minus zero are the same rating: adding 0 makes both plus zero.
        let exact = |word: &u64| key(ratings[row_of(*word)]) + 0.0;
        let compare = |a: &u64, b: &u64| exact(a).total_cmp(&exact(b)).then(a.cmp(b));
        if ratings.len() < SMALL || !(range.is_finite() && scale.is_finite()) {
            self.words.iter_mut().zip(0..).for_each(|(word, row)| *word = row);
            self.words.sort_unstable_by(compare);
            return;
        }
        if self.spare.len() != ratings.len() {
            self.spare = vec![0; ratings.len()];
        }
        // Truncation is the point; the product lies in [0, 2³²).
        let image = |rating: f64| ((key(rating) - least) * scale) as u32;
        let write = |first: usize, words: &mut [u64]| {
            for (row, word) in (first..).zip(words) {
                *word = u64::from(image(ratings[row])) << 32 | row as u64;
            }
        };
        let sort = |from: &mut [u64], to: &mut [u64]| {
            radix_sort(from, to);
            // Ratings that share an image may still differ.
            let runs = to.chunk_by_mut(|a, b| image_of(*a) == image_of(*b));
            runs.filter(|run| run.len() > 1).for_each(|run| run.sort_unstable_by(compare));
        };
        if rows::is_much(ratings.len(), 10) {
            let part = ratings.len().div_ceil(rayon::current_num_threads());
            let parts = self.words.par_chunks_mut(part).enumerate();
            parts.for_each(|(idx, words)| write(idx * part, words));
            sort_by_groups(&mut self.words, &mut self.spare, part, sort);
        } else {
            write(0, &mut self.words);
            sort(&mut self.words, &mut self.spare);
            std::mem::swap(&mut self.words, &mut self.spare);
        }
    }
}

/// The row of a word: its lower half.
pub fn row_of(word: u64) -> usize {
    word as u32 as usize
}

fn image_of(word: u64) -> u64 {
    word >> 32
}

/// Sorts `words` on every core: each part is grouped by the upper bits of the images, then each
/// group is sorted by itself, in place of those before it.
fn sort_by_groups(
    words: &mut [u64],
    spare: &mut [u64],
    part: usize,
    sort: impl Fn(&mut [u64], &mut [u64]) + Sync,
) {
    let groups = (words.len() / GROUP).next_power_of_two().clamp(2, GROUPS);
    let shift = u64::BITS - groups.trailing_zeros();
    let group = |word: u64| (word >> shift) as usize;
    let grouped = |(from, to): (&[u64], &mut [u64])| {
        let mut ends = [0; GROUPS];
        from.iter().for_each(|&word| ends[group(word)] += 1);
        begin(&mut ends);
        from.iter().for_each(|&word| put(word, to, &mut ends[group(word)]));
        ends
    };
    let parts = words.par_chunks(part).zip(spare.par_chunks_mut(part));
    let ends: Vec<[usize; GROUPS]> = parts.map(grouped).collect();
    let mut rest = words;
    let mut tasks = Vec::with_capacity(groups);
    for group in 0..groups {
        let pieces: Vec<&[u64]> = (ends.iter().zip(spare.chunks(part)))
            .map(|(ends, words)| {
                &words[group.checked_sub(1).map_or(0, |before| ends[before])..ends[group]]
            })
            .collect();
        let room = rest.split_off_mut(..pieces.iter().map(|piece| piece.len()).sum());
        tasks.push((pieces, room.unwrap_or_default()));
    }
    tasks.into_par_iter().for_each(|(pieces, room)| sort(&mut pieces.concat(), room));
}

/// Sorts by the upper half of each word and keeps the order of equal ones; ends in `to`.
fn radix_sort<'a>(mut from: &'a mut [u64], mut to: &'a mut [u64]) {
    let digit = |word: u64, (shift, width): (u32, u32)| {
        ((word >> (32 + shift)) & ((1 << width) - 1)) as usize
    };
    let mut places = DIGITS.map(|(_, width)| vec![0_usize; 1 << width]);
    for &word in &*from {
        for (places, digits) in places.iter_mut().zip(DIGITS) {
            places[digit(word, digits)] += 1;
        }
    }
    for (places, digits) in places.iter_mut().zip(DIGITS) {
        begin(places);
        for &word in &*from {
            put(word, to, &mut places[digit(word, digits)]);
        }
        std::mem::swap(&mut from, &mut to);
    }
}

/// Turns counts into the place where each begins.
fn begin(counts: &mut [usize]) {
    let mut before = 0;
    for count in counts {
        before += std::mem::replace(count, before);
    }
}

#[inline(always)]
fn put(word: u64, to: &mut [u64], place: &mut usize) {
    to[*place] = word;
    *place += 1;
}

#[cfg(test)]
mod tests {
    use super::{Sorter, row_of};
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

    /// Many enough for threads: scattered ones, crowded ones, and one that crowds all others.
    #[test]
    fn any_number_of_threads_gives_comparison_order() {
        let scattered = |idx: u64| (idx.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as f64;
        let mut ratings: Vec<f64> = (0..60_000).map(scattered).collect();
        ratings.extend((0..9_000).map(|idx| (idx % 50) as f64 * f64::EPSILON));
        for last in [0.5, -0.0, 1e30] {
            ratings.push(last);
            let mut expected: Vec<u32> = (0..ratings.len() as u32).collect();
            expected.sort_by(|&a, &b| {
                let of = |row: u32| ratings[row as usize] + 0.0;
                of(a).total_cmp(&of(b)).then(a.cmp(&b))
            });
            for threads in [1, 2, 7] {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                let mut sorter = Sorter::default();
                let rows: Vec<usize> = pool.install(|| sorter.sort(&ratings, 1.0).rows().collect());
                assert!(rows.into_iter().eq(expected.iter().map(|&row| row as usize)), "{threads}");
            }
        }
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
            let sorted = sorter.sort(&ratings, 1.0);
            assert!(sorted.rows().eq(expected.iter().map(|&row| row as usize)));
            assert!(sorted.values.is_sorted());
            expected.sort_by(|&a, &b| {
                ratings[b as usize].total_cmp(&ratings[a as usize]).then(a.cmp(&b))
            });
            let [falling, room] = sorter.falling(&ratings);
            assert!(falling.into_iter().map(row_of).eq(expected.into_iter().map(|row| row as usize)));
            assert_eq!(room.len(), ratings.len());
        }
    }
}
