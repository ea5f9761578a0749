//! How far each rating and weight of a chosen vendor may move, and what happens beyond.
//! `Keeps → keeps → KeepView`, one for each side on which it loses.

use crate::explore::flip::Flip;
use crate::explore::flip::keeps::{Edge, Loss};
use crate::model::datum::Quantity;
use crate::report::digits::percent;
use crate::report::view::flip::step::StepKind;
use crate::report::view::named::Named;
use crate::report::view::quantity::{Rating, exact_words, rating};
use crate::report::view::scene::Scene;

/// How far one thing may move before the vendor loses its place.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepView {
    /// The criterion.
    pub criterion: Named,
    /// A rating or a weight.
    pub kind: StepKind,
    /// Today's, in words.
    pub from: String,
    /// The last that keeps the place, in words.
    pub to: String,
    /// Today's as data; a share in [0, 1].
    pub from_data: Rating,
    /// The last that keeps the place, as data.
    pub to_data: Rating,
    /// Where it turns, unrounded.
    pub threshold: Option<f64>,
    /// Who takes the place beyond, in words.
    pub beyond: String,
    /// Ids of those who take it.
    pub rivals: Vec<String>,
    /// Whether the vendor leaves the field there.
    pub rejected: bool,
}

/// Ratings first, then weights, in declared order.
pub fn keeps(scene: &Scene<'_>, flip: &Flip) -> Vec<KeepView> {
    let Some(keeps) = &flip.keeps else { return Vec::new() };
    let model = scene.model();
    let named =
        |id| Named { id: model.criterion(id).name.clone(), label: scene.criterion(id).to_owned() };
    let ids = |loss: &Loss| loss.to.iter().map(|id| model.vendor(*id).name.clone()).collect();
    let mut views = Vec::new();
    for keep in &keeps.ratings {
        let criterion = model.criterion(keep.criterion);
        let point = Quantity::Point;
        views.push(KeepView {
            criterion: named(keep.criterion),
            kind: StepKind::Rating,
            from: exact_words(criterion, &keep.from),
            to: exact_words(criterion, &keep.to),
            from_data: rating(criterion, &point(keep.from.clone())),
            to_data: rating(criterion, &point(keep.to.clone())),
            threshold: keep.threshold,
            beyond: lost(scene, &keep.beyond),
            rivals: ids(&keep.beyond),
            rejected: keep.beyond.is_rejected,
        });
    }
    for keep in &keeps.weights {
        let edges: [&Option<Edge>; 2] = [&keep.low, &keep.high];
        views.extend(edges.into_iter().flatten().map(|edge| KeepView {
            criterion: named(keep.criterion),
            kind: StepKind::Weight,
            from: percent(keep.from),
            to: format!("{}%", edge.percent),
            from_data: Rating::Number(keep.from),
            to_data: Rating::Number(edge.percent / 100.0),
            threshold: Some(edge.threshold),
            beyond: lost(scene, &edge.beyond),
            rivals: ids(&edge.beyond),
            rejected: edge.beyond.is_rejected,
        }));
    }
    views
}

/// `Tencent`, `rejected; Tencent`, `tied with Tencent`.
fn lost(scene: &Scene<'_>, loss: &Loss) -> String {
    let mut words = Vec::new();
    if loss.is_rejected {
        words.push("a gate stops it".to_owned());
    }
    match (loss.to.is_empty(), loss.tied.is_empty()) {
        (false, _) => words.push(format!("{} instead", scene.vendors(&loss.to))),
        (true, false) => words.push(format!("tied with {}", scene.vendors(&loss.tied))),
        (true, true) if loss.is_rejected => words.push("nobody instead".to_owned()),
        (true, true) => words.push("not chosen".to_owned()),
    }
    words.join("; ")
}
