//! What every sentence needs: the reasons it speaks of, the texts it cites, the digits it shows.
//! Made once a page; sentences ask it for names, numbers and places.

use crate::method::outcome::Unit;
use crate::model::id::{CriterionId, SourceId, StakeholderId, VendorId};
use crate::model::people::Stakeholder;
use crate::model::scenario::Model;
use crate::reasons::Reasons;
use crate::reasons::fact::Fact;
use crate::report::digits::{decimals, fixed, signed};
use crate::report::words::list;
use crate::text::source::Texts;

/// What is spoken of.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The decision and its graph.
    pub reasons: &'a Reasons<'a>,
    /// Every text of the run.
    pub texts: &'a Texts,
    /// Decimals under which different scores look different.
    pub decimals: usize,
}

impl<'a> Scene<'a> {
    /// The scene of a decision.
    pub fn new(reasons: &'a Reasons<'a>, texts: &'a Texts) -> Self {
        let reading = &reasons.decision.reading;
        let scores = reading.outcome.scores.as_deref().unwrap_or(&[]);
        Self { reasons, texts, decimals: decimals(scores, reading.tolerance) }
    }

    /// What was written.
    pub fn model(&self) -> &'a Model {
        self.reasons.model
    }

    /// A vendor as people read it.
    pub fn vendor(&self, id: VendorId) -> &'a str {
        self.model().vendor(id).label()
    }

    /// Several vendors in a sentence; more than five are counted.
    pub fn vendors(&self, ids: &[VendorId]) -> String {
        let labels: Vec<&str> = ids.iter().map(|id| self.vendor(*id)).collect();
        match labels.as_slice() {
            [one, two, rest @ ..] if rest.len() > 3 => {
                format!("{one}, {two} and {} more", rest.len())
            }
            all => list(all),
        }
    }

    /// One of the people as people read them.
    pub fn stakeholder(&self, id: StakeholderId) -> &'a str {
        let people = self.model().people.as_ref();
        let who = people.and_then(|people| people.stakeholders.get(id.index()));
        who.map_or("", Stakeholder::label)
    }

    /// A criterion or group as people read it.
    pub fn criterion(&self, id: CriterionId) -> &'a str {
        self.model().criterion(id).label()
    }

    /// Several criteria in a sentence.
    pub fn criteria(&self, ids: &[CriterionId]) -> String {
        list(&ids.iter().map(|id| self.criterion(*id)).collect::<Vec<&str>>())
    }

    /// The first few criteria of a list as people read them, the rest counted.
    pub fn leading_criteria(&self, ids: &[CriterionId]) -> String {
        const FEW: usize = 3;
        if ids.len() <= FEW + 1 {
            return self.criteria(ids);
        }
        let mut words: Vec<String> =
            ids.iter().take(FEW).map(|id| self.criterion(*id).to_owned()).collect();
        words.push(format!("{} more", ids.len() - FEW));
        list(&words)
    }

    /// A source as people read it.
    pub fn source(&self, id: SourceId) -> &'a str {
        let source = self.model().source(id);
        source.title.as_deref().unwrap_or(&source.name)
    }

    /// A score or a lead.
    pub fn score(&self, score: f64) -> String {
        fixed(score, self.decimals)
    }

    /// A part of a lead, with its sign.
    pub fn part(&self, part: f64) -> String {
        signed(part, self.decimals)
    }

    /// A lead with its unit, where that is not the score.
    pub fn lead(&self, amount: f64, unit: Unit) -> String {
        match unit {
            Unit::Score => self.score(amount),
            Unit::Log => format!("{} in logarithms of the score", fixed(amount, 3)),
            Unit::Logit => format!("{} in logits of the score", fixed(amount, 3)),
        }
    }

    /// `file:line` of what was written, each once, in the order of the facts.
    pub fn places(&self, facts: &[Fact]) -> Vec<String> {
        let mut places = Vec::new();
        for fact in facts {
            let node = self
                .reasons
                .graph
                .node(*fact)
                .filter(|_| matches!(fact, Fact::Given(_) | Fact::Change(_)));
            let Some(span) = node.and_then(|node| node.span) else { continue };
            let place = self.texts.place(span);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }
}
