//! Reading and atomic writing: the only place besides `catalog` that touches the disk.
//! Called by `cli` and `serve`; knows neither TOML nor vendors.

mod read;
mod write;

pub use crate::files::read::{LARGEST, read};
pub use crate::files::write::{Unwritable, write};
