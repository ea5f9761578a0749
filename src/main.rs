//! The program: hands the arguments to [`rationale::cli`] and returns its exit status.

fn main() -> std::process::ExitCode {
    rationale::cli::run(std::env::args_os().collect())
}
