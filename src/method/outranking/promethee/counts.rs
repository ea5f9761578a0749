//! How many of a sorted column lie more than a threshold below each place, and how many no more than
//! that above it. Pointers that only move forward, each step a choice and not a branch.

/// The counts of one threshold.
#[derive(Default)]
pub struct Counts {
    /// For each place, how many ratings lie more than the threshold below it.
    pub below: Vec<u32>,
    /// For each place, how many ratings lie no more than the threshold above it, or below it.
    pub within: Vec<u32>,
}

/// Stretches that a walk is cut into. They are walked side by side, since a step waits for the one
/// before it in its own stretch only.
const STRETCHES: usize = 4;

/// Where a walk stands: the place whose count is sought, and how many ratings it has passed.
#[derive(Clone, Copy, Default)]
struct Walk {
    place: usize,
    passed: usize,
}

/// Counts of N thresholds ≥ 0 over rising ratings, fewer than 2³² of them.
///
/// A walk takes a step for each place and one for each rating that the last place has passed.
pub fn count<const N: usize>(values: &[f64], thresholds: [f64; N], counts: [&mut Counts; N]) {
    let Some(&last) = values.last() else { return };
    let mut walks = [[Walk::default(); STRETCHES]; N];
    let mut steps = [0; N];
    for ((walks, steps), threshold) in walks.iter_mut().zip(&mut steps).zip(thresholds) {
        *steps = values.len() + values.partition_point(|other| last - other > threshold);
        for (idx, walk) in walks.iter_mut().enumerate() {
            *walk = Walk::after(idx * *steps / STRETCHES, values, threshold);
        }
    }
    let starts = walks;
    let mut room = counts.map(|Counts { below, within }| {
        below.resize(values.len(), 0);
        within.resize(values.len(), 0);
        [below.as_mut_slice(), within.as_mut_slice()]
    });
    for _ in 0..steps.iter().fold(usize::MAX, |least, &steps| least.min(steps)) / STRETCHES {
        for ((walks, threshold), room) in walks.iter_mut().zip(thresholds).zip(&mut room) {
            for walk in walks {
                walk.step(values, threshold, room);
            }
        }
    }
    for (idx, room) in room.iter_mut().enumerate() {
        let threshold = thresholds[idx];
        for (stretch, walk) in walks[idx].iter_mut().enumerate() {
            while walk.place + walk.passed < (stretch + 1) * steps[idx] / STRETCHES {
                walk.step(values, threshold, room);
            }
        }
        let [below, within] = room;
        // Where a stretch ends it overwrites what the next one began with.
        for Walk { place, passed } in starts[idx] {
            let is_below = |&other: &f64| values[place] - other > threshold;
            let is_above = |&other: &f64| other - values[passed] > threshold;
            below[place] = values.partition_point(is_below) as u32;
            within[passed] = values.partition_point(|other| !is_above(other)) as u32;
        }
        within[walks[idx][STRETCHES - 1].passed..].fill(values.len() as u32);
    }
}

impl Walk {
    /// The walk after so many steps.
    fn after(steps: usize, values: &[f64], threshold: f64) -> Self {
        // Places are settled in rising order, and so are ratings passed: of a place and a rating that
        // would take the last of these steps together, the place comes first unless it is beyond.
        let (mut low, mut high) = (0, steps.min(values.len()));
        while low < high {
            let place = low + (high - low) / 2;
            let rating = values.get(steps - 1 - place);
            if rating.is_some_and(|rating| values[place] - rating > threshold) {
                high = place;
            } else {
                low = place + 1;
            }
        }
        Self { place: low, passed: steps - low }
    }

    /// Passes one more rating, or settles the count of one more place.
    ///
    /// Invariant: rounded differences fall as the subtrahend rises, so a count never turns back; and
    /// a place is not more than a threshold above itself, so `passed` never overtakes `place`.
    /// Places before the one at which a rating is passed are all within the threshold of it.
    #[inline(always)]
    fn step(&mut self, values: &[f64], threshold: f64, [below, within]: &mut [&mut [u32]; 2]) {
        below[self.place] = self.passed as u32;
        within[self.passed] = self.place as u32;
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
        let mut values: Vec<f64> = (0..60).map(|idx| f64::from(idx * idx % 37) * 0.05).collect();
        values.sort_by(f64::total_cmp);
        for length in 0..=values.len() {
            let values = &values[..length];
            let (mut near, mut far) = (Counts::default(), Counts::default());
            count(values, [0.0, 0.25], [&mut near, &mut far]);
            for (counts, threshold) in [(near, 0.0), (far, 0.25)] {
                for (place, value) in values.iter().enumerate() {
                    let below = values.iter().filter(|&other| value - other > threshold).count();
                    let above = values.iter().filter(|&other| other - value > threshold).count();
                    assert_eq!(counts.below[place] as usize, below);
                    assert_eq!(length - counts.within[place] as usize, above);
                }
            }
        }
    }
}
