//! A method with its parameters: the closed set of everything that can rank a field.
//! Called by `decide` for the outcome and by `reasons` for leads.

use crate::method::extreme;
use crate::method::id::MethodId;
use crate::method::matrix::Matrix;
use crate::method::outcome::{Better, Lead, Outcome, Parts, Refusal, Split, Unit};
use crate::method::outranking::choquet::Choquet;
use crate::method::outranking::electre_i::ElectreI;
use crate::method::outranking::electre_ii::ElectreIi;
use crate::method::outranking::electre_iii::ElectreIii;
use crate::method::outranking::electre_tri_b::ElectreTriB;
use crate::method::outranking::oreste::Oreste;
use crate::method::outranking::owa::Owa;
use crate::method::outranking::promethee::PrometheeIi;
use crate::method::outranking::regime::Regime;
use crate::method::problem::Problem;
use crate::method::scorer::Scorer;
use crate::method::scoring::ahp::Ahp;
use crate::method::scoring::aras::Aras;
use crate::method::scoring::cocoso::Cocoso;
use crate::method::scoring::codas::Codas;
use crate::method::scoring::comet::Comet;
use crate::method::scoring::copras::Copras;
use crate::method::scoring::cradis::Cradis;
use crate::method::scoring::edas::Edas;
use crate::method::scoring::grey_relational::GreyRelational;
use crate::method::scoring::mabac::Mabac;
use crate::method::scoring::mairca::Mairca;
use crate::method::scoring::marcos::Marcos;
use crate::method::scoring::maut::Maut;
use crate::method::scoring::moora::Moora;
use crate::method::scoring::moora_reference::MooraReference;
use crate::method::scoring::multimoora::Multimoora;
use crate::method::scoring::ocra::Ocra;
use crate::method::scoring::probid::Probid;
use crate::method::scoring::ram::Ram;
use crate::method::scoring::rim::Rim;
use crate::method::scoring::rov::Rov;
use crate::method::scoring::scored::Scored;
use crate::method::scoring::spotis::Spotis;
use crate::method::scoring::todim::Todim;
use crate::method::scoring::topsis::Topsis;
use crate::method::scoring::vikor::Vikor;
use crate::method::scoring::waspas::Waspas;
use crate::method::scoring::weighted_product::WeightedProduct;
use crate::method::scoring::weighted_sum::WeightedSum;
use crate::method::shapley;
use crate::method::statistics;
use crate::method::weighted::Weighted;

/// A method and its parameters.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each variant holds the method of its own name, documented there")]
pub enum Method {
    WeightedSum(WeightedSum),
    WeightedProduct(WeightedProduct),
    Waspas(Waspas),
    Topsis(Topsis),
    Vikor(Vikor),
    Copras(Copras),
    Moora(Moora),
    MooraReference(MooraReference),
    Multimoora(Multimoora),
    Aras(Aras),
    Edas(Edas),
    Codas(Codas),
    Mabac(Mabac),
    Mairca(Mairca),
    Marcos(Marcos),
    Cocoso(Cocoso),
    Spotis(Spotis),
    Rim(Rim),
    Comet(Comet),
    Ram(Ram),
    Probid(Probid),
    Ocra(Ocra),
    Rov(Rov),
    Cradis(Cradis),
    Todim(Todim),
    GreyRelational(GreyRelational),
    Maut(Maut),
    PrometheeIi(PrometheeIi),
    ElectreI(ElectreI),
    ElectreIi(ElectreIi),
    ElectreIii(ElectreIii),
    ElectreTriB(ElectreTriB),
    Oreste(Oreste),
    Regime(Regime),
    Owa(Owa),
    Choquet(Choquet),
    Ahp(Ahp),
}

