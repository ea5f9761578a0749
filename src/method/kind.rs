//! A method with its parameters: the closed set of everything that can rank a field.
//! Solved in `solution`, explained in `lead`; a new method is one more name here and a row in `id`.

use crate::method::id::MethodId;
use crate::method::outcome::{Outcome, Refusal};
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
use crate::method::scoring::spotis::Spotis;
use crate::method::scoring::todim::Todim;
use crate::method::scoring::topsis::Topsis;
use crate::method::scoring::vikor::Vikor;
use crate::method::scoring::waspas::Waspas;
use crate::method::scoring::weighted_product::WeightedProduct;
use crate::method::scoring::weighted_sum::WeightedSum;

/// Writes the set down once, with all that goes alike for every method of it.
macro_rules! methods {
    ($($name:ident),+ $(,)?) => {
        /// A method and its parameters.
        #[derive(Debug, Clone, PartialEq)]
        #[expect(missing_docs, reason = "each variant holds the method of its own name")]
        pub enum Method {
            $($name($name),)+
        }

        impl Method {
            /// Which method this is.
            pub fn id(&self) -> MethodId {
                match self {
                    $(Self::$name(_) => MethodId::$name,)+
                }
            }

            /// Ranks the field by the method's own arithmetic, every criterion taken as it is.
            pub(super) fn solve_as_is(&self, problem: &Problem) -> Result<Outcome, Refusal> {
                match self {
                    $(Self::$name(method) => method.solve(problem),)+
                }
            }
        }

        impl MethodId {
            /// The method with the parameters it has when a file gives none.
            pub fn with_defaults(self) -> Method {
                match self {
                    $(Self::$name => Method::$name($name::default()),)+
                }
            }
        }
    };
}

methods! {
    WeightedSum,
    WeightedProduct,
    Waspas,
    Topsis,
    Vikor,
    Copras,
    Moora,
    MooraReference,
    Multimoora,
    Aras,
    Edas,
    Codas,
    Mabac,
    Mairca,
    Marcos,
    Cocoso,
    Spotis,
    Rim,
    Comet,
    Ram,
    Probid,
    Ocra,
    Rov,
    Cradis,
    Todim,
    GreyRelational,
    Maut,
    PrometheeIi,
    ElectreI,
    ElectreIi,
    ElectreIii,
    ElectreTriB,
    Oreste,
    Regime,
    Owa,
    Choquet,
    Ahp,
}
