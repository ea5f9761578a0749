//! Best–worst: which matters most, which least, and two rows of ratios against them.

use crate::model::load::derive::judgements::entries::keyed;
use crate::model::load::derive::judgements::reader::{Reader, named};
use crate::model::load::fields::Fields;
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::weights::bwm::{Bwm, Model};
use crate::weights::fault::Part;

/// Reads them; `None` where one of the four keys is missing.
pub(super) fn read(
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
    sink: &mut Diagnostics,
) -> Option<Bwm> {
    let models = Model::ALL.map(|model| (model.id(), model));
    let model = fields.word("model", &models, sink).map(|word| word.value);
    let (best, worst) = (fields.string("best", sink), fields.string("worst", sink));
    let (to_others, to_worst) = (fields.node("best-to-others"), fields.node("others-to-worst"));
    let (best, worst, to_others, to_worst) = (best?, worst?, to_others?, to_worst?);
    let tables = [keyed(to_others, sink), keyed(to_worst, sink)];
    let mut all = vec![best.clone(), worst.clone()];
    all.extend(tables.into_iter().flatten().flat_map(named));
    reader.settle(&all, sink);
    let (first, last) = (reader.index(&best, sink), reader.index(&worst, sink));
    if first.is_some() && first == last && reader.count() > 1 {
        let message = format!("`{}` is named best and worst", best.value);
        let diagnostic = Diagnostic::error("contradiction", worst.span, message);
        sink.push(diagnostic.and(best.span, "named best here"));
        reader.is_whole = false;
    }
    let best_to_others = reader.by_criterion(to_others, Part::BestToOthers, first, sink);
    let others_to_worst = reader.by_criterion(to_worst, Part::OthersToWorst, last, sink);
    Some(Bwm {
        best: first?,
        worst: last?,
        best_to_others: best_to_others?,
        others_to_worst: others_to_worst?,
        model: model.unwrap_or_default(),
    })
}
