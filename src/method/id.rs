//! The names of the methods, what each is and where it comes from.
//! Read by the model for `kind = …` and by the `methods` verb.

use crate::method::kind::Method;
use crate::method::outcome::Better;

/// A method without its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant's description is text that the program prints")]
pub enum MethodId {
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

/// What is said of a method before it has run.
struct Card {
    id: &'static str,
    description: &'static str,
    better: Better,
    citation: &'static str,
}

impl MethodId {
    /// Every method, in the order of the documentation.
    pub const ALL: &[Self] = &[
        Self::WeightedSum,
        Self::WeightedProduct,
        Self::Waspas,
        Self::Topsis,
        Self::Vikor,
        Self::Copras,
        Self::Moora,
        Self::MooraReference,
        Self::Multimoora,
        Self::Aras,
        Self::Edas,
        Self::Codas,
        Self::Mabac,
        Self::Mairca,
        Self::Marcos,
        Self::Cocoso,
        Self::Spotis,
        Self::Rim,
        Self::Comet,
        Self::Ram,
        Self::Probid,
        Self::Ocra,
        Self::Rov,
        Self::Cradis,
        Self::Todim,
        Self::GreyRelational,
        Self::Maut,
        Self::PrometheeIi,
        Self::ElectreI,
        Self::ElectreIi,
        Self::ElectreIii,
        Self::ElectreTriB,
        Self::Oreste,
        Self::Regime,
        Self::Owa,
        Self::Choquet,
        Self::Ahp,
    ];

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

    /// The method with the parameters it has when a file gives none.
    pub fn with_defaults(self) -> Method {
        match self {
            Self::WeightedSum => Method::WeightedSum(Default::default()),
            Self::WeightedProduct => Method::WeightedProduct(Default::default()),
            Self::Waspas => Method::Waspas(Default::default()),
            Self::Topsis => Method::Topsis(Default::default()),
            Self::Vikor => Method::Vikor(Default::default()),
            Self::Copras => Method::Copras(Default::default()),
            Self::Moora => Method::Moora(Default::default()),
            Self::MooraReference => Method::MooraReference(Default::default()),
            Self::Multimoora => Method::Multimoora(Default::default()),
            Self::Aras => Method::Aras(Default::default()),
            Self::Edas => Method::Edas(Default::default()),
            Self::Codas => Method::Codas(Default::default()),
            Self::Mabac => Method::Mabac(Default::default()),
            Self::Mairca => Method::Mairca(Default::default()),
            Self::Marcos => Method::Marcos(Default::default()),
            Self::Cocoso => Method::Cocoso(Default::default()),
            Self::Spotis => Method::Spotis(Default::default()),
            Self::Rim => Method::Rim(Default::default()),
            Self::Comet => Method::Comet(Default::default()),
            Self::Ram => Method::Ram(Default::default()),
            Self::Probid => Method::Probid(Default::default()),
            Self::Ocra => Method::Ocra(Default::default()),
            Self::Rov => Method::Rov(Default::default()),
            Self::Cradis => Method::Cradis(Default::default()),
            Self::Todim => Method::Todim(Default::default()),
            Self::GreyRelational => Method::GreyRelational(Default::default()),
            Self::Maut => Method::Maut(Default::default()),
            Self::PrometheeIi => Method::PrometheeIi(Default::default()),
            Self::ElectreI => Method::ElectreI(Default::default()),
            Self::ElectreIi => Method::ElectreIi(Default::default()),
            Self::ElectreIii => Method::ElectreIii(Default::default()),
            Self::ElectreTriB => Method::ElectreTriB(Default::default()),
            Self::Oreste => Method::Oreste(Default::default()),
            Self::Regime => Method::Regime(Default::default()),
            Self::Owa => Method::Owa(Default::default()),
            Self::Choquet => Method::Choquet(Default::default()),
            Self::Ahp => Method::Ahp(Default::default()),
        }
    }

