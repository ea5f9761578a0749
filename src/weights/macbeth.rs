//! Weights from differences judged in words, "no" to "extreme": MACBETH.
//! A linear program finds the smallest scale on which every judgement holds.

use std::ops::RangeInclusive;

use crate::weights::derived::{Derived, Note};
use crate::weights::fault::{Fault, Part, Place};
use crate::weights::linear::Program;
use crate::weights::share::divide_by_sum;

/// The words for a category of difference, 0 to 6.
pub const CATEGORIES: [&str; 7] =
    ["no", "very weak", "weak", "moderate", "strong", "very strong", "extreme"];

/// A reach of a share below this is rounding.
const NARROW: f64 = 1e-7;

/// How far a coordinate may stray once it is settled.
const SETTLED: f64 = 1e-9;

/// "The swing of `more` is worth more than that of `less`, and the difference is …".
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Criterion whose swing is worth at least as much.
    pub more: usize,
    /// The other criterion; `None`: no swing at all.
    pub less: Option<usize>,
    /// Categories that the difference may be in, within 0..=6; 0 alone: no difference.
    pub categories: RangeInclusive<usize>,
}

/// What MACBETH is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Macbeth {
    /// How many criteria.
    pub criteria: usize,
    /// The judgements.
    pub differences: Vec<Difference>,
}

/// min max_j v_j with v(x) − v(y) = 0 in category 0, ≥ k in category k, and a difference of a higher
/// category larger than one of a lower by at least the steps between them; w = v / Σv.
///
/// Where several scales are equally small (a note says so), each criterion in turn, those judged
/// stronger first, takes the middle of what is left to it; columns `low` and `high` give the reach.
///
/// Bana e Costa, C. A., De Corte, J.-M., & Vansnick, J.-C. (2012). MACBETH. Int. J. Information
/// Technology & Decision Making, 11(2), 359–387.
///
/// # Errors
/// Mistakes in the judgements; `Incompatible` with a smallest set that clashes.
pub fn derive(macbeth: &Macbeth) -> Result<Derived, Vec<Fault>> {
    let faults = check(macbeth);
    if !faults.is_empty() {
        return Err(faults);
    }
    let every: Vec<usize> = (0..macbeth.differences.len()).collect();
    let mut program = lay_out(macbeth, &every);
    let top = [(top(macbeth), 1.0)];
    let Some(smallest) = program.minimise(&top) else {
        return Err(vec![Fault::Incompatible { entries: clash(macbeth) }]);
    };
    let height = smallest[top[0].0];
    // The least difference that any judgement but "no" asks for is 1.
    if height < 0.5 {
        return Err(vec![Fault::NothingWeighs]);
    }
    program.at_most(&top, height + SETTLED);
    let (scale, low, high) = settle(macbeth, &mut program, smallest);
    let shares = divide_by_sum(&scale).ok_or_else(|| vec![Fault::NothingWeighs])?;
    let is_unique = low.iter().zip(&high).all(|(low, high)| high - low <= NARROW);
    let mut derived = Derived::from_shares(shares);
    derived.columns = vec![("scale", scale), ("low", low), ("high", high)];
    if !is_unique {
        derived.notes.push(Note::NotUnique);
    }
    Ok(derived)
}

fn check(macbeth: &Macbeth) -> Vec<Fault> {
    if macbeth.criteria == 0 {
        return vec![Fault::Empty];
    }
    let mut faults = Vec::new();
    for (entry, difference) in macbeth.differences.iter().enumerate() {
        let place = Place::new(Part::Differences, entry);
        let named = [Some(difference.more), difference.less];
        for criterion in named.into_iter().flatten() {
            if criterion >= macbeth.criteria {
                faults.push(Fault::UnknownCriterion { place, criterion });
            }
        }
        let (low, high) = (*difference.categories.start(), *difference.categories.end());
        if low > high || high > 6 {
            faults.push(Fault::OutOfRange { place, stated: high as f64, low: 0.0, high: 6.0 });
        } else if difference.less == Some(difference.more) && low > 0 {
            faults.push(Fault::NotSelfEqual { place, stated: low as f64 });
        }
    }
    faults
}

/// Variables: the scale of each criterion, its top, then for each category k the least difference
/// judged k at least, and the largest judged k at most.
fn top(macbeth: &Macbeth) -> usize {
    macbeth.criteria
}

fn least_at(macbeth: &Macbeth, category: usize) -> usize {
    macbeth.criteria + 1 + category
}

fn largest_at(macbeth: &Macbeth, category: usize) -> usize {
    macbeth.criteria + 8 + category
}

