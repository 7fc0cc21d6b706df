//! One test in a process of its own, and the completion record that proves how it ended.
//!
//! Passed means: the process ended with status 0, and it left exactly one valid record with the secret of this run. The
//! secret is read from standard input before any of the student's code runs; nothing the process prints is looked at.

use crate::course::Test;
use crate::workshop::Program;
use anyhow::{Context, Result};
use serde::Serialize;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;
use wait_timeout::ChildExt;

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Every check held.
    Passed,
    /// A check found a wrong value.
    Failed,
    /// The function is not written yet.
    Todo,
    /// The student's code panicked.
    Panicked,
    /// It did not end within its time.
    Timeout,
    /// A signal ended it: a stack overflow, an abort.
    Crashed,
    /// The process ended before the last check.
    ExitedEarly,
    /// The chapter does not compile.
    NotCompiled,
}

/// How a test ended, and what it said.
#[derive(Debug)]
pub struct Outcome {
    /// How it ended.
    pub status: Status,
    /// What the student reads.
    pub message: String,
}

/// Runs one test of a program.
pub fn examine(program: &Program, test: &Test, limit: Duration) -> Result<Outcome> {
    let file = program.folder().join(test.name.replace("::", "-")).with_extension("record");
    let secret = secret()?;
    let mut child = Command::new(&program.binary)
        .args(["--exact", &test.name])
        .current_dir(&program.directory)
        .env_clear()
        // Windows needs it to start a program at all.
        .envs(std::env::var_os("SYSTEMROOT").map(|root| ("SYSTEMROOT", root)))
        .env("CHECKS_RECORD", "1")
        .envs([("INSTA_UPDATE", "no"), ("INSTA_FORCE_PASS", "0"), ("INSTA_OUTPUT", "none")])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("failed to start {}", program.binary.display()))?;
    let mut request = child.stdin.take().expect("standard input is a pipe");
    // A program that ends at once does not read it; its missing record says so below.
    let _ = write!(request, "{secret}\n{}\n", file.display());
    drop(request);
    let Some(status) = child.wait_timeout(limit).context("failed to wait for a test")? else {
        child.kill().context("failed to end a test that ran too long")?;
        child.wait()?;
        let message = format!(
            "it did not end within {} s: is there a loop whose condition never becomes false?",
            limit.as_secs_f64()
        );
        return Ok(Outcome { status: Status::Timeout, message });
    };
    Ok(read_record(&file, &secret, test, status))
}

fn read_record(file: &Path, secret: &str, test: &Test, status: ExitStatus) -> Outcome {
    let bytes = fs::read(file).unwrap_or_default();
    let record = String::from_utf8_lossy(&bytes);
    let started = format!("{secret} started {} {}\n", test.name, test.points);
    let ended = record.strip_prefix(&started).and_then(|rest| rest.strip_prefix(&format!("{secret} ")));
    let (word, message) = ended.and_then(|rest| rest.split_once(&format!(" {}\n", test.name))).unwrap_or_default();
    let outcome = |status, message: &str| Outcome { status, message: message.trim_end().to_owned() };
    match word {
        "passed" if status.success() && message.is_empty() => outcome(Status::Passed, ""),
        "failed" => outcome(Status::Failed, message),
        "todo" => outcome(Status::Todo, message),
        "panicked" => outcome(Status::Panicked, message),
        _ if status.code().is_none() => outcome(
            Status::Crashed,
            "the process was ended by a signal: an abort, or a stack overflow from a function that calls itself without end",
        ),
        _ => outcome(
            Status::ExitedEarly,
            "the process ended before the last check: does the code call `std::process::exit`?",
        ),
    }
}

/// 128 bits that nobody can guess.
fn secret() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).context("the operating system gave no random numbers")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
