//! What an explanation says, sentence by sentence, as data: the kind, its facts and its figures.
//! `report` finds the words; a test compares the figures with the nodes named.

mod figures;
pub mod parts_of;

use crate::decide::decision::Verdict;
use crate::method::outcome::Unit;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, StakeholderId, VendorId};
use crate::reasons::fact::{Fact, Given};
use crate::reasons::failing::Failing;
use crate::reasons::grade::Grade;
use crate::reasons::lead::{Form, Settled};
use crate::reasons::nobody::Nobody;
use crate::reasons::statement::parts_of::PartsOf;
use crate::reasons::tie_break::Breaker;
use crate::reasons::turn::Turn;
use crate::reasons::votes::{Duels, Side, Vote};

/// One sentence to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// What is said.
    pub says: Says,
    /// The facts it is said of, never empty, each once, the one it concludes first.
    pub nodes: Vec<Fact>,
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// These are chosen.
    Chosen {
        /// Best first.
        vendors: Vec<VendorId>,
        /// The best that is not.
        over: Option<VendorId>,
        /// Merit of the last of them minus that of the best not chosen.
        margin: Option<f64>,
        /// Whether that is below `close-call`.
        close: bool,
    },
    /// Nobody passes.
    Nobody(Nobody),
    /// These are tied across the edge of `choose`.
    Tied {
        /// In declared order.
        vendors: Vec<VendorId>,
    },
    /// The verdict on a vendor, with its place.
    Verdict {
        /// Who.
        vendor: VendorId,
        /// What.
        verdict: Verdict,
        /// Rank in the field.
        rank: Option<usize>,
        /// Score, where the method has one.
        score: Option<f64>,
        /// How many stand in the field.
        field: usize,
    },
    /// Out of the running by decision.
    Excluded {
        /// Who.
        vendor: VendorId,
        /// Why, where somebody said.
        because: Option<String>,
    },
    /// A gate is failed. Never folded.
    Fails(Box<Failing>),
    /// Where a rejected vendor would stand if it were put back.
    WouldRank {
        /// Who.
        vendor: VendorId,
        /// The rank.
        rank: usize,
        /// The score.
        score: Option<f64>,
    },
    /// All gates are passed in the reading.
    Passes {
        /// Who.
        vendor: VendorId,
        /// How many there are.
        gates: usize,
        /// The one with the smallest margin, in its own units.
        narrowest: Option<(CriterionId, f64)>,
    },
    /// An uncertain rating's interval crosses its gate.
    AtRisk {
        /// Who.
        vendor: VendorId,
        /// At which gate.
        criterion: CriterionId,
        /// The margin of the point rating.
        margin: Option<f64>,
    },
    /// A gate that an unknown rating decides.
    UnknownGate {
        /// Who.
        vendor: VendorId,
        /// Which gate.
        criterion: CriterionId,
    },
    /// A pending assumption decides something about the subject.
    Pending {
        /// Which; owner and due date stand in the model.
        assumption: AssumptionId,
    },
    /// An unknown rating counts as this number in the score.
    Filled {
        /// Who.
        vendor: VendorId,
        /// On which criterion.
        criterion: CriterionId,
        /// The number that enters.
        number: f64,
    },
    /// One is ahead of the other.
    Lead {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// By how much; negative where the first is behind.
        amount: f64,
        /// In what.
        unit: Unit,
    },
    /// Two vendors are level, and `tie-break` sets them apart.
    TieBreak(Breaker),
    /// What speaks for the first.
    For(PartsOf),
    /// What speaks against the first.
    Against(PartsOf),
    /// The smallest set of pros that outweighs all cons.
    Decisive {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// The set.
        settled: Settled,
    },
    /// The smallest set that outweighs the worst that the others could do.
    Sufficient {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// The set.
        settled: Settled,
    },
    /// The form of the argument.
    Form {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// The form.
        form: Form,
    },
    /// A relation: who agrees and who forbids.
    Coalition {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// Concordance of the first over the second.
        concordance: f64,
        /// Credibility.
        credibility: f64,
        /// Criteria that forbid it.
        vetoes: Vec<CriterionId>,
    },
    /// Ballots that rank a pair of vendors alike: all of them before, after or level.
    Ballots {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// Whom they speak for.
        side: Side,
        /// In declared order.
        ballots: Vec<Vote>,
    },
    /// Whose ballot the order of two hangs on.
    Pivotal {
        /// The first.
        ahead: VendorId,
        /// The second.
        behind: VendorId,
        /// Those without whose ballot the first would not be ahead.
        voters: Vec<StakeholderId>,
    },
    /// Whom a vendor has a majority over.
    Duels {
        /// Who.
        vendor: VendorId,
        /// Those it beats and those that beat it.
        duels: Duels,
    },
    /// How a vendor of the field loses.
    Loses {
        /// Who.
        vendor: VendorId,
        /// Dominated, never best, far or close.
        grade: Grade,
        /// To whom.
        rival: Option<VendorId>,
    },
    /// What would turn it.
    Turns(Turn),
    /// A what-if sets a fact that this rests on.
    Changed {
        /// Which.
        given: Given,
    },
    /// Every claim it rests on comes from one origin.
    SingleOrigin {
        /// Which.
        source: SourceId,
        /// The claims, in declared order.
        claims: Vec<EvidenceId>,
    },
    /// One claim has one origin, whatever the number of outlets.
    Echoed {
        /// The claim.
        claim: EvidenceId,
        /// The origin.
        origin: SourceId,
        /// How many sources report it.
        outlets: usize,
    },
    /// Two claims cannot both hold; both are kept.
    Contradicted {
        /// One.
        first: EvidenceId,
        /// The other.
        second: EvidenceId,
    },
    /// Known ratings that name no evidence.
    Judgement {
        /// These.
        judged: Vec<(VendorId, CriterionId)>,
        /// Of all that are known.
        of: usize,
    },
}

impl Says {
    /// Kebab-case, as `--format json` says it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Chosen { .. } => "chosen",
            Self::Nobody(_) => "nobody",
            Self::Tied { .. } => "tied",
            Self::Verdict { .. } => "verdict",
            Self::Excluded { .. } => "excluded",
            Self::Fails(_) => "fails",
            Self::WouldRank { .. } => "would-rank",
            Self::Passes { .. } => "passes",
            Self::AtRisk { .. } => "at-risk",
            Self::UnknownGate { .. } => "unknown-gate",
            Self::Pending { .. } => "pending",
            Self::Filled { .. } => "filled",
            Self::Lead { .. } => "lead",
            Self::TieBreak(_) => "tie-break",
            Self::For(_) => "for",
            Self::Against(_) => "against",
            Self::Decisive { .. } => "decisive",
            Self::Sufficient { .. } => "sufficient",
            Self::Form { .. } => "form",
            Self::Coalition { .. } => "coalition",
            Self::Ballots { side: Side::For, .. } => "ballots-for",
            Self::Ballots { side: Side::Against, .. } => "ballots-against",
            Self::Ballots { side: Side::Level, .. } => "ballots-level",
            Self::Pivotal { .. } => "pivotal",
            Self::Duels { .. } => "duels",
            Self::Loses { .. } => "loses",
            Self::Turns(_) => "turns",
            Self::Changed { .. } => "changed",
            Self::SingleOrigin { .. } => "single-origin",
            Self::Echoed { .. } => "echoed",
            Self::Contradicted { .. } => "contradicted",
            Self::Judgement { .. } => "judgement",
        }
    }
}
