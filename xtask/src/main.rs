//! `cargo xtask`: the course's tools.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::run(std::env::args_os())
}
