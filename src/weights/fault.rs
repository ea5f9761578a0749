//! Why judgements cannot be turned into weights, with the place of each mistake.
//! Filled by the derivations; `model` maps a [`Place`] to the line that a person wrote.

/// Which list of a judgement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Pairwise comparisons.
    Comparisons,
    /// Best-worst: the best against each criterion.
    BestToOthers,
    /// Best-worst: each criterion against the worst.
    OthersToWorst,
    /// Swing points.
    Points,
    /// An order, best first.
    Order,
    /// SWARA's steps or FUCOM's comparative priorities, one for each criterion after the first.
    Steps,
    /// RANCOM's ranks.
    Ranks,
    /// MACBETH's categories of difference.
    Differences,
    /// One ballot or one set of weights for each person.
    People,
    /// The shares of people.
    PeopleShares,
}

/// One entry of one list, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which list.
    pub part: Part,
    /// Which entry of it.
    pub entry: usize,
}

impl Place {
    /// Entry `entry` of list `part`.
    pub fn new(part: Part, entry: usize) -> Self {
        Self { part, entry }
    }
}

/// A mistake in judgements that leaves no weights.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// No criterion at all.
    Empty,
    /// A list that is too short or too long.
    Length {
        /// Which list.
        part: Part,
        /// How many entries it should have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// An index that is no criterion.
    UnknownCriterion {
        /// Where it stands.
        place: Place,
        /// The index.
        criterion: usize,
    },
    /// A number that is not finite or lies outside what the method takes.
    OutOfRange {
        /// Where it stands.
        place: Place,
        /// As stated.
        stated: f64,
        /// Smallest accepted.
        low: f64,
        /// Largest accepted.
        high: f64,
    },
    /// A criterion compared with itself and not held equal.
    NotSelfEqual {
        /// Where it stands: a comparison, best-to-best or worst-to-worst.
        place: Place,
        /// As stated.
        stated: f64,
    },
    /// Two comparisons of the same pair that are not each other's inverse.
    NotReciprocal {
        /// Index of the earlier comparison.
        first: usize,
        /// Index of the later comparison.
        second: usize,
        /// Their product once both are read in opposite directions; it should be 1.
        product: f64,
    },
    /// Criteria that no chain of comparisons links to the first one.
    Unlinked {
        /// Rising indices.
        criteria: Vec<usize>,
    },
    /// Best-worst: the same criterion named best and worst.
    BestIsWorst {
        /// Its index.
        criterion: usize,
    },
    /// Best-worst: best-to-worst differs between the two lists.
    BestToWorstDiffers {
        /// As stated among best-to-others.
        best_to_others: f64,
        /// As stated among others-to-worst.
        others_to_worst: f64,
    },
    /// An order that names a criterion twice.
    Repeated {
        /// The later of the two places.
        place: Place,
        /// The criterion.
        criterion: usize,
    },
    /// Everything was given no weight.
    NothingWeighs,
    /// MACBETH: judgements that no numbers can satisfy together; each one is needed for the clash.
    Incompatible {
        /// Rising indices of the differences as given.
        entries: Vec<usize>,
    },
    /// The linear program was not solved for numerical reasons.
    Unsolved,
}
