//! One draw's ranks counted the plain way: sort, and let the tied share the best rank.
//! The oracle of the fast path, and the path beyond its size.

use crate::answer::smaa::tallies::{Pairs, ShareSums, Tallies};

/// Counts one draw: `scores` more is better, `order` is scratch of any content.
pub fn count(
    tallies: &mut Tallies,
    sums: &mut ShareSums,
    order: &mut Vec<usize>,
    scores: &[f64],
    shares: &[f64],
    pairs: Pairs,
) {
    let vendors = scores.len();
    order.clear();
    order.extend(0..vendors);
    order.sort_unstable_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    tallies.draws += 1;
    let mut rank = 0;
    for place in 0..vendors {
        let vendor = order[place];
        if place > 0 && scores[vendor] < scores[order[place - 1]] {
            rank = place;
        }
        tallies.ranks[vendor * vendors + rank] += 1;
        if rank == 0 {
            sums.add(vendor, shares.iter().copied());
        }
        if pairs == Pairs::Counted {
            for &ahead in &order[..rank] {
                tallies.wins[ahead * vendors + vendor] += 1;
            }
        }
    }
}
