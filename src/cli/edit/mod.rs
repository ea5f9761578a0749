//! `set`, `add`, `remove`, `rename`: edits that leave every other byte alone.
//! Refused when the file would no longer check; says what it did to the decision.

pub mod edited;
pub mod order;

use clap::Args;

use crate::cli::edit::order::{Change, Order};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Screen;
use crate::cli::terminal::Terminal;

/// What every edit takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Show the diff and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to say what was done
    #[arg(long, value_enum, default_value_t = Screen::Table, value_name = "FORMAT")]
    format: Screen,
}

/// What was typed for `set` and `add`.
#[derive(Debug, Args)]
pub struct TypedValue {
    /// The file to edit
    #[arg(value_name = "FILE")]
    file: String,
    /// Where, as in `vendors.acme.ratings.price`
    #[arg(value_name = "PATH")]
    path: String,
    /// What, in TOML; a word needs no quotes
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,
    #[command(flatten)]
    common: Common,
}

/// What was typed for `remove`.
#[derive(Debug, Args)]
pub struct TypedPath {
    /// The file to edit
    #[arg(value_name = "FILE")]
    file: String,
    /// What, as in `vendors.acme` or `criteria.price.gate`
    #[arg(value_name = "PATH")]
    path: String,
    #[command(flatten)]
    common: Common,
}

/// What was typed for `rename`.
#[derive(Debug, Args)]
pub struct TypedName {
    /// The file to edit
    #[arg(value_name = "FILE")]
    file: String,
    /// What, as in `vendors.acme`
    #[arg(value_name = "PATH")]
    path: String,
    /// The new id
    #[arg(value_name = "NEW-ID")]
    name: String,
    #[command(flatten)]
    common: Common,
}

/// Sets a value.
pub fn run_set(typed: &TypedValue, terminal: &mut Terminal) -> Result<Exit, Failure> {
    Order { file: &typed.file, path: &typed.path, change: Change::Set(&typed.value) }
        .carry_out(&typed.common, terminal)
}

/// Adds a value where there is none.
pub fn run_add(typed: &TypedValue, terminal: &mut Terminal) -> Result<Exit, Failure> {
    Order { file: &typed.file, path: &typed.path, change: Change::Add(&typed.value) }
        .carry_out(&typed.common, terminal)
}

/// Removes a value or a table.
pub fn run_remove(typed: &TypedPath, terminal: &mut Terminal) -> Result<Exit, Failure> {
    Order { file: &typed.file, path: &typed.path, change: Change::Remove }
        .carry_out(&typed.common, terminal)
}

/// Renames an id.
pub fn run_rename(typed: &TypedName, terminal: &mut Terminal) -> Result<Exit, Failure> {
    Order { file: &typed.file, path: &typed.path, change: Change::Rename(&typed.name) }
        .carry_out(&typed.common, terminal)
}
