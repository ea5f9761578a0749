//! The figures that a statement cites.
//! A test compares each with the nodes named.

use crate::reasons::lead::Form;
use crate::reasons::statement::Says;
use crate::reasons::tie_break::{Breaker, By};
use crate::reasons::turn::Turn;

impl Says {
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
