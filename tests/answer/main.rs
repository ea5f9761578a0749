//! Answers that know numbers only, held against brute force, enumeration and closed forms.

mod agreement;
mod changes;
mod knowing;
mod pairs;
mod sampling;
