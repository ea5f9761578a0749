//! Eight generators side by side, so that one instruction moves several.
//! Lane l of a block gives the very numbers of `seeded(seed, block, l)`.

use crate::answer::smaa::generator::state;

/// How many draws are made side by side.
pub const LANES: usize = 8;

/// One number for each lane.
pub type Lane<T> = [T; LANES];

/// xoshiro256++ in every lane (Blackman & Vigna 2021).
#[derive(Debug, Clone)]
pub struct Generators {
    state: [Lane<u64>; 4],
}

impl Generators {
    /// The generators of one block.
    pub fn seeded(seed: u64, block: u64) -> Self {
        let mut words = [[0; LANES]; 4];
        for lane in 0..LANES {
            for (word, from) in words.iter_mut().zip(state(seed, block, lane as u64)) {
                word[lane] = from;
            }
        }
        Self { state: words }
    }

    /// The next word of every lane.
    #[inline(always)]
    pub fn next(&mut self) -> Lane<u64> {
        let [a, b, c, d] = &mut self.state;
        let mut out = [0; LANES];
        for lane in 0..LANES {
            let sum = a[lane].wrapping_add(d[lane]);
            out[lane] = sum.rotate_left(23).wrapping_add(a[lane]);
            let shifted = b[lane] << 17;
            c[lane] ^= a[lane];
            d[lane] ^= b[lane];
            b[lane] ^= c[lane];
            a[lane] ^= d[lane];
            c[lane] ^= shifted;
            d[lane] = d[lane].rotate_left(45);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Generators, LANES};
    use crate::answer::smaa::generator::seeded;
    use rand_core::Rng;

    #[test]
    fn lanes_are_the_named_generator() {
        let mut side_by_side = Generators::seeded(42, 7);
        let mut single: Vec<_> = (0..LANES as u64).map(|lane| seeded(42, 7, lane)).collect();
        for _ in 0..100 {
            let words = side_by_side.next();
            for (word, generator) in words.iter().zip(&mut single) {
                assert_eq!(*word, generator.next_u64());
            }
        }
    }
}
