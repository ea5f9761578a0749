//! A tie-break in words: on which criterion, and what each of two level vendors has there.
//! Asked by the first screen, by reasons in tables and by sentences.

use crate::model::id::VendorId;
use crate::reasons::tie_break::{Breaker, By};
use crate::report::digits::{decimals, fixed};
use crate::report::view::quantity::datum_words;
use crate::report::view::scene::Scene;

/// Figures closer than this are level.
const SAME: f64 = 1e-12;

/// What settles it: `level with Globex: the tie-break on price decides`.
pub fn decides(scene: &Scene<'_>, breaker: &Breaker, whom: &str) -> String {
    format!("level with {whom}: the tie-break on {} decides", scene.criterion(breaker.criterion))
}

/// How a vendor comes out of it, short enough for a table:
/// `level with Globex, ahead by tie-break on price (3 against 5)`.
pub fn outcome(scene: &Scene<'_>, breaker: &Breaker, vendor: VendorId) -> String {
    let [ahead, behind] = figures(scene, breaker);
    let criterion = scene.criterion(breaker.criterion);
    let (other, word, own, others) = match vendor == breaker.ahead {
        true => (breaker.behind, "ahead", ahead, behind),
        false => (breaker.ahead, "behind", behind, ahead),
    };
    let other = scene.vendor(other);
    format!("level with {other}, {word} by tie-break on {criterion} ({own} against {others})")
}

/// A sentence of it.
pub fn sentence(scene: &Scene<'_>, breaker: &Breaker) -> String {
    let [ahead, behind] = figures(scene, breaker);
    let (criterion, first) = (scene.criterion(breaker.criterion), scene.vendor(breaker.ahead));
    format!("The tie-break on {criterion} puts {first} ahead: {ahead} against {behind}.")
}

fn figures(scene: &Scene<'_>, breaker: &Breaker) -> [String; 2] {
    match &breaker.by {
        By::Priorities(figures) => {
            let decimals = decimals(figures, SAME);
            figures.map(|figure| fixed(figure, decimals))
        }
        By::Ratings(ratings) => {
            let criterion = scene.model().criterion(breaker.criterion);
            ratings.each_ref().map(|rating| match rating {
                Some(datum) => datum_words(criterion, datum),
                None => "unknown".to_owned(),
            })
        }
    }
}
