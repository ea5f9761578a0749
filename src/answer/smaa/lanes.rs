//! Eight generators side by side, so that one instruction moves several.
//! Lane l of a block gives the very numbers of `seeded(seed, block, l)`.

use crate::answer::smaa::generator::state;

/// How many draws are made side by side.
pub const LANES: usize = 8;

/// How many steps of all lanes make a group: one bit each in a word.
pub const STEPS: usize = 64;

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
        let [a, b, c, d] = self.state;
        let sum = both(a, d, u64::wrapping_add);
        let out = both(sum.map(|word| word.rotate_left(23)), a, u64::wrapping_add);
        let xor = |left, right| both(left, right, |left, right| left ^ right);
        let shifted = b.map(|word| word << 17);
        let (c, d) = (xor(c, a), xor(d, b));
        let (b, a) = (xor(b, c), xor(a, d));
        self.state = [a, b, xor(c, shifted), d.map(|word| word.rotate_left(45))];
        out
    }
}

/// One operation on every lane: whole vectors at a time are what compilers see through.
#[inline(always)]
pub fn both<T: Copy + Default>(
    left: Lane<T>,
    right: Lane<T>,
    operation: impl Fn(T, T) -> T,
) -> Lane<T> {
    let mut out = [T::default(); LANES];
    for lane in 0..LANES {
        out[lane] = operation(left[lane], right[lane]);
    }
    out
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
