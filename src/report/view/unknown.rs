//! What nobody knows, and how a run takes it.
//! Lines under a ranking's table.

use crate::model::criterion::Unknown;
use crate::model::id::{CriterionId, VendorId};
use crate::reasons::headline::Headline;
use crate::report::view::scene::Scene;
use crate::report::words::list;

/// Unknown ratings that are named before the rest is counted.
const SHOWN: usize = 4;

/// What nobody knows and how it is taken, a sentence for each way of taking it.
pub fn unknown(scene: &Scene<'_>, first: &Headline) -> Vec<String> {
    let words = |cells: &[(VendorId, CriterionId)]| {
        let named: Vec<String> = cells
            .iter()
            .take(SHOWN)
            .map(|(vendor, id)| format!("{} of {}", scene.criterion(*id), scene.vendor(*vendor)))
            .collect();
        let rest = cells.len() - named.len();
        if rest > 0 { format!("{} and {rest} more", named.join(", ")) } else { list(&named) }
    };
    let mut sentences = Vec::new();
    // Of a vendor that is out anyway nobody asks.
    let in_field = |cell: &&(VendorId, CriterionId)| scene.reasons.decision.reading.row(cell.0);
    let gates: Vec<_> =
        first.unknown_gates.iter().filter(|cell| in_field(cell).is_some()).copied().collect();
    if !gates.is_empty() {
        let cells = words(&gates);
        sentences.push(format!("unknown, taken as passing the gate: {cells}"));
    }
    let fills = [
        (Unknown::Worst, "unknown, counted as the worst"),
        (Unknown::Midpoint, "unknown, counted as the middle"),
        (Unknown::Best, "unknown, counted as the best"),
    ];
    for (fill, lead) in fills {
        let is_filled = |id: CriterionId| {
            let leaf = scene.model().criterion(id).leaf();
            leaf.is_some_and(|leaf| leaf.unknown == fill)
        };
        let cells: Vec<_> = first.filled.iter().copied().filter(|cell| is_filled(cell.1)).collect();
        if !cells.is_empty() {
            sentences.push(format!("{lead}: {}", words(&cells)));
        }
    }
    sentences
}
