//! What an explanation says, sentence by sentence, as data: the kind, its facts and its figures.
//! `report` finds the words; a test compares the figures with the nodes named.

use crate::decide::decision::Verdict;
use crate::method::outcome::Unit;
use crate::model::datum::Datum;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, StakeholderId, VendorId};
use crate::reasons::fact::{Fact, Given};
use crate::reasons::failing::Failing;
use crate::reasons::grade::Grade;
use crate::reasons::lead::{Form, Settled};
use crate::reasons::nobody::Nobody;
use crate::reasons::tie_break::{Breaker, By};
use crate::reasons::turn::Turn;
use crate::reasons::votes::{Duels, Vote};

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

/// Whom a ballot speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    For,
    /// The second.
    Against,
    /// Neither.
    Level,
}

/// Parts of a lead on one side: the largest shown, the tail folded.
#[derive(Debug, Clone, PartialEq)]
pub struct PartsOf {
    /// The first.
    pub ahead: VendorId,
    /// The second.
    pub behind: VendorId,
    /// Largest first.
    pub shown: Vec<Shown>,
    /// The rest, largest first.
    pub folded: Vec<CriterionId>,
    /// Σ of the folded parts, in the order folded.
    pub together: f64,
}

/// One part of a lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its part of the lead, positive where it speaks for the first.
    pub part: f64,
    /// The first's rating; `None` when unknown.
    pub ahead: Option<Datum>,
    /// The second's rating; `None` when unknown.
    pub behind: Option<Datum>,
    /// The priorities of both, where vendors are compared in pairs in place of ratings.
    pub compared: Option<[f64; 2]>,
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

    /// The figures it cites, each held by one of its nodes. Left out are counts of what it lists,
    /// Σ of folded parts, certificates and turning points: these are checked by their own meaning.
    pub fn figures(&self) -> Vec<f64> {
        match self {
            Self::Chosen { margin, .. } => margin.iter().copied().collect(),
            Self::Verdict { rank, score, .. } => {
                rank.iter().map(|&rank| rank as f64).chain(*score).collect()
            }
            Self::WouldRank { rank, score, .. } => {
                [*rank as f64].into_iter().chain(*score).collect()
            }
            Self::Fails(failing) => failing.tested.iter().chain(&failing.margin).copied().collect(),
            Self::Nobody(nobody) => nobody
                .cheapest
                .iter()
                .flat_map(|failing| failing.tested.iter().chain(&failing.margin).copied())
                .collect(),
            Self::Passes { narrowest, .. } => narrowest.iter().map(|found| found.1).collect(),
            Self::AtRisk { margin, .. } => margin.iter().copied().collect(),
            Self::Filled { number, .. } => vec![*number],
            Self::Lead { amount, .. } => vec![*amount],
            Self::TieBreak(Breaker { by: By::Priorities(figures), .. }) => figures.to_vec(),
            Self::For(parts) | Self::Against(parts) => {
                parts.shown.iter().map(|shown| shown.part).collect()
            }
            Self::Decisive { settled, .. } | Self::Sufficient { settled, .. } => {
                vec![settled.support, settled.against]
            }
            Self::Form { form, .. } => match form {
                Form::NotOnAverage { under_equal, .. } => vec![*under_equal],
                Form::Remaining { ratio, .. } => vec![*ratio],
                Form::All | Form::Inversion { .. } => Vec::new(),
            },
            Self::Coalition { concordance, credibility, .. } => vec![*concordance, *credibility],
            Self::Turns(Turn::Weight { from, .. } | Turn::Value { from, .. }) => vec![*from],
            Self::Ballots { ballots, .. } => ballots
                .iter()
                .flat_map(|vote| {
                    let ranks = vote.ranks.map(|rank| rank as f64);
                    [vote.amount].into_iter().chain(ranks).chain(vote.credits.into_iter().flatten())
                })
                .collect(),
            Self::Turns(Turn::Condition(_))
            | Self::TieBreak(Breaker { by: By::Ratings(_), .. })
            | Self::Pivotal { .. }
            | Self::Duels { .. }
            | Self::Tied { .. }
            | Self::Excluded { .. }
            | Self::UnknownGate { .. }
            | Self::Pending { .. }
            | Self::Loses { .. }
            | Self::Changed { .. }
            | Self::SingleOrigin { .. }
            | Self::Echoed { .. }
            | Self::Contradicted { .. }
            | Self::Judgement { .. } => Vec::new(),
        }
    }
}
