//! Distils a table of credibilities into classes, best first.
//! ELECTRE III does it from both ends and puts the two rankings together.
//!
//! Source: Roy, B. (1978). ELECTRE III. Cahiers du CERO, 20(1), 3–24; the procedure in the wording
//! of Roy, B., & Bouyssou, D. (1993). Aide multicritère à la décision. Economica.

use crate::method::matrix::Matrix;

/// Credibilities nearer than this are the same: they are sums of decimals.
const SAME: f64 = 1e-9;

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
///
/// Best first. Taking the worst first is the same on the table turned round: there, to outrank is
/// to be outranked.
pub struct Distillation<'a> {
    credibilities: &'a Matrix,
    /// The credibility where it clearly exceeds that of the opposite; −1 elsewhere. The first beats
    /// the second at any cut below it.
    advantages: Matrix,
    discrimination: Discrimination,
}

/// The highest credibility of one vendor over those left, and over whom. What follows from it
/// stays true until that one leaves.
#[derive(Debug, Clone, Copy)]
struct Peak {
    height: f64,
    over: Option<usize>,
}

impl Peak {
    const UNKNOWN: Self = Self { height: 0.0, over: None };
}

impl<'a> Distillation<'a> {
    /// Of a table whose cell (b, a) is the credibility of a over b.
    pub fn new(credibilities: &'a Matrix, discrimination: Discrimination) -> Self {
        let vendors = credibilities.rows();
        let opposites = turned(credibilities);
        let mut advantages = Matrix::zeros(vendors, vendors);
        for first in 0..vendors {
            let pairs = credibilities.column(first).iter().zip(opposites.column(first));
            for (advantage, (&credibility, &opposite)) in
                advantages.column_mut(first).iter_mut().zip(pairs)
            {
                let clear = credibility > opposite + discrimination.at(credibility) + SAME;
                *advantage = if clear { credibility } else { -1.0 };
            }
        }
        Self { credibilities, advantages, discrimination }
    }

    /// Classes, best first, each in rising order.
    ///
    /// What is known of those left is kept from class to class, so that n classes do not cost n³.
    pub fn classes(&self) -> Vec<Vec<usize>> {
        let vendors = self.credibilities.rows();
        let mut left: Vec<usize> = (0..vendors).collect();
        let mut is_left = vec![true; vendors];
        let mut tops = vec![Peak::UNKNOWN; vendors];
        let mut lower_tops = vec![Peak::UNKNOWN; vendors];
        let (mut bound, mut cut) = (f64::NAN, f64::NAN);
        let mut qualifications = vec![0; vendors];
        let mut classes = Vec::new();
        while !left.is_empty() {
            let ceiling = self.highest(&left, &is_left, f64::INFINITY, &mut tops);
            let mut class = left.clone();
            if left.len() > 1 && ceiling > SAME {
                let next_bound = self.bound_below(ceiling);
                if next_bound != bound {
                    bound = next_bound;
                    lower_tops.fill(Peak::UNKNOWN);
                }
                let next_cut = self.highest(&left, &is_left, bound, &mut lower_tops);
                if next_cut != cut {
                    cut = next_cut;
                    self.qualify(&left, cut, &mut qualifications);
                }
                class = self.refine(best(&left, &qualifications), cut, &mut qualifications.clone());
            }
            for &vendor in &class {
                is_left[vendor] = false;
            }
            left.retain(|&vendor| is_left[vendor]);
            for &gone in &class {
                for &other in &left {
                    qualifications[other] += self.beats(gone, other, cut);
                    qualifications[other] -= self.beats(other, gone, cut);
                }
            }
            classes.push(class);
        }
        classes
    }

    /// Lowers the cut step by step among those that are still level with each other.
    fn refine(&self, level: Vec<usize>, cut: f64, qualifications: &mut [i64]) -> Vec<usize> {
        let (mut level, mut cut) = (level, cut);
        let everybody = vec![true; self.credibilities.rows()];
        while level.len() > 1 && cut > SAME {
            let mut tops = vec![Peak::UNKNOWN; self.credibilities.rows()];
            cut = self.highest(&level, &everybody, self.bound_below(cut), &mut tops);
            self.qualify(&level, cut, qualifications);
            level = best(&level, qualifications);
        }
        level
    }

    /// Credibilities below this are clearly lower than a cut.
    fn bound_below(&self, cut: f64) -> f64 {
        cut - self.discrimination.at(cut) - SAME
    }

    /// The highest credibility between two members below a bound; 0 where there is none. Peaks
    /// over those who are left stand; the others are found anew.
    fn highest(&self, members: &[usize], is_left: &[bool], bound: f64, peaks: &mut [Peak]) -> f64 {
        let mut highest = 0.0;
        for &first in members {
            let peak = &mut peaks[first];
            if !peak.over.is_some_and(|over| is_left[over]) {
                *peak = self.peak(first, members, bound);
            }
            if peak.height > highest {
                highest = peak.height;
            }
        }
        highest
    }