impl Method {
    /// Which method this is.
    pub fn id(&self) -> MethodId {
        match self {
            Self::WeightedSum(_) => MethodId::WeightedSum,
            Self::WeightedProduct(_) => MethodId::WeightedProduct,
            Self::Waspas(_) => MethodId::Waspas,
            Self::Topsis(_) => MethodId::Topsis,
            Self::Vikor(_) => MethodId::Vikor,
            Self::Copras(_) => MethodId::Copras,
            Self::Moora(_) => MethodId::Moora,
            Self::MooraReference(_) => MethodId::MooraReference,
            Self::Multimoora(_) => MethodId::Multimoora,
            Self::Aras(_) => MethodId::Aras,
            Self::Edas(_) => MethodId::Edas,
            Self::Codas(_) => MethodId::Codas,
            Self::Mabac(_) => MethodId::Mabac,
            Self::Mairca(_) => MethodId::Mairca,
            Self::Marcos(_) => MethodId::Marcos,
            Self::Cocoso(_) => MethodId::Cocoso,
            Self::Spotis(_) => MethodId::Spotis,
            Self::Rim(_) => MethodId::Rim,
            Self::Comet(_) => MethodId::Comet,
            Self::Ram(_) => MethodId::Ram,
            Self::Probid(_) => MethodId::Probid,
            Self::Ocra(_) => MethodId::Ocra,
            Self::Rov(_) => MethodId::Rov,
            Self::Cradis(_) => MethodId::Cradis,
            Self::Todim(_) => MethodId::Todim,
            Self::GreyRelational(_) => MethodId::GreyRelational,
            Self::Maut(_) => MethodId::Maut,
            Self::PrometheeIi(_) => MethodId::PrometheeIi,
            Self::ElectreI(_) => MethodId::ElectreI,
            Self::ElectreIi(_) => MethodId::ElectreIi,
            Self::ElectreIii(_) => MethodId::ElectreIii,
            Self::ElectreTriB(_) => MethodId::ElectreTriB,
            Self::Oreste(_) => MethodId::Oreste,
            Self::Regime(_) => MethodId::Regime,
            Self::Owa(_) => MethodId::Owa,
            Self::Choquet(_) => MethodId::Choquet,
            Self::Ahp(_) => MethodId::Ahp,
        }
    }

