//! The judgements of each kind, with names turned into indices and every entry's place kept.
//! What is covered is what they name, or `over`.

use crate::document::node::{Node, Table, Value};
use crate::model::load::derive::keyed;
use crate::model::load::derive::places::Places;
use crate::model::load::fields::{Fields, not_a_word, number, string, wrong_type};
use crate::model::load::names::Names;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;
use crate::weights::ahp::{Ahp, Priority};
use crate::weights::bwm::{Bwm, Model};
use crate::weights::derivation::Judgements;
use crate::weights::fault::Part;
use crate::weights::fucom::Fucom;
use crate::weights::kind::Kind;
use crate::weights::macbeth::{Difference, Macbeth};
use crate::weights::pairwise::{Comparison, Comparisons};
use crate::weights::rancom::Rancom;
use crate::weights::random_index::RandomIndex;
use crate::weights::rank_order::{Formula, RankOrder};
use crate::weights::swara::Swara;
use crate::weights::swing::Swing;

/// Judgements as the arithmetic takes them.
#[derive(Debug)]
pub struct Read {
    /// What they compare, as indices of the names they were read by, rising.
    pub covers: Vec<usize>,
    /// Whatever is compared is an index into `covers`.
    pub judgements: Judgements,
    /// Where each entry stands.
    pub places: Places,
}

/// The keys that hold the judgements of a kind, as a message names them.
pub fn needs(kind: Kind) -> &'static str {
    match kind {
        Kind::Ahp => "`compare = [[\"a\", \"b\", 3], …]`, or `order` and `matrix`",
        Kind::Bwm => "`best`, `worst`, `best-to-others` and `others-to-worst`",
        Kind::Swing => "`points = { … }`",
        Kind::RankOrder => "`order = [ … ]`",
        Kind::Swara => "`order` and `steps`",
        Kind::Fucom => "`order` and `priorities`",
        Kind::Rancom => "`ranks = { … }`",
        Kind::Macbeth => "`differences = [[\"a\", \"b\", \"weak\"], …]`",
        _ => "nothing",
    }
}

/// Reads the judgements of a kind; `None` where something is missing or wrong.
pub fn read(
    kind: Kind,
    fields: &mut Fields<'_>,
    over: Option<Vec<usize>>,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<Read> {
    let mut reader = Reader { names, covers: over, places: Places::default() };
    let judgements = match kind {
        Kind::Ahp => reader.ahp("compare", fields, sink).map(Judgements::Ahp),
        Kind::Bwm => reader.bwm(fields, sink),
        Kind::Swing => {
            let points = reader.by_criterion(fields.node("points")?, Part::Points, sink)?;
            Some(Judgements::Swing(Swing { points }))
        }
        Kind::RankOrder => {
            let words = Formula::ALL.map(|formula| (formula.id(), formula));
            let formula = fields.word("formula", &words, sink).map(|word| word.value);
            let order = reader.order(fields, sink)?;
            Some(Judgements::RankOrder(RankOrder { order, formula: formula.unwrap_or_default() }))
        }
        Kind::Swara => {
            let steps = reader.steps(fields.node("steps"), sink);
            let order = reader.order(fields, sink)?;
            Some(Judgements::Swara(Swara { order, steps: steps? }))
        }
        Kind::Fucom => {
            let priorities = reader.steps(fields.node("priorities"), sink);
            let order = reader.order(fields, sink)?;
            Some(Judgements::Fucom(Fucom { order, priorities: priorities? }))
        }
        Kind::Rancom => {
            let ranks = reader.by_criterion(fields.node("ranks")?, Part::Ranks, sink)?;
            Some(Judgements::Rancom(Rancom { ranks }))
        }
        Kind::Macbeth => reader.macbeth(fields, sink),
        _ => None,
    }?;
    let covers = reader.covers.unwrap_or_default();
    Some(Read { covers, judgements, places: reader.places })
}

/// Reads comparisons in pairs from under a key, or as `order` and `matrix`.
pub fn read_pairs(
    pairs: &'static str,
    fields: &mut Fields<'_>,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<(Read, Ahp)> {
    let mut reader = Reader { names, covers: None, places: Places::default() };
    let ahp = reader.ahp(pairs, fields, sink)?;
    let covers = reader.covers.unwrap_or_default();
    let judgements = Judgements::Ahp(ahp.clone());
    Some((Read { covers, judgements, places: reader.places }, ahp))
}

struct Reader<'a> {
    names: &'a Names<'a>,
    /// What is covered; settled by the first list that names criteria where `over` is absent.
    covers: Option<Vec<usize>>,
    places: Places,
}

