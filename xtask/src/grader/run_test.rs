//! Runs one test in a process of its own and judges how it ended by its completion record.
//!
//! A test has passed if its process exited with status 0 and left exactly one valid record with the secrets of this
//! run. The test reads the secrets from standard input before any of the student's code runs, and writes the second one
//! only after its last check. What the process prints decides nothing. The test can write to the file of the record,
//! but not read, list or remove it.

use super::build::trouble::{TIME_USED_UP, signal_from_outside};
use super::build::{ChapterBuild, RECORD_SIZE};
use super::marks::Status;
use crate::course::Test;
use crate::sandbox::process::{ProcessOutput, Termination};
use crate::secret::secret;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{Read, Write};
use std::time::Duration;

/// How a test ended, and the message for the student.
#[derive(Debug)]
pub struct TestResult {
    pub status: Status,
    pub message: String,
    /// A hash of the function's answers, if the search found no known mistake that explains them.
    pub unexplained: Option<String>,
}

impl TestResult {
    pub fn new(status: Status, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), unexplained: None }
    }
}

/// How many results that the machine may have caused are confirmed alone. Bounds how long one submission can delay the
/// run.
const CONFIRMATIONS: u32 = 3;

/// The longest message that is kept, in bytes.
const LONGEST_MESSAGE: usize = 8 << 10;

/// Runs one test. What the machine may have caused does not count before it has happened again with nothing else
/// running: no end in time, since other processes may have slowed it down, an abort, since they may have had the
/// memory, and an end without a record. A signal from outside never counts.
pub fn run_test(build: &mut ChapterBuild, test: &Test, limit: Duration) -> Result<TestResult> {
    let first = run_once(build, test, limit, false)?;
    let doubtful = match first.result.status {
        Status::Timeout => !first.was_busy,
        Status::ExitedEarly | Status::Crashed => true,
        _ => false,
    };
    if first.from_outside.is_none() && (!doubtful || build.confirmations >= CONFIRMATIONS) {
        return Ok(first.result);
    }
    let second = run_once(build, test, limit, true)?;
    if let Some(signal) = second.from_outside {
        bail!("signal {signal} came from outside and ended a test: did the machine run out of memory?");
    }
    build.confirmations += u32::from(second.result.status == first.result.status);
    Ok(second.result)
}

struct Ended {
    result: TestResult,
    /// Whether the test used the processor for nearly all of its time. Then nothing slowed it down, and it need not be
    /// repeated: a class with many endless loops is still graded in parallel.
    was_busy: bool,
    /// The signal from outside that ended it before it left a verdict.
    from_outside: Option<i32>,
}

fn run_once(build: &mut ChapterBuild, test: &Test, limit: Duration, alone: bool) -> Result<Ended> {
    let secrets = Secrets { run: secret()?, passed: secret()? };
    let (mut file, path) = build.record()?;
    let package = build.directory();
    let request = format!("{}\n{}\n{}\n{}\n", secrets.run, secrets.passed, path.display(), package.display());
    let arguments = ["--exact", test.name.as_str(), "--nocapture"];
    let output = build.run_program(&arguments, request, Some(&path), limit, alone)?;
    // Read through the descriptor that was opened before: the path may lead anywhere by now.
    let mut record = vec![];
    Read::by_ref(&mut file).take(RECORD_SIZE).read_to_end(&mut record).context("failed to read a record")?;
    let was_busy = output.processor_time.is_some_and(|time| time >= limit.mul_f64(0.9));
    let result = judge(&String::from_utf8_lossy(&record), &secrets, test, &output, limit);
    if result.status == Status::ExitedEarly {
        can_be_written(&mut file).context("there is no room for a test's record: is the disk full?")?;
    }
    // What a record says stands, however the process ended.
    let from_outside = signal_from_outside(output.termination).filter(|_| result.status == Status::Crashed);
    Ok(Ended { result, was_busy, from_outside })
}