    /// Ranks the field. Criteria of weight 0 take no part in the arithmetic.
    ///
    /// # Errors
    /// Why the method has no value on this problem, with columns and rows of `problem`.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let Some(weighted) = self.narrowed(problem) else {
            return self.solve_weighted(problem).map_err(|refusal| self.blame(refusal, problem));
        };
        let outcome = self.narrow(&weighted).solve_weighted(&weighted.problem);
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
        match self {
            Self::PrometheeIi(method) => return method.scores(problem),
            _ if self.id().scores_rows() => {}
            _ => return self.solve(problem).map(|outcome| outcome.merits),
        }
        let Some(weighted) = self.narrowed(problem) else {
            return self.merits_weighted(problem).map_err(|refusal| self.blame(refusal, problem));
        };
        let merits = self.narrow(&weighted).merits_weighted(&weighted.problem);
        merits.map_err(|refusal| weighted.widen_refusal(self.blame(refusal, &weighted.problem)))
    }

    /// The refusal with the cell to blame where a score is not finite.
    fn blame(&self, refusal: Refusal, problem: &Problem) -> Refusal {
        match refusal {
            Refusal::NotFinite => extreme::of_table(self.table(problem)),
            other => other,
        }
    }

    /// How far vendor `a` is ahead of `b`, split over the criteria: by the method's own formula where
    /// it has one, else by Shapley values against the frozen field. `outcome` is this problem's.
    ///
    /// # Errors
    /// As [`Self::solve`]; never where that succeeded.
    pub fn lead(
        &self,
        problem: &Problem,
        outcome: &Outcome,
        a: usize,
        b: usize,
    ) -> Result<Lead, Refusal> {
        if let Some(parts) = &outcome.parts {
            return Ok(lead_of_parts(outcome, parts, a, b));
        }
        let Some(weighted) = self.narrowed(problem) else {
            return self.lead_weighted(problem, a, b);
        };
        let lead = self.narrow(&weighted).lead_weighted(&weighted.problem, a, b);
        lead.map(|lead| weighted.widen_lead(lead))
            .map_err(|refusal| weighted.widen_refusal(refusal))
    }

    /// How far vendor `a` is ahead of the field's mean, by Shapley values in units of the score.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn standing(&self, problem: &Problem, a: usize) -> Result<Lead, Refusal> {
        let Some(weighted) = self.narrowed(problem) else {
            return self.standing_weighted(problem, a);
        };
        let lead = self.narrow(&weighted).standing_weighted(&weighted.problem, a);
        lead.map(|lead| weighted.widen_lead(lead))
            .map_err(|refusal| weighted.widen_refusal(refusal))
    }

    /// The cells that rows for [`Self::scorer`] are made of.
    pub fn table<'a>(&self, problem: &'a Problem) -> &'a Matrix {
        match self {
            Self::WeightedSum(method) => method.normalise.table(problem),
            Self::WeightedProduct(method) => method.normalise.table(problem),
            Self::Topsis(method) => method.normalise.table(problem),
            Self::Maut(_) | Self::Owa(_) | Self::Choquet(_) => &problem.values,
            _ => &problem.ratings,
        }
    }

    /// The method with everything that the field determines held fixed; scores rows of
    /// [`Self::table`], real or not. Scoring the table itself gives the field's scores.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn scorer(&self, problem: &Problem) -> Result<Scorer, Refusal> {
        Ok(match self {
            Self::WeightedSum(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::WeightedProduct(method) => {
                boxed(method.freeze(problem)?, |f, rows| f.scores(rows))
            }
            Self::Waspas(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Topsis(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Vikor(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Copras(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Moora(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::MooraReference(method) => {
                boxed(method.freeze(problem)?, |f, rows| f.scores(rows))
            }
            Self::Multimoora(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Aras(method) => boxed(method.freeze(problem)?, |f, rows| f.terms.sums(rows)),
            Self::Edas(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Codas(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Mabac(method) => boxed(method.freeze(problem)?, |f, rows| f.terms.sums(rows)),
            Self::Mairca(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::Marcos(method) => boxed(method.freeze(problem)?, |f, rows| f.terms.sums(rows)),
            Self::Cocoso(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Spotis(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::Rim(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Comet(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Ram(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Probid(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Ocra(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::Rov(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::Cradis(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Todim(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::GreyRelational(method) => boxed(method.freeze(problem)?, |f, rows| f.sums(rows)),
            Self::Maut(method) => boxed(method.freeze(problem)?, |f, rows| f.scores(rows)),
            Self::Regime(method) => Box::new(method.scorer(problem)?),
            Self::Owa(method) => Box::new(method.scorer(problem)?),
            Self::Choquet(method) => Box::new(method.scorer(problem)?),
            Self::PrometheeIi(_)
            | Self::ElectreI(_)
            | Self::ElectreIi(_)
            | Self::ElectreIii(_)
            | Self::ElectreTriB(_)
            | Self::Oreste(_)
            | Self::Ahp(_) => {
                let why = "pairs are compared, so that a row by itself has no score";
                return Err(Refusal::Undefined { why: why.to_owned() });
            }
        })
    }

    /// The problem without criteria of weight 0, where there are any; `None` where there are none,
    /// and for methods that compare pairs, which leave such criteria out by themselves.
    fn narrowed(&self, problem: &Problem) -> Option<Weighted> {
        if self.id().scores_rows() { Weighted::of(problem) } else { None }
    }

    fn solve_weighted(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        match self {
            Self::WeightedSum(method) => method.solve(problem),
            Self::WeightedProduct(method) => method.solve(problem),
            Self::Waspas(method) => method.solve(problem),
            Self::Topsis(method) => method.solve(problem),
            Self::Vikor(method) => method.solve(problem),
            Self::Copras(method) => method.solve(problem),
            Self::Moora(method) => method.solve(problem),
            Self::MooraReference(method) => method.solve(problem),
            Self::Multimoora(method) => method.solve(problem),
            Self::Aras(method) => method.solve(problem),
            Self::Edas(method) => method.solve(problem),
            Self::Codas(method) => method.solve(problem),
            Self::Mabac(method) => method.solve(problem),
            Self::Mairca(method) => method.solve(problem),
            Self::Marcos(method) => method.solve(problem),
            Self::Cocoso(method) => method.solve(problem),
            Self::Spotis(method) => method.solve(problem),
            Self::Rim(method) => method.solve(problem),
            Self::Comet(method) => method.solve(problem),
            Self::Ram(method) => method.solve(problem),
            Self::Probid(method) => method.solve(problem),
            Self::Ocra(method) => method.solve(problem),
            Self::Rov(method) => method.solve(problem),
            Self::Cradis(method) => method.solve(problem),
            Self::Todim(method) => method.solve(problem),
            Self::GreyRelational(method) => method.solve(problem),
            Self::Maut(method) => method.solve(problem),
            Self::PrometheeIi(method) => method.solve(problem),
            Self::ElectreI(method) => method.solve(problem),
            Self::ElectreIi(method) => method.solve(problem),
            Self::ElectreIii(method) => method.solve(problem),
            Self::ElectreTriB(method) => method.solve(problem),
            Self::Oreste(method) => method.solve(problem),
            Self::Regime(method) => method.solve(problem),
            Self::Owa(method) => method.solve(problem),
            Self::Choquet(method) => method.solve(problem),
            Self::Ahp(method) => method.solve(problem),
        }
    }

    fn merits_weighted(&self, problem: &Problem) -> Result<Vec<f64>, Refusal> {
        let scores = match self {
            Self::Copras(method) => method.scores(problem)?,
            Self::Todim(method) => method.scores(problem)?,
            _ => self.scorer(problem)?(self.table(problem)),
        };
        let scored = match self.id().better() {
            Better::Lower => Scored::lower(scores),
            _ => Scored::higher(scores),
        };
        scored.into_merits()
    }

    fn lead_weighted(&self, problem: &Problem, a: usize, b: usize) -> Result<Lead, Refusal> {
        let exact = match self {
            Self::WeightedProduct(method) => method.lead(problem, a, b)?,
            Self::Topsis(method) => method.lead(problem, a, b)?,
            Self::Vikor(method) => Some(method.lead(problem, a, b)?),
            Self::Copras(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreI(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreIi(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreIii(method) => Some(method.lead(problem, a, b)?),
            Self::ElectreTriB(method) => Some(method.lead(problem, a, b)?),
            _ => None,
        };
        let table = self.table(problem);
        match exact {
            Some(lead) => Ok(lead),
            None => self.lead_by_shapley(problem, &table.row(a), &table.row(b)),
        }
    }

    fn standing_weighted(&self, problem: &Problem, a: usize) -> Result<Lead, Refusal> {
        let table = self.table(problem);
        let mean = |column| statistics::mean(table.column(column));
        let mean: Vec<f64> = (0..table.columns()).map(mean).collect();
        self.lead_by_shapley(problem, &table.row(a), &mean)
    }

    fn lead_by_shapley(&self, problem: &Problem, a: &[f64], b: &[f64]) -> Result<Lead, Refusal> {
        let scorer = self.scorer(problem)?;
        let sign = if self.id().better() == Better::Lower { -1.0 } else { 1.0 };
        let scores = scorer(&Matrix::from_rows(&[a.to_vec(), b.to_vec()]));
        let shapley::Shares { parts, standard_error } = shapley::split(a, b, &*scorer);
        Ok(Lead {
            amount: sign * (scores[0] - scores[1]),
            unit: Unit::Score,
            parts: parts.into_iter().map(|part| sign * part).collect(),
            how: Split::Shapley { standard_error },
        })
    }

    /// The same method on the criteria that carry weight: parameters per column follow.
    fn narrow(&self, weighted: &Weighted) -> Self {
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
}

fn boxed<F: 'static>(frozen: F, scores: fn(&F, &Matrix) -> Vec<f64>) -> Scorer {
    Box::new(move |rows| scores(&frozen, rows))
}

/// The difference of two vendors' own splits.
fn lead_of_parts(outcome: &Outcome, parts: &Parts, a: usize, b: usize) -> Lead {
    let sign = if outcome.better == Better::Lower { -1.0 } else { 1.0 };
    let difference = |column| sign * (parts.cells.get(a, column) - parts.cells.get(b, column));
    let split: Vec<f64> = (0..parts.cells.columns()).map(difference).collect();
    let amount = match parts.unit {
        Unit::Score => outcome.merits[a] - outcome.merits[b],
        // A product of many entries may underflow where its logarithm does not.
        Unit::Log | Unit::Logit => statistics::sum(&split),
    };
    Lead { amount, unit: parts.unit, parts: split, how: Split::Exact }
}
