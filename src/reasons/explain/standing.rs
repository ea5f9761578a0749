//! What came out: the choice, a verdict with its place, failed gates, the grade of losing.
//! The conclusions that an explanation opens with.

use crate::decide::decision::Place;
use crate::decide::gate_result::Barrier;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::failing::{Failing, failing};
use crate::reasons::grade::{Grade, grade};
use crate::reasons::nobody::nobody;
use crate::reasons::statement::{Says, Statement};
use crate::reasons::tie_break::breaker;

/// Who is chosen, or that nobody is.
pub fn of_choice(reasons: &Reasons<'_>) -> Statement {
    let decision = reasons.decision;
    let reading = &decision.reading;
    if reading.field.is_empty() {
        let nobody = nobody(reasons);
        let mut nodes = vec![Fact::Decision];
        for stopped in &nobody.stopped {
            let results = stopped.vendors.iter().map(|&id| Fact::GateResult(id, stopped.barrier));
            nodes.extend(results.filter(|&fact| reasons.graph.contains(fact)));
        }
        return Statement { says: Says::Nobody(nobody), nodes };
    }
    let vendors = reading.chosen.clone();
    let over = vendors.last().and_then(|&last| reasons.rival(last));
    let mut nodes = vec![Fact::Decision];
    nodes.extend(vendors.iter().map(|&id| Fact::Verdict(id)));
    if let (Some(&last), Some(over)) = (vendors.last(), over) {
        let lead = Fact::Lead(last, over);
        nodes.extend(reasons.graph.contains(lead).then_some(lead));
    }
    let (margin, close) = (decision.margin, decision.close);
    Statement { says: Says::Chosen { vendors, over, margin, close }, nodes }
}

/// Who is tied across the edge.
pub fn tied(reasons: &Reasons<'_>) -> Option<Statement> {
    let vendors = reasons.decision.reading.tied.clone();
    let nodes: Vec<Fact> = vendors
        .iter()
        .flat_map(|&id| [Fact::Verdict(id), Fact::Rank(id)])
        .filter(|&fact| reasons.graph.contains(fact))
        .collect();
    (!vendors.is_empty()).then_some(Statement { says: Says::Tied { vendors }, nodes })
}

/// What sets apart two vendors that are level.
pub fn tie_break(reasons: &Reasons<'_>, pair: [VendorId; 2]) -> Option<Statement> {
    let breaker = breaker(reasons.model, &reasons.decision.reading, pair)?;
    let both = [breaker.ahead, breaker.behind];
    let criterion = breaker.criterion;
    let ranks = both.map(Fact::Rank);
    let values = both.map(|vendor| Fact::Value(vendor, criterion));
    let ratings = both.map(|vendor| Fact::Given(Given::Rating(vendor, criterion)));
    let nodes = [ranks, values, ratings].concat().into_iter();
    let nodes = nodes.filter(|&fact| reasons.graph.contains(fact)).collect();
    Some(Statement { says: Says::TieBreak(breaker), nodes })
}

/// A verdict with rank and score.
pub fn of_vendor(reasons: &Reasons<'_>, place: &Place) -> Statement {
    let vendor = place.vendor;
    let reading = &reasons.decision.reading;
    let (rank, score) = (reading.rank(vendor), reading.score(vendor));
    let mut nodes = vec![Fact::Verdict(vendor)];
    nodes.extend(rank.map(|_| Fact::Rank(vendor)));
    nodes.extend(score.map(|_| Fact::Score(vendor)));
    let verdict = place.verdict;
    let field = reading.field.len();
    Statement { says: Says::Verdict { vendor, verdict, rank, score, field }, nodes }
}

/// Why a vendor is out of the running.
pub fn excluded(reasons: &Reasons<'_>, vendor: VendorId) -> Option<Statement> {
    let excluded = reasons.model.vendor(vendor).excluded.as_ref()?;
    let because = Some(excluded.value.clone()).filter(|because| !because.is_empty());
    let nodes = vec![Fact::Verdict(vendor), Fact::Given(Given::Exclusion(vendor))];
    Some(Statement { says: Says::Excluded { vendor, because }, nodes })
}

