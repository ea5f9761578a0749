//! The formats that most verbs share; `rank`, `graph` and `report` have some of their own.

use clap::ValueEnum;

/// Whom an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Words,
    /// One object, for a program.
    Json,
}

/// Formats of a page that may go into a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Page {
    /// For a terminal
    #[value(alias = "text")]
    Table,
    /// One object, full precision
    Json,
    /// For a report or an issue
    Markdown,
}

/// Formats of what is read at once or by a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Screen {
    /// For a terminal
    #[value(alias = "text")]
    Table,
    /// One object, full precision
    Json,
}

impl Page {
    /// What a mistake is told in.
    pub fn shape(self) -> Shape {
        match self {
            Self::Json => Shape::Json,
            Self::Table | Self::Markdown => Shape::Words,
        }
    }
}

impl Screen {
    /// What a mistake is told in.
    pub fn shape(self) -> Shape {
        match self {
            Self::Json => Shape::Json,
            Self::Table => Shape::Words,
        }
    }
}
