//! Stakeholders with weights of their own, and how they are combined.
//! Loaded from `[group]` and `[stakeholders.*]`; gates and ratings are common to all.

use crate::model::criterion::Weight;
use crate::model::derived::{FromData, Judged};
use crate::model::id::CriterionId;
use crate::text::span::{Span, Spanned};

/// Everybody who has a say.
#[derive(Debug, Clone, PartialEq)]
pub struct People {
    /// How they become one.
    pub combine: Spanned<Combine>,
    /// In declared order, never empty.
    pub stakeholders: Vec<Stakeholder>,
}

/// How stakeholders become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Combine {
    /// The mean of their leaf shares, by their own shares; one ranking follows.
    MeanWeights,
    /// Their rankings of the field, by Borda's points.
    Borda,
    /// Their rankings, by majorities won minus lost.
    Copeland,
    /// Their rankings, by the order nearest to all of them.
    Kemeny,
}

impl Combine {
    /// Every way, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::MeanWeights, Self::Borda, Self::Copeland, Self::Kemeny];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::MeanWeights => "mean-weights",
            Self::Borda => "borda",
            Self::Copeland => "copeland",
            Self::Kemeny => "kemeny",
        }
    }

    /// Whether rankings are combined rather than weights.
    pub fn is_vote(self) -> bool {
        self != Self::MeanWeights
    }
}

/// One person, or one party, and what matters to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Stakeholder {
    /// The table key.
    pub name: String,
    /// The key of its table.
    pub span: Span,
    /// A title for people.
    pub title: Option<String>,
    /// How much they count beside the others, ≥ 0; 1 where nobody says.
    pub share: f64,
    /// Weights of their own, in declared order of the criteria; siblings missing have the file's.
    pub weights: Vec<(CriterionId, Weight)>,
    /// The judgements behind those weights, where they were derived.
    pub judged: Option<Judged>,
    /// Leaf shares from the ratings of the field in place of all weights.
    pub from_data: Option<FromData>,
}

impl Stakeholder {
    /// What people read: the title, else the name.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// Their weights over the file's: one for each criterion.
    pub fn weights_over(&self, file: &[Option<f64>]) -> Vec<Option<f64>> {
        let mut weights = file.to_vec();
        for (id, weight) in &self.weights {
            weights[id.index()] = Some(weight.number);
        }
        weights
    }
}
