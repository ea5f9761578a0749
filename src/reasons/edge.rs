//! Why one fact rests on another. Edges run from the cause to what rests on it.
//! `contradicts` alone says nothing about cause: queries for causes do not follow it.

/// The kind of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Source → claim.
    ReportedBy,
    /// Source → source that echoes it.
    Relays,
    /// Claim → rating.
    Supports,
    /// Claim → claim that cannot hold beside it.
    Contradicts,
    /// What is measured → the gate result or the range it is measured for.
    Measures,
    /// Rating → value; value → contribution.
    Values,
    /// Weight → what is weighed with it.
    Weighs,
    /// Parts → their sum.
    AddsUp,
    /// What must be met → what requires it.
    Requires,
    /// Missed gate → rejection.
    Fails,
    /// What is ahead → the standing that follows.
    Beats,
    /// Change or exclusion → what it sets aside.
    Overrides,
}

impl Edge {
    /// Kebab-case, as `--format json` says it.
    pub fn id(self) -> &'static str {
        match self {
            Self::ReportedBy => "reported-by",
            Self::Relays => "relays",
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Measures => "measures",
            Self::Values => "values",
            Self::Weighs => "weighs",
            Self::AddsUp => "adds-up",
            Self::Requires => "requires",
            Self::Fails => "fails",
            Self::Beats => "beats",
            Self::Overrides => "overrides",
        }
    }

    /// Whether what it leads to rests on where it comes from.
    pub fn is_cause(self) -> bool {
        self != Self::Contradicts
    }
}
