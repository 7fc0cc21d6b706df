//! `cargo xtask ci`, `book` and `bench`, which run other programs.

use crate::cargo::{self, cargo};
use crate::course::Course;
use crate::exit;
use anyhow::{Result, bail};
use std::ffi::OsString;
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

/// Runs every step, and lists at the end the steps that failed.
pub fn ci(course: &Course) -> Result<u8> {
    if !course.root.join("solutions").is_dir() {
        bail!(exit::Usage("this is the students' edition: `ci` checks the full course".into()));
    }
    let mut failed = vec![];
    for (name, arguments) in STEPS {
        anstream::println!("\n── {name}: cargo {}", arguments.join(" "));
        let started = Instant::now();
        let mut command = cargo(&course.root);
        let status = cargo::run(command.args(arguments).env("RUSTDOCFLAGS", "--deny warnings"))?;
        let result = if status.success() { "passed" } else { "FAILED" };
        anstream::println!("── {name} {result} in {:.1} s", started.elapsed().as_secs_f64());
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

/// Runs the program of the book, which is only compiled when it is needed.
pub fn book(course: &Course, arguments: &[OsString]) -> Result<u8> {
    if !course.root.join("book/Cargo.toml").is_file() {
        bail!(exit::Usage("this is the students' edition: open book/html/index.html in a browser".into()));
    }
    let mut command = cargo(&course.root);
    let status = cargo::run(command.args(["run", "--quiet", "--package", "book", "--"]).args(arguments))?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(exit::COURSE_BROKEN))
}

/// Runs the benchmarks of the chapters, on the reference or on the student's code.
pub fn bench(course: &Course, mine: bool) -> Result<u8> {
    if !course.root.join("exercises/bench").is_dir() {
        bail!(exit::Usage("this is the students' edition: the benchmarks are in the full course only".into()));
    }
    let features: &[&str] = if mine { &["--features", "mine"] } else { &[] };
    let status = cargo::run(cargo(&course.root).args(["bench", "--package", "bench"]).args(features))?;
    Ok(if status.success() { exit::FULL_MARKS } else { exit::COURSE_BROKEN })
}
