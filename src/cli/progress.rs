//! A bar on standard error for what takes longer than a second; none where no terminal shows it.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);
/// Steps of the bar.
const WIDTH: u64 = 40;

/// A bar that any thread may move.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    began: Instant,
    shown: AtomicU64,
    is_drawing: AtomicBool,
    is_seen: bool,
}

impl Progress {
    /// A bar that names what is done.
    pub fn new(what: &'static str) -> Self {
        Self {
            what,
            began: Instant::now(),
            shown: AtomicU64::new(u64::MAX),
            is_drawing: AtomicBool::new(false),
            is_seen: std::io::stderr().is_terminal(),
        }
    }

    /// So much is done of what is planned.
    pub fn tell(&self, done: u64, planned: u64) {
        if !self.is_seen || self.began.elapsed() < PATIENCE || planned == 0 {
            return;
        }
        let percent = done.min(planned) * 100 / planned;
        if self.shown.swap(percent, Ordering::Relaxed) == percent
            || self.is_drawing.swap(true, Ordering::Acquire)
        {
            return;
        }
        let full = usize::try_from(percent * WIDTH / 100).unwrap_or(0);
        let bar = format!("{:<40}", "#".repeat(full));
        let mut err = std::io::stderr().lock();
        // Whoever cannot see the bar does not need it.
        let _ = write!(err, "\r{} [{bar}] {percent:>3}%", self.what);
        let _ = err.flush();
        self.is_drawing.store(false, Ordering::Release);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if self.is_seen && self.shown.load(Ordering::Relaxed) != u64::MAX {
            let _ = write!(std::io::stderr().lock(), "\r{:60}\r", "");
        }
    }
}
