//! One test in a process of its own, and the completion record that proves how it ended.
//!
//! Passed means: the process ended with status 0, and it left exactly one valid record with the secrets of this run. They
//! are read from standard input before any of the student's code runs, and the second is written by a test that has passed
//! and by no other. What the process prints decides nothing, and the
//! record's file can be written by the test but not read, listed or removed.

use crate::course::Test;
use crate::process::{Ended, How};
use crate::workshop::{Desk, RECORD_SIZE};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::time::Duration;

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// It asked for more memory than it may have.
    Memory,
    /// It printed more than it may.
    Output,
    /// A signal ended it: a stack overflow, an abort.
    Crashed,
    /// The process ended before the last check.
    ExitedEarly,
    /// The function, or its whole file, does not compile.
    NotCompiled,
    /// It left a record that the course did not write.
    Flagged,
    /// The grader failed, not the student: to be graded again.
    Infra,
}

impl Status {
    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Todo => "todo",
            Self::Panicked => "panicked",
            Self::Timeout => "timeout",
            Self::Memory => "memory",
            Self::Output => "output",
            Self::Crashed => "crashed",
            Self::ExitedEarly => "exited-early",
            Self::NotCompiled => "not-compiled",
            Self::Flagged => "flagged",
            Self::Infra => "infra",
        }
    }
}

/// How a test ended, and what it said.
#[derive(Debug)]
pub struct Outcome {
    /// How it ended.
    pub status: Status,
    /// What the student reads.
    pub message: String,
}

/// How many timeouts of one author are tried again in vain. Who sleeps in every function keeps a class waiting no longer than that.
const DOUBTS: u32 = 3;

/// Runs one test of the program on this desk. A test that runs out of time may have been kept waiting by others: it is tried
/// once more, alone, before that counts.
pub fn examine(desk: &mut Desk, test: &Test, limit: Duration) -> Result<Outcome> {
    let (outcome, was_busy) = once(desk, test, limit, false)?;
    if outcome.status != Status::Timeout || was_busy || desk.confirmed_timeouts >= DOUBTS {
        return Ok(outcome);
    }
    let (outcome, _) = once(desk, test, limit, true)?;
    desk.confirmed_timeouts += u32::from(outcome.status == Status::Timeout);
    Ok(outcome)
}

/// The second result says whether the test had the processor for nearly all of its time. Then nobody kept it waiting, and
/// a class in which many loops never end is not graded one test at a time.
fn once(desk: &mut Desk, test: &Test, limit: Duration, alone: bool) -> Result<(Outcome, bool)> {
    let secrets = Secrets { run: secret()?, passed: secret()? };
    let (mut file, path) = desk.record()?;
    let request = format!("{}\n{}\n{}\n", secrets.run, secrets.passed, path.display());
    let arguments = ["--exact", test.name.as_str(), "--nocapture"];
    let ended = desk.run(&arguments, request, Some(&path), limit, alone)?;
    // Read through the descriptor that was there before: what stands under the path now may be anything.
    let mut record = vec![];
    file.by_ref().take(RECORD_SIZE).read_to_end(&mut record).context("failed to read a record")?;
    let was_busy = ended.processor.is_some_and(|time| time >= limit.mul_f64(0.9));
    Ok((judge(&String::from_utf8_lossy(&record), &secrets, test, &ended, limit), was_busy))
}

/// What only the test's own code can know.
struct Secrets {
    run: String,
    passed: String,
}

