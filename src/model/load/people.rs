//! `[group]` and `[stakeholders.*]`: who has a say, how much, and with which weights.
//! Runs when the file's own weights are known, since siblings that nobody names keep them.

use crate::document::node::{Entry, Node, Value};
use crate::model::criterion::{Criterion, Leaf, Weight};
use crate::model::derived::{Derived, Judged};
use crate::model::id::CriterionId;
use crate::model::load::derive::{self, Given};
use crate::model::load::fields::{Fields, listed, number, wrong_type};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::model::people::{Combine, People, Stakeholder};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::{Span, Spanned};

/// Reads the people; `None` where the file names none.
pub fn load(
    fields: &mut Fields<'_>,
    criteria: &[Criterion],
    derived: &Derived,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<People> {
    let group = fields.entry("group");
    let entries = super::entries(fields, "stakeholders", sink);
    let combine = group.and_then(|group| combine(&group.node, sink));
    let Some(first) = entries.first() else {
        if let Some(group) = group {
            let message = "`[group]` without stakeholders";
            let help = "add a table for each: [stakeholders.NAME] with [stakeholders.NAME.weights]";
            let diagnostic = Diagnostic::error("missing-key", group.key.span, message);
            sink.push(diagnostic.help(help));
        }
        return None;
    };
    if group.is_none() {
        let message = "there are stakeholders, and nothing says how they become one";
        let words: Vec<&str> = Combine::ALL.iter().map(|way| way.id()).collect();
        let help = format!("add [group] with `combine`, one of {}", listed(&words));
        sink.push(Diagnostic::error("missing-key", first.key.span, message).help(help));
    }
    let reader = Reader { criteria, derived, names };
    let said_before = sink.count();
    let read: Vec<(Stakeholder, Option<Spanned<f64>>)> =
        entries.iter().filter_map(|entry| reader.stakeholder(entry, sink)).collect();
    check_shares(&read, sink);
    let stakeholders: Vec<Stakeholder> = read.into_iter().map(|(who, _)| who).collect();
    if sink.count() == said_before {
        reader.check_each_weighs(&stakeholders, sink);
    }
    (!stakeholders.is_empty()).then_some(People { combine: combine?, stakeholders })
}

fn combine(node: &Node, sink: &mut Diagnostics) -> Option<Spanned<Combine>> {
    let what = "a table with `combine`, as in { combine = \"mean-weights\" }";
    let mut fields = Fields::of(node, Place::Group, what, sink)?;
    let words = Combine::ALL.map(|way| (way.id(), way));
    let combine = fields.word("combine", &words, sink);
    if fields.entry("combine").is_none() {
        let words = words.map(|(word, _)| word);
        let diagnostic = Diagnostic::error("missing-key", node.span, "`combine` is missing");
        sink.push(diagnostic.help(format!("one of {}", listed(&words))));
    }
    fields.close(sink);
    combine
}

/// Shares are numbers to be compared, like weights: all are given or none, and one is above 0.
fn check_shares(read: &[(Stakeholder, Option<Spanned<f64>>)], sink: &mut Diagnostics) {
    let given: Vec<&Spanned<f64>> = read.iter().filter_map(|(_, share)| share.as_ref()).collect();
    let (Some(first), Some(last)) = (given.first(), given.last()) else { return };
    for (who, share) in read {
        if share.is_none() {
            let message = format!("`{}` has no `share`, and others have one", who.name);
            let diagnostic = Diagnostic::error("missing-key", who.span, message);
            sink.push(diagnostic.and(first.span, "a share here"));
        }
    }
    let sum: f64 = given.iter().map(|share| share.value).sum();
    if sum <= 0.0 {
        let message = "all shares of the stakeholders are 0";
        sink.push(Diagnostic::error("zero-weights", first.span, message));
    } else if given.iter().all(|share| share.value < 1.0) && (sum - 1.0).abs() > 1e-6 {
        // Numbers like 60 and 40 are plainly proportions; these look like fractions of a whole.
        let message = format!("these shares add up to {sum:.3}, not 1");
        let help = "they are taken as proportions";
        let diagnostic = Diagnostic::warning("shares-rescaled", last.span, message);
        sink.push(diagnostic.help(help));
    }
}

struct Reader<'a> {
    criteria: &'a [Criterion],
    derived: &'a Derived,
    names: &'a Names<'a>,
}

