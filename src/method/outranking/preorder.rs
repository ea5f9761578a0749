//! A ranking into classes found twice, from the top and from the bottom, and what both say
//! together. ELECTRE II and III end in two of these.

use crate::method::outcome::{Detail, Figures, Relation};

/// Two rankings into classes, 1 = best, numbered without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preorders {
    /// Class of each vendor when the best are taken out first.
    pub descending: Vec<usize>,
    /// Class of each vendor when the worst are taken out first.
    pub ascending: Vec<usize>,
}

impl Preorders {
    /// Puts together classes listed best first and classes listed worst first.
    pub fn new(vendors: usize, from_top: &[Vec<usize>], from_bottom: &[Vec<usize>]) -> Self {
        let mut preorders = Self { descending: vec![0; vendors], ascending: vec![0; vendors] };
        for (place, class) in from_top.iter().enumerate() {
            for &vendor in class {
                preorders.descending[vendor] = place + 1;
            }
        }
        for (place, class) in from_bottom.iter().rev().enumerate() {
            for &vendor in class {
                preorders.ascending[vendor] = place + 1;
            }
        }
        preorders
    }

    /// Mean of the two class numbers of each vendor; lower is better.
    pub fn means(&self) -> Vec<f64> {
        let pairs = self.descending.iter().zip(&self.ascending);
        pairs.map(|(&descending, &ascending)| (descending + ascending) as f64 / 2.0).collect()
    }

    /// Minus the mean class number of each vendor: higher is better.
    pub fn merits(&self) -> Vec<f64> {
        self.means().into_iter().map(|mean| -mean).collect()
    }

    /// Both rankings and their intersection, as methods report them.
    pub fn into_details(self) -> Vec<Detail> {
        let relations = Figures::Relations(self.relations());
        let per_vendor = |classes: Vec<usize>| {
            Figures::PerVendor(classes.into_iter().map(|class| class as f64).collect())
        };
        vec![
            Detail { name: "descending", figures: per_vendor(self.descending) },
            Detail { name: "ascending", figures: per_vendor(self.ascending) },
            Detail { name: "relations", figures: relations },
        ]
    }

    /// Their intersection: preferred where neither ranking objects, incomparable where they
    /// contradict each other.
    pub fn relations(&self) -> Vec<Vec<Relation>> {
        let relation = |first: usize, second: usize| {
            let down = self.descending[first].cmp(&self.descending[second]);
            let up = self.ascending[first].cmp(&self.ascending[second]);
            match (down.is_lt() || up.is_lt(), down.is_gt() || up.is_gt()) {
                (true, false) => Relation::Preferred,
                (false, true) => Relation::Worse,
                (false, false) => Relation::Indifferent,
                (true, true) => Relation::Incomparable,
            }
        };
        let vendors = self.descending.len();
        (0..vendors)
            .map(|first| (0..vendors).map(|second| relation(first, second)).collect())
            .collect()
    }
}
