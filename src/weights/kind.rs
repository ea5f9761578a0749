//! Every way to derive weights: its id in a file, one line about it, and its source.
//! Read by the loader for `kind = …` and by the list of methods.

/// A way to derive weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`summary` says what each one is")]
pub enum Kind {
    Ahp,
    Bwm,
    Swing,
    RankOrder,
    Swara,
    Fucom,
    Rancom,
    Macbeth,
    Equal,
    Entropy,
    Critic,
    Merec,
    StandardDeviation,
    Variance,
    Gini,
    Angle,
    Cilos,
    Idocriw,
    Lopcow,
}

/// What weights are derived from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// What people say of the criteria.
    Judgements,
    /// The ratings of the field.
    Data,
}

impl Kind {
    /// Every kind, those from judgements first.
    pub const ALL: [Self; 19] = [
        Self::Ahp,
        Self::Bwm,
        Self::Swing,
        Self::RankOrder,
        Self::Swara,
        Self::Fucom,
        Self::Rancom,
        Self::Macbeth,
        Self::Equal,
        Self::Entropy,
        Self::Critic,
        Self::Merec,
        Self::StandardDeviation,
        Self::Variance,
        Self::Gini,
        Self::Angle,
        Self::Cilos,
        Self::Idocriw,
        Self::Lopcow,
    ];

    /// The kind of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What it derives weights from.
    pub fn origin(self) -> Origin {
        match self {
            Self::Ahp
            | Self::Bwm
            | Self::Swing
            | Self::RankOrder
            | Self::Swara
            | Self::Fucom
            | Self::Rancom
            | Self::Macbeth => Origin::Judgements,
            _ => Origin::Data,
        }
    }

    /// The name in a file.
    pub fn id(self) -> &'static str {
        self.card().0
    }

    /// One line, lower case, without final period.
    pub fn summary(self) -> &'static str {
        self.card().1
    }

    /// Who described it first.
    pub fn citation(self) -> &'static str {
        self.card().2
    }

    fn card(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Ahp => (
                "ahp",
                "ratios of importance between pairs of criteria, with a check of consistency",
                "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill",
            ),
            Self::Bwm => (
                "bwm",
                "the best criterion against each other one, and each against the worst",
                "Rezaei, J. (2015). Best-worst multi-criteria decision-making method. Omega, 53",
            ),
            Self::Swing => (
                "swing",
                "points for the swing of each criterion from worst to best",
                "von Winterfeldt, D., & Edwards, W. (1986). Decision Analysis and Behavioral Research",
            ),
            Self::RankOrder => (
                "rank-order",
                "nothing but the order of the criteria",
                "Barron, F. H., & Barrett, B. E. (1996). Management Science, 42(11)",
            ),
            Self::Swara => (
                "swara",
                "an order and how much more each criterion matters than the next",
                "Keršulienė, V., Zavadskas, E. K., & Turskis, Z. (2010). J. Bus. Econ. Manag., 11(2)",
            ),
            Self::Fucom => (
                "fucom",
                "an order and how many times each criterion matters as much as the next",
                "Pamučar, D., Stević, Ž., & Sremac, S. (2018). Symmetry, 10(9), 393",
            ),
            Self::Rancom => (
                "rancom",
                "ranks with ties, compared pair by pair",
                "Więckowski, J., et al. (2023). Eng. Appl. of Artificial Intelligence, 122",
            ),
            Self::Macbeth => (
                "macbeth",
                "differences between swings in words, from no to extreme",
                "Bana e Costa, C. A., De Corte, J.-M., & Vansnick, J.-C. (2012). IJITDM, 11(2)",
            ),
            Self::Equal => (
                "equal",
                "the same share for every criterion",
                "Dawes, R. M., & Corrigan, B. (1974). Psychological Bulletin, 81(2)",
            ),
            Self::Entropy => (
                "entropy",
                "how unevenly the ratings of a criterion are spread over the vendors",
                "Zeleny, M. (1982). Multiple Criteria Decision Making. McGraw-Hill",
            ),
            Self::Critic => (
                "critic",
                "how far a criterion spreads and how little it repeats the others",
                "Diakoulaki, D., Mavrotas, G., & Papayannakis, L. (1995). Comput. Oper. Res., 22(7)",
            ),
            Self::Merec => (
                "merec",
                "how much the overall performance changes once a criterion is removed",
                "Keshavarz-Ghorabaee, M., et al. (2021). Symmetry, 13(4), 525",
            ),
            Self::StandardDeviation => (
                "standard-deviation",
                "how far the raw ratings of a criterion spread, in their own units",
                "Diakoulaki, D., Mavrotas, G., & Papayannakis, L. (1995). Comput. Oper. Res., 22(7)",
            ),
            Self::Variance => (
                "variance",
                "the variance of a criterion once it lies between 0 and 1",
                "Rao, R. V., & Patel, B. K. (2010). Materials & Design, 31(10)",
            ),
            Self::Gini => (
                "gini",
                "the mean difference between vendors relative to the mean rating",
                "Li, G., & Chi, G. (2009). ICISE 2009",
            ),
            Self::Angle => (
                "angle",
                "the angle between the ratings and those of a field all alike",
                "Shuai, D., Zongzhun, Z., Yongji, W., & Lei, L. (2012). CCDC 2012",
            ),
            Self::Cilos => (
                "cilos",
                "how little a criterion loses when another is at its best",
                "Zavadskas, E. K., & Podvezko, V. (2016). IJITDM, 15(2)",
            ),
            Self::Idocriw => (
                "idocriw",
                "entropy and cilos multiplied",
                "Zavadskas, E. K., & Podvezko, V. (2016). IJITDM, 15(2)",
            ),
            Self::Lopcow => (
                "lopcow",
                "the root mean square of a criterion against its deviation, in logarithms",
                "Ecer, F., & Pamučar, D. (2022). Omega, 112",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn ids_lead_back_to_their_kinds() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_id(kind.id()) == Some(kind)));
        assert_eq!(Kind::from_id("standard-deviation"), Some(Kind::StandardDeviation));
        assert_eq!(Kind::from_id("Equal"), None);
    }
}
