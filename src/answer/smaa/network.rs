//! Sorting networks: a fixed list of exchanges that sorts anything of one length.
//! Without branches, so several lanes are sorted at once.
//!
//! Source: Batcher, K. E. (1968). Sorting networks and their applications. AFIPS; as Algorithm M of
//! Knuth, The Art of Computer Programming 3, 5.2.2.

use crate::answer::smaa::lanes::{LANES, Lane};

/// The exchanges (i, j), i < j, that bring `length` items into rising order.
pub fn exchanges(length: usize) -> Vec<(usize, usize)> {
    let mut exchanges = Vec::new();
    if length < 2 {
        return exchanges;
    }
    let top = length.next_power_of_two() / 2;
    let mut p = top;
    while p > 0 {
        let (mut q, mut r, mut d) = (top, 0, p);
        loop {
            for i in 0..length - d {
                if i & p == r {
                    exchanges.push((i, i + d));
                }
            }
            if q == p {
                break;
            }
            d = q - p;
            q /= 2;
            r = p;
        }
        p /= 2;
    }
    exchanges
}

/// Sorts every lane into rising order.
#[inline(always)]
pub fn sort(items: &mut [Lane<f64>], exchanges: &[(usize, usize)]) {
    for &(i, j) in exchanges {
        let (a, b) = (items[i], items[j]);
        for lane in 0..LANES {
            items[i][lane] = if a[lane] < b[lane] { a[lane] } else { b[lane] };
            items[j][lane] = if a[lane] < b[lane] { b[lane] } else { a[lane] };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::exchanges;

    #[test]
    fn every_sequence_of_zeros_and_ones_is_sorted() {
        // The zero–one principle: then it sorts everything.
        for length in 0..=12_usize {
            let exchanges = exchanges(length);
            for mask in 0..1_u32 << length {
                let mut bits: Vec<u32> = (0..length).map(|i| mask >> i & 1).collect();
                for &(i, j) in &exchanges {
                    if bits[i] > bits[j] {
                        bits.swap(i, j);
                    }
                }
                assert!(bits.is_sorted(), "{length} {mask:b}");
            }
        }
    }
}
