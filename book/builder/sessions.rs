//! Commands that run in a copy of the course, and what they print, as pages show it.
//!
//! A page that says what a reader will see shows what was really printed. Running cargo takes longer than a build of
//! the book may, so the output is kept as a file; `book sessions` writes it anew, and `book test` says when it is out
//! of date.

use crate::copies;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A command, and what is done to the course before it runs.
#[derive(Debug)]
pub struct Session {
    /// Where its output is kept, from the root of the repository.
    pub file: &'static str,
    /// For cargo.
    arguments: &'static [&'static str],
    /// What a reader would have written by then.
    change: Option<Change>,
    /// Where the part of the output begins and ends that is shown.
    part: fn(&str) -> Option<&str>,
}

#[derive(Debug, Clone, Copy)]
enum Change {
    /// The `todo!` of the first stub is replaced by this.
    Stub(&'static str),
    /// The file of the first stub is solved.
    Reference,
}

/// All of them: the first red, a wrong value, the first green.
pub const SESSIONS: &[Session] = &[
    Session {
        file: "book/sessions/first-red.txt",
        arguments: &["test", "--package", "ch01", "t1"],
        change: None,
        part: message,
    },
    Session {
        file: "book/sessions/wrong-value.txt",
        arguments: &["test", "--package", "ch01", "t1"],
        change: Some(Change::Stub("w[1] * x[1] + w[2] * x[2]")),
        part: message,
    },
    Session {
        file: "book/sessions/first-green.txt",
        arguments: &["test", "--package", "ch01", "t1"],
        change: Some(Change::Reference),
        part: summary,
    },
];

/// Runs the session and keeps its output; says whether that changed the file.
pub fn renew(root: &Path, session: &Session) -> Result<bool> {
    let (file, new) = (root.join(session.file), output(root, session)?);
    if kept(root, session) == new {
        return Ok(false);
    }
    fs::create_dir_all(file.parent().unwrap_or(root))?;
    fs::write(&file, new).with_context(|| format!("writing {}", session.file))?;
    Ok(true)
}

/// Fails if the output of a session is not what is kept.
pub fn check(root: &Path) -> Result<()> {
    for session in SESSIONS {
        let now = output(root, session)?;
        if now != kept(root, session) {
            bail!(
                "{} is out of date: `cargo xtask book sessions` writes it anew. Now it would be\n{now}",
                session.file
            );
        }
    }
    Ok(())
}

fn kept(root: &Path, session: &Session) -> String {
    fs::read_to_string(root.join(session.file)).unwrap_or_default().replace("\r\n", "\n")
}

/// The part of what the session prints now.
fn output(root: &Path, session: &Session) -> Result<String> {
    let scratch = tempfile::tempdir().context("a scratch folder is needed")?;
    let course = scratch.path().join("course");
    copies::workspace(root, &course, &["exercises/ch01", "exercises/checks", "exercises/datasets"])?;
    match session.change {
        None => {}
        Some(Change::Stub(body)) => {
            let file = course.join("exercises/ch01/src/model.rs");
            let stub = fs::read_to_string(&file)?;
            let todo = stub.lines().find(|line| line.trim_start().starts_with("todo!"));
            fs::write(&file, stub.replacen(todo.context("chapter 1 has no stub")?, &format!("    {body}"), 1))?;
        }
        Some(Change::Reference) => {
            fs::copy(root.join("solutions/ch01/src/model.rs"), course.join("exercises/ch01/src/model.rs"))?;
        }
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = Command::new(cargo)
        .args(session.arguments)
        // One at a time, so that the order is the same each time.
        .env("RUST_TEST_THREADS", "1")
        .env("CARGO_TARGET_DIR", target(root))
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUST_BACKTRACE")
        .current_dir(&course)
        .output()
        .context("cargo does not start")?;
    let printed = String::from_utf8_lossy(&done.stdout).into_owned();
    match (session.part)(&printed) {
        Some(part) => Ok(format!("{}\n", part.trim_end())),
        None => bail!(
            "`cargo {}` printed something else than expected:\n{printed}\n{}",
            session.arguments.join(" "),
            String::from_utf8_lossy(&done.stderr)
        ),
    }
}

/// Built there, so that the libraries need not be compiled each time.
fn target(root: &Path) -> std::path::PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    target.join("sessions")
}

/// The message of the test that a reader can check by hand.
fn message(printed: &str) -> Option<&str> {
    let (_, after) = printed.split_once("::a_few_features_by_hand stdout ----\n")?;
    after.split("\n\n").next()
}

/// What each test came to, and the sum.
fn summary(printed: &str) -> Option<&str> {
    let start = printed.rfind("\nrunning ")?;
    let end = printed[start..].find("; finished in")?;
    Some(printed[start..start + end].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_out_of_what_cargo_prints() {
        let printed =
            "failures:\n\n---- t1::a_few_features_by_hand stdout ----\ntask 1: no\n  yours 1\n\n\nfailures:\n";
        assert_eq!(message(printed), Some("task 1: no\n  yours 1"));
        let printed =
            "\nrunning 0 tests\n\nok; finished in 0.00s\n\nrunning 1 test\ntest a ... ok\n\nok. 1; finished in 0.00s";
        assert_eq!(summary(printed), Some("running 1 test\ntest a ... ok\n\nok. 1"));
    }
}
