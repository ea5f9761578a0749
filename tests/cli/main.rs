//! The program as it is called: transcripts, JSON against its schemas, the README.

mod compare;
mod console;
mod json;
mod readme;
mod transcripts;
