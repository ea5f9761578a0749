//! Where random numbers come from: a named generator, seeded by what is drawn, never by when.
//! Any thread may take any block, and the same block is the same numbers.
//!
//! Source: Blackman, D., & Vigna, S. (2021). Scrambled linear pseudorandom number generators. ACM
//! Transactions on Mathematical Software, 47(4).

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// How many draws a block holds; each block seeds its own generators.
pub const BLOCK: u64 = 4096;

/// The generator of one lane of one block: its state is a hash of all three numbers.
pub fn seeded(seed: u64, block: u64, lane: u64) -> Xoshiro256PlusPlus {
    let mut bytes = [0; 32];
    for (chunk, word) in bytes.chunks_exact_mut(8).zip(state(seed, block, lane)) {
        chunk.copy_from_slice(&word.to_le_bytes());
    }
    Xoshiro256PlusPlus::from_seed(bytes)
}

/// A number in [0, 1), a multiple of 2⁻⁴⁰.
///
/// So coarse on purpose: differences are exact, and 4096 of them add up without rounding, in any
/// order. Read from the high bits, which are the better ones.
pub fn uniform(word: u64) -> f64 {
    // The mantissa of a number in [1, 2), its lowest 12 bits cleared.
    f64::from_bits(((word >> 12) & !0xFFF) | 0x3FF0_0000_0000_0000) - 1.0
}

/// A number in (0, 1) with 52 bits, never an end.
pub fn fine_uniform(generator: &mut Xoshiro256PlusPlus) -> f64 {
    ((generator.next_u64() >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
}

/// The state of [`seeded`], for the generator that runs several lanes side by side.
pub(crate) fn state(seed: u64, block: u64, lane: u64) -> [u64; 4] {
    let mut hash = mix(mix(mix(seed) ^ block) ^ lane);
    let mut next = || {
        hash = hash.wrapping_add(0x9E37_79B9_7F4A_7C15);
        finish(hash)
    };
    [next(), next(), next(), next()]
}

fn mix(word: u64) -> u64 {
    finish(word.wrapping_add(0x9E37_79B9_7F4A_7C15))
}

/// The finaliser of splitmix64: Steele, G. L., Lea, D., & Flood, C. H. (2014). Fast splittable
/// pseudorandom number generators. OOPSLA.
fn finish(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}
