//! What a person writes: mistakes and where they are underlined, tables of vendors, the shipped files.

mod broken;
mod diagnostics;
mod shipped;
mod vendors_from;
