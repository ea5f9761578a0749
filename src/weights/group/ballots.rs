//! Rankings of several people, and how many put each vendor before each other.
//! The table that Borda, Copeland and Kemeny read.

use crate::weights::fault::{Fault, Part, Place};
use crate::weights::group::mean::people_shares;

/// `tally.before(a, b)`: the weight of the ballots that rank a before b; ties count for neither.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    before: Vec<Vec<f64>>,
    total: f64,
}

impl Tally {
    /// Counts ballots: one row for each person, one rank for each vendor, the smaller the better,
    /// equal ranks tied; each ballot counts `amounts` times.
    ///
    /// # Errors
    /// Ballots of different lengths, ranks that are not finite, amounts that are negative or all 0.
    pub fn count(ballots: &[Vec<f64>], amounts: &[f64]) -> Result<Self, Vec<Fault>> {
        let vendors = ballots.first().map_or(0, Vec::len);
        if vendors == 0 {
            return Err(vec![Fault::Empty]);
        }
        people_shares(ballots.len(), amounts)?;
        let faults: Vec<Fault> = ballots
            .iter()
            .enumerate()
            .filter_map(|(entry, ballot)| check(entry, ballot, vendors))
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut before = vec![vec![0.0; vendors]; vendors];
        for (ballot, amount) in ballots.iter().zip(amounts) {
            for first in 0..vendors {
                for second in 0..vendors {
                    if ballot[first] < ballot[second] {
                        before[first][second] += amount;
                    }
                }
            }
        }
        Ok(Self { before, total: amounts.iter().sum() })
    }

    /// How many vendors.
    pub fn vendors(&self) -> usize {
        self.before.len()
    }

    /// The weight of all ballots.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// The weight of the ballots that rank `first` before `second`.
    pub fn before(&self, first: usize, second: usize) -> f64 {
        self.before[first][second]
    }

    /// Differences of weights below this are rounding.
    pub fn tolerance(&self) -> f64 {
        self.total * 1e-9
    }

    /// Whether more ballots rank `first` before `second` than the other way.
    pub fn is_majority(&self, first: usize, second: usize) -> bool {
        self.before(first, second) - self.before(second, first) > self.tolerance()
    }
}

fn check(entry: usize, ballot: &[f64], expected: usize) -> Option<Fault> {
    if ballot.len() != expected {
        return Some(Fault::Length { part: Part::People, expected, found: ballot.len() });
    }
    let place = Place::new(Part::People, entry);
    let (low, high) = (f64::MIN, f64::MAX);
    let stated = ballot.iter().copied().find(|rank| !rank.is_finite())?;
    Some(Fault::OutOfRange { place, stated, low, high })
}
