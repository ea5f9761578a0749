//! Eight generators side by side, so that one instruction moves several.
//! Lane l of a block gives the very numbers of `seeded(seed, block, l)`.

use crate::answer::smaa::generator::state;
use fearless_simd::prelude::*;
use fearless_simd::{f64x8, u64x8};

/// How many draws are made side by side.
pub const LANES: usize = 8;

/// How many steps of all lanes make a group: few enough for what is drawn and scored to stay in the
/// nearest cache.
pub const STEPS: usize = 16;

/// One number for each lane.
pub type Lane<T> = [T; LANES];

/// One number for each draw of a group.
pub type Steps = [Lane<f64>; STEPS];

/// xoshiro256++ in every lane (Blackman & Vigna 2021).
#[derive(Debug, Clone, Copy)]
pub struct Generators<S: Simd> {
    state: [u64x8<S>; 4],
}

impl<S: Simd> Generators<S> {
    /// The generators of one block.
    #[inline(always)]
    pub fn seeded(simd: S, seed: u64, block: u64) -> Self {
        let mut words = [[0; LANES]; 4];
        for lane in 0..LANES {
            for (word, from) in words.iter_mut().zip(state(seed, block, lane as u64)) {
                word[lane] = from;
            }
        }
        Self { state: words.map(|word| u64x8::simd_from(simd, word)) }
    }

    /// The next word of every lane.
    #[inline(always)]
    pub fn next(&mut self) -> u64x8<S> {
        let [a, b, c, d] = self.state;
        let sum = a + d;
        let out = ((sum << 23) | (sum >> 41)) + a;
        let shifted = b << 17;
        let (c, d) = (c ^ a, d ^ b);
        let (b, a) = (b ^ c, a ^ d);
        self.state = [a, b, c ^ shifted, (d << 45) | (d >> 19)];
        out
    }
}

/// `generator::uniform` in every lane.
#[inline(always)]
pub fn uniform<S: Simd>(words: u64x8<S>) -> f64x8<S> {
    let bits = ((words >> 12) & !0xFFF) | 0x3FF0_0000_0000_0000;
    bits.bitcast::<f64x8<S>>() - 1.0
}

#[cfg(test)]
mod tests {
    use super::{Generators, LANES};
    use crate::answer::smaa::generator::{self, seeded};
    use fearless_simd::{dispatch, prelude::*};
    use rand_core::Rng;

    #[test]
    fn lanes_are_the_named_generator_at_every_level() {
        for level in crate::method::vectors::levels() {
            let (words, numbers) = dispatch!(level, simd => thirty(simd));
            let mut single: Vec<_> = (0..LANES as u64).map(|lane| seeded(42, 7, lane)).collect();
            for (words, numbers) in words.into_iter().zip(numbers) {
                for ((word, number), generator) in words.iter().zip(numbers).zip(&mut single) {
                    assert_eq!(*word, generator.next_u64());
                    assert_eq!(number, generator::uniform(*word));
                }
            }
        }
    }

    fn thirty<S: Simd>(simd: S) -> (Vec<[u64; LANES]>, Vec<[f64; LANES]>) {
        let mut side_by_side = Generators::seeded(simd, 42, 7);
        (0..30)
            .map(|_| {
                let words = side_by_side.next();
                (words.to_array(), super::uniform(words).to_array())
            })
            .unzip()
    }
}