impl Reader<'_> {
    /// Settles what is covered by the names given, where `over` has not.
    fn settle(&mut self, named: &[Spanned<String>], sink: &mut Diagnostics) -> Option<()> {
        let mut ids = Vec::with_capacity(named.len());
        for name in named {
            ids.push(self.names.find(name, sink)?);
        }
        ids.sort();
        ids.dedup();
        self.covers.get_or_insert(ids);
        Some(())
    }

    /// The index of a name among what is covered.
    fn index(&self, name: &Spanned<String>, sink: &mut Diagnostics) -> Option<usize> {
        let id = self.names.find(name, sink)?;
        let found = self.covers.as_deref().unwrap_or_default().binary_search(&id).ok();
        if found.is_none() {
            let message = format!("`{}` is not among what these weights cover", name.value);
            sink.push(Diagnostic::error("unknown-name", name.span, message));
        }
        found
    }

    fn count(&self) -> usize {
        self.covers.as_ref().map_or(0, Vec::len)
    }

    fn order(&mut self, fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<Vec<usize>> {
        let named = fields.strings("order", sink);
        if named.is_empty() {
            return None;
        }
        self.settle(&named, sink)?;
        let mut order = Vec::with_capacity(named.len());
        for (entry, name) in named.iter().enumerate() {
            self.places.add(Part::Order, entry, name.span);
            order.push(self.index(name, sink)?);
        }
        Some(order)
    }

    fn steps(&mut self, node: Option<&Node>, sink: &mut Diagnostics) -> Option<Vec<f64>> {
        let node = node?;
        let Value::Array(items) = &node.value else {
            sink.push(wrong_type(node, "numbers, one for each criterion after the first"));
            return None;
        };
        let mut steps = Vec::with_capacity(items.len());
        for (entry, item) in items.iter().enumerate() {
            self.places.add(Part::Steps, entry, item.span);
            steps.push(ratio(item, sink)?);
        }
        Some(steps)
    }

    /// Numbers keyed by criterion, one for each that is covered.
    fn by_criterion(
        &mut self,
        node: &Node,
        part: Part,
        sink: &mut Diagnostics,
    ) -> Option<Vec<f64>> {
        let table = keyed(node, "a table of numbers by criterion", sink)?;
        self.settle(&named(table), sink)?;
        let mut numbers: Vec<Option<f64>> = vec![None; self.count()];
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let index = self.index(&name, sink)?;
            self.places.add(part, index, entry.node.span);
            if let Some(slot) = numbers.get_mut(index) {
                *slot = Some(ratio(&entry.node, sink)?);
            }
        }
        let given = numbers.iter().flatten().count();
        if given < numbers.len() {
            let message = format!("{given} numbers for {} criteria", numbers.len());
            sink.push(Diagnostic::error("wrong-length", node.span, message));
            return None;
        }
        Some(numbers.into_iter().flatten().collect())
    }

    /// `pairs` is the key that comparisons stand under.
    fn ahp(
        &mut self,
        pairs: &'static str,
        fields: &mut Fields<'_>,
        sink: &mut Diagnostics,
    ) -> Option<Ahp> {
        let priorities = Priority::ALL.map(|priority| (priority.id(), priority));
        let priority = fields.word("priority", &priorities, sink).map(|word| word.value);
        let tables = RandomIndex::ALL.map(|table| (table.id(), table));
        let random_index = fields.word("random-index", &tables, sink).map(|word| word.value);
        let compare = fields.node(pairs);
        let matrix = fields.node("matrix");
        let entries = match (compare, matrix) {
            (Some(compare), _) => {
                fields.node("order");
                self.compare(compare, sink)?
            }
            (None, Some(matrix)) => {
                let order = self.order(fields, sink);
                let Some(order) = order else {
                    let message = "`matrix` needs `order` to say whose rows these are";
                    sink.push(Diagnostic::error("missing-key", matrix.span, message));
                    return None;
                };
                self.matrix(matrix, &order, sink)?
            }
            (None, None) => return None,
        };
        Some(Ahp {
            comparisons: Comparisons { criteria: self.count(), entries },
            priority: priority.unwrap_or_default(),
            random_index: random_index.unwrap_or_default(),
        })
    }

    /// `[["a", "b", 3], …]`.
    fn compare(&mut self, node: &Node, sink: &mut Diagnostics) -> Option<Vec<Comparison>> {
        let triples = triples(node, "comparisons, as in [[\"a\", \"b\", 3]]", sink)?;
        let named: Vec<Spanned<String>> =
            triples.iter().flat_map(|(a, b, _)| [a.clone(), b.clone()]).collect();
        self.settle(&named, sink)?;
        let mut entries = Vec::with_capacity(triples.len());
        for (entry, (a, b, third)) in triples.iter().enumerate() {
            self.places.add(Part::Comparisons, entry, third.span);
            let (row, column) = (self.index(a, sink)?, self.index(b, sink)?);
            entries.push(Comparison { row, column, ratio: ratio(third, sink)? });
        }
        Some(entries)
    }

    /// Rows of ratios in the order of `order`.
    fn matrix(
        &mut self,
        node: &Node,
        order: &[usize],
        sink: &mut Diagnostics,
    ) -> Option<Vec<Comparison>> {
        let what = "a square table of ratios, one row for each criterion of `order`";
        let Value::Array(rows) = &node.value else {
            sink.push(wrong_type(node, what));
            return None;
        };
        let mut entries = Vec::with_capacity(order.len() * order.len());
        for (row, cells) in order.iter().zip(rows) {
            let Value::Array(items) = &cells.value else {
                sink.push(wrong_type(cells, "a row of ratios"));
                return None;
            };
            if items.len() != order.len() {
                let message = format!("{} ratios for {} criteria", items.len(), order.len());
                sink.push(Diagnostic::error("wrong-length", cells.span, message));
                return None;
            }
            for (column, item) in order.iter().zip(items) {
                self.places.add(Part::Comparisons, entries.len(), item.span);
                entries.push(Comparison { row: *row, column: *column, ratio: ratio(item, sink)? });
            }
        }
        if rows.len() != order.len() {
            let message = format!("{} rows for {} criteria", rows.len(), order.len());
            sink.push(Diagnostic::error("wrong-length", node.span, message));
            return None;
        }
        Some(entries)
    }

    fn bwm(&mut self, fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<Judgements> {
        let models = Model::ALL.map(|model| (model.id(), model));
        let model = fields.word("model", &models, sink).map(|word| word.value);
        let best = fields.string("best", sink);
        let worst = fields.string("worst", sink);
        let to_others = fields.node("best-to-others");
        let to_worst = fields.node("others-to-worst");
        let (best, worst, to_others, to_worst) = (best?, worst?, to_others?, to_worst?);
        let mut all = vec![best.clone(), worst.clone()];
        for node in [to_others, to_worst] {
            all.extend(named(keyed(node, "a table of numbers by criterion", sink)?));
        }
        self.settle(&all, sink)?;
        let best = self.index(&best, sink)?;
        let worst = self.index(&worst, sink)?;
        let best_to_others = self.against(to_others, Part::BestToOthers, best, sink)?;
        let others_to_worst = self.against(to_worst, Part::OthersToWorst, worst, sink)?;
        let model = model.unwrap_or_default();
        Some(Judgements::Bwm(Bwm { best, worst, best_to_others, others_to_worst, model }))
    }

    /// Numbers by criterion; the one that `own` has against itself may be left out and is 1.
    fn against(
        &mut self,
        node: &Node,
        part: Part,
        own: usize,
        sink: &mut Diagnostics,
    ) -> Option<Vec<f64>> {
        let table = keyed(node, "a table of numbers by criterion", sink)?;
        let mut numbers: Vec<Option<f64>> = vec![None; self.count()];
        if let Some(slot) = numbers.get_mut(own) {
            *slot = Some(1.0);
        }
        for entry in &table.entries {
            let name = Spanned::new(entry.key.name.clone(), entry.key.span);
            let index = self.index(&name, sink)?;
            self.places.add(part, index, entry.node.span);
            if let Some(slot) = numbers.get_mut(index) {
                *slot = Some(ratio(&entry.node, sink)?);
            }
        }
        let given = numbers.iter().flatten().count();
        if given < numbers.len() {
            let message = format!("{given} numbers for {} criteria", numbers.len());
            sink.push(Diagnostic::error("wrong-length", node.span, message));
            return None;
        }
        Some(numbers.into_iter().flatten().collect())
    }

    /// `[["a", "b", "weak"], …]`; `"nothing"` as the second stands for no swing at all.
    fn macbeth(&mut self, fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<Judgements> {
        const WORDS: [&str; 7] =
            ["no", "very weak", "weak", "moderate", "strong", "very strong", "extreme"];
        let node = fields.node("differences")?;
        let what =
            "differences, as in [[\"a\", \"b\", \"weak\"], [\"b\", \"nothing\", \"strong\"]]";
        let triples = triples(node, what, sink)?;
        let named: Vec<Spanned<String>> = triples
            .iter()
            .flat_map(|(a, b, _)| [a.clone(), b.clone()])
            .filter(|name| name.value != "nothing")
            .collect();
        self.settle(&named, sink)?;
        let mut differences = Vec::with_capacity(triples.len());
        for (entry, (more, less, third)) in triples.iter().enumerate() {
            self.places.add(Part::Differences, entry, third.span);
            let more = self.index(more, sink)?;
            let less = match less.value.as_str() {
                "nothing" => None,
                _ => Some(self.index(less, sink)?),
            };
            let word = string(third, "a word from \"no\" to \"extreme\"", sink)?;
            let Some(category) = WORDS.iter().position(|known| *known == word.value) else {
                sink.push(not_a_word(&word, WORDS.into_iter()));
                return None;
            };
            differences.push(Difference { more, less, categories: category..=category });
        }
        Some(Judgements::Macbeth(Macbeth { criteria: self.count(), differences }))
    }
}

fn named(table: &Table) -> Vec<Spanned<String>> {
    table.entries.iter().map(|entry| Spanned::new(entry.key.name.clone(), entry.key.span)).collect()
}

/// Two criteria and what is said of them.
type Triple<'a> = (Spanned<String>, Spanned<String>, &'a Node);

