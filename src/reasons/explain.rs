//! Chooses the argument: conclusion first, knock-outs next, then causes by size, then what it
//! hangs on and whom it rests on. `Reasons → explain → Explanation`.

mod ballots;
mod leads;
mod open;
mod standing;
mod support;

use std::collections::BTreeSet;

use crate::model::id::VendorId;
use crate::reasons::Reasons;
use crate::reasons::explanation::{Explanation, Subject};
use crate::reasons::fact::Fact;
use crate::reasons::failing::{Failing, failing};
use crate::reasons::grade::grade;
use crate::reasons::lead::LeadFigure;
use crate::reasons::origin::origins;
use crate::reasons::query::{ancestors, behind};
use crate::reasons::statement::Statement;
use crate::reasons::turn::{Turn, turns_of_choice, turns_of_vendor};

/// How many parts of a lead are shown on each side before the tail is folded.
pub const SHOWN: usize = 3;

/// How many turning weights and ratings are said.
pub const TURNS: usize = 3;

/// Explains the choice itself.
pub fn explain_choice(reasons: &Reasons<'_>) -> Explanation {
    let chosen = &reasons.decision.reading.chosen;
    let leads = chosen.iter().filter_map(|&id| lead_between(reasons, id, reasons.rival(id)?));
    let leads: Vec<_> = leads.collect();
    let places = &reasons.decision.places;
    let failing: Vec<_> = places
        .iter()
        .map(|place| place.vendor)
        .filter(|&id| reasons.graph.contains(Fact::Verdict(id)))
        .filter(|&id| reasons.model.vendor(id).excluded.is_none())
        .flat_map(|id| failing(reasons, id))
        .collect();
    let turns = turns_of_choice(reasons);
    let tied = standing::tied(reasons);
    // Where a tie leaves every place open, the tie is the answer.
    let is_open = reasons.decision.reading.chosen.is_empty() && tied.is_some();
    let choice = (!is_open).then(|| standing::of_choice(reasons));
    let mut statements: Vec<Statement> = choice.into_iter().chain(tied).collect();
    let pairs = || chosen.iter().filter_map(|&id| Some((id, reasons.rival(id)?)));
    statements.extend(pairs().filter_map(|(a, b)| standing::tie_break(reasons, [a, b])));
    statements.extend(leads.iter().flat_map(|(a, b, lead)| leads::of(reasons, *a, *b, lead)));
    statements.extend(pairs().flat_map(|(a, b)| ballots::of(reasons, a, b)));
    statements.extend(failing.iter().map(standing::fails));
    statements.extend(said_turns(&turns));
    finish(Draft {
        reasons,
        subject: Subject::Choice,
        facts: vec![Fact::Decision],
        failing,
        leads,
        turns,
        statements,
    })
}

/// Explains the verdict on a vendor; `None` where it does not stand in the graph (then build with
/// it among the vendors asked for).
pub fn explain_vendor(reasons: &Reasons<'_>, vendor: VendorId) -> Option<Explanation> {
    let place = reasons.place(vendor)?;
    if !reasons.graph.contains(Fact::Verdict(vendor)) {
        return None;
    }
    let is_excluded = reasons.model.vendor(vendor).excluded.is_some();
    let failing = if is_excluded { Vec::new() } else { failing(reasons, vendor) };
    let is_chosen = reasons.decision.reading.chosen.contains(&vendor);
    let pair = reasons.rival(vendor).filter(|_| !is_excluded);
    let pair = pair.map(|rival| if is_chosen { (vendor, rival) } else { (rival, vendor) });
    let leads: Vec<_> = pair.and_then(|(a, b)| lead_between(reasons, a, b)).into_iter().collect();
    let turns = turns_of_vendor(reasons, vendor);
    let mut statements = vec![standing::of_vendor(reasons, place)];
    statements.extend(standing::excluded(reasons, vendor));
    statements.extend(failing.iter().map(standing::fails));
    statements.extend(standing::would_rank(place));
    statements.extend(standing::loses(reasons, vendor));
    statements.extend(pair.and_then(|(a, b)| standing::tie_break(reasons, [a, b])));
    statements.extend(leads.iter().flat_map(|(a, b, lead)| leads::of(reasons, *a, *b, lead)));
    statements.extend(pair.into_iter().flat_map(|(a, b)| ballots::of(reasons, a, b)));
    statements.extend(standing::passes(reasons, vendor));
    statements.extend(said_turns(&turns));
    Some(finish(Draft {
        reasons,
        subject: Subject::Vendor(vendor),
        facts: vec![Fact::Verdict(vendor)],
        failing,
        leads,
        turns,
        statements,
    }))
}

