//! Facts: what the nodes of the graph stand for, given by a person or derived by a run.
//! Their order is the order in which they are shown; `name` spells them.

use crate::decide::gate_result::Barrier;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, StakeholderId, VendorId};

/// What a person wrote: a leaf of the graph, with file and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// Who reports.
    Source(SourceId),
    /// A claim.
    Evidence(EvidenceId),
    /// What must be true.
    Assumption(AssumptionId),
    /// A vendor on a criterion, as it counts.
    Rating(VendorId, CriterionId),
    /// The weight of a leaf or a group, with the share it comes to.
    Weight(CriterionId),
    /// What a leaf or a group forbids.
    Gate(CriterionId),
    /// A vendor taken out of the running.
    Exclusion(VendorId),
    /// What matters to one of those who vote.
    Stakeholder(StakeholderId),
    /// How ranks are made.
    Method,
}

/// A fact of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// What a person wrote.
    Given(Given),
    /// A what-if sets that given fact.
    Change(Given),
    /// The value of a vendor on a weighted leaf, in [0, 1].
    Value(VendorId, CriterionId),
    /// The part of a vendor's score that a leaf makes up.
    Contribution(VendorId, CriterionId),
    /// How a vendor fares at a gate or at an assumption it requires as a whole.
    GateResult(VendorId, Barrier),
    /// The table over the field that a method without additive parts is given as a whole.
    Field,
    /// Where one of those who vote ranks a vendor by their own weights.
    Ballot(StakeholderId, VendorId),
    /// The score of a vendor.
    Score(VendorId),
    /// How far the first vendor is ahead of the second, split by criterion.
    Lead(VendorId, VendorId),
    /// The rank of a vendor; of a rejected one, where it would stand if it were put back.
    Rank(VendorId),
    /// The verdict on a vendor.
    Verdict(VendorId),
    /// Who is chosen.
    Decision,
}

/// What sort of fact it is, as output names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// [`Given::Source`].
    Source,
    /// [`Given::Evidence`].
    Evidence,
    /// [`Given::Assumption`].
    Assumption,
    /// [`Given::Rating`].
    Rating,
    /// [`Given::Weight`].
    Weight,
    /// [`Given::Gate`].
    Gate,
    /// [`Given::Exclusion`].
    Exclusion,
    /// [`Given::Stakeholder`].
    Stakeholder,
    /// [`Given::Method`].
    Method,
    /// [`Fact::Change`].
    Change,
    /// [`Fact::Value`].
    Value,
    /// [`Fact::Contribution`].
    Contribution,
    /// [`Fact::GateResult`].
    GateResult,
    /// [`Fact::Field`].
    Field,
    /// [`Fact::Ballot`].
    Ballot,
    /// [`Fact::Score`].
    Score,
    /// [`Fact::Lead`].
    Lead,
    /// [`Fact::Rank`].
    Rank,
    /// [`Fact::Verdict`].
    Verdict,
    /// [`Fact::Decision`].
    Decision,
}

impl Kind {
    /// Kebab-case, as `--format json` says it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Evidence => "evidence",
            Self::Assumption => "assumption",
            Self::Rating => "rating",
            Self::Weight => "weight",
            Self::Gate => "gate",
            Self::Exclusion => "exclusion",
            Self::Stakeholder => "stakeholder",
            Self::Method => "method",
            Self::Change => "change",
            Self::Value => "value",
            Self::Contribution => "contribution",
            Self::GateResult => "gate-result",
            Self::Field => "field",
            Self::Ballot => "ballot",
            Self::Score => "score",
            Self::Lead => "lead",
            Self::Rank => "rank",
            Self::Verdict => "verdict",
            Self::Decision => "decision",
        }
    }
}

impl Fact {
    /// What sort of fact it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Given(Given::Source(_)) => Kind::Source,
            Self::Given(Given::Evidence(_)) => Kind::Evidence,
            Self::Given(Given::Assumption(_)) => Kind::Assumption,
            Self::Given(Given::Rating(..)) => Kind::Rating,
            Self::Given(Given::Weight(_)) => Kind::Weight,
            Self::Given(Given::Gate(_)) => Kind::Gate,
            Self::Given(Given::Exclusion(_)) => Kind::Exclusion,
            Self::Given(Given::Stakeholder(_)) => Kind::Stakeholder,
            Self::Given(Given::Method) => Kind::Method,
            Self::Change(_) => Kind::Change,
            Self::Value(..) => Kind::Value,
            Self::Contribution(..) => Kind::Contribution,
            Self::GateResult(..) => Kind::GateResult,
            Self::Field => Kind::Field,
            Self::Ballot(..) => Kind::Ballot,
            Self::Score(_) => Kind::Score,
            Self::Lead(..) => Kind::Lead,
            Self::Rank(_) => Kind::Rank,
            Self::Verdict(_) => Kind::Verdict,
            Self::Decision => Kind::Decision,
        }
    }

    /// The vendor it is about, where it is about one; of a lead, the one ahead.
    pub fn vendor(self) -> Option<VendorId> {
        match self {
            Self::Given(Given::Rating(vendor, _) | Given::Exclusion(vendor))
            | Self::Change(Given::Rating(vendor, _) | Given::Exclusion(vendor))
            | Self::Value(vendor, _)
            | Self::Contribution(vendor, _)
            | Self::GateResult(vendor, _)
            | Self::Ballot(_, vendor)
            | Self::Score(vendor)
            | Self::Lead(vendor, _)
            | Self::Rank(vendor)
            | Self::Verdict(vendor) => Some(vendor),
            Self::Given(_) | Self::Change(_) | Self::Field | Self::Decision => None,
        }
    }
}