fn lay_out(macbeth: &Macbeth, entries: &[usize]) -> Program {
    let mut program = Program::new(macbeth.criteria + 15);
    for criterion in 0..macbeth.criteria {
        program.at_most(&[(criterion, 1.0), (top(macbeth), -1.0)], 0.0);
    }
    for &entry in entries {
        let difference = &macbeth.differences[entry];
        let (low, high) = (*difference.categories.start(), *difference.categories.end());
        let mut terms = vec![(difference.more, 1.0)];
        match difference.less {
            Some(less) if less == difference.more => continue,
            Some(less) => terms.push((less, -1.0)),
            None => {}
        }
        if high == 0 {
            program.exactly(&terms, 0.0);
            continue;
        }
        program.at_least(&terms, low as f64);
        let mut above = terms.clone();
        above.push((least_at(macbeth, low), -1.0));
        program.at_least(&above, 0.0);
        let mut below = terms;
        below.push((largest_at(macbeth, high), -1.0));
        program.at_most(&below, 0.0);
    }
    for higher in 1..=6 {
        // A difference judged 5 at least is one judged 4 at least, and so for the largest.
        for figure in [least_at, largest_at] {
            program.at_most(
                &[(figure(macbeth, higher - 1), 1.0), (figure(macbeth, higher), -1.0)],
                0.0,
            );
        }
        for lower in 0..higher {
            let steps = (higher - lower) as f64;
            let terms = [(least_at(macbeth, higher), 1.0), (largest_at(macbeth, lower), -1.0)];
            program.at_least(&terms, steps);
        }
    }
    program
}

/// A smallest set of judgements without a common scale: whatever can go while the clash stays, goes.
fn clash(macbeth: &Macbeth) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..macbeth.differences.len()).collect();
    for entry in 0..macbeth.differences.len() {
        let rest: Vec<usize> = kept.iter().copied().filter(|&other| other != entry).collect();
        if lay_out(macbeth, &rest).minimise(&[(top(macbeth), 1.0)]).is_none() {
            kept = rest;
        }
    }
    kept
}

/// One scale among the smallest ones, with the reach of each criterion before anything is settled.
fn settle(
    macbeth: &Macbeth,
    program: &mut Program,
    smallest: Vec<f64>,
) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let reach = |program: &Program, criterion: usize, fallback: f64| {
        let at = |point: Option<Vec<f64>>| point.map_or(fallback, |point| point[criterion]);
        let term = [(criterion, 1.0)];
        [at(program.minimise(&term)), at(program.maximise(&term))]
    };
    let mut scale = smallest;
    scale.truncate(macbeth.criteria);
    let ends: Vec<[f64; 2]> = (0..macbeth.criteria)
        .map(|criterion| reach(program, criterion, scale[criterion]))
        .collect();
    for criterion in strongest_first(macbeth) {
        let [low, high] = reach(program, criterion, scale[criterion]);
        scale[criterion] = f64::midpoint(low, high);
        program.at_most(&[(criterion, 1.0)], scale[criterion] + SETTLED);
        program.at_least(&[(criterion, 1.0)], scale[criterion] - SETTLED);
    }
    let end = |index: usize| ends.iter().map(|ends| ends[index]).collect();
    (scale, end(0), end(1))
}

/// Criteria by the sum of what they are judged to exceed others by, the largest first.
fn strongest_first(macbeth: &Macbeth) -> Vec<usize> {
    let mut strength = vec![0_i64; macbeth.criteria];
    for difference in &macbeth.differences {
        let amount = (difference.categories.start() + difference.categories.end()) as i64;
        strength[difference.more] += amount;
        if let Some(less) = difference.less {
            strength[less] -= amount;
        }
    }
    let mut order: Vec<usize> = (0..macbeth.criteria).collect();
    order.sort_by_key(|&criterion| (-strength[criterion], criterion));
    order
}

#[cfg(test)]
mod tests {
    use super::{Difference, Macbeth, derive};
    use crate::weights::fault::Fault;

    fn difference(more: usize, less: impl Into<Option<usize>>, category: usize) -> Difference {
        Difference { more, less: less.into(), categories: category..=category }
    }

    #[test]
    fn steps_add_up_on_the_smallest_scale() {
        // 0 over 1 weak, 1 over 2 weak, 2 over nothing weak, 0 over nothing extreme.
        let differences = vec![
            difference(0, 1, 2),
            difference(1, 2, 2),
            difference(2, None, 2),
            difference(0, None, 6),
        ];
        let derived = derive(&Macbeth { criteria: 3, differences }).unwrap();
        for (scale, expected) in derived.column("scale").unwrap().iter().zip([6.0, 4.0, 2.0]) {
            assert!((scale - expected).abs() < 1e-7);
        }
    }

    #[test]
    fn a_clash_names_only_the_judgements_in_it() {
        let differences = vec![
            difference(3, None, 1),
            difference(0, 1, 3),
            difference(1, 2, 3),
            difference(2, 0, 1),
        ];
        let faults = derive(&Macbeth { criteria: 4, differences }).unwrap_err();
        assert_eq!(faults, [Fault::Incompatible { entries: vec![1, 2, 3] }]);
    }

    #[test]
    fn no_judgement_leaves_no_weights() {
        let faults = derive(&Macbeth { criteria: 2, differences: Vec::new() }).unwrap_err();
        assert_eq!(faults, [Fault::NothingWeighs]);
    }
}
