//! The names of the methods, what each is and where it comes from.
//! Read by the model for `kind = …` and by the `methods` verb.

use crate::method::outcome::Better;

/// What is said of a method before it has run.
struct Card {
    id: &'static str,
    better: Better,
    citation: &'static str,
    description: &'static str,
}

/// A row for each method: its name in files, which end of its score is the good one, who proposed
/// it, what the score is.
macro_rules! methods {
    ($($name:ident = $id:literal, $better:ident, $citation:literal, $description:literal;)+) => {
        /// A method without its parameters.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum MethodId {
            $(#[doc = $description] $name,)+
        }

        impl MethodId {
            /// Every method, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            fn card(self) -> Card {
                let (id, better, citation, description) = match self {
                    $(Self::$name => ($id, Better::$better, $citation, $description),)+
                };
                Card { id, better, citation, description }
            }
        }
    };
}

methods! {
    WeightedSum = "weighted-sum", Higher, "Fishburn 1967",
        "sum of values, each times its weight";
    WeightedProduct = "weighted-product", Higher, "Miller & Starr 1969",
        "product of ratios, each to the power of its weight";
    Waspas = "waspas", Higher, "Zavadskas et al. 2012",
        "weighted sum and weighted product of ratios, mixed";
    Topsis = "topsis", Higher, "Hwang & Yoon 1981",
        "closeness to the ideal against distance from the anti-ideal";
    Vikor = "vikor", Lower, "Opricovic & Tzeng 2004",
        "compromise between total regret and largest single regret";
    Copras = "copras", Higher, "Zavadskas, Kaklauskas & Sarka 1994",
        "shares of benefits plus reciprocal shares of costs, best = 1";
    Moora = "moora", Higher, "Brauers & Zavadskas 2006",
        "benefits minus costs, each over its column's norm";
    MooraReference = "moora-reference", Lower, "Brauers & Zavadskas 2006",
        "largest weighted distance from the best of each criterion";
    Multimoora = "multimoora", Higher, "Brauers & Zavadskas 2010",
        "vendors beaten on two of three MOORA rankings";
    Aras = "aras", Higher, "Zavadskas & Turskis 2010",
        "weighted shares against those of an ideal vendor";
    Edas = "edas", Higher, "Keshavarz Ghorabaee et al. 2015",
        "distances above and below the average vendor";
    Codas = "codas", Higher, "Keshavarz Ghorabaee et al. 2016",
        "Euclidean, then taxicab distance from the worst";
    Mabac = "mabac", Higher, "Pamučar & Ćirović 2015",
        "distance from the border approximation area";
    Mairca = "mairca", Lower, "Pamučar, Vasin & Lukovac 2014",
        "gap between theoretical and real ratings";
    Marcos = "marcos", Higher, "Stević et al. 2020",
        "utility against an ideal and an anti-ideal vendor";
    Cocoso = "cocoso", Higher, "Yazdani et al. 2019",
        "three compromises between a sum and a sum of powers";
    Spotis = "spotis", Lower, "Dezert et al. 2020",
        "weighted distance from an ideal point inside fixed scales";
    Rim = "rim", Higher, "Cables, Lamata & Verdegay 2016",
        "closeness to a reference interval inside fixed scales";
    Comet = "comet", Higher, "Sałabun 2015",
        "fuzzy rules over ranked characteristic vendors";
    Ram = "ram", Higher, "Sotoudeh-Anvari 2023",
        "root of the benefits, its order set by the costs";
    Probid = "probid", Higher, "Wang, Rangaiah & Wang 2021",
        "distances to every tier of ideals and to the average";
    Ocra = "ocra", Higher, "Parkan & Wu 1997",
        "lead over the lowest, in units of each criterion's least rating";
    Rov = "rov", Higher, "Yakowitz, Lane & Szidarovszky 1993",
        "middle of the range of value";
    Cradis = "cradis", Higher, "Puška, Stević & Pamučar 2022",
        "deviations from one ideal and one anti-ideal entry";
    Todim = "todim", Higher, "Gomes & Lima 1992",
        "gains and losses against every other vendor, losses felt more";
    GreyRelational = "grey-relational", Higher, "Deng 1982",
        "grey relational grade against the best of each criterion";
    Maut = "maut", Higher, "Keeney & Raiffa 1976",
        "additive or multiplicative utility of values";
    PrometheeIi = "promethee-ii", Higher, "Brans & Vincke 1985",
        "flows of preference over and under every other vendor";
    ElectreI = "electre-i", None, "Roy 1968",
        "who is outranked by nobody that matters: the kernel";
    ElectreIi = "electre-ii", Lower, "Roy & Bertier 1973",
        "strong and weak outranking, distilled twice";
    ElectreIii = "electre-iii", None, "Roy 1978",
        "degrees of outranking with vetoes, distilled twice";
    ElectreTriB = "electre-tri-b", None, "Yu 1992",
        "categories between profiles, with vetoes";
    Oreste = "oreste", Lower, "Roubens 1982",
        "ranks of ranks: criteria and vendors ordered, nothing measured";
    Regime = "regime", Higher, "Hinloopen, Nijkamp & Rietveld 1983",
        "share of the others beaten by the sign of their differences";
    Owa = "owa", Higher, "Yager 1988",
        "values weighted by their order, not by their criterion";
    Choquet = "choquet", Higher, "Grabisch 1996",
        "weighted sum in which pairs of criteria interact";
    Ahp = "ahp", Higher, "Saaty 1980",
        "pairwise priorities of vendors on each criterion, put together by the weights";
}

impl MethodId {
    /// The name in files and on the command line.
    pub fn id(self) -> &'static str {
        self.card().id
    }

    /// What the score is, in a line.
    pub fn description(self) -> &'static str {
        self.card().description
    }

    /// Which end of its score is the good one.
    pub fn better(self) -> Better {
        self.card().better
    }

    /// Who proposed it.
    pub fn citation(self) -> &'static str {
        self.card().citation
    }

    /// Why a vendor better on every criterion may still end below, with an example; `None` where it
    /// never does.
    pub fn dominance_exception(self) -> Option<&'static str> {
        match self {
            Self::Codas => Some(
                "its threshold can cut in for one of two vendors only: of (58, 54), (56, 53), \
                 (8, 70), (90, 6) with equal weights the first dominates the second and scores less",
            ),
            Self::Probid => Some(
                "it rewards distance from the average on either side: of (3, 3), (1, 1), (10, 10) \
                 with weights 0.6 and 0.4 the first dominates the second and scores less",
            ),
            Self::Rim => Some("a target inside the scale is better than more"),
            _ => None,
        }
    }

    /// Whether it scores each row against norms of the field, so that a row by itself has a score;
    /// the others compare pairs, order values, or let criteria interact.
    pub fn scores_rows(self) -> bool {
        !matches!(
            self,
            Self::PrometheeIi
                | Self::ElectreI
                | Self::ElectreIi
                | Self::ElectreIii
                | Self::ElectreTriB
                | Self::Oreste
                | Self::Regime
                | Self::Owa
                | Self::Choquet
                | Self::Ahp
        )
    }

    /// The method of that name in files, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|method| method.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::MethodId;

    #[test]
    fn every_name_leads_back_to_its_method() {
        for &method in MethodId::ALL {
            assert_eq!(MethodId::from_id(method.id()), Some(method));
            assert_eq!(method.with_defaults().id(), method);
        }
    }
}
