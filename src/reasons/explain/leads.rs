//! What is said about a lead: how far, what speaks for and against, what decides, in which form.
//! Largest parts first, the tail folded; every part of the decisive set is shown.

use crate::method::kind::Method;
use crate::method::outcome::Split;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::Reasons;
use crate::reasons::explain::SHOWN;
use crate::reasons::fact::{Fact, Given};
use crate::reasons::lead::LeadFigure;
use crate::reasons::statement::parts_of::{PartsOf, Shown};
use crate::reasons::statement::{Says, Statement};

/// The statements about one lead.
pub fn of(
    reasons: &Reasons<'_>,
    ahead: VendorId,
    behind: VendorId,
    lead: &LeadFigure,
) -> Vec<Statement> {
    let fact = Fact::Lead(ahead, behind);
    let mut statements = Vec::new();
    if let Split::Coalition { concordance, credibility, vetoes } = &lead.how {
        let leaves = &reasons.decision.reading.leaves;
        let says = Says::Coalition {
            ahead,
            behind,
            concordance: *concordance,
            credibility: *credibility,
            vetoes: vetoes.iter().map(|&column| leaves[column]).collect(),
        };
        return vec![Statement { says, nodes: vec![fact] }];
    }
    let says = Says::Lead { ahead, behind, amount: lead.amount, unit: lead.unit };
    let scores = [Fact::Score(ahead), Fact::Score(behind)];
    let scores = scores.into_iter().filter(|&score| reasons.graph.contains(score));
    statements.push(Statement { says, nodes: [fact].into_iter().chain(scores).collect() });
    let at_least = lead.decisive.as_ref().map_or(0, |decisive| decisive.criteria.len());
    let pair = (ahead, behind);
    let pros = parts(reasons, pair, &lead.pros(), SHOWN.max(at_least));
    let cons = parts(reasons, pair, &lead.cons(), SHOWN);
    statements.extend(pros.map(|(parts, nodes)| Statement { says: Says::For(parts), nodes }));
    statements.extend(cons.map(|(parts, nodes)| Statement { says: Says::Against(parts), nodes }));
    let with = |criteria: &[CriterionId]| {
        let both = criteria
            .iter()
            .flat_map(|&id| [Fact::Contribution(ahead, id), Fact::Contribution(behind, id)]);
        let cited = both.filter(|&fact| reasons.graph.contains(fact));
        [fact].into_iter().chain(cited).collect::<Vec<Fact>>()
    };
    if let Some(settled) = lead.decisive.clone() {
        let nodes = with(&settled.criteria);
        statements.push(Statement { says: Says::Decisive { ahead, behind, settled }, nodes });
    }
    if let Some(settled) = lead.sufficient.clone() {
        let nodes = with(&settled.criteria);
        statements.push(Statement { says: Says::Sufficient { ahead, behind, settled }, nodes });
    }
    if let Some(form) = lead.form.clone() {
        let nodes = vec![fact];
        statements.push(Statement { says: Says::Form { ahead, behind, form }, nodes });
    }
    statements
}

/// One side of a lead with the facts it cites; `None` where nothing stands on it.
fn parts(
    reasons: &Reasons<'_>,
    (ahead, behind): (VendorId, VendorId),
    side: &[(CriterionId, f64)],
    shown: usize,
) -> Option<(PartsOf, Vec<Fact>)> {
    if side.is_empty() {
        return None;
    }
    // A tail of one takes no more room said than folded.
    let shown = if side.len() == shown + 1 { side.len() } else { shown.min(side.len()) };
    let (head, tail) = side.split_at(shown);
    let mut nodes = vec![Fact::Lead(ahead, behind)];
    let rating = |vendor: VendorId, id: CriterionId| {
        reasons.decision.reading.cells[vendor.index()][id.index()].quantity.point()
    };
    let mut cited = Vec::new();
    for &(criterion, part) in head {
        for vendor in [ahead, behind] {
            nodes.push(Fact::Contribution(vendor, criterion));
            nodes.push(Fact::Given(Given::Rating(vendor, criterion)));
        }
        let vendors = [ahead, behind];
        let [ahead, behind] = vendors.map(|vendor| rating(vendor, criterion));
        let compared = priorities(reasons, vendors, criterion);
        cited.push(Shown { criterion, part, ahead, behind, compared });
    }
    nodes.retain(|&fact| reasons.graph.contains(fact));
    let parts = PartsOf {
        ahead,
        behind,
        shown: cited,
        folded: tail.iter().map(|part| part.0).collect(),
        together: tail.iter().fold(0.0, |sum, part| sum + part.1),
    };
    Some((parts, nodes))
}

/// What the comparisons on a leaf come to for a pair of the field.
fn priorities(
    reasons: &Reasons<'_>,
    pair: [VendorId; 2],
    criterion: CriterionId,
) -> Option<[f64; 2]> {
    let Some(Method::Ahp(ahp)) = &reasons.method else { return None };
    let run = &reasons.decision.reading;
    let local = &ahp.local.get(run.column(criterion)?)?.priorities;
    let [first, second] = pair.map(|vendor| run.row(vendor).and_then(|row| local.get(row)));
    Some([*first?, *second?])
}
