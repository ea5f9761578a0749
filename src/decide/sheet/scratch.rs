//! Memory for one what-if after another on the same sheet.
//! Each core has its own.

use crate::decide::sheet::moves::Moves;
use crate::decide::sheet::ranking::Ranking;

/// Memory that a core reuses from one what-if to the next.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    /// What the what-if at hand moves.
    pub moves: Moves,
    /// For ranks.
    pub ranking: Ranking,
}
