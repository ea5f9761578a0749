//! The judgements of each kind, with names turned into indices and every entry's place kept.
//! What is covered is what they name, or `over`; every mistake is said, and work goes on after each.

mod best_worst;
mod differences;
mod entries;
mod pairs;
mod reader;

use crate::model::load::derive::judgements::reader::Reader;
use crate::model::load::derive::places::Places;
use crate::model::load::fields::Fields;
use crate::model::load::names::Names;
use crate::text::diagnostic::Diagnostics;
use crate::weights::ahp::Ahp;
use crate::weights::derivation::Judgements;
use crate::weights::fault::Part;
use crate::weights::fucom::Fucom;
use crate::weights::kind::Kind;
use crate::weights::rancom::Rancom;
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
    /// Whether nothing had to be left out: otherwise no weights come of them, but what is wrong with
    /// the entries that could be read can still be said.
    pub is_whole: bool,
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

/// Reads the judgements of a kind; `None` where there are none to speak of.
pub fn read(
    kind: Kind,
    fields: &mut Fields<'_>,
    over: Option<Vec<usize>>,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<Read> {
    let mut reader = Reader::new(names, over);
    let judgements = match kind {
        Kind::Ahp => pairs::read("compare", fields, &mut reader, sink).map(Judgements::Ahp),
        Kind::Bwm => best_worst::read(fields, &mut reader, sink).map(Judgements::Bwm),
        Kind::Swing => {
            let points = fields.node("points")?;
            let points = reader.by_criterion(points, Part::Points, None, sink)?;
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
            let ranks = fields.node("ranks")?;
            let ranks = reader.by_criterion(ranks, Part::Ranks, None, sink)?;
            Some(Judgements::Rancom(Rancom { ranks }))
        }
        Kind::Macbeth => differences::read(fields, &mut reader, sink).map(Judgements::Macbeth),
        _ => None,
    }?;
    Some(reader.finish(judgements))
}

/// Reads comparisons in pairs from under a key, or as `order` and `matrix`.
pub fn read_pairs(
    key: &'static str,
    fields: &mut Fields<'_>,
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Option<(Read, Ahp)> {
    let mut reader = Reader::new(names, None);
    let ahp = pairs::read(key, fields, &mut reader, sink)?;
    Some((reader.finish(Judgements::Ahp(ahp.clone())), ahp))
}
