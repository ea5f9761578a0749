//! A derivation with all it is given, and the two doors through which weights are derived.
//! `model` holds one for each `weights` table; `decide` opens the second door once the field is known.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;
use crate::method::problem::Direction;
use crate::weights::ahp::{self, Ahp};
use crate::weights::bwm::{self, Bwm};
use crate::weights::data::{
    angle, cilos, critic, entropy, equal, gini, idocriw, lopcow, merec, standard_deviation,
    variance,
};
use crate::weights::derived::Derived;
use crate::weights::fault::Fault;
use crate::weights::fucom::{self, Fucom};
use crate::weights::kind::Kind;
use crate::weights::macbeth::{self, Macbeth};
use crate::weights::rancom::{self, Rancom};
use crate::weights::rank_order::{self, RankOrder};
use crate::weights::swara::{self, Swara};
use crate::weights::swing::{self, Swing};

/// How weights are derived, and from what.
#[derive(Debug, Clone, PartialEq)]
pub enum Derivation {
    /// From what people say; ready as soon as it is read.
    Judgements(Judgements),
    /// From the ratings of the field.
    Data(DataKind),
}

impl Derivation {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Judgements(judgements) => judgements.kind(),
            Self::Data(kind) => kind.kind(),
        }
    }
}

/// Judgements of one kind.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each variant is documented at the struct it holds")]
pub enum Judgements {
    Ahp(Ahp),
    Bwm(Bwm),
    Swing(Swing),
    RankOrder(RankOrder),
    Swara(Swara),
    Fucom(Fucom),
    Rancom(Rancom),
    Macbeth(Macbeth),
}

impl Judgements {
    /// Which kind they are.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Ahp(_) => Kind::Ahp,
            Self::Bwm(_) => Kind::Bwm,
            Self::Swing(_) => Kind::Swing,
            Self::RankOrder(_) => Kind::RankOrder,
            Self::Swara(_) => Kind::Swara,
            Self::Fucom(_) => Kind::Fucom,
            Self::Rancom(_) => Kind::Rancom,
            Self::Macbeth(_) => Kind::Macbeth,
        }
    }
}

/// A kind that looks at ratings; none of them has parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each variant is documented in the file of its name")]
pub enum DataKind {
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

impl DataKind {
    /// Every kind, in the order of [`Kind::ALL`].
    pub const ALL: [Self; 11] = [
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

    /// The same kind among all kinds.
    pub fn kind(self) -> Kind {
        match self {
            Self::Equal => Kind::Equal,
            Self::Entropy => Kind::Entropy,
            Self::Critic => Kind::Critic,
            Self::Merec => Kind::Merec,
            Self::StandardDeviation => Kind::StandardDeviation,
            Self::Variance => Kind::Variance,
            Self::Gini => Kind::Gini,
            Self::Angle => Kind::Angle,
            Self::Cilos => Kind::Cilos,
            Self::Idocriw => Kind::Idocriw,
            Self::Lopcow => Kind::Lopcow,
        }
    }

    /// The kind that looks at ratings, if `kind` does.
    pub fn from_kind(kind: Kind) -> Option<Self> {
        Self::ALL.into_iter().find(|data| data.kind() == kind)
    }
}

/// Shares from judgements, one for each criterion they cover.
///
/// # Errors
/// Every mistake found in them, with its place.
pub fn derive_from_judgements(judgements: &Judgements) -> Result<Derived, Vec<Fault>> {
    match judgements {
        Judgements::Ahp(given) => ahp::derive(given),
        Judgements::Bwm(given) => bwm::derive(given),
        Judgements::Swing(given) => swing::derive(given),
        Judgements::RankOrder(given) => rank_order::derive(given),
        Judgements::Swara(given) => swara::derive(given),
        Judgements::Fucom(given) => fucom::derive(given),
        Judgements::Rancom(given) => rancom::derive(given),
        Judgements::Macbeth(given) => macbeth::derive(given),
    }
}

/// Shares from the ratings of the field, one for each column; columns without range are named in the
/// notes and weigh 0, `equal` aside.
///
/// # Errors
/// Why the method has no value on this table, by column where a column is the reason.
pub fn derive_from_data(
    kind: DataKind,
    ratings: &Matrix,
    directions: &[Direction],
) -> Result<Derived, Vec<Refusal>> {
    match kind {
        DataKind::Equal => equal::weigh(ratings),
        DataKind::Entropy => entropy::weigh(ratings, directions),
        DataKind::Critic => critic::weigh(ratings, directions),
        DataKind::Merec => merec::weigh(ratings, directions),
        DataKind::StandardDeviation => standard_deviation::weigh(ratings, directions),
        DataKind::Variance => variance::weigh(ratings, directions),
        DataKind::Gini => gini::weigh(ratings, directions),
        DataKind::Angle => angle::weigh(ratings, directions),
        DataKind::Cilos => cilos::weigh(ratings, directions),
        DataKind::Idocriw => idocriw::weigh(ratings, directions),
        DataKind::Lopcow => lopcow::weigh(ratings, directions),
    }
}
