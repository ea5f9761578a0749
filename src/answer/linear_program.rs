//! Small linear programs over bounded variables, as plain vectors.
//! The only place that knows the solver; every caller re-checks what comes back.

use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, microlp,
    variable,
};

/// The points x with coefficients · x ≥ bound (or = bound where a program says so).
#[derive(Debug, Clone, PartialEq)]
pub struct HalfSpace {
    /// One for each variable.
    pub coefficients: Vec<f64>,
    /// Right-hand side.
    pub bound: f64,
}

/// Minimise objective · x over lower ≤ x ≤ upper, `at_least` rows and `equal` rows.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearProgram {
    /// One for each variable.
    pub objective: Vec<f64>,
    /// Smallest admissible value of each variable; may be −∞.
    pub lower: Vec<f64>,
    /// Largest admissible value of each variable; may be +∞.
    pub upper: Vec<f64>,
    /// coefficients · x ≥ bound.
    pub at_least: Vec<HalfSpace>,
    /// coefficients · x = bound.
    pub equal: Vec<HalfSpace>,
}

/// Why a program has no optimum to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoOptimum {
    /// No point satisfies all rows.
    Infeasible,
    /// The objective falls for ever.
    Unbounded,
    /// The solver gave up.
    Unsolved,
}

/// A point that minimises the program.
///
/// Feasible to about 1e-9 only: callers clamp what they need and evaluate it themselves.
///
/// # Errors
/// When there is no optimum, says why.
pub fn minimise(program: &LinearProgram) -> Result<Vec<f64>, NoOptimum> {
    let mut declared = ProblemVariables::new();
    let variables: Vec<Variable> = program
        .lower
        .iter()
        .zip(&program.upper)
        .map(|(&lower, &upper)| declared.add(variable().min(lower).max(upper)))
        .collect();
    let sum = |coefficients: &[f64]| {
        let mut sum = Expression::with_capacity(variables.len());
        for (&x, &coefficient) in variables.iter().zip(coefficients) {
            if coefficient != 0.0 {
                sum.add_mul(coefficient, x);
            }
        }
        sum
    };
    let mut model = declared.minimise(sum(&program.objective)).using(microlp);
    for row in &program.at_least {
        model.add_constraint(sum(&row.coefficients).geq(row.bound));
    }
    for row in &program.equal {
        model.add_constraint(sum(&row.coefficients).eq(row.bound));
    }
    let solution = model.solve().map_err(|error| match error {
        ResolutionError::Infeasible => NoOptimum::Infeasible,
        ResolutionError::Unbounded => NoOptimum::Unbounded,
        _ => NoOptimum::Unsolved,
    })?;
    let point: Vec<f64> = variables.iter().map(|&x| solution.value(x)).collect();
    if point.iter().all(|x| x.is_finite()) { Ok(point) } else { Err(NoOptimum::Unsolved) }
}

/// A point with its negatives set to zero, divided by its sum: a distribution again after the
/// solver's rounding. `None` where nothing positive is left.
pub fn distribution(point: &[f64]) -> Option<Vec<f64>> {
    let clamped: Vec<f64> = point.iter().map(|&x| if x > 0.0 { x } else { 0.0 }).collect();
    let sum: f64 = clamped.iter().sum();
    (sum > 0.0).then(|| clamped.iter().map(|x| x / sum).collect())
}

#[cfg(test)]
mod tests {
    use super::{HalfSpace, LinearProgram, NoOptimum, minimise};

    fn program(bound: f64) -> LinearProgram {
        LinearProgram {
            objective: vec![-1.0, -2.0],
            lower: vec![0.0, 0.0],
            upper: vec![3.0, 3.0],
            at_least: vec![HalfSpace { coefficients: vec![-1.0, -1.0], bound: -4.0 }],
            equal: vec![HalfSpace { coefficients: vec![1.0, -1.0], bound }],
        }
    }

    #[test]
    fn corner_is_found() {
        let point = minimise(&program(1.0)).unwrap();
        assert!((point[0] - 2.5).abs() < 1e-9 && (point[1] - 1.5).abs() < 1e-9);
    }

    #[test]
    fn contradiction_is_infeasible() {
        assert_eq!(minimise(&program(7.0)), Err(NoOptimum::Infeasible));
    }
}
