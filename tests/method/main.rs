//! Methods over random problems: what each of them owes, and that neither threads nor the width of vectors show.

mod levels;
mod properties;
mod threads;
mod traps;
