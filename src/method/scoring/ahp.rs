//! AHP: pairwise priorities of the vendors on each criterion, put together by the criteria's weights.
//! The priorities come with the method, since only comparisons give them; `decide` fills them in.

use crate::method::matrix::Matrix;
use crate::method::outcome::{Figures, Outcome, Refusal, Unit};
use crate::method::problem::Problem;
use crate::method::scoring::scored::{Scored, undefined};

/// Σ_j w_j p_ij with the priorities of each criterion adding up to 1 (distributive), or each divided
/// by the criterion's largest and the sums by their total (ideal); scores add up to 1 in both modes.
///
/// A copy of a vendor halves its priorities in the distributive mode, which may reverse others; in
/// the ideal mode, a vendor that is best nowhere moves nobody.
///
/// Source: Saaty, T. L. (1980). The Analytic Hierarchy Process. Ideal mode: Millet, I., & Saaty,
/// T. L. (2000). On the relativity of relative measures. European Journal of Operational Research,
/// 121(1), 205–212.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ahp {
    /// How the priorities of a criterion are scaled.
    pub mode: Mode,
    /// For each column the vendors' priorities; an empty list where they were not compared.
    pub local: Vec<Local>,
}

/// Priorities of the vendors of a field on one criterion.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Local {
    /// One for each row, above 0, adding up to 1.
    pub priorities: Vec<f64>,
    /// Consistency ratio of the comparisons.
    pub consistency: f64,
}

/// How the priorities of a criterion are scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// They add up to 1.
    #[default]
    Distributive,
    /// The largest is 1.
    Ideal,
}

impl Ahp {
    /// Scores the field; detail `consistency-ratio`, one for each criterion.
    ///
    /// # Errors
    /// A criterion with weight on which the vendors were not compared.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let rows = problem.vendors();
        let mut cells = Matrix::zeros(rows, problem.criteria());
        for (column, axis) in problem.axes.iter().enumerate().filter(|(_, axis)| axis.share > 0.0) {
            let local = self.local.get(column).filter(|local| local.priorities.len() == rows);
            let Some(local) = local else {
                return Err(Refusal::Lacks { criterion: column, what: COMPARISONS });
            };
            let largest = local.priorities.iter().copied().fold(0.0, f64::max);
            let whole = match self.mode {
                Mode::Distributive => 1.0,
                Mode::Ideal => largest,
            };
            for (cell, priority) in cells.column_mut(column).iter_mut().zip(&local.priorities) {
                *cell = axis.share * (priority / whole);
            }
        }
        let mut sums = vec![0.0; rows];
        for column in 0..cells.columns() {
            for (sum, cell) in sums.iter_mut().zip(cells.column(column)) {
                *sum += cell;
            }
        }
        let total: f64 = sums.iter().sum();
        if total <= 0.0 {
            return Err(undefined("no criterion has a weight"));
        }
        let parts =
            Matrix::from_fn(rows, cells.columns(), |row, column| cells.get(row, column) / total);
        let ratios = (0..problem.criteria())
            .map(|column| self.local.get(column).map_or(0.0, |local| local.consistency));
        Scored::higher(sums.iter().map(|sum| sum / total).collect())
            .split(parts, Unit::Score)
            .detail("consistency-ratio", Figures::PerCriterion(ratios.collect()))
            .outcome()
    }
}

/// What a criterion lacks that nobody compared on, in the words of the file format.
pub const COMPARISONS: &str = "comparisons of all vendors in the field (`compare`)";

#[cfg(test)]
mod tests {
    use super::{Ahp, Local, Mode};
    use crate::method::matrix::Matrix;
    use crate::method::problem::{Axis, Direction, Preference, Problem, Thresholds};

    fn scores(mode: Mode, ratios: &[Vec<f64>]) -> Vec<f64> {
        let rows = ratios[0].len();
        let axis = Axis {
            share: 1.0 / 3.0,
            direction: Direction::Maximize,
            scale: None,
            target: None,
            preference: Preference::Usual,
            thresholds: Thresholds::default(),
        };
        let problem = Problem {
            ratings: Matrix::zeros(rows, 3),
            values: Matrix::zeros(rows, 3),
            axes: vec![axis; 3],
        };
        let local = ratios
            .iter()
            .map(|column| {
                let sum: f64 = column.iter().sum();
                let priorities = column.iter().map(|ratio| ratio / sum).collect();
                Local { priorities, consistency: 0.0 }
            })
            .collect();
        Ahp { mode, local }.solve(&problem).unwrap().scores.unwrap()
    }

    /// Belton, V., & Gear, T. (1983). On a short-coming of Saaty's method of analytic hierarchies.
    /// Omega, 11(3), 228–230: A, B, C on three equal criteria, then D, a copy of B.
    #[test]
    fn a_copy_reverses_the_distributive_mode_and_not_the_ideal_one() {
        let three = [vec![1.0, 9.0, 1.0], vec![9.0, 1.0, 1.0], vec![8.0, 9.0, 1.0]];
        let four = three.clone().map(|column| [column.clone(), vec![column[1]]].concat());
        let is_printed = |found: Vec<f64>, printed: &[f64]| {
            found.iter().zip(printed).all(|(found, printed)| (found - printed).abs() < 0.006)
        };
        let found = scores(Mode::Distributive, &three);
        assert!(is_printed(found, &[0.45, 0.47, 0.08]));
        let found = scores(Mode::Distributive, &four);
        assert!(is_printed(found, &[0.37, 0.29, 0.06, 0.29]));
        let (before, after) = (scores(Mode::Ideal, &three), scores(Mode::Ideal, &four));
        assert!(before[1] > before[0] && after[1] > after[0]);
        assert!((before[0] / before[1] - after[0] / after[1]).abs() < 1e-12);
        assert!((after.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
