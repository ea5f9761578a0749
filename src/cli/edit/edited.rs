//! A file before and after an edit: the lines that differ, and what that did to the decision.
//! Made by `order`; says nothing about whether it was written.

use similar::TextDiff;

use crate::cli::decided::Decided;
use crate::cli::opening::Opened;
use crate::explore::moves::Renamed;
use crate::report::view::headline::headline;
use crate::report::view::moves::{Move, moves};
use crate::report::view::scene::Scene;
use crate::report::width::{PAGE, paragraph};

/// A file as it is and as it would be.
#[derive(Debug)]
pub struct Edited {
    /// As it is.
    pub before: Opened,
    /// As it would be.
    pub after: Opened,
    /// Its text as it is.
    pub old: String,
    /// Its text as it would be.
    pub new: String,
}

impl Edited {
    /// The lines that differ.
    pub fn diff(&self, file: &str) -> String {
        let diff = TextDiff::from_lines(self.old.as_str(), self.new.as_str());
        diff.unified_diff().context_radius(2).header(file, file).to_string()
    }

    /// Who moved.
    pub fn moves(&self, renamed: Option<Renamed<'_>>) -> Vec<Move> {
        match Decided::sound(&self.before).zip(Decided::sound(&self.after)) {
            Some((before, after)) => moves(before.side(), after.side(), renamed),
            None => Vec::new(),
        }
    }

    /// What it did to the decision, where the file decides anything.
    pub fn effect(&self, renamed: Option<Renamed<'_>>) -> String {
        let Some(after) = Decided::sound(&self.after) else { return String::new() };
        let reasons = after.reasons(&after.asked());
        let scene = Scene::new(&reasons, &self.after.texts);
        let first = crate::reasons::headline::headline(&reasons);
        let moves = self.moves(renamed);
        if moves.is_empty() {
            return "The decision is what it was.\n".to_owned();
        }
        let mut page = String::from("\n");
        if let Some(answer) = headline(&scene, &first).first() {
            page.push_str(&paragraph("", answer, PAGE));
        }
        for moved in &moves {
            page.push_str(&paragraph("  - ", &moved.words(scene.decimals), PAGE));
        }
        page
    }
}
