//! The whole situation, checked: what `load` returns and `decide` runs.
//! Every name in it leads somewhere, every number lies where it may.

use crate::method::id::MethodId;
use crate::model::assumption::Assumption;
use crate::model::compared::Compared;
use crate::model::criterion::Criterion;
use crate::model::derived::Derived;
use crate::model::evidence::{Evidence, Source, Standing};
use crate::model::evidence_settings::EvidenceSettings;
use crate::model::expect::Expect;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, SourceId, VendorId};
use crate::model::lint::Lint;
use crate::model::method::MethodChoice;
use crate::model::people::People;
use crate::model::vendor::Vendor;
use crate::model::weight_constraint::WeightConstraint;
use crate::text::span::{Span, Spanned};

/// A valid scenario with its criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Title of the scenario.
    pub title: Option<String>,
    /// Date of the scenario as written.
    pub date: Option<String>,
    /// How many are to be chosen, at least 1.
    pub choose: usize,
    /// Criteria that decide a tie, best first.
    pub tie_break: Vec<CriterionId>,
    /// A lead below this is called close; in units of the score, ≥ 0.
    pub close_call: f64,
    /// How ranks are made.
    pub method: MethodChoice,
    /// Criteria and groups in declared order.
    pub criteria: Vec<Criterion>,
    /// What is agreed about weights beyond their numbers, in declared order.
    pub weight_constraints: Vec<WeightConstraint>,
    /// What grades of evidence count for.
    pub evidence_settings: EvidenceSettings,
    /// Vendors in declared order.
    pub vendors: Vec<Vendor>,
    /// Sources in declared order, then free texts in the order met.
    pub sources: Vec<Source>,
    /// Claims in declared order.
    pub evidence: Vec<Evidence>,
    /// Assumptions in declared order.
    pub assumptions: Vec<Assumption>,
    /// Leaf or group shares of the whole that flags ask for, in (0..1], together at most 1.
    pub asked_shares: Vec<AskedShare>,
    /// Weights that are derived from judgements or data rather than written.
    pub derived: Derived,
    /// Stakeholders with weights of their own; `None` where the file's weights are everybody's.
    pub people: Option<People>,
    /// Vendors compared pair by pair, by leaf in declared order.
    pub compared: Vec<Compared>,
    /// What must come out.
    pub expect: Option<Expect>,
    /// Warnings silenced with a reason.
    pub lints: Vec<Lint>,
}

/// A share of the whole that a flag asks for (`--weight experience=50%`).
#[derive(Debug, Clone, PartialEq)]
pub struct AskedShare {
    /// Leaf or group.
    pub criterion: CriterionId,
    /// Fraction of the whole, in [0, 1].
    pub share: f64,
    /// The flag.
    pub span: Span,
}

impl Model {
    /// The criterion of an id.
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.index()]
    }

    /// The vendor of an id.
    pub fn vendor(&self, id: VendorId) -> &Vendor {
        &self.vendors[id.index()]
    }

    /// The source of an id.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// The claim of an id.
    pub fn claim(&self, id: EvidenceId) -> &Evidence {
        &self.evidence[id.index()]
    }

    /// The assumption of an id.
    pub fn assumption(&self, id: AssumptionId) -> &Assumption {
        &self.assumptions[id.index()]
    }

    /// Whether a criterion is another, or stands under it, near or far.
    pub fn is_under(&self, criterion: CriterionId, above: CriterionId) -> bool {
        let mut at = Some(criterion);
        while let Some(id) = at {
            if id == above {
                return true;
            }
            at = self.criterion(id).under;
        }
        false
    }

    /// Whether some shares follow from the ratings of the field, so that they differ with who stands
    /// in it.
    pub fn weighs_by_field(&self) -> bool {
        let own = self.people.iter().flat_map(|people| &people.stakeholders);
        self.derived.from_data.iter().chain(own.filter_map(|who| who.from_data.as_ref())).count()
            > 0
    }

    /// Whether people vote on ranks, so that no vendor's merit is its own.
    pub fn is_vote(&self) -> bool {
        self.people.as_ref().is_some_and(|people| people.combine.value.is_vote())
    }

    /// The comparisons of vendors that stand in place of ratings on a leaf: AHP alone reads them.
    pub fn compared_on(&self, id: CriterionId) -> Option<&Compared> {
        let is_read = self.method.kind == MethodId::Ahp;
        self.compared.iter().find(|compared| is_read && compared.criterion == id)
    }

    /// Ids of all vendors in declared order.
    pub fn vendor_ids(&self) -> impl Iterator<Item = VendorId> + use<> {
        (0..self.vendors.len()).map(VendorId)
    }

    /// Ids of all criteria in declared order, groups among them.
    pub fn criterion_ids(&self) -> impl Iterator<Item = CriterionId> + use<> {
        (0..self.criteria.len()).map(CriterionId)
    }

    /// The vendor of a name.
    pub fn vendor_named(&self, name: &str) -> Option<VendorId> {
        self.vendors.iter().position(|vendor| vendor.name == name).map(VendorId)
    }

    /// The criterion of a name.
    pub fn criterion_named(&self, name: &str) -> Option<CriterionId> {
        self.criteria.iter().position(|criterion| criterion.name == name).map(CriterionId)
    }

    /// The rating of a vendor on a criterion as it counts, retraction followed: `None` is unknown.
    pub fn counted_evidence(&self, id: EvidenceId) -> bool {
        self.claim(id).standing == Standing::Stands
    }
}

/// A name with its place, before it is known whether it leads anywhere.
pub type Named = Spanned<String>;