    fn card(self) -> Card {
        let higher =
            |id, description, citation| Card { id, description, better: Better::Higher, citation };
        let lower =
            |id, description, citation| Card { id, description, better: Better::Lower, citation };
        let none =
            |id, description, citation| Card { id, description, better: Better::None, citation };
        match self {
            Self::WeightedSum => {
                higher("weighted-sum", "sum of values, each times its weight", "Fishburn 1967")
            }
            Self::WeightedProduct => higher(
                "weighted-product",
                "product of ratios, each to the power of its weight",
                "Miller & Starr 1969",
            ),
            Self::Waspas => higher(
                "waspas",
                "weighted sum and weighted product of ratios, mixed",
                "Zavadskas et al. 2012",
            ),
            Self::Topsis => higher(
                "topsis",
                "closeness to the ideal against distance from the anti-ideal",
                "Hwang & Yoon 1981",
            ),
            Self::Vikor => lower(
                "vikor",
                "compromise between total regret and largest single regret",
                "Opricovic & Tzeng 2004",
            ),
            Self::Copras => higher(
                "copras",
                "shares of benefits plus reciprocal shares of costs, best = 1",
                "Zavadskas, Kaklauskas & Sarka 1994",
            ),
            Self::Moora => higher(
                "moora",
                "benefits minus costs, each over its column's norm",
                "Brauers & Zavadskas 2006",
            ),
            Self::MooraReference => lower(
                "moora-reference",
                "largest weighted distance from the best of each criterion",
                "Brauers & Zavadskas 2006",
            ),
            Self::Multimoora => higher(
                "multimoora",
                "vendors beaten on two of three MOORA rankings",
                "Brauers & Zavadskas 2010",
            ),
            Self::Aras => higher(
                "aras",
                "weighted shares against those of an ideal vendor",
                "Zavadskas & Turskis 2010",
            ),
            Self::Edas => higher(
                "edas",
                "distances above and below the average vendor",
                "Keshavarz Ghorabaee et al. 2015",
            ),
            Self::Codas => higher(
                "codas",
                "Euclidean, then taxicab distance from the worst",
                "Keshavarz Ghorabaee et al. 2016",
            ),
            Self::Mabac => higher(
                "mabac",
                "distance from the border approximation area",
                "Pamučar & Ćirović 2015",
            ),
            Self::Mairca => lower(
                "mairca",
                "gap between theoretical and real ratings",
                "Pamučar, Vasin & Lukovac 2014",
            ),
            Self::Marcos => higher(
                "marcos",
                "utility against an ideal and an anti-ideal vendor",
                "Stević et al. 2020",
            ),
            Self::Cocoso => higher(
                "cocoso",
                "three compromises between a sum and a sum of powers",
                "Yazdani et al. 2019",
            ),
            Self::Spotis => lower(
                "spotis",
                "weighted distance from an ideal point inside fixed scales",
                "Dezert et al. 2020",
            ),
            Self::Rim => higher(
                "rim",
                "closeness to a reference interval inside fixed scales",
                "Cables, Lamata & Verdegay 2016",
            ),
            Self::Comet => {
                higher("comet", "fuzzy rules over ranked characteristic vendors", "Sałabun 2015")
            }
            Self::Ram => higher(
                "ram",
                "root of the benefits, its order set by the costs",
                "Sotoudeh-Anvari 2023",
            ),
            Self::Probid => higher(
                "probid",
                "distances to every tier of ideals and to the average",
                "Wang, Rangaiah & Wang 2021",
            ),
            Self::Ocra => higher(
                "ocra",
                "lead over the lowest, in units of each criterion's least rating",
                "Parkan & Wu 1997",
            ),
            Self::Rov => {
                higher("rov", "middle of the range of value", "Yakowitz, Lane & Szidarovszky 1993")
            }
            Self::Cradis => higher(
                "cradis",
                "deviations from one ideal and one anti-ideal entry",
                "Puška, Stević & Pamučar 2022",
            ),
            Self::Todim => higher(
                "todim",
                "gains and losses against every other vendor, losses felt more",
                "Gomes & Lima 1992",
            ),
            Self::GreyRelational => higher(
                "grey-relational",
                "grey relational grade against the best of each criterion",
                "Deng 1982",
            ),
            Self::Maut => higher(
                "maut",
                "additive or multiplicative utility of values",
                "Keeney & Raiffa 1976",
            ),
            Self::PrometheeIi => higher(
                "promethee-ii",
                "flows of preference over and under every other vendor",
                "Brans & Vincke 1985",
            ),
            Self::ElectreI => {
                none("electre-i", "who is outranked by nobody that matters: the kernel", "Roy 1968")
            }
            Self::ElectreIi => lower(
                "electre-ii",
                "strong and weak outranking, distilled twice",
                "Roy & Bertier 1973",
            ),
            Self::ElectreIii => none(
                "electre-iii",
                "degrees of outranking with vetoes, distilled twice",
                "Roy 1978",
            ),
            Self::ElectreTriB => {
                none("electre-tri-b", "categories between profiles, with vetoes", "Yu 1992")
            }
            Self::Oreste => lower(
                "oreste",
                "ranks of ranks: criteria and vendors ordered, nothing measured",
                "Roubens 1982",
            ),
            Self::Regime => higher(
                "regime",
                "share of the others beaten by the sign of their differences",
                "Hinloopen, Nijkamp & Rietveld 1983",
            ),
            Self::Owa => higher(
                "owa",
                "values weighted by their order, not by their criterion",
                "Yager 1988",
            ),
            Self::Choquet => higher(
                "choquet",
                "weighted sum in which pairs of criteria interact",
                "Grabisch 1996",
            ),
            Self::Ahp => higher(
                "ahp",
                "pairwise priorities of vendors on each criterion, put together by the weights",
                "Saaty 1980",
            ),
        }
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