impl Reader<'_> {
    fn stakeholder(
        &self,
        entry: &Entry,
        sink: &mut Diagnostics,
    ) -> Option<(Stakeholder, Option<Spanned<f64>>)> {
        let table = super::table_of(entry, "a table, as in [stakeholders.NAME]", sink)?;
        let mut fields = Fields::open(table, Place::Stakeholder);
        let title = fields.string("title", sink).map(|title| title.value);
        let share = fields.number("share", sink);
        if let Some(share) = share.as_ref().filter(|share| share.value < 0.0) {
            let message = format!("the share {} is negative", share.value);
            sink.push(Diagnostic::error("negative-weight", share.span, message));
        }
        let weights = fields.entry("weights");
        let derive = fields.entry("derive");
        fields.close(sink);
        let mut who = Stakeholder {
            name: entry.key.name.clone(),
            span: entry.key.span,
            title,
            share: share.as_ref().map_or(1.0, |share| share.value),
            weights: Vec::new(),
            judged: None,
            from_data: None,
        };
        match (weights, derive) {
            (Some(weights), Some(derive)) => {
                let message = "a stakeholder's weights are written or derived, not both";
                let diagnostic = Diagnostic::error("contradiction", derive.key.span, message);
                sink.push(diagnostic.and(weights.key.span, "written here"));
            }
            (Some(weights), None) => who.weights = self.written(&weights.node, sink),
            (None, Some(derive)) => self.derive(&derive.node, &mut who, sink),
            (None, None) => {}
        }
        Some((who, share))
    }

    fn written(&self, node: &Node, sink: &mut Diagnostics) -> Vec<(CriterionId, Weight)> {
        let Value::Table(table) = &node.value else {
            sink.push(wrong_type(node, "a table of weights, as in { price = 60 }"));
            return Vec::new();
        };
        let mut weights = Vec::new();
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let index = self.names.find(&name, sink);
            let read = number(&entry.node, "a weight", sink);
            let (Some(index), Some(read)) = (index, read) else { continue };
            if read.value < 0.0 {
                let message = format!("weight {} is negative", read.value);
                sink.push(Diagnostic::error("negative-weight", read.span, message));
                continue;
            }
            let is_text = |leaf: &Leaf| !leaf.is_valued();
            if self.criteria.get(index).and_then(Criterion::leaf).is_some_and(is_text) {
                let message = format!("`{}` is text and has no weight", name.value);
                sink.push(Diagnostic::error("weighted-text", name.span, message));
                continue;
            }
            let weight =
                Weight { number: read.value, interval: None, because: None, span: read.span };
            weights.push((CriterionId(index), weight));
        }
        weights.sort_by_key(|(id, _)| *id);
        self.check_mixed(&weights, sink);
        weights
    }

    /// Numbers of a stakeholder cannot stand beside shares that the file derives for siblings.
    fn check_mixed(&self, weights: &[(CriterionId, Weight)], sink: &mut Diagnostics) {
        let is_own = |id: &CriterionId| weights.iter().any(|(own, _)| own == id);
        for judged in &self.derived.judged {
            let first = weights.iter().find(|(id, _)| judged.covers.contains(id));
            let missing = judged.covers.iter().find(|id| !is_own(id));
            let (Some((_, first)), Some(missing)) = (first, missing) else { continue };
            let Some(missing) = self.criteria.get(missing.index()) else { continue };
            let message = format!("a weight beside one that is derived for `{}`", missing.name);
            let help = "numbers cannot be compared with derived shares; weigh all siblings here";
            let diagnostic = Diagnostic::error("covered-and-weighted", first.span, message);
            sink.push(diagnostic.and(judged.span, "derived here").help(help));
        }
    }

    fn derive(&self, node: &Node, who: &mut Stakeholder, sink: &mut Diagnostics) {
        match derive::read(node, self.names, sink) {
            None => {}
            Some(Given::Data(kind, over)) => {
                who.from_data = derive::from_data(kind, None, over, self.criteria, sink);
            }
            Some(Given::Judgements(read, kind)) => {
                let covers: Vec<CriterionId> =
                    read.covers.iter().copied().map(CriterionId).collect();
                let group = covers
                    .first()
                    .and_then(|first| self.criteria.get(first.index()))
                    .and_then(|first| first.under);
                if read.is_whole {
                    derive::check_siblings(&covers, group, self.criteria, node.span, sink);
                }
                let Some(found) = derive::settle(&read, kind, self.names, sink) else { return };
                let because = Some(format!("derived: {}", kind.value.id()));
                for (id, share) in covers.iter().zip(&found.shares) {
                    let (interval, because) = (None, because.clone());
                    let weight = Weight { number: *share, interval, because, span: kind.span };
                    who.weights.push((*id, weight));
                }
                let (judgements, span) = (read.judgements, node.span);
                who.judged = Some(Judged { group, covers, judgements, derived: found, span });
            }
        }
    }

    /// Everybody's weights, with the file's where they say nothing, must leave something to score.
    fn check_each_weighs(&self, stakeholders: &[Stakeholder], sink: &mut Diagnostics) {
        let mut said: Vec<Span> = Vec::new();
        for who in stakeholders {
            let is_from_file_data = self.derived.from_data.is_some() && who.weights.is_empty();
            if who.from_data.is_some() || is_from_file_data {
                continue;
            }
            let weight = |id: CriterionId| -> Option<(f64, Span)> {
                let own = who.weights.iter().find(|(own, _)| *own == id).map(|(_, own)| own);
                let weight = own.or(self.criteria[id.index()].weight.as_ref())?;
                Some((weight.number, weight.span))
            };
            if !self.weighs_a_leaf(&weight) {
                let message = format!("`{}` weighs nothing that is rated", who.name);
                let help = "give weights under [stakeholders.NAME.weights], or to the criteria";
                sink.push(Diagnostic::error("no-weights", who.span, message).help(help));
                continue;
            }
            for (group, span) in self.all_zero(&weight) {
                if said.contains(&span) {
                    continue;
                }
                said.push(span);
                let place = group
                    .and_then(|group| self.criteria.get(group.index()))
                    .map_or("at the top level".to_owned(), |group| {
                        format!("under `{}`", group.name)
                    });
                let message = format!("all weights of `{}` {place} are 0", who.name);
                let help = "one of them at least must be above 0";
                sink.push(Diagnostic::error("zero-weights", span, message).help(help));
            }
        }
    }

    /// Whether some leaf, and every group above it, has a weight.
    fn weighs_a_leaf(&self, weight: &impl Fn(CriterionId) -> Option<(f64, Span)>) -> bool {
        (0..self.criteria.len()).any(|index| {
            let mut place = Some(CriterionId(index));
            // A cycle among groups is an error of its own; the walk must end all the same.
            for _ in 0..=self.criteria.len() {
                let Some(id) = place else { return self.criteria[index].leaf().is_some() };
                if weight(id).is_none() {
                    return false;
                }
                place = self.criteria[id.index()].under;
            }
            false
        })
    }

    /// The groups whose weighed members all have weight 0, with the place of the first.
    fn all_zero(
        &self,
        weight: &impl Fn(CriterionId) -> Option<(f64, Span)>,
    ) -> Vec<(Option<CriterionId>, Span)> {
        let weighed: Vec<(Option<CriterionId>, f64, Span)> = (0..self.criteria.len())
            .filter_map(|index| {
                let (number, span) = weight(CriterionId(index))?;
                Some((self.criteria[index].under, number, span))
            })
            .collect();
        let mut groups: Vec<Option<CriterionId>> =
            weighed.iter().map(|(group, ..)| *group).collect();
        groups.sort_unstable();
        groups.dedup();
        let of = |group: Option<CriterionId>| weighed.iter().filter(move |(own, ..)| *own == group);
        groups
            .into_iter()
            .filter(|group| of(*group).map(|(_, number, _)| number).sum::<f64>() <= 0.0)
            .filter_map(|group| of(group).next().map(|(_, _, span)| (group, *span)))
            .collect()
    }
}