/// Entries of two names and a third thing.
fn triples<'a>(node: &'a Node, what: &str, sink: &mut Diagnostics) -> Option<Vec<Triple<'a>>> {
    let Value::Array(items) = &node.value else {
        sink.push(wrong_type(node, what));
        return None;
    };
    let mut triples = Vec::with_capacity(items.len());
    for item in items {
        let Value::Array(parts) = &item.value else {
            sink.push(wrong_type(item, what));
            return None;
        };
        let [first, second, third] = parts.as_slice() else {
            let message = format!("expected {what}, found {} parts", parts.len());
            sink.push(Diagnostic::error("wrong-length", item.span, message));
            return None;
        };
        let first = string(first, "a criterion", sink)?;
        let second = string(second, "a criterion", sink)?;
        triples.push((first, second, third));
    }
    Some(triples)
}

/// A number, or a fraction in quotes such as "1/3".
fn ratio(node: &Node, sink: &mut Diagnostics) -> Option<f64> {
    let Value::String(text) = &node.value else {
        return number(node, "a number, or a fraction such as \"1/3\"", sink)
            .map(|read| read.value);
    };
    let parsed = match text.split_once('/') {
        Some((above, below)) => {
            let above = above.trim().parse::<f64>().ok();
            let below = below.trim().parse::<f64>().ok();
            above.zip(below).map(|(above, below)| above / below)
        }
        None => None,
    };
    let parsed = parsed.filter(|ratio| ratio.is_finite());
    if parsed.is_none() {
        sink.push(wrong_type(node, "a number, or a fraction such as \"1/3\""));
    }
    parsed
}
