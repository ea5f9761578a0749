//! Views as text for a terminal: 80 columns, styled, readable without colour.
//! One file for each view; `cli` strips the styles where no terminal shows them.

pub mod ask;
pub mod diff;
pub mod effects;
pub mod flip;
pub mod impact;
pub mod matrix;
pub mod methods;
pub mod moves;
pub mod page;
pub mod ranking;
pub mod robust;
pub mod sweep;
pub mod what_if;
pub mod why;
