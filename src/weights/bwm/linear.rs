//! The linear best-worst model as a linear program.
//! min ξ with |w_B − a_Bj w_j| ≤ ξ, |w_j − a_jW w_W| ≤ ξ, Σw = 1, w ≥ 0.

use crate::weights::bwm::Bwm;
use crate::weights::derived::{Derived, Note};
use crate::weights::linear::Program;
use crate::weights::share::divide_by_sum;

/// How much ξ may exceed its optimum while the reach of each share is sought.
const SLACK: f64 = 1e-11;

/// A reach below this is rounding.
const NARROW: f64 = 1e-7;

/// `None` where the solver fails; `bwm` is checked and has two criteria at least.
pub(super) fn solve(bwm: &Bwm) -> Option<Derived> {
    let criteria = bwm.best_to_others.len();
    let ksi = criteria;
    let mut program = Program::new(criteria + 1);
    let everything: Vec<_> = (0..criteria).map(|criterion| (criterion, 1.0)).collect();
    program.exactly(&everything, 1.0);
    limit(&mut program, (bwm.best, bwm.worst), bwm.best_to_worst(), ksi);
    for criterion in bwm.others() {
        limit(&mut program, (bwm.best, criterion), bwm.best_to_others[criterion], ksi);
        limit(&mut program, (criterion, bwm.worst), bwm.others_to_worst[criterion], ksi);
    }
    let optimum = program.minimise(&[(ksi, 1.0)])?;
    let mut derived = Derived::from_shares(divide_by_sum(&optimum[..criteria])?);
    derived.figures = vec![("ksi", optimum[ksi])];

    program.at_most(&[(ksi, 1.0)], optimum[ksi] + SLACK);
    let extremes: Option<Vec<[Vec<f64>; 2]>> = (0..criteria)
        .map(|criterion| {
            let share = [(criterion, 1.0)];
            Some([program.minimise(&share)?, program.maximise(&share)?])
        })
        .collect();
    // Without the extremes the optimum stands by itself.
    let Some(extremes) = extremes else { return Some(derived) };
    let reach = |end: usize| -> Vec<f64> {
        extremes.iter().enumerate().map(|(criterion, ends)| ends[end][criterion]).collect()
    };
    let (low, high) = (reach(0), reach(1));
    if low.iter().zip(&high).all(|(low, high)| high - low <= NARROW) {
        return Some(derived);
    }
    // The optimal weights form a convex set, so the mean of its extremes is optimal too.
    let sums: Vec<f64> = (0..criteria)
        .map(|criterion| extremes.iter().flatten().map(|point| point[criterion]).sum())
        .collect();
    derived.shares = divide_by_sum(&sums)?;
    derived.columns = vec![("low", low), ("high", high)];
    derived.notes.push(Note::NotUnique);
    Some(derived)
}

/// |w_more − ratio · w_less| ≤ ξ.
fn limit(program: &mut Program, (more, less): (usize, usize), ratio: f64, ksi: usize) {
    program.at_most(&[(more, 1.0), (less, -ratio), (ksi, -1.0)], 0.0);
    program.at_most(&[(more, -1.0), (less, ratio), (ksi, -1.0)], 0.0);
}
