//! Methods that compare vendors in pairs or let criteria interact: PROMETHEE, ELECTRE, Choquet.
//! Called by `decide` like every method; each file is one method or a tool that several share.

pub mod agreement;
pub mod choquet;
mod coalition;
mod compensated;
mod credibility;
mod distillation;
pub mod electre_i;
pub mod electre_ii;
pub mod electre_iii;
pub mod electre_tri_b;
mod graph;
mod kernel;
mod mean_ranks;
pub mod oreste;
pub mod owa;
mod preorder;
pub mod promethee;
mod pseudo_criterion;
pub mod regime;
