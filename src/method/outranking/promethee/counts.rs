//! How many of a sorted column lie more than a threshold below each place, and how many no more than
//! that above it. Pointers that only move forward, each step a choice and not a branch.

/// The counts of one threshold.
#[derive(Default)]
pub struct Counts {
    /// For each place, how many ratings lie more than the threshold below it.
    pub below: Vec<u32>,
    /// For each place, how many ratings have it as the first they do not leave behind; summed up to
    /// a place, how many lie no more than the threshold above it, or below it.
    pub first: Vec<u32>,
}

/// A stretch of places, and how far their count has come.
#[derive(Clone, Copy)]
struct Stretch {
    place: usize,
    end: usize,
    passed: usize,
}

/// Counts of N thresholds ≥ 0 over rising ratings, fewer than 2³² of them.
///
/// Each threshold's places are cut into two stretches that are walked side by side, since a step
/// waits for the one before it in its own stretch only.
pub fn count<const N: usize>(values: &[f64], thresholds: [f64; N], counts: [&mut Counts; N]) {
    let middle = values.len() / 2;
    let mut stretches = thresholds.map(|threshold| {
        let passed = values.get(middle).map_or(0, |&value| {
            values[..middle].partition_point(|&other| value - other > threshold)
        });
        [
            Stretch { place: 0, end: middle, passed: 0 },
            Stretch { place: middle, end: values.len(), passed },
        ]
    });
    let mut below = counts.map(|counts| {
        counts.below.clear();
        counts.below.resize(values.len(), 0);
        counts
    });
    while stretches.iter().flatten().all(Stretch::is_under_way) {
        for ((stretches, threshold), counts) in stretches.iter_mut().zip(thresholds).zip(&mut below)
        {
            for stretch in stretches {
                stretch.step(values, threshold, &mut counts.below);
            }
        }
    }
    for ((stretches, threshold), counts) in stretches.iter_mut().zip(thresholds).zip(below) {
        for stretch in stretches {
            while stretch.is_under_way() {
                stretch.step(values, threshold, &mut counts.below);
            }
        }
        counts.first.clear();
        counts.first.resize(values.len(), 0);
        for &below in &counts.below {
            counts.first[below as usize] += 1;
        }
    }
}

impl Stretch {
    fn is_under_way(&self) -> bool {
        self.place < self.end
    }

    /// Passes one more rating, or settles the count of one more place.
    ///
    /// Invariant: rounded differences fall as the subtrahend rises, so a count never turns back; and
    /// a place is not more than a threshold above itself, so `passed` never overtakes `place`.
    #[inline(always)]
    fn step(&mut self, values: &[f64], threshold: f64, below: &mut [u32]) {
        below[self.place] = self.passed as u32;
        let is_beyond = values[self.place] - values[self.passed] > threshold;
        self.passed += usize::from(is_beyond);
        self.place += usize::from(!is_beyond);
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, count};

    #[test]
    fn counts_are_those_of_every_pair() {
        let values = [0.0, 0.1, 0.1, 0.3, 0.35, 0.9, 0.9, 1.0, 1.5];
        for length in 0..=values.len() {
            let values = &values[..length];
            let (mut near, mut far) = (Counts::default(), Counts::default());
            count(values, [0.0, 0.25], [&mut near, &mut far]);
            for (counts, threshold) in [(near, 0.0), (far, 0.25)] {
                let mut within = 0;
                for (place, value) in values.iter().enumerate() {
                    within += counts.first[place] as usize;
                    let below = values.iter().filter(|&other| value - other > threshold).count();
                    let above = values.iter().filter(|&other| other - value > threshold).count();
                    assert_eq!(counts.below[place] as usize, below);
                    assert_eq!(length - within, above);
                }
            }
        }
    }
}
