//! What a change did: who moved, whose verdict is another, who came and went.
//! Vendors are matched by their ids, because the two models are two.

use crate::decide::decision::{Decision, Place, Verdict};
use crate::model::id::VendorId;
use crate::model::scenario::Model;
use crate::report::digits::signed;
use crate::report::view::graph::verdict_word;

/// A decision with the model it was made from.
#[derive(Debug, Clone, Copy)]
pub struct Decided<'a> {
    /// What was written.
    pub model: &'a Model,
    /// What came out.
    pub decision: &'a Decision,
    /// A vendor that goes by another id on the other side: its id here, its id there.
    pub renamed: Option<(&'a str, &'a str)>,
}

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
pub fn moves(before: &Decided<'_>, after: &Decided<'_>) -> Vec<Move> {
    let mut names: Vec<&str> = after.names();
    names.extend(before.names().into_iter().filter(|name| after.place(name).is_none()));
    let moves = names.into_iter().map(|name| {
        let (was, is) = (before.place(name), after.place(name));
        let rank = |place: Option<&Place>| place.and_then(|place| place.rank);
        let verdict = |place: Option<&Place>| place.map(|place| place.verdict);
        let label = after.label(name).or(before.label(name)).unwrap_or(name);
        let scores = after.score(name).zip(before.score(name));
        Move {
            vendor: name.to_owned(),
            label: label.to_owned(),
            from: rank(was),
            to: rank(is),
            score_change: scores.map(|(after, before)| after - before),
            verdicts: (verdict(was), verdict(is)),
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

impl<'a> Decided<'a> {
    /// Ids in the order of the decision, as the other side has them.
    fn names(&self) -> Vec<&'a str> {
        let (model, renamed) = (self.model, self.renamed);
        let there = move |name: &'a str| match renamed {
            Some((here, there)) if here == name => there,
            _ => name,
        };
        let places = self.decision.places.iter();
        places.map(|place| there(model.vendor(place.vendor).name.as_str())).collect()
    }

    fn id(&self, name: &str) -> Option<VendorId> {
        let name = match self.renamed {
            Some((here, there)) if there == name => here,
            _ => name,
        };
        self.model.vendor_named(name)
    }

    fn place(&self, name: &str) -> Option<&'a Place> {
        let id = self.id(name)?;
        self.decision.places.iter().find(|place| place.vendor == id)
    }

    fn label(&self, name: &str) -> Option<&'a str> {
        self.id(name).map(|id| self.model.vendor(id).label())
    }

    fn score(&self, name: &str) -> Option<f64> {
        let place = self.place(name)?;
        let back = place.put_back.as_ref().and_then(|back| back.score);
        self.decision.reading.score(place.vendor).or(back)
    }
}
