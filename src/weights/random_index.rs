//! Mean consistency index of random comparison matrices: what a consistency index is divided by.
//! Read by `ahp`; each table is named, since they differ in the second digit.

/// A published table of random indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RandomIndex {
    /// Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill. 3 to 15 criteria.
    #[default]
    Saaty,
    /// Saaty, T. L. (2005). Theory and Applications of the Analytic Network Process. RWS, p. 31.
    /// 3 to 15 criteria.
    Saaty2005,
    /// Donegan, H. A., & Dodd, F. J. (1991). A note on Saaty's random indexes. Mathematical and
    /// Computer Modelling, 15(10), 135–137. 3 to 20 criteria.
    DoneganDodd,
    /// Alonso, J. A., & Lamata, M. T. (2006). Consistency in the analytic hierarchy process: a new
    /// approach. IJUFKS, 14(4), 445–459: the line λ̄(n) = 2.7699 n − 4.3513. Any number of criteria.
    AlonsoLamata,
}

const SAATY: [f64; 13] =
    [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
const SAATY_2005: [f64; 13] =
    [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59];
const DONEGAN_DODD: [f64; 18] = [
    0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822,
    1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371,
];

impl RandomIndex {
    /// Every table, the default first.
    pub const ALL: [Self; 4] =
        [Self::Saaty, Self::Saaty2005, Self::DoneganDodd, Self::AlonsoLamata];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Saaty => "saaty",
            Self::Saaty2005 => "saaty-2005",
            Self::DoneganDodd => "donegan-dodd",
            Self::AlonsoLamata => "alonso-lamata",
        }
    }

    /// The table of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.id() == id)
    }

    /// How many criteria the table reaches; `None` where it is a formula.
    pub fn reach(self) -> Option<usize> {
        self.table().map(|table| table.len() + 2)
    }

    /// The random index for `criteria` criteria: 0 up to 2, and by the line of Alonso and Lamata
    /// beyond the table's reach.
    pub fn read(self, criteria: usize) -> f64 {
        if criteria < 3 {
            return 0.0;
        }
        let count = criteria as f64;
        let fitted = (2.7699 * count - 4.3513 - count) / (count - 1.0);
        self.table().and_then(|table| table.get(criteria - 3)).copied().unwrap_or(fitted)
    }

    fn table(self) -> Option<&'static [f64]> {
        match self {
            Self::Saaty => Some(&SAATY),
            Self::Saaty2005 => Some(&SAATY_2005),
            Self::DoneganDodd => Some(&DONEGAN_DODD),
            Self::AlonsoLamata => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RandomIndex;

    #[test]
    fn tables_start_at_three_and_end_in_the_fitted_line() {
        for table in RandomIndex::ALL {
            assert_eq!(RandomIndex::from_id(table.id()), Some(table));
            assert_eq!((table.read(0), table.read(2)), (0.0, 0.0));
            assert!((3..200).all(|count| (0.4..2.0).contains(&table.read(count))));
        }
        assert_eq!(RandomIndex::Saaty.read(7), 1.32);
        assert_eq!(RandomIndex::Saaty.read(15), 1.59);
        assert_eq!(RandomIndex::DoneganDodd.read(20), 1.5371);
        assert_eq!(RandomIndex::Saaty.read(16), RandomIndex::AlonsoLamata.read(16));
    }
}
