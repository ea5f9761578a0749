//! A small linear program over variables that are never negative.
//! Used by the best-worst method and MACBETH, whose models have a handful of variables.

use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, microlp, variable};

/// Σ coefficient · variable ≤ bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Variable and coefficient.
    pub terms: Vec<(usize, f64)>,
    /// Right-hand side.
    pub bound: f64,
}

/// Rows over `variables` variables, each ≥ 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    variables: usize,
    rows: Vec<Row>,
}

impl Program {
    /// A program without rows.
    pub fn new(variables: usize) -> Self {
        Self { variables, rows: Vec::new() }
    }

    /// Adds Σ terms ≤ bound.
    pub fn at_most(&mut self, terms: &[(usize, f64)], bound: f64) {
        self.rows.push(Row { terms: terms.to_vec(), bound });
    }

    /// Adds Σ terms ≥ bound.
    pub fn at_least(&mut self, terms: &[(usize, f64)], bound: f64) {
        let turned = terms.iter().map(|&(index, coefficient)| (index, -coefficient)).collect();
        self.rows.push(Row { terms: turned, bound: -bound });
    }

    /// Adds Σ terms = bound.
    pub fn exactly(&mut self, terms: &[(usize, f64)], bound: f64) {
        self.at_most(terms, bound);
        self.at_least(terms, bound);
    }

    /// A point with the least Σ terms, or `None` where there is none.
    pub fn minimise(&self, terms: &[(usize, f64)]) -> Option<Vec<f64>> {
        let mut problem = ProblemVariables::new();
        let variables: Vec<Variable> =
            (0..self.variables).map(|_| problem.add(variable().min(0.0))).collect();
        let mut model = problem.minimise(sum(terms, &variables)).using(microlp);
        for row in &self.rows {
            model.add_constraint(sum(&row.terms, &variables).leq(row.bound));
        }
        let solution = model.solve().ok()?;
        // A solver may stop a rounding error below the bound.
        let point: Vec<f64> =
            variables.iter().map(|&index| solution.value(index).max(0.0)).collect();
        point.iter().all(|coordinate| coordinate.is_finite()).then_some(point)
    }

    /// A point with the largest Σ terms, or `None` where there is none.
    pub fn maximise(&self, terms: &[(usize, f64)]) -> Option<Vec<f64>> {
        let turned: Vec<_> =
            terms.iter().map(|&(index, coefficient)| (index, -coefficient)).collect();
        self.minimise(&turned)
    }
}

fn sum(terms: &[(usize, f64)], variables: &[Variable]) -> Expression {
    let mut expression = Expression::with_capacity(terms.len());
    for &(index, coefficient) in terms {
        expression.add_mul(coefficient, variables[index]);
    }
    expression
}

#[cfg(test)]
mod tests {
    use super::Program;

    #[test]
    fn the_corner_is_found_and_a_clash_is_told() {
        let mut program = Program::new(2);
        program.at_most(&[(0, 1.0), (1, 2.0)], 4.0);
        program.at_most(&[(0, 3.0), (1, 1.0)], 6.0);
        let best = program.maximise(&[(0, 1.0), (1, 1.0)]).unwrap();
        assert!((best[0] - 1.6).abs() < 1e-12 && (best[1] - 1.2).abs() < 1e-12);
        program.at_least(&[(0, 1.0)], 3.0);
        assert_eq!(program.minimise(&[(0, 1.0)]), None);
    }
}
