//! The few styles of terminal output, named for what they mean.
//! Formats always style; `cli` strips where no terminal shows colour, so no meaning is in them.

use anstyle::{AnsiColor, Style};

/// The answer, and headings.
pub const STRONG: Style = Style::new().bold();
/// What may be skipped.
pub const FAINT: Style = Style::new().dimmed();
/// Chosen, held, written.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// Rejected, failed.
pub const BAD: Style = AnsiColor::Red.on_default();
/// Pending, unknown, warned about.
pub const OPEN: Style = AnsiColor::Yellow.on_default();
/// As the terminal has it.
pub const PLAIN: Style = Style::new();

/// A text in a style; plain text stays free of codes.
pub fn styled(text: &str, style: Style) -> String {
    if style == PLAIN || text.is_empty() {
        text.to_owned()
    } else {
        format!("{style}{text}{style:#}")
    }
}
