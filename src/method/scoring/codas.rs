//! CODAS: Euclidean distance from the worst, then taxicab distance where the first settles it.
//! Sums over pairs are taken from sorted distances, so the time is n log n.

use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::{Figures, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, refuse_outside};
use crate::method::statistics;
use crate::method::terms::Terms;

/// H_i = Σ_k (E_i − E_k) + ψ (T_i − T_k), ψ = 1 where |E_i − E_k| ≥ τ and 0 below; E and T the
/// Euclidean and taxicab distances of weighted ratio entries from the worst; higher is better.
///
/// Because the taxicab part comes in all at once at τ, and not for everyone, a vendor better on every
/// criterion can end below one it dominates.
///
/// Source: Keshavarz Ghorabaee, M., Zavadskas, E. K., Turskis, Z., & Antucheviciene, J. (2016). A
/// new combinative distance-based assessment (CODAS) method. Economic Computation and Economic
/// Cybernetics Studies and Research, 50(3), 25–44.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Codas {
    /// Distances closer than this count as equal, in [0, 1].
    pub tau: f64,
}

impl Default for Codas {
    fn default() -> Self {
        Self { tau: 0.02 }
    }
}

/// CODAS with the worst point and the field's distances held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenCodas {
    terms: Terms,
    worst: Vec<f64>,
    tau: f64,
    /// The field's Euclidean distances, rising.
    sorted: Vec<f64>,
    /// Sums of the first k taxicab distances in that order, k from 0 to n.
    prefixes: Vec<f64>,
    /// Sum of the field's Euclidean distances.
    total: f64,
}

/// E and T of each row.
struct Distances {
    euclidean: Vec<f64>,
    taxicab: Vec<f64>,
}

impl Codas {
    /// Scores the field; details `euclidean` and `taxicab`.
    ///
    /// # Errors
    /// What the ratio cannot take.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let distances = frozen.distances(&problem.ratings);
        Scored::higher(frozen.scores(&problem.ratings))
            .detail("euclidean", Figures::PerVendor(distances.euclidean))
            .detail("taxicab", Figures::PerVendor(distances.taxicab))
            .outcome()
    }

    /// Holds the worst point and the field's distances fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenCodas, Refusal> {
        refuse_outside("tau", self.tau, 0.0, 1.0)?;
        let terms = Terms::weighted(Normalise::Ratio, problem)?;
        Ok(FrozenCodas::over(self, terms, &problem.ratings))
    }
}

impl FrozenCodas {
    fn over(codas: &Codas, terms: Terms, field: &Matrix) -> Self {
        let entries = terms.cells(field);
        let worst = (0..entries.columns()).map(|column| statistics::low(entries.column(column)));
        let mut frozen = Self {
            worst: worst.collect(),
            terms,
            tau: codas.tau,
            sorted: Vec::new(),
            prefixes: vec![0.0],
            total: 0.0,
        };
        let Distances { euclidean, taxicab } = frozen.distances(field);
        let mut order: Vec<usize> = (0..euclidean.len()).collect();
        order.sort_by(|&a, &b| {
            euclidean[a].total_cmp(&euclidean[b]).then(taxicab[a].total_cmp(&taxicab[b]))
        });
        let mut sum = 0.0;
        for vendor in order {
            frozen.sorted.push(euclidean[vendor]);
            frozen.total += euclidean[vendor];
            sum += taxicab[vendor];
            frozen.prefixes.push(sum);
        }
        frozen
    }

    /// Assessment scores, one for each row against the field.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let Distances { euclidean, taxicab } = self.distances(rows);
        let field = self.sorted.len();
        let score = |(euclidean, taxicab): (f64, f64)| {
            // Two runs of the sorted field lie at least τ away: one below, one above. With τ = 0
            // they would meet, hence the maximum.
            let below = self.sorted.partition_point(|&other| euclidean - other >= self.tau);
            let above =
                self.sorted.partition_point(|&other| other - euclidean < self.tau).max(below);
            let far = (below + field - above) as f64;
            let others = self.prefixes[below] + (self.prefixes[field] - self.prefixes[above]);
            (field as f64 * euclidean - self.total) + (far * taxicab - others)
        };
        euclidean.into_iter().zip(taxicab).map(score).collect()
    }

    fn distances(&self, rows: &Matrix) -> Distances {
        let mut euclidean = vec![0.0; rows.rows()];
        let mut taxicab = euclidean.clone();
        for (column, term) in self.terms.0.iter().enumerate() {
            let worst = self.worst[column];
            let cells = rows.column(column);
            term.each(cells, &mut euclidean, |sum, entry| {
                *sum += (entry - worst) * (entry - worst);
            });
            term.each(cells, &mut taxicab, |sum, entry| *sum += (entry - worst).abs());
        }
        for distance in &mut euclidean {
            *distance = distance.sqrt();
        }
        Distances { euclidean, taxicab }
    }
}

#[cfg(test)]
mod tests {
    use super::{Codas, Distances, FrozenCodas};
    use crate::method::map::Map;
    use crate::method::matrix::Matrix;
    use crate::method::terms::{Term, Terms};

    /// The definition, pair by pair.
    fn by_pairs(Distances { euclidean, taxicab }: &Distances, tau: f64) -> Vec<f64> {
        let pair = |i: usize, k: usize| {
            let ahead = euclidean[i] - euclidean[k];
            ahead + if ahead.abs() >= tau { taxicab[i] - taxicab[k] } else { 0.0 }
        };
        (0..euclidean.len()).map(|i| (0..euclidean.len()).map(|k| pair(i, k)).sum()).collect()
    }

    #[test]
    fn sorted_sums_equal_the_double_loop() {
        let rows = Matrix::from_fn(40, 3, |row, column| ((row * 7 + column * 13) % 29) as f64);
        let term = Term { map: Map::Linear { origin: 0.0, span: 28.0 }, slope: 0.3, offset: 0.0 };
        for tau in [0.0, 0.02, 0.1, 1.0] {
            let terms = Terms(vec![term.clone(); 3]);
            let frozen = FrozenCodas::over(&Codas { tau }, terms, &rows);
            let wanted = by_pairs(&frozen.distances(&rows), tau);
            for (score, wanted) in frozen.scores(&rows).iter().zip(wanted) {
                assert!((score - wanted).abs() < 1e-9, "{score} is not {wanted} at {tau}");
            }
        }
    }
}
