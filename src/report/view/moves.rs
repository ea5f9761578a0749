//! What an edit did, a line a vendor: who moved, whose verdict is another, who came and went.
//! Shown behind `set`, `add`, `remove` and `rename`.

use crate::decide::decision::Verdict;
use crate::explore::moves::{self, Renamed, Stand};
use crate::explore::side::Side;
use crate::report::digits::signed;
use crate::report::view::graph::verdict_word;

/// One vendor before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Its id.
    pub vendor: String,
    /// What people read.
    pub label: String,
    /// Rank before; `None` outside the field.
    pub from: Option<usize>,
    /// Rank after.
    pub to: Option<usize>,
    /// Score after minus score before, where there are both.
    pub score_change: Option<f64>,
    /// Verdicts before and after; `None` where it was not there.
    pub verdicts: (Option<Verdict>, Option<Verdict>),
}

/// Every vendor that moved, in the order of the decision after; then those that are gone.
pub fn moves(before: Side<'_>, after: Side<'_>, renamed: Option<Renamed<'_>>) -> Vec<Move> {
    let label = |name: &str| {
        let mut models = [after.model, before.model].into_iter();
        models.find_map(|model| Some(model.vendor(model.vendor_named(name)?).label().to_owned()))
    };
    let moves = moves::moves(before, after, renamed).into_iter().map(|found| {
        let rank = |stand: &Option<Stand>| stand.as_ref().and_then(|stand| stand.rank);
        let verdict = |stand: &Option<Stand>| stand.as_ref().map(|stand| stand.verdict);
        Move {
            label: label(&found.vendor).unwrap_or_else(|| found.vendor.clone()),
            from: rank(&found.before),
            to: rank(&found.after),
            score_change: found.score_change(),
            verdicts: (verdict(&found.before), verdict(&found.after)),
            vendor: found.vendor,
        }
    });
    moves.filter(Move::is_one).collect()
}

impl Move {
    fn is_one(&self) -> bool {
        let scored = self.score_change.is_some_and(|change| change.abs() > 1e-9);
        self.from != self.to || self.verdicts.0 != self.verdicts.1 || scored
    }

    /// `Tencent: eligible → chosen, rank 2 → 1, score +0.060`.
    pub fn words(&self, decimals: usize) -> String {
        let mut parts = Vec::new();
        match self.verdicts {
            (Some(was), Some(is)) if was != is => {
                parts.push(format!("{} → {}", verdict_word(was), verdict_word(is)));
            }
            (None, Some(is)) => parts.push(format!("new, {}", verdict_word(is))),
            (Some(_), None) => parts.push("gone".to_owned()),
            _ => {}
        }
        if self.from != self.to {
            let rank =
                |rank: Option<usize>| rank.map_or("none".to_owned(), |rank| rank.to_string());
            parts.push(format!("rank {} → {}", rank(self.from), rank(self.to)));
        }
        if let Some(change) = self.score_change.filter(|change| change.abs() > 1e-9) {
            parts.push(format!("score {}", signed(change, decimals)));
        }
        format!("{}: {}", self.label, parts.join(", "))
    }
}
