//! Works a derived fact out again from its direct causes alone.
//! What keeps the graph honest: the test suite replays every node of random decisions.

pub use crate::reasons::node::Figure;