    fn peak(&self, first: usize, members: &[usize], bound: f64) -> Peak {
        let credibilities = self.credibilities.column(first);
        // A vendor without any stands over itself, which holds for as long as it is asked.
        let mut peak = Peak { height: 0.0, over: Some(first) };
        for &second in members {
            let credibility = credibilities[second];
            if credibility > peak.height && credibility < bound && first != second {
                peak = Peak { height: credibility, over: Some(second) };
            }
        }
        peak
    }

    /// For each member how many it beats less how many beat it.
    fn qualify(&self, members: &[usize], cut: f64, qualifications: &mut [i64]) {
        for &member in members {
            qualifications[member] = 0;
        }
        for &first in members {
            let advantages = self.advantages.column(first);
            for &second in members {
                let beats = i64::from(advantages[second] > cut + SAME);
                qualifications[first] += beats;
                qualifications[second] -= beats;
            }
        }
    }

    fn beats(&self, first: usize, second: usize, cut: f64) -> i64 {
        i64::from(self.advantages.get(second, first) > cut + SAME)
    }
}

/// The table with first and second vendors exchanged.
pub fn turned(credibilities: &Matrix) -> Matrix {
    const TILE: usize = 32;
    let vendors = credibilities.rows();
    let mut turned = Matrix::zeros(vendors, vendors);
    for start in (0..vendors).step_by(TILE) {
        for first in 0..vendors {
            let end = vendors.min(start + TILE);
            let cells = &credibilities.column(first)[start..end];
            for (second, &cell) in (start..end).zip(cells) {
                turned.set(first, second, cell);
            }
        }
    }
    turned
}

/// Members of the highest qualification.
fn best(members: &[usize], qualifications: &[i64]) -> Vec<usize> {
    let highest = members.iter().map(|&member| qualifications[member]).max();
    let is_best = |&member: &usize| Some(qualifications[member]) == highest;
    members.iter().copied().filter(is_best).collect()
}

#[cfg(test)]
mod tests {
    use super::{Discrimination, Distillation, SAME, turned};
    use crate::method::matrix::Matrix;
    use proptest::prelude::{Strategy, proptest};

    const USUAL: Discrimination = Discrimination { alpha: 0.3, beta: -0.15 };

    /// The definition, looking at every pair anew at every step; `sign` −1 takes the worst first.
    fn plain_classes(credibility: &Matrix, sign: i64) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..credibility.rows()).collect();
        let mut classes = Vec::new();
        while !left.is_empty() {
            let mut level = left.clone();
            let mut cut = highest_below(credibility, &level, f64::INFINITY);
            while level.len() > 1 && cut > SAME {
                cut = highest_below(credibility, &level, cut - USUAL.at(cut) - SAME);
                let beats = |a: usize, b: usize| {
                    let (over, under) = (credibility.get(b, a), credibility.get(a, b));
                    i64::from(over > cut + SAME && over > under + USUAL.at(over) + SAME)
                };
                let qualify = |&a: &usize| {
                    level.iter().map(|&b| sign * (beats(a, b) - beats(b, a))).sum::<i64>()
                };
                let highest = level.iter().map(qualify).max();
                level = level.iter().copied().filter(|a| Some(qualify(a)) == highest).collect();
            }
            left.retain(|vendor| !level.contains(vendor));
            classes.push(level);
        }
        classes
    }

    fn highest_below(credibility: &Matrix, members: &[usize], bound: f64) -> f64 {
        let pairs = members.iter().flat_map(|&a| members.iter().map(move |&b| (a, b)));
        pairs
            .filter(|(a, b)| a != b)
            .map(|(a, b)| credibility.get(b, a))
            .filter(|&cell| cell < bound)
            .fold(0.0, f64::max)
    }

    fn table() -> impl Strategy<Value = Matrix> {
        (1..14_usize).prop_flat_map(|vendors| {
            proptest::collection::vec(0..=20_u8, vendors * vendors).prop_map(move |cells| {
                Matrix::from_fn(vendors, vendors, |second, first| {
                    let cell = f64::from(cells[second * vendors + first]) / 20.0;
                    if first == second { 1.0 } else { cell }
                })
            })
        })
    }

    proptest! {
        #[test]
        fn what_is_kept_between_classes_changes_none(table in table()) {
            let distilled = Distillation::new(&table, USUAL).classes();
            assert_eq!(distilled, plain_classes(&table, 1));
            let opposite = turned(&table);
            let distilled = Distillation::new(&opposite, USUAL).classes();
            assert_eq!(distilled, plain_classes(&table, -1));
        }
    }
}
