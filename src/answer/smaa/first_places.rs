//! Sums of the shares of those who came first, for central weights.
//! Shares are laid out draw by draw, so that a first place adds whole rows.

use crate::answer::smaa::ahead::{WORD, bit_of};
use crate::answer::smaa::group::Group;
use crate::answer::smaa::lanes::{LANES, Lane, STEPS};
use crate::answer::smaa::tallies::ShareSums;
use fearless_simd::f64x8;
use fearless_simd::prelude::*;

/// The shares of some groups draw by draw, and where they are added.
pub struct FirstPlaces<'a, S: Simd> {
    simd: S,
    sums: &'a mut ShareSums,
    /// `rows[chunk][bit][lane]`: eight shares of a draw, steps in the order of [`bit_of`].
    rows: Vec<[[Lane<f64>; LANES]; WORD]>,
}

impl<'a, S: Simd> FirstPlaces<'a, S> {
    /// Nothing laid out yet.
    #[inline(always)]
    pub fn new(simd: S, sums: &'a mut ShareSums) -> Self {
        let rows = vec![[[[0.0; LANES]; LANES]; WORD]; sums.chunks()];
        Self { simd, sums, rows }
    }

    /// Lays the shares of a group out, whose first step is `from` among those of a word.
    #[inline(always)]
    pub fn lay_out(&mut self, group: &Group<'_, S>, from: usize) {
        let none = f64x8::splat(self.simd, 0.0);
        for (shares, rows) in group.shares.chunks(LANES).zip(&mut self.rows) {
            for step in 0..STEPS {
                let mut square = [none; LANES];
                for (row, share) in square.iter_mut().zip(shares) {
                    *row = f64x8::load_array_ref(self.simd, &share[step]);
                }
                for (row, laid) in
                    transposed(square).into_iter().zip(&mut rows[bit_of(from + step)])
                {
                    row.store_array(laid);
                }
            }
        }
    }

    /// Counts all draws laid out in which a vendor was first, as `ahead::by_lane` has them.
    #[inline(always)]
    pub fn add_all(&mut self, vendor: usize, draws: Lane<u64>) {
        for (sums, rows) in self.sums.of(vendor).iter_mut().zip(&self.rows) {
            let mut share = f64x8::load_array_ref(self.simd, &sums.share);
            let mut square = f64x8::load_array_ref(self.simd, &sums.square);
            for (lane, word) in draws.into_iter().enumerate() {
                let mut left = word;
                while left != 0 {
                    let row = &rows[left.trailing_zeros() as usize][lane];
                    left &= left - 1;
                    let row = f64x8::load_array_ref(self.simd, row);
                    share += to_unit(row);
                    square += to_unit(row * row);
                }
            }
            share.store_array(&mut sums.share);
            square.store_array(&mut sums.square);
        }
    }

    /// Counts one draw in which a vendor was first.
    #[inline(always)]
    pub fn add(&mut self, vendor: usize, step: usize, lane: usize) {
        for (sums, rows) in self.sums.of(vendor).iter_mut().zip(&self.rows) {
            let row = f64x8::load_array_ref(self.simd, &rows[bit_of(step)][lane]);
            let share = f64x8::load_array_ref(self.simd, &sums.share) + to_unit(row);
            let square = f64x8::load_array_ref(self.simd, &sums.square) + to_unit(row * row);
            share.store_array(&mut sums.share);
            square.store_array(&mut sums.square);
        }
    }

    /// Where one draw is added the plain way.
    pub fn sums(&mut self) -> &mut ShareSums {
        self.sums
    }
}

/// `tallies::to_unit` in every lane.
#[inline(always)]
fn to_unit<S: Simd>(numbers: f64x8<S>) -> f64x8<S> {
    (numbers + 4096.0) - 4096.0
}

/// Rows and columns swapped: three times each row of the upper half meets one of the lower.
#[inline(always)]
fn transposed<S: Simd>(rows: [f64x8<S>; LANES]) -> [f64x8<S>; LANES] {
    let mut rows = rows;
    for _ in 0..3 {
        let [a, b, c, d, e, f, g, h] = rows;
        rows = [
            a.zip_low(e),
            a.zip_high(e),
            b.zip_low(f),
            b.zip_high(f),
            c.zip_low(g),
            c.zip_high(g),
            d.zip_low(h),
            d.zip_high(h),
        ];
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::transposed;
    use fearless_simd::prelude::*;
    use fearless_simd::{dispatch, f64x8};

    #[test]
    fn rows_become_columns_at_every_level() {
        for level in crate::method::vectors::levels() {
            let found = dispatch!(level, simd => swapped(simd));
            for (row, numbers) in found.iter().enumerate() {
                for (column, number) in numbers.iter().enumerate() {
                    assert_eq!(*number, (column * 8 + row) as f64);
                }
            }
        }
    }

    fn swapped<S: Simd>(simd: S) -> [[f64; 8]; 8] {
        let rows = std::array::from_fn(|row| f64x8::from_fn(simd, |at| (row * 8 + at) as f64));
        transposed(rows).map(|row| row.to_array())
    }
}
