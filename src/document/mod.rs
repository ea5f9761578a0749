//! TOML with spans: parsing, `extends` merging, flags as an overlay; knows no criterion.
//! `Text → parse → Document → extend → overlay → Document`, which `model` then loads.

pub mod extend;
pub mod merge;
pub mod node;
pub mod overlay;
pub mod parse;
pub mod path;
pub mod vendors_from;
pub mod write;

use std::path::{Path, PathBuf};

use crate::document::merge::Override;
use crate::document::node::Node;
use crate::document::overlay::Share;
use crate::text::id::TextId;
use crate::text::span::{Span, Spanned};

/// What all files of a chain say together, with the flags once [`overlay::apply`] has added them.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The merged table, without `extends`, `criteria-file` and `new`. Always a table.
    pub root: Node,
    /// The files it came from: the one that was asked for, what that extends, and so on; last the
    /// criteria file, where there is one.
    pub layers: Vec<Layer>,
    /// What a later text set in place of an earlier one, in the order of merging.
    pub overrides: Vec<Override>,
    /// Shares of the whole set by `--weight ID=N%`; empty without flags.
    pub shares: Vec<Share>,
    /// What the flags say as a tree, to be saved as a what-if; `None` without flags. Shares are not in it.
    pub what_if: Option<Node>,
}

impl Document {
    /// The path of a file named at `place`, such as `vendors-from`: it counts from the folder of the
    /// file that names it, and from the working folder where a flag does.
    pub fn resolve(&self, place: Span, target: &str) -> PathBuf {
        let layer = self.layers.iter().find(|layer| layer.text == place.text);
        let folder = layer.and_then(|layer| layer.path.parent()).unwrap_or(Path::new(""));
        folder.join(target)
    }
}

/// One file of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Its text.
    pub text: TextId,
    /// Where it lies, as the reader was asked for it.
    pub path: PathBuf,
    /// What it is in the chain.
    pub role: Role,
    /// Its own `title`, where it has one.
    pub title: Option<Spanned<String>>,
}

/// What a file is in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The file that was asked for.
    Outermost,
    /// A scenario that the one before it extends.
    Base,
    /// The criteria file under them all.
    Criteria,
}
