//! Before and after on a terminal: the answer, who moved, what turned it, which change did what.
//! The page of `what-if`; `diff` puts its own parts between these.

use crate::report::terminal::effects::{effects, turning, without};
use crate::report::terminal::moves::{legend, moves};
use crate::report::terminal::page::{headline, section};
use crate::report::view::what_if::WhatIfView;

/// The whole page.
pub fn draw(view: &WhatIfView) -> String {
    let mut page = headline(&view.headline);
    page.push('\n');
    page.push_str(&moves(view));
    page.push_str(&legend(view));
    page.push_str(&section("What turned it", &turning(view)));
    page.push_str(&section("What each change did to the scores", &effects(view)));
    page.push_str(&section("Without effect", &without(view)));
    page
}