/// A test that cannot write its record looks like one that ended early.
fn can_be_written(record: &mut File) -> std::io::Result<()> {
    record.write_all(&[0; LONGEST_MESSAGE])?;
    record.sync_data()
}

/// What only the test itself knows.
struct Secrets {
    run: String,
    passed: String,
}

fn judge(record: &str, secrets: &Secrets, test: &Test, output: &ProcessOutput, limit: Duration) -> TestResult {
    let Secrets { run, passed } = secrets;
    let rest = record.strip_prefix(&format!("{run} started {} {}\n", test.name, test.points)).unwrap_or_default();
    if rest == format!("{passed} passed {}\n", test.name) && output.termination == Termination::Exit(0) {
        return TestResult::new(Status::Passed, "");
    }
    match rest.strip_prefix(&format!("{run} ")).and_then(|rest| rest.split_once(&format!(" {}\n", test.name))) {
        // Changed from a record of another verdict.
        Some(("passed", _)) => {
            TestResult::new(Status::Flagged, "something has overwritten the record: look at this submission")
        }
        Some(("failed", message)) => explained(Status::Failed, message, secrets, test),
        Some(("panicked", message)) => explained(Status::Panicked, message, secrets, test),
        Some(("todo", message)) => explained(Status::Todo, message, secrets, test),
        _ => without_record(output, limit),
    }
}

/// A verdict that is recorded stands, however the process ended: it may have been busy with the search for the cause,
/// whose result follows the message.
fn explained(status: Status, record: &str, Secrets { run, passed }: &Secrets, test: &Test) -> TestResult {
    let cause = record.split_once(&format!("\n{run} explained {} ", test.name));
    let (head, message) = cause.map_or(("", record), |(_, cause)| cause.split_once('\n').unwrap_or((cause, "")));
    let first = cause.map_or("", |(first, _)| first);
    if [first, message].iter().any(|text| text.contains(run) || text.contains(passed)) {
        return TestResult::new(Status::Flagged, "there is a second record: look at this submission");
    }
    let unexplained = head.split_once(' ').filter(|(kind, _)| matches!(*kind, "pattern" | "unknown"));
    TestResult {
        status,
        message: shortened(message.trim_end()),
        unexplained: unexplained.map(|(_, answers)| answers.to_owned()),
    }
}

/// What the process printed would say more, but may be the submission's own words.
fn without_record(output: &ProcessOutput, limit: Duration) -> TestResult {
    match output.termination {
        Termination::Timeout => {
            let seconds = limit.as_secs_f64();
            let message =
                format!("it did not end within {seconds} s: is there a loop whose condition never becomes false?");
            TestResult::new(Status::Timeout, message)
        }
        Termination::TooMuchOutput => {
            TestResult::new(Status::Output, "it printed without end: is there a `println!` in a loop?")
        }
        Termination::Signal(TIME_USED_UP) => {
            TestResult::new(Status::Timeout, "it used up its processor time: an endless loop in threads?")
        }
        Termination::Signal(_) => TestResult::new(
            Status::Crashed,
            "the process was ended by a signal: does a function call itself without end, or a vector grow in an endless \
             loop, beyond the memory that a test may have?",
        ),
        Termination::Exit(_) => TestResult::new(
            Status::ExitedEarly,
            "the process ended before the last check: does the code call `std::process::exit`?",
        ),
    }
}