/// Explains why one vendor and not another, or how far behind it is; `None` where either does not
/// stand in the graph.
pub fn explain_over(
    reasons: &Reasons<'_>,
    vendor: VendorId,
    other: VendorId,
) -> Option<Explanation> {
    let places = [reasons.place(vendor)?, reasons.place(other)?];
    let facts = vec![Fact::Verdict(vendor), Fact::Verdict(other)];
    if !facts.iter().all(|&fact| reasons.graph.contains(fact)) {
        return None;
    }
    let pair = [vendor, other];
    let failing: Vec<_> = pair
        .iter()
        .filter(|id| reasons.model.vendor(**id).excluded.is_none())
        .flat_map(|&id| failing(reasons, id))
        .collect();
    let leads: Vec<_> = lead_between(reasons, vendor, other).into_iter().collect();
    let mut statements: Vec<Statement> =
        places.iter().map(|place| standing::of_vendor(reasons, place)).collect();
    for id in pair {
        statements.extend(standing::excluded(reasons, id));
    }
    statements.extend(failing.iter().map(standing::fails));
    statements.extend(standing::tie_break(reasons, pair));
    statements.extend(leads.iter().flat_map(|(a, b, lead)| leads::of(reasons, *a, *b, lead)));
    statements.extend(ballots::of(reasons, vendor, other));
    Some(finish(Draft {
        reasons,
        subject: Subject::Over(vendor, other),
        facts: facts.into_iter().chain([Fact::Lead(vendor, other)]).collect(),
        failing,
        leads,
        turns: Vec::new(),
        statements,
    }))
}

/// What the three kinds of explanation have chosen before what is common to all is added.
struct Draft<'a, 'b> {
    reasons: &'a Reasons<'b>,
    subject: Subject,
    facts: Vec<Fact>,
    failing: Vec<Failing>,
    leads: Vec<(VendorId, VendorId, LeadFigure)>,
    turns: Vec<Turn>,
    statements: Vec<Statement>,
}

fn finish(draft: Draft<'_, '_>) -> Explanation {
    let Draft { reasons, subject, facts, failing, leads, turns, mut statements } = draft;
    let mut rests: BTreeSet<Fact> = facts.iter().copied().collect();
    for &fact in &facts {
        rests.extend(ancestors(&reasons.graph, fact));
    }
    let origins = origins(reasons.model, &reasons.graph, &rests);
    statements.extend(open::open(reasons, subject, &rests));
    statements.extend(support::support(reasons, &origins, &rests));
    let subjects = match subject {
        Subject::Choice => None,
        Subject::Vendor(vendor) => Some((vendor, vendor)),
        Subject::Over(vendor, other) => Some((vendor, other)),
    };
    let place = subjects.and_then(|(vendor, _)| reasons.place(vendor));
    Explanation {
        subject,
        verdict: place.map(|place| place.verdict),
        grade: subjects.and_then(|(_, loser)| grade(reasons, loser)),
        failing,
        leads,
        turns,
        origins,
        statements,
        part: behind(&reasons.graph, &facts),
    }
}

fn lead_between(
    reasons: &Reasons<'_>,
    ahead: VendorId,
    behind: VendorId,
) -> Option<(VendorId, VendorId, LeadFigure)> {
    reasons.lead(ahead, behind).map(|lead| (ahead, behind, lead.clone()))
}

/// Every condition; of weights and values the nearest few.
fn said_turns(turns: &[Turn]) -> Vec<Statement> {
    let is_weight = |turn: &&Turn| matches!(turn, Turn::Weight { .. });
    let is_value = |turn: &&Turn| matches!(turn, Turn::Value { .. });
    let conditions = turns.iter().filter(|turn| matches!(turn, Turn::Condition(_)));
    let weights = turns.iter().filter(is_weight).take(TURNS);
    let values = turns.iter().filter(is_value).take(TURNS);
    conditions.chain(weights).chain(values).map(open::turn).collect()
}
