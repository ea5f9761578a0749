//! Methods over random problems: what each of them owes, and that threads do not show.

mod properties;
mod threads;