fn shortened(message: &str) -> String {
    let end = message.floor_char_boundary(LONGEST_MESSAGE);
    if end == message.len() {
        message.to_owned()
    } else {
        format!("{}…\n(cut: {} bytes)", &message[..end], message.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Location;

    fn judged(record: &str, termination: Termination) -> Status {
        let test =
            Test { name: "t1_f::works".into(), points: 2, location: Location { file: "t1_f.rs".into(), line: 1 } };
        judge(
            record,
            &Secrets { run: "s3cret".into(), passed: "p4ssed".into() },
            &test,
            &ProcessOutput { termination, stdout: String::new(), stderr: String::new(), processor_time: None },
            Duration::from_secs(1),
        )
        .status
    }

    const START: &str = "s3cret started t1_f::works 2\n";

    #[test]
    fn passed_is_a_record_of_this_run_and_a_clean_end() {
        let passed = format!("{START}p4ssed passed t1_f::works\n");
        assert_eq!(judged(&passed, Termination::Exit(0)), Status::Passed);
        assert_eq!(judged(&passed, Termination::Exit(101)), Status::ExitedEarly);
        assert_eq!(judged(&passed, Termination::Signal(6)), Status::Crashed);
        assert_eq!(judged(&format!("{passed}more"), Termination::Exit(0)), Status::ExitedEarly);
    }

    #[test]
    fn a_record_without_the_secret_or_of_another_test_does_not_count() {
        for record in [
            String::new(),
            START.into(),
            "p4ssed passed t1_f::works\n".into(),
            format!("{START}other passed t1_f::works\n"),
            format!("{START}p4ssed passed t2_g::works\n"),
            "s3cret started t1_f::works 9\np4ssed passed t1_f::works\n".into(),
        ] {
            assert_eq!(judged(&record, Termination::Exit(0)), Status::ExitedEarly, "{record}");
        }
        let twice = format!("{START}s3cret failed t1_f::works\nwrong\np4ssed passed t1_f::works\n");
        assert_eq!(judged(&twice, Termination::Exit(0)), Status::Flagged);
    }

    #[test]
    fn what_the_search_found_replaces_the_message_and_the_verdict_stands_however_the_process_ended() {
        let test =
            Test { name: "t1_f::works".into(), points: 2, location: Location { file: "t1_f.rs".into(), line: 1 } };
        let secrets = Secrets { run: "s3cret".into(), passed: "p4ssed".into() };
        let judged = |record: &str, termination| {
            let output =
                ProcessOutput { termination, stdout: String::new(), stderr: String::new(), processor_time: None };
            judge(record, &secrets, &test, &output, Duration::from_secs(1))
        };
        let failed = format!("{START}s3cret failed t1_f::works\nthe value is wrong\n");
        let alone = judged(&failed, Termination::Timeout);
        assert_eq!((alone.status, alone.message.as_str()), (Status::Failed, "the value is wrong"));
        let named =
            judged(&format!("{failed}\ns3cret explained t1_f::works mistake abc\nthe sum\n"), Termination::Exit(101));
        assert_eq!((named.message.as_str(), named.unexplained), ("the sum", None));
        let unknown =
            judged(&format!("{failed}\ns3cret explained t1_f::works unknown abc\nwrong\n"), Termination::Exit(101));
        assert_eq!(unknown.unexplained.as_deref(), Some("abc"));
        let twice = format!("{failed}\ns3cret explained t1_f::works unknown abc\nwrong\np4ssed passed t1_f::works\n");
        assert_eq!(judged(&twice, Termination::Exit(0)).status, Status::Flagged);
    }

    #[test]
    fn a_record_of_another_verdict_cannot_be_made_one_of_passing() {
        let failed = format!("{START}s3cret failed t1_f::works\n");
        assert_eq!(judged(&failed, Termination::Exit(101)), Status::Failed);
        assert_eq!(judged(&failed.replace("failed", "passed"), Termination::Exit(0)), Status::Flagged);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_record_for_which_there_is_no_room_is_the_machines_trouble() {
        let opened = |file| File::options().write(true).open(file).unwrap();
        assert_eq!(can_be_written(&mut opened("/dev/full")).unwrap_err().kind(), std::io::ErrorKind::StorageFull);
        assert!(can_be_written(&mut tempfile::tempfile().unwrap()).is_ok());
    }

    #[test]
    fn without_a_record_the_status_depends_on_how_the_process_ended() {
        assert_eq!(judged(START, Termination::Timeout), Status::Timeout);
        assert_eq!(judged(START, Termination::TooMuchOutput), Status::Output);
        assert_eq!(judged(START, Termination::Signal(11)), Status::Crashed);
        assert_eq!(judged(START, Termination::Signal(TIME_USED_UP)), Status::Timeout);
    }
}