fn judge(record: &str, secrets: &Secrets, test: &Test, ended: &Ended, limit: Duration) -> Outcome {
    let outcome = |status, message: &str| Outcome { status, message: shortened(message.trim_end()) };
    match ended.how {
        How::Timeout => {
            let message = format!(
                "it did not end within {} s: is there a loop whose condition never becomes false?",
                limit.as_secs_f64()
            );
            return outcome(Status::Timeout, &message);
        }
        How::Output => return outcome(Status::Output, "it printed without end: is there a `println!` in a loop?"),
        How::Exit(_) | How::Signal(_) => {}
    }
    let Secrets { run, passed } = secrets;
    let rest = record.strip_prefix(&format!("{run} started {} {}\n", test.name, test.points)).unwrap_or_default();
    if rest == format!("{passed} passed {}\n", test.name) && ended.how == How::Exit(0) {
        return outcome(Status::Passed, "");
    }
    let rest = rest.strip_prefix(&format!("{run} "));
    let (word, message) = rest.and_then(|rest| rest.split_once(&format!(" {}\n", test.name))).unwrap_or_default();
    if message.contains(run) || message.contains(passed) {
        return outcome(Status::Flagged, "there is a second record: look at this submission");
    }
    match (word, ended.how) {
        // A record that was one of something else.
        ("passed", _) => outcome(Status::Flagged, "somebody has written over the record: look at this submission"),
        ("failed", _) => outcome(Status::Failed, message),
        ("todo", _) => outcome(Status::Todo, message),
        ("panicked", _) => outcome(Status::Panicked, message),
        (_, How::Signal(SIGXCPU)) => {
            outcome(Status::Timeout, "it used up its processor time: an endless loop in threads?")
        }
        (_, How::Signal(_)) if ended.errors.contains("memory allocation of") => outcome(
            Status::Memory,
            "it asked for more memory than a test may have: is there a vector that grows in an endless loop?",
        ),
        (_, How::Signal(_)) => outcome(
            Status::Crashed,
            "the process was ended by a signal: an abort, or a stack overflow from a function that calls itself without end",
        ),
        _ => outcome(
            Status::ExitedEarly,
            "the process ended before the last check: does the code call `std::process::exit`?",
        ),
    }
}

/// Nobody reads more than this, and a class has many tests.
fn shortened(message: &str) -> String {
    let end = message.floor_char_boundary(LONGEST_MESSAGE);
    if end == message.len() {
        message.to_owned()
    } else {
        format!("{}…\n(cut: {} bytes)", &message[..end], message.len())
    }
}

const LONGEST_MESSAGE: usize = 8 << 10;

/// The signal for used-up processor time on Linux, where it can be told apart.
const SIGXCPU: i32 = 24;

/// 128 bits that nobody can guess.
fn secret() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).context("the operating system gave no random numbers")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Place;

    fn judged(record: &str, how: How, errors: &str) -> Status {
        let test = Test { name: "t1_f::works".into(), points: 2, place: Place { file: "t1_f.rs".into(), line: 1 } };
        judge(
            record,
            &Secrets { run: "s3cret".into(), passed: "p4ssed".into() },
            &test,
            &Ended { how, output: String::new(), errors: errors.into(), processor: None },
            Duration::from_secs(1),
        )
        .status
    }

    const START: &str = "s3cret started t1_f::works 2\n";

    #[test]
    fn passed_is_a_record_of_this_run_and_a_clean_end() {
        let passed = format!("{START}p4ssed passed t1_f::works\n");
        assert_eq!(judged(&passed, How::Exit(0), ""), Status::Passed);
        assert_eq!(judged(&passed, How::Exit(101), ""), Status::ExitedEarly);
        assert_eq!(judged(&passed, How::Signal(6), ""), Status::Crashed);
        assert_eq!(judged(&format!("{passed}more"), How::Exit(0), ""), Status::ExitedEarly);
    }

    #[test]
    fn a_record_without_the_secret_or_for_another_test_counts_for_nothing() {
        for record in [
            String::new(),
            START.into(),
            "p4ssed passed t1_f::works\n".into(),
            format!("{START}other passed t1_f::works\n"),
            format!("{START}p4ssed passed t2_g::works\n"),
            "s3cret started t1_f::works 9\np4ssed passed t1_f::works\n".into(),
        ] {
            assert_eq!(judged(&record, How::Exit(0), ""), Status::ExitedEarly, "{record}");
        }
        let twice = format!("{START}s3cret failed t1_f::works\nwrong\np4ssed passed t1_f::works\n");
        assert_eq!(judged(&twice, How::Exit(0), ""), Status::Flagged);
    }

    #[test]
    fn a_record_of_another_verdict_cannot_be_made_one_of_passing() {
        let failed = format!("{START}s3cret failed t1_f::works\n");
        assert_eq!(judged(&failed, How::Exit(101), ""), Status::Failed);
        assert_eq!(judged(&failed.replace("failed", "passed"), How::Exit(0), ""), Status::Flagged);
    }

    #[test]
    fn an_end_without_a_record_is_told_apart_by_how_it_came() {
        assert_eq!(judged(START, How::Timeout, ""), Status::Timeout);
        assert_eq!(judged(START, How::Output, ""), Status::Output);
        assert_eq!(judged(START, How::Signal(6), "memory allocation of 9 bytes failed"), Status::Memory);
        assert_eq!(judged(START, How::Signal(11), ""), Status::Crashed);
        assert_eq!(judged(START, How::Signal(SIGXCPU), ""), Status::Timeout);
    }
}
