//! A field ranked by a method: the outcome with what explains it, or the merits alone.
//! Called by `decide`; criteria of weight 0 are left out before a method sees them.

use crate::method::extreme;
use crate::method::kind::Method;
use crate::method::outcome::{Better, Outcome, Refusal};
use crate::method::problem::Problem;
use crate::method::scoring::aras::Aras;
use crate::method::scoring::comet::Comet;
use crate::method::scoring::scored::Scored;
use crate::method::scoring::spotis::Spotis;
use crate::method::weighted::Weighted;

impl Method {
    /// Ranks the field. Criteria of weight 0 take no part in the arithmetic.
    ///
    /// # Errors
    /// Why the method has no value on this problem, with columns and rows of `problem`.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let Some(weighted) = self.narrowed(problem) else {
            return self.solve_as_is(problem).map_err(|refusal| self.blame(refusal, problem));
        };
        let outcome = self.narrow(&weighted).solve_as_is(&weighted.problem);
        outcome
            .map(|outcome| weighted.widen_outcome(outcome))
            .map_err(|refusal| weighted.widen_refusal(self.blame(refusal, &weighted.problem)))
    }

    /// The merits of [`Self::solve`] by themselves, digit for digit, without the parts and figures
    /// that explain them: what many runs over changed problems ask for.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn merits(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let Some(weighted) = self.narrowed(problem) else {
            return self.merits_as_is(problem).map_err(|refusal| self.blame(refusal, problem));
        };
        let merits = self.narrow(&weighted).merits_as_is(&weighted.problem);
        merits.map_err(|refusal| weighted.widen_refusal(self.blame(refusal, &weighted.problem)))
    }

    /// The refusal with the cell to blame where a score is not finite.
    fn blame(&self, refusal: Refusal, problem: &Problem) -> Refusal {
        match refusal {
            Refusal::NotFinite => extreme::of_table(self.table(problem)),
            other => other,
        }
    }

    /// The problem without criteria of weight 0, where there are any; `None` where there are none,
    /// and for methods that compare pairs, which leave such criteria out by themselves.
    pub(super) fn narrowed(&self, problem: &Problem) -> Option<Weighted> {
        if self.id().scores_rows() { Weighted::of(problem) } else { None }
    }

    /// The same method on the criteria that carry weight: parameters per column follow.
    pub(super) fn narrow(&self, weighted: &Weighted) -> Self {
        match self {
            Self::Aras(Aras { ideal }) => Self::Aras(Aras { ideal: weighted.narrow(ideal) }),
            Self::Spotis(Spotis { ideal }) => {
                Self::Spotis(Spotis { ideal: weighted.narrow(ideal) })
            }
            Self::Comet(Comet { characteristic_values }) => {
                let characteristic_values = weighted.narrow(characteristic_values);
                Self::Comet(Comet { characteristic_values })
            }
            _ => self.clone(),
        }
    }

    fn merits_as_is(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let scores = match self {
            Self::PrometheeIi(method) => return method.scores(problem),
            Self::ElectreIi(method) => return method.merits(problem),
            Self::ElectreIii(method) => return method.merits(problem),
            _ if !self.id().scores_rows() => {
                return self.solve_as_is(problem).map(|outcome| outcome.merits);
            }
            Self::Copras(method) => method.scores(problem)?,
            Self::Cocoso(method) => method.scores(problem)?,
            Self::Todim(method) => method.scores(problem)?,
            _ => self.scorer(problem)?(self.table(problem)),
        };
        let scored = match self.id().better() {
            Better::Lower => Scored::lower(scores),
            _ => Scored::higher(scores),
        };
        scored.into_merits()
    }
}
