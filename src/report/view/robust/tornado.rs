//! What one uncertain input does by itself, as it is shown.
//! Part of `robust`.

use crate::explore::robust::tornado::{At, Bar, End, Input};
use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::model::id::VendorId;
use crate::report::view::named::Named;
use crate::report::view::quantity::{Rating, rating};
use crate::report::view::robust::headline::{input_label, input_path};
use crate::report::view::scene::Scene;

/// One uncertain input.
#[derive(Debug, Clone, PartialEq)]
pub struct BarView {
    /// Its path, as in `--set`.
    pub path: String,
    /// In words.
    pub label: String,
    /// At its low end.
    pub low: EndView,
    /// At its high end.
    pub high: EndView,
}

/// One end of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct EndView {
    /// What the input is.
    pub at: Rating,
    /// The lead of today's choice.
    pub lead: Option<f64>,
    /// Who is chosen.
    pub chosen: Vec<Named>,
    /// Who is tied across the edge.
    pub tied: Vec<Named>,
    /// Whether that is another choice than today's.
    pub is_changed: bool,
    /// Whether the method cannot rank there.
    pub is_refused: bool,
}

/// An input in words, with what comes out at both ends.
pub fn bar_view(scene: &Scene<'_>, bar: &Bar) -> BarView {
    let vendors =
        |ids: &[VendorId]| ids.iter().map(|id| Named::vendor(scene.model(), *id)).collect();
    let end = |end: &End| EndView {
        at: match &end.at {
            At::Rating(datum) => match bar.input {
                Input::Rating(_, id) => {
                    rating(scene.model().criterion(id), &Quantity::Point(datum.clone()))
                }
                _ => Rating::Unknown,
            },
            At::Weight(number) => Rating::Number(*number),
            At::Status(Status::Holds) => Rating::Word("holds".to_owned()),
            At::Status(Status::Fails) => Rating::Word("fails".to_owned()),
            At::Status(Status::Pending) => Rating::Unknown,
        },
        lead: end.lead,
        chosen: vendors(&end.chosen),
        tied: vendors(&end.tied),
        is_changed: end.is_changed,
        is_refused: end.is_refused,
    };
    BarView {
        path: input_path(scene, bar.input),
        label: input_label(scene, bar.input),
        low: end(&bar.low),
        high: end(&bar.high),
    }
}
