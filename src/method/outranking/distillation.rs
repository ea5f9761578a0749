//! Distils a table of credibilities into classes, best first or worst first.
//! ELECTRE III does it both ways and puts the two rankings together.
//!
//! Source: Roy, B. (1978). ELECTRE III. Cahiers du CERO, 20(1), 3–24; the procedure in the wording
//! of Roy, B., & Bouyssou, D. (1993). Aide multicritère à la décision. Economica.

use crate::method::matrix::Matrix;

/// Credibilities nearer than this are the same: they are sums of decimals.
const SAME: f64 = 1e-9;

/// Which end is taken out first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Those that outrank the most and are outranked by the fewest.
    Best,
    /// The opposite.
    Worst,
}

/// s(λ) = α + β·λ: how far two credibilities must lie apart for the difference to count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Discrimination {
    /// α.
    pub alpha: f64,
    /// β.
    pub beta: f64,
}

impl Discrimination {
    /// s(λ).
    pub fn at(self, credibility: f64) -> f64 {
        self.alpha + self.beta * credibility
    }
}

/// A table of credibilities ready to be distilled; both tables hold a column for each first vendor.
pub struct Distillation<'a> {
    credibilities: &'a Matrix,
    /// The credibility where it clearly exceeds that of the opposite; −1 elsewhere. The first beats
    /// the second at any cut below it.
    advantages: Matrix,
    discrimination: Discrimination,
}

impl<'a> Distillation<'a> {
    /// Of a table whose cell (b, a) is the credibility of a over b.
    pub fn new(credibilities: &'a Matrix, discrimination: Discrimination) -> Self {
        let vendors = credibilities.rows();
        let advantages = Matrix::from_fn(vendors, vendors, |second, first| {
            let credibility = credibilities.get(second, first);
            let opposite = credibilities.get(first, second);
            let clear = credibility > opposite + discrimination.at(credibility) + SAME;
            if clear { credibility } else { -1.0 }
        });
        Self { credibilities, advantages, discrimination }
    }

    /// Classes in the order they are taken out, each in rising order.
    pub fn classes(&self, end: End) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..self.credibilities.rows()).collect();
        let mut classes = Vec::new();
        while !left.is_empty() {
            let class = self.class(&left, end);
            left.retain(|vendor| class.binary_search(vendor).is_err());
            classes.push(class);
        }
        classes
    }

    /// The next class: lowers the cut step by step among those still level with each other.
    fn class(&self, left: &[usize], end: End) -> Vec<usize> {
        let mut level = left.to_vec();
        let mut cut = self.highest_below(&level, f64::INFINITY);
        while level.len() > 1 && cut > SAME {
            cut = self.highest_below(&level, cut - self.discrimination.at(cut) - SAME);
            let qualifications = self.qualifications(&level, cut);
            let merit = |qualification: i64| match end {
                End::Best => qualification,
                End::Worst => -qualification,
            };
            let best = qualifications.iter().map(|&qualification| merit(qualification)).max();
            let mut kept =
                qualifications.iter().map(|&qualification| Some(merit(qualification)) == best);
            level.retain(|_| kept.next() == Some(true));
        }
        level
    }

    /// The highest credibility between two members below a bound; 0 where there is none.
    fn highest_below(&self, members: &[usize], bound: f64) -> f64 {
        let mut highest = 0.0;
        for &first in members {
            let credibilities = self.credibilities.column(first);
            for &second in members {
                let credibility = credibilities[second];
                if credibility > highest && credibility < bound && first != second {
                    highest = credibility;
                }
            }
        }
        highest
    }

    /// For each member how many it beats less how many beat it.
    fn qualifications(&self, members: &[usize], cut: f64) -> Vec<i64> {
        let mut qualifications = vec![0; members.len()];
        for (place, &first) in members.iter().enumerate() {
            let advantages = self.advantages.column(first);
            for (other, &second) in members.iter().enumerate() {
                let beaten = i64::from(advantages[second] > cut + SAME);
                qualifications[place] += beaten;
                qualifications[other] -= beaten;
            }
        }
        qualifications
    }
}
