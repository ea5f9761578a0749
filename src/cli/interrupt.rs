//! Ctrl-C while something is drawn: the first asks for what was drawn by then, the second ends the
//! program at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::flag::{register, register_conditional_shutdown};

use crate::cli::exit::Exit;

/// A flag that Ctrl-C sets from now on.
///
/// Where no handler can be set Ctrl-C ends the program at once, as ever.
pub fn watched() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    // In this order: a first Ctrl-C must not find the flag that it sets itself.
    let ends = register_conditional_shutdown(SIGINT, Exit::Interrupted as i32, Arc::clone(&flag));
    if ends.is_ok() {
        // Nothing to do about a failure; then only the flag stays unset.
        let _ = register(SIGINT, Arc::clone(&flag));
    }
    flag
}
