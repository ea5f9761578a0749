//! An explanation as it is shown: sentences in sections, leads split by criterion, its sub-graph.
//! What `why` shows in every format; built from the argument that `reasons` chose.

use crate::decide::decision::Verdict;
use crate::method::outcome::{Split, Unit};
use crate::model::id::VendorId;
use crate::reasons::explanation::{Explanation, Subject};
use crate::reasons::grade::Grade;
use crate::reasons::lead::{LeadFigure, Settled};
use crate::reasons::statement::{Says, Statement};
use crate::reasons::turn::Turn;
use crate::report::view::graph::{GraphView, graph};
use crate::report::view::named::Named;
use crate::report::view::scene::Scene;
use crate::report::view::sentence::{Section, Sentence, sentence};

/// Shares nearer to 0 or 1 than this are printed as 0% and 100%.
const NEARLY_NONE: f64 = 0.0005;

/// An explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplanationView {
    /// The vendor asked about; `None` for the choice itself.
    pub subject: Option<Named>,
    /// The other one, where it was asked for.
    pub over: Option<Named>,
    /// The verdict on the vendor asked about.
    pub verdict: Option<Verdict>,
    /// How the one that loses does, kebab-case.
    pub grade: Option<&'static str>,
    /// Conclusion first, then by section.
    pub sentences: Vec<Sentence>,
    /// The leads cited.
    pub leads: Vec<LeadView>,
    /// What it rests on.
    pub graph: GraphView,
}

/// How far one vendor is ahead of another.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadView {
    /// The first.
    pub vendor: String,
    /// The second.
    pub over: String,
    /// By how much, negative where the first is behind, and in what; `None` under a relation.
    pub lead: Option<(f64, Unit)>,
    /// Who agrees and who forbids, under a relation.
    pub coalition: Option<CoalitionView>,
    /// By leaf, in declared order.
    pub parts: Vec<(String, f64)>,
    /// The smallest set that outweighs all that speaks against.
    pub decisive: Option<Vec<String>>,
    /// The smallest set that stands whatever the others are.
    pub sufficient: Option<Vec<String>>,
}

/// Which criteria say that one vendor is at least as good as another.
#[derive(Debug, Clone, PartialEq)]
pub struct CoalitionView {
    /// Share of the weight that agrees, in [0, 1].
    pub concordance: f64,
    /// Degree to which the first outranks the second, in [0, 1].
    pub credibility: f64,
    /// The leaves that forbid it.
    pub vetoes: Vec<String>,
}

/// An explanation as it is shown.
pub fn view(scene: &Scene<'_>, explanation: &Explanation) -> ExplanationView {
    let named = |id: VendorId| Named::vendor(scene.model(), id);
    let (subject, over) = match explanation.subject {
        Subject::Choice => (None, None),
        Subject::Vendor(vendor) => (Some(named(vendor)), None),
        Subject::Over(vendor, other) => (Some(named(vendor)), Some(named(other))),
    };
    let statements = explanation.statements.iter().filter(|statement| !is_idle(statement));
    let mut sentences: Vec<Sentence> = statements
        .map(|statement| match (&statement.says, explanation.subject) {
            // Of one over another, what puts the other ahead speaks against it.
            (Says::TieBreak(own), Subject::Over(vendor, _)) if own.ahead != vendor => {
                Sentence { section: Section::But, ..sentence(scene, statement) }
            }
            _ => sentence(scene, statement),
        })
        .collect();
    drop_repeated_lead(&mut sentences);
    // Of a rejected vendor the gates come first: how far it is ahead or behind decides nothing.
    if explanation.verdict == Some(Verdict::Rejected) {
        let leads = sentences.iter_mut().filter(|sentence| sentence.kind == "lead");
        leads.for_each(|lead| lead.section = Section::Because);
    }
    sentences.sort_by_key(|sentence| sentence.section);
    ExplanationView {
        subject,
        over,
        verdict: explanation.verdict,
        grade: explanation.grade.as_ref().map(Grade::id),
        sentences,
        leads: explanation.leads.iter().map(|lead| lead_view(scene, lead)).collect(),
        graph: graph(scene, &explanation.part),
    }
}

/// A weight that would have to be everything or nothing turns nothing anybody would turn.
fn is_idle(statement: &Statement) -> bool {
    match &statement.says {
        Says::Turns(Turn::Weight { to, .. }) => !(NEARLY_NONE..1.0 - NEARLY_NONE).contains(to),
        _ => false,
    }
}

/// "Chosen, 0.06 ahead of Tencent" has said it: the lead that follows says it again.
fn drop_repeated_lead(sentences: &mut Vec<Sentence>) {
    if sentences.iter().any(|sentence| sentence.kind == "chosen") {
        let mut leads = sentences.iter().filter(|sentence| sentence.kind == "lead");
        if let (Some(_), None) = (leads.next(), leads.next()) {
            sentences.retain(|sentence| sentence.kind != "lead");
        }
    }
}

fn lead_view(
    scene: &Scene<'_>,
    (ahead, behind, lead): &(VendorId, VendorId, LeadFigure),
) -> LeadView {
    let model = scene.model();
    let name = |id| model.criterion(id).name.clone();
    let settled = |settled: &Option<Settled>| {
        settled.as_ref().map(|settled| settled.criteria.iter().map(|id| name(*id)).collect())
    };
    let coalition = match &lead.how {
        Split::Coalition { concordance, credibility, vetoes } => Some(CoalitionView {
            concordance: *concordance,
            credibility: *credibility,
            vetoes: vetoes
                .iter()
                .filter_map(|&column| lead.parts.get(column))
                .map(|part| name(part.0))
                .collect(),
        }),
        Split::Exact | Split::Shapley { .. } => None,
    };
    LeadView {
        vendor: model.vendor(*ahead).name.clone(),
        over: model.vendor(*behind).name.clone(),
        lead: lead.distance(),
        coalition,
        parts: lead.parts.iter().map(|(id, part)| (name(*id), *part)).collect(),
        decisive: settled(&lead.decisive),
        sufficient: settled(&lead.sufficient),
    }
}

impl ExplanationView {
    /// The sentences of a section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| sentence.section == section)
    }
}
