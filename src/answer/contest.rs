//! Who is compared with whom: a table of values, shares, how many are chosen, when two tie.
//! Every answer that is exact in the weights starts from one of these.

use crate::method::matrix::Matrix;

/// How much more than the tie tolerance a computed change has to win by, in units of the score.
/// Far above the noise of a sum of shares times values, far below any tie tolerance in use.
pub const HAIR: f64 = 1e-12;

/// A field of vendors whose score is Σ share × value.
#[derive(Debug, Clone, Copy)]
pub struct Contest<'a> {
    /// Vendors × criteria, more is better; in [0, 1] wherever a function speaks of a scale.
    pub values: &'a Matrix,
    /// One for each criterion, ≥ 0, adding up to 1.
    pub shares: &'a [f64],
    /// How many vendors are chosen, ≥ 1.
    pub choose: usize,
    /// Scores this close are tied, ≥ 0: "ahead" means by more than this. Where the tolerance goes
    /// with the range of the scores, give its largest: what is stated then works for all.
    pub tie: f64,
}

impl Contest<'_> {
    /// How many vendors stand in the field.
    pub fn vendors(&self) -> usize {
        self.values.rows()
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.values.columns()
    }

    /// Everyone but one, in rising order.
    pub fn rivals(&self, vendor: usize) -> Vec<usize> {
        (0..self.vendors()).filter(|rival| *rival != vendor).collect()
    }

    /// Today's scores, one for each vendor.
    pub fn scores(&self) -> Vec<f64> {
        scores(self.values, self.shares)
    }

    /// u_aj − u_bj for each criterion.
    pub fn differences(&self, vendor: usize, rival: usize) -> Vec<f64> {
        (0..self.criteria())
            .map(|j| self.values.get(vendor, j) - self.values.get(rival, j))
            .collect()
    }

    /// Whether a vendor is safely chosen under these scores: fewer than `choose` rivals are
    /// ahead of it or tied with it.
    pub fn is_chosen(&self, vendor: usize, scores: &[f64]) -> bool {
        let unbeaten = (0..scores.len())
            .filter(|rival| *rival != vendor && scores[vendor] - scores[*rival] <= self.tie)
            .count();
        unbeaten < self.choose
    }

    /// Whether a vendor is safely chosen under other shares.
    pub fn is_chosen_under(&self, vendor: usize, shares: &[f64]) -> bool {
        self.is_chosen(vendor, &scores(self.values, shares))
    }

    /// The score a vendor has to exceed by more than the tie tolerance: the `choose`-th best once
    /// the vendor itself is taken out. `None` when there are too few rivals to keep it out.
    pub fn bar(&self, vendor: usize) -> Option<f64> {
        let scores = self.scores();
        let mut others: Vec<f64> = self.rivals(vendor).iter().map(|&rival| scores[rival]).collect();
        others.sort_by(|a, b| b.total_cmp(a));
        others.get(self.choose.checked_sub(1)?).copied()
    }
}

/// Σ_j share_j × value_aj for each vendor, criterion after criterion, so that the order of the
/// sum never depends on the number of vendors.
pub fn scores(values: &Matrix, shares: &[f64]) -> Vec<f64> {
    let mut scores = vec![0.0; values.rows()];
    for (criterion, share) in shares.iter().enumerate() {
        for (score, value) in scores.iter_mut().zip(values.column(criterion)) {
            *score += share * value;
        }
    }
    scores
}

/// Σ_j a_j b_j in the order given.
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}
