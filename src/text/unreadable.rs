//! Why a text could not be had: said by whoever reads, shown by whoever asked.
//! Made by `files`, turned into a diagnostic by `document` where a file names another.

use std::fmt;
use std::path::PathBuf;

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The path that was asked for.
    pub path: PathBuf,
    /// What stood in the way.
    pub reason: Reason,
}

/// What stood in the way of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing at the path.
    Missing,
    /// The path is a folder.
    Folder,
    /// Reading it is not permitted.
    Denied,
    /// It is not UTF-8 text.
    NotText {
        /// The first byte that is not, counted from 0.
        byte: usize,
    },
    /// It is larger than what is read at all.
    TooLarge {
        /// Bytes that are read at most.
        limit: u64,
    },
    /// Anything else, in the system's words.
    Other(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => formatter.write_str("there is no such file"),
            Self::Folder => formatter.write_str("it is a folder"),
            Self::Denied => formatter.write_str("permission denied"),
            Self::NotText { byte } => write!(formatter, "it is not UTF-8 text (byte {byte})"),
            Self::TooLarge { limit } => {
                write!(formatter, "it is larger than {} MB", limit / 1_000_000)
            }
            Self::Other(words) => formatter.write_str(words),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot read `{}`: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for Unreadable {}
