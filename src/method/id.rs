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
        }
    }

    fn card(self) -> Card {
        let higher =
            |id, description, citation| Card { id, description, better: Better::Higher, citation };
        let lower =
            |id, description, citation| Card { id, description, better: Better::Lower, citation };
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
