//! Sorting networks: a fixed list of exchanges that sorts anything of one length.
//! Without branches, so many draws are sorted at once.
//!
//! Source: Batcher, K. E. (1968). Sorting networks and their applications. AFIPS; as Algorithm M of
//! Knuth, The Art of Computer Programming 3, 5.2.2.

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

/// Sorts across rows: afterwards, at every position, rows rise. Rows are `length` long, one after
/// another; long rows are what compilers turn into whole-vector minima and maxima.
#[inline(always)]
pub fn sort_across<T: Copy + PartialOrd>(
    rows: &mut [T],
    length: usize,
    exchanges: &[(usize, usize)],
) {
    for &(i, j) in exchanges {
        let (upto, from) = rows.split_at_mut(j * length);
        let low = &mut upto[i * length..(i + 1) * length];
        for (low, high) in low.iter_mut().zip(&mut from[..length]) {
            let (a, b) = (*low, *high);
            *low = if a < b { a } else { b };
            *high = if a > b { a } else { b };
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
