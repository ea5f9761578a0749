//! The closed set of methods: ids, parameters, and the one door to each.
//! Chosen in a file or by `--method`; run by `decide`.

/// A method by its name in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MethodId {
    /// Σ w·r.
    WeightedSum,
}

impl MethodId {
    /// Every method, in the order of the catalogue.
    pub const ALL: &'static [Self] = &[Self::WeightedSum];

    /// Its name in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted-sum",
        }
    }
}
