//! Which parameters each method has, and what each may say.
//! The one table behind reading `[method]`, its schema and its documentation.

use crate::method::kind::MethodId;

/// What a parameter may say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A number between the two, ends included.
    Number(f64, f64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// Weights ≥ 0 in order, not all 0.
    Shares,
    /// A rating, or several, for some criteria.
    PerCriterion,
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
const FRACTION: Shape = Shape::Number(0.0, 1.0);

/// The parameters of a method, in the order of the documentation.
pub fn parameters(kind: MethodId) -> &'static [(&'static str, Shape)] {
    match kind.id() {
        "weighted-sum" | "weighted-product" | "topsis" => &[NORMALISE],
        "waspas" | "cocoso" => &[("lambda", FRACTION)],
        "vikor" => &[("v", FRACTION)],
        "codas" => &[("tau", Shape::Number(0.0, f64::INFINITY))],
        "grey-relational" => &[("rho", Shape::Number(1e-9, 1.0))],
        "todim" => &[("theta", Shape::Number(1e-9, f64::INFINITY))],
        "maut" => &[("form", Shape::Word(&["additive", "multiplicative"]))],
        "aras" | "spotis" => &[("ideal", Shape::PerCriterion)],
        "comet" => &[("characteristic-values", Shape::PerCriterion)],
        "electre-i" => &[
            ("concordance", FRACTION),
            ("discordance", FRACTION),
            ("discordance-scale", Shape::Word(&["own", "global"])),
        ],
        "electre-ii" => &[
            ("strong", FRACTION),
            ("medium", FRACTION),
            ("weak", FRACTION),
            ("discordance-high", FRACTION),
            ("discordance-low", FRACTION),
        ],
        "electre-iii" => &[("alpha", Shape::Number(-1.0, 1.0)), ("beta", Shape::Number(-1.0, 1.0))],
        "electre-tri-b" => &[("cut", Shape::Number(0.5, 1.0)), ("profiles", Shape::Profiles)],
        "owa" => &[("order-weights", Shape::Shares)],
        "choquet" => &[("interactions", Shape::Interactions)],
        "ahp" => &[("mode", Shape::Word(&["distributive", "ideal"]))],
        _ => &[],
    }
}
