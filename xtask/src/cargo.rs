//! Calls of cargo.

use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The cargo that runs `cargo xtask`, started in this folder.
pub fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command
}

/// Runs cargo and waits for it to end.
pub fn run(command: &mut Command) -> Result<ExitStatus> {
    command.status().context("failed to start cargo: is Rust installed?")
}
