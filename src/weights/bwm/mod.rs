//! Weights from two rows of judgements: the best-worst method.
//! Checks the judgements, then hands them to the linear or the nonlinear model.

pub mod consistency;
mod linear;
mod nonlinear;

use crate::weights::derived::{Derived, Note};
use crate::weights::fault::{Fault, Part, Place};
use crate::weights::pairwise::LARGEST_RATIO;

/// Which model turns the judgements into weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Model {
    /// The linear model; Rezaei, J. (2016). Omega, 64, 126–130.
    #[default]
    Linear,
    /// The min–max model of ratios; Rezaei, J. (2015). Omega, 53, 49–57.
    Nonlinear,
}

impl Model {
    /// Both models, the default first.
    pub const ALL: [Self; 2] = [Self::Linear, Self::Nonlinear];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Nonlinear => "nonlinear",
        }
    }

    /// The model of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.id() == id)
    }
}

/// What the best-worst method is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Bwm {
    /// The criterion that matters most.
    pub best: usize,
    /// The criterion that matters least.
    pub worst: usize,
    /// How many times the best matters as much as each criterion, ≥ 1; 1 for itself.
    pub best_to_others: Vec<f64>,
    /// How many times each criterion matters as much as the worst, ≥ 1; 1 for the worst.
    pub others_to_worst: Vec<f64>,
    /// Which model.
    pub model: Model,
}

impl Bwm {
    /// How many times the best matters as much as the worst.
    fn best_to_worst(&self) -> f64 {
        self.best_to_others[self.worst]
    }

    /// Criteria that are neither best nor worst.
    fn others(&self) -> impl Iterator<Item = usize> + '_ {
        let is_other = |criterion: &usize| *criterion != self.best && *criterion != self.worst;
        (0..self.best_to_others.len()).filter(is_other)
    }
}

/// Shares with `ksi`, the largest departure that no weights avoid (of weights in the linear model,
/// of ratios in the nonlinear one), `input-cr` by Liang et al., and for the nonlinear model `ci`
/// and `cr` = ξ/CI.
///
/// Where several sets of weights are equally good (a note says so), the columns `low` and `high`
/// give their reach; the nonlinear model takes the centres, rescaled, the linear one the mean of
/// the extreme solutions.
///
/// Rezaei, J. (2015). Best-worst multi-criteria decision-making method. Omega, 53, 49–57; Rezaei
/// (2016). Some properties and a linear model. Omega, 64, 126–130.
///
/// # Errors
/// Every mistake found in the two rows, or `Unsolved` where the linear program fails.
pub fn derive(bwm: &Bwm) -> Result<Derived, Vec<Fault>> {
    check(bwm)?;
    if bwm.best_to_others.len() == 1 {
        let mut derived = Derived::from_shares(vec![1.0]);
        derived.figures = vec![("ksi", 0.0), ("input-cr", 0.0)];
        return Ok(derived);
    }
    let mut derived = match bwm.model {
        Model::Linear => linear::solve(bwm).ok_or_else(|| vec![Fault::Unsolved])?,
        Model::Nonlinear => nonlinear::solve(bwm),
    };
    let (criterion, ratio) = consistency::least_consistent(bwm);
    derived.figures.push(("input-cr", ratio));
    if ratio > 1e-9 {
        derived.notes.push(Note::LeastConsistent { criterion, ratio });
    }
    derived.notes.extend(beyond_best_to_worst(bwm));
    Ok(derived)
}

fn check(bwm: &Bwm) -> Result<(), Vec<Fault>> {
    let criteria = bwm.best_to_others.len();
    if criteria == 0 {
        return Err(vec![Fault::Empty]);
    }
    let found = bwm.others_to_worst.len();
    if found != criteria {
        let part = Part::OthersToWorst;
        return Err(vec![Fault::Length { part, expected: criteria, found }]);
    }
    let ends = [(Part::BestToOthers, bwm.best), (Part::OthersToWorst, bwm.worst)];
    let unknown: Vec<Fault> = ends
        .into_iter()
        .filter(|&(_, criterion)| criterion >= criteria)
        .map(|(part, criterion)| Fault::UnknownCriterion {
            place: Place::new(part, criterion),
            criterion,
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut faults = Vec::new();
    if bwm.best == bwm.worst && criteria > 1 {
        faults.push(Fault::BestIsWorst { criterion: bwm.best });
    }
    for (place, stated) in statements(bwm) {
        if !(1.0..=LARGEST_RATIO).contains(&stated) {
            faults.push(Fault::OutOfRange { place, stated, low: 1.0, high: LARGEST_RATIO });
        }
    }
    let rows = [&bwm.best_to_others, &bwm.others_to_worst];
    for ((part, criterion), row) in ends.into_iter().zip(rows) {
        if (row[criterion] - 1.0).abs() > 1e-9 {
            let place = Place::new(part, criterion);
            faults.push(Fault::NotSelfEqual { place, stated: row[criterion] });
        }
    }
    let (best_to_others, others_to_worst) =
        (bwm.best_to_others[bwm.worst], bwm.others_to_worst[bwm.best]);
    if (best_to_others - others_to_worst).abs() > 1e-9 * best_to_others.abs() {
        faults.push(Fault::BestToWorstDiffers { best_to_others, others_to_worst });
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn statements(bwm: &Bwm) -> impl Iterator<Item = (Place, f64)> + '_ {
    let placed =
        |part: Part| move |(entry, &stated): (usize, &f64)| (Place::new(part, entry), stated);
    let best = bwm.best_to_others.iter().enumerate().map(placed(Part::BestToOthers));
    let worst = bwm.others_to_worst.iter().enumerate().map(placed(Part::OthersToWorst));
    best.chain(worst)
}

fn beyond_best_to_worst(bwm: &Bwm) -> Vec<Note> {
    let best_to_worst = bwm.best_to_worst();
    statements(bwm)
        .filter(|&(_, stated)| stated > best_to_worst)
        .map(|(place, stated)| Note::BeyondBestToWorst { place, stated, best_to_worst })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Bwm, Model, derive};
    use crate::weights::derived::Note;
    use crate::weights::fault::{Fault, Part, Place};

    #[test]
    fn mistakes_are_told_with_their_places() {
        let bwm = Bwm {
            best: 0,
            worst: 2,
            best_to_others: vec![2.0, 0.5, 8.0],
            others_to_worst: vec![7.0, 4.0, 1.0],
            model: Model::Linear,
        };
        let faults = derive(&bwm).unwrap_err();
        let place = Place::new(Part::BestToOthers, 1);
        assert!(matches!(faults[0], Fault::OutOfRange { place: at, .. } if at == place));
        let place = Place::new(Part::BestToOthers, 0);
        assert_eq!(faults[1], Fault::NotSelfEqual { place, stated: 2.0 });
        assert!(matches!(faults[2], Fault::BestToWorstDiffers { .. }));
        assert_eq!(faults.len(), 3);
    }

    #[test]
    fn a_judgement_beyond_best_to_worst_is_remarked_on() {
        for model in Model::ALL {
            let bwm = Bwm {
                best: 0,
                worst: 2,
                best_to_others: vec![1.0, 5.0, 4.0],
                others_to_worst: vec![4.0, 1.0, 1.0],
                model,
            };
            let derived = derive(&bwm).unwrap();
            assert!(derived.notes.iter().any(|note| matches!(
                note,
                Note::BeyondBestToWorst { place, .. } if place.entry == 1
            )));
            assert!((derived.figure("input-cr").unwrap() - 1.0 / 12.0).abs() < 1e-12);
        }
    }
}
