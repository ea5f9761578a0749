//! Which unknown to find out next: what each answer would do, and what knowing it is worth.
//! `Model, Decision → asking → Asking` for `ask`.

pub mod asking;
pub mod question;
pub mod sweep;
pub mod worth;
