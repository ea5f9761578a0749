//! A method with all that the field determines held fixed: it scores rows that are not vendors.
//! Made from any method that scores rows by themselves; played with by `shapley`.

use crate::method::kind::Method;
use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Problem;

/// One score for each row of a table with the problem's columns, in the cells the method reads.
/// Norms, ideals, averages and the other vendors stay those of the field it was frozen on.
pub type Scorer = Box<dyn Fn(&Matrix) -> Vec<f64>>;

impl Method {
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
}

fn boxed<F: 'static>(frozen: F, scores: fn(&F, &Matrix) -> Vec<f64>) -> Scorer {
    Box::new(move |rows| scores(&frozen, rows))
}
