//! Which parameters each method has, and what each may say.
//! The one table behind reading `[method]`, its schema and its documentation.

use crate::method::id::MethodId;

/// What a parameter may say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A number between the two, ends included.
    Number(f64, f64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// Weights ≥ 0 in order, not all 0.
    Shares,
    /// A rating for some criteria.
    PerCriterion,
    /// Two ratings or more, rising, for some criteria.
    RisingPerCriterion,
    /// Profiles between categories, worst first.
    Profiles,
    /// Pairs of criteria with a strength.
    Interactions,
}

const NORMALISE: (&str, Shape) = (
    "normalise",
    Shape::Word(&[
        "value",
        "min-max",
        "max",
        "ratio",
        "sum",
        "vector",
        "logarithmic",
        "rank",
        "none",
    ]),
);
const OWN_OR_GLOBAL: Shape = Shape::Word(&["own", "global"]);
const FRACTION: Shape = Shape::Number(0.0, 1.0);

/// The parameters of a method, in the order of the documentation.
pub fn parameters(kind: MethodId) -> &'static [(&'static str, Shape)] {
    match kind {
        MethodId::WeightedSum | MethodId::WeightedProduct | MethodId::Topsis => &[NORMALISE],
        MethodId::Waspas | MethodId::Cocoso => &[("lambda", FRACTION)],
        MethodId::Vikor => &[("v", FRACTION)],
        MethodId::Codas => &[("tau", Shape::Number(0.0, f64::INFINITY))],
        MethodId::GreyRelational => &[("rho", Shape::Number(1e-9, 1.0))],
        MethodId::Todim => &[("theta", Shape::Number(1e-9, f64::INFINITY))],
        MethodId::Maut => &[
            ("form", Shape::Word(&["additive", "multiplicative"])),
            ("interaction", Shape::Number(-1.0, f64::INFINITY)),
        ],
        MethodId::Aras | MethodId::Spotis => &[("ideal", Shape::PerCriterion)],
        MethodId::Comet => &[("characteristic-values", Shape::RisingPerCriterion)],
        MethodId::ElectreI => &[
            ("concordance", FRACTION),
            ("discordance", FRACTION),
            ("discordance-scale", OWN_OR_GLOBAL),
        ],
        MethodId::ElectreIi => &[
            ("strong", FRACTION),
            ("medium", FRACTION),
            ("weak", FRACTION),
            ("discordance-high", FRACTION),
            ("discordance-low", FRACTION),
            ("discordance-scale", OWN_OR_GLOBAL),
        ],
        MethodId::ElectreIii => {
            &[("alpha", Shape::Number(0.0, 1.0)), ("beta", Shape::Number(-1.0, 1.0))]
        }
        MethodId::ElectreTriB => &[("cut", Shape::Number(0.5, 1.0)), ("profiles", Shape::Profiles)],
        MethodId::Owa => &[("order-weights", Shape::Shares)],
        MethodId::Choquet => &[("interactions", Shape::Interactions)],
        MethodId::Ahp => &[("mode", Shape::Word(&["distributive", "ideal"]))],
        MethodId::PrometheeIi
        | MethodId::Oreste
        | MethodId::Regime
        | MethodId::Copras
        | MethodId::Moora
        | MethodId::MooraReference
        | MethodId::Multimoora
        | MethodId::Edas
        | MethodId::Mabac
        | MethodId::Mairca
        | MethodId::Marcos
        | MethodId::Rim
        | MethodId::Ram
        | MethodId::Probid
        | MethodId::Ocra
        | MethodId::Rov
        | MethodId::Cradis => &[],
    }
}
