//! Path and value to text edits: everything a person wrote and did not ask to change stays byte for byte.
//! Called by `cli` and `serve` on the one file that is edited; each edit is read back before it is given out.

mod layout;
mod literal;
mod references;
mod refuse;
mod remove;
mod rename;
mod set;
mod target;

pub use crate::edit::refuse::STILL_REFERENCED;
pub use crate::edit::remove::remove;
pub use crate::edit::rename::rename;
pub use crate::edit::set::{add, set};
pub use crate::edit::target::Target;

#[cfg(test)]
mod tests;
