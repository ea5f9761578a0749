//! What the program returns to its caller.
//! Each verb ends in one; the numbers are a contract with scripts.

/// An exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done; a tie too.
    Done = 0,
    /// Something outside failed: a file named on the command line, a pipe.
    Outside = 1,
    /// Usage, including a flag whose path or value does not fit.
    Usage = 2,
    /// Anything wrong inside a file, an edit refused, warnings under `--deny-warnings`.
    Files = 3,
    /// No vendor passes the gates.
    Nobody = 4,
    /// `[expect]` under `check`, or `--expect`, does not hold.
    Unexpected = 5,
    /// Ctrl-C before there was anything to show, or twice.
    Interrupted = 130,
}
