//! Views: what is shown, in order, as plain structs in full precision with the words chosen.
//! Built from a decision and its reasons; formats turn them into bytes and compute nothing.

pub mod asking;
pub mod barrier;
pub mod change;
pub mod choice;
pub mod condition;
pub mod contribution;
pub mod criterion;
pub mod details;
pub mod diff;
pub mod explanation;
pub mod flip;
pub mod graph;
pub mod headline;
pub mod impact;
pub mod matrix;
pub mod methods;
pub mod moves;
pub mod named;
pub mod pair;
pub mod people;
pub mod quantity;
pub mod ranking;
pub mod reason;
pub mod robust;
pub mod scene;
pub mod selection;
pub mod sentence;
pub mod split;
pub mod sweep;
pub mod tie_break;
pub mod unknown;
pub mod vendor;
pub mod weights;
pub mod what_if;
