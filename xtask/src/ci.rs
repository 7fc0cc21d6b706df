//! `cargo xtask ci`, `book` and `bench`: other programs, called in order.

use crate::course::Course;
use crate::exit;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::process::Command;
use std::time::Instant;

/// What must hold before a change is accepted, besides `cargo test`: a name, and the arguments for cargo.
const STEPS: [(&str, &[&str]); 6] = [
    ("formatting", &["fmt", "--all", "--check"]),
    ("clippy", &["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "--deny", "warnings"]),
    ("verify", &["xtask", "verify"]),
    ("grade", &["xtask", "grade"]),
    ("book", &["xtask", "book", "build"]),
    ("docs", &["doc", "--workspace", "--no-deps", "--quiet"]),
];

/// Runs every step, and says at the end which of them failed.
pub fn ci(course: &Course) -> Result<u8> {
    if !course.root.join("solutions").is_dir() {
        bail!(exit::Usage("this is the students' edition: `ci` checks the full course".into()));
    }
    let mut failed = vec![];
    for (name, arguments) in STEPS {
        anstream::println!("\n── {name}: cargo {}", arguments.join(" "));
        let started = Instant::now();
        let status = cargo(course)
            .args(arguments)
            .env("RUSTDOCFLAGS", "--deny warnings")
            .status()
            .context("failed to start cargo")?;
        let outcome = if status.success() { "passed" } else { "FAILED" };
        anstream::println!("── {name} {outcome} in {:.1} s", started.elapsed().as_secs_f64());
        if !status.success() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        anstream::println!("\nall {} steps passed", STEPS.len());
        return Ok(exit::FULL_MARKS);
    }
    bail!("{} of {} steps failed: {}", failed.len(), STEPS.len(), failed.join(", "))
}

/// Hands the arguments to the book's own program, which is not compiled before it is asked for.
pub fn book(course: &Course, arguments: &[OsString]) -> Result<u8> {
    if !course.root.join("book/Cargo.toml").is_file() {
        bail!(exit::Usage("this is the students' edition: open book/html/index.html in a browser".into()));
    }
    let status = cargo(course)
        .args(["run", "--quiet", "--package", "book", "--"])
        .args(arguments)
        .status()
        .context("failed to start cargo")?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(exit::KIT_BROKEN))
}

/// Runs the benchmarks, on the reference or on the student's code.
pub fn bench(course: &Course, mine: bool) -> Result<u8> {
    if !course.root.join("exercises/bench").is_dir() {
        bail!(exit::Usage("this is the students' edition: what measures is in the full course only".into()));
    }
    let features: &[&str] = if mine { &["--features", "mine"] } else { &[] };
    let status = cargo(course).args(["bench", "--package", "bench"]).args(features).status();
    let status = status.context("failed to start cargo")?;
    Ok(if status.success() { exit::FULL_MARKS } else { exit::KIT_BROKEN })
}

fn cargo(course: &Course) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(&course.root);
    cargo
}
