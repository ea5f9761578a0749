//! Standard output for data, standard error for talk; styles stripped where nobody sees them.
//! A pipe closed by its reader is no error; any other failure to write is.

use std::io::{self, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

use crate::cli::exit::Exit;
use crate::report::style::{BAD, STRONG, styled};

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Both streams.
pub struct Terminal {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    failed: Option<io::Error>,
}

impl Terminal {
    /// Streams that colour as asked.
    pub fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => None,
            Color::Always => Some(ColorChoice::Always),
            Color::Never => Some(ColorChoice::Never),
        };
        let (out, err) = (io::stdout(), io::stderr());
        let for_out = choice.unwrap_or_else(|| AutoStream::choice(&out));
        let for_err = choice.unwrap_or_else(|| AutoStream::choice(&err));
        Self {
            out: AutoStream::new(out, for_out),
            err: AutoStream::new(err, for_err),
            failed: None,
        }
    }

    /// Writes data, as it is but for styles; after a failure nothing more is written.
    pub fn print(&mut self, data: &str) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(data.as_bytes()).err();
        }
    }

    /// Writes a line of talk.
    pub fn say(&mut self, line: &str) {
        // When even standard error is closed there is nobody left to tell.
        let _ = writeln!(self.err, "{}", line.trim_end_matches('\n'));
    }

    /// Says what went wrong outside of any file.
    pub fn complain(&mut self, message: &str) {
        let line =
            format!("{}{}", styled("error", BAD.bold()), styled(&format!(": {message}"), STRONG));
        self.say(&line);
    }

    /// Flushes, and turns a failure to write into an exit status.
    pub fn close(&mut self, exit: Exit) -> Exit {
        let failed = self.failed.take().or_else(|| self.out.flush().err());
        match failed {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.complain(&format!("cannot write to standard output: {error}"));
                Exit::Outside
            }
            Some(_) | None => exit,
        }
    }
}