/// A failed gate.
pub fn fails(failing: &Failing) -> Statement {
    let vendor = failing.vendor;
    let mut nodes = vec![Fact::GateResult(vendor, failing.barrier)];
    match failing.barrier {
        Barrier::Gate(id) => {
            nodes.push(Fact::Given(Given::Gate(id)));
            if failing.rating.is_some() {
                nodes.push(Fact::Given(Given::Rating(vendor, id)));
            }
        }
        Barrier::Assumption(id) => nodes.push(Fact::Given(Given::Assumption(id))),
    }
    nodes.extend(failing.evidence.iter().map(|&id| Fact::Given(Given::Evidence(id))));
    Statement { says: Says::Fails(Box::new(failing.clone())), nodes }
}

/// Where a rejected vendor would stand.
pub fn would_rank(place: &Place) -> Option<Statement> {
    let vendor = place.vendor;
    let put_back = place.put_back.as_ref()?;
    let (rank, score) = (put_back.rank, put_back.score);
    let mut nodes = vec![Fact::Rank(vendor)];
    nodes.extend(score.map(|_| Fact::Score(vendor)));
    Some(Statement { says: Says::WouldRank { vendor, rank, score }, nodes })
}

/// How a vendor of the field loses; a failed gate is said by [`fails`].
pub fn loses(reasons: &Reasons<'_>, vendor: VendorId) -> Option<Statement> {
    let grade = grade(reasons, vendor).filter(|grade| *grade != Grade::Gate)?;
    let rival = reasons.rival(vendor);
    // Level vendors are closer than a close call; what sets them apart is said by itself.
    let is_level = |rival| breaker(reasons.model, &reasons.decision.reading, [rival, vendor]);
    if grade == Grade::Close && rival.and_then(is_level).is_some() {
        return None;
    }
    let mut nodes = vec![Fact::Verdict(vendor)];
    match &grade {
        Grade::Dominated { by } => nodes.extend(by.iter().map(|&id| Fact::Score(id))),
        Grade::NeverBest { mixes } => {
            nodes.extend(mixes.iter().flatten().map(|(id, _)| Fact::Score(*id)));
        }
        Grade::Far { .. } | Grade::Close | Grade::Gate => {
            nodes.extend(rival.map(|rival| Fact::Lead(rival, vendor)));
        }
    }
    nodes.retain(|&fact| reasons.graph.contains(fact));
    Some(Statement { says: Says::Loses { vendor, grade, rival }, nodes })
}

/// That every gate is passed, and which one only just.
pub fn passes(reasons: &Reasons<'_>, vendor: VendorId) -> Option<Statement> {
    let is_in_field = reasons.decision.reading.row(vendor).is_some();
    let results = &reasons.decision.reading.gates[vendor.index()];
    if !is_in_field || results.is_empty() || !failing(reasons, vendor).is_empty() {
        return None;
    }
    let measured = results.iter().filter_map(|result| match result.barrier {
        Barrier::Gate(id) => Some((id, result.margin?)),
        Barrier::Assumption(_) => None,
    });
    // Margins are in units of their own criteria; what makes them comparable is the scale's width.
    let narrowest = measured.min_by(|a: &(CriterionId, f64), b: &(CriterionId, f64)| {
        let relative = |found: &(CriterionId, f64)| {
            found.1 / crate::reasons::nobody::width(reasons.model, found.0)
        };
        relative(a).total_cmp(&relative(b))
    });
    let nodes = results.iter().map(|result| Fact::GateResult(vendor, result.barrier)).collect();
    let gates = results.len();
    Some(Statement { says: Says::Passes { vendor, gates, narrowest }, nodes })
}
