//! The program: hands the arguments to [`rationale::cli`] and returns its exit status.

fn main() {}
