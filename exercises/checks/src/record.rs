//! The completion record: how a grader learns that a test really ran to its end.
//!
//! An exit status or printed text can be produced by the code under test. So the grader hands each test process a pair
//! of secrets on standard input, which are read before any of the student's code runs, and the test repeats one in a
//! file, after its last assertion. The second stands in no record but that of a test that has passed: a thread that
//! outlives the checks cannot make it out of another by writing over it. In a student's own `cargo test` the variable
//! is not set, and nothing here does anything.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

/// The environment variable that says that a grader has written its request to standard input.
pub const RECORD_VARIABLE: &str = "CHECKS_RECORD";

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every assertion held.
    Passed,
    /// A check found a wrong value.
    Failed,
    /// The function is not written yet.
    Todo,
    /// The code under test panicked.
    Panicked,
}

impl Verdict {
    /// The word that stands for the verdict in a record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Todo => "todo",
            Self::Panicked => "panicked",
        }
    }
}

/// A grader's request: write to this file, prove it with these secrets.
pub struct Recorder {
    secret: String,
    passed: String,
    file: Mutex<File>,
    /// The package whose tests run: their working directory names no folder.
    package: PathBuf,
}

/// The grader's request to this process, read once.
///
/// Standard input holds four lines: the secret, the one for a test that has passed, the file to write to, and the
/// folder of the package.
pub fn recorder() -> Option<&'static Recorder> {
    static RECORDER: OnceLock<Option<Recorder>> = OnceLock::new();
    RECORDER
        .get_or_init(|| {
            std::env::var_os(RECORD_VARIABLE)?;
            Some(read_request().expect("the grader writes its request to standard input"))
        })
        .as_ref()
}

fn read_request() -> io::Result<Recorder> {
    let mut request = String::new();
    io::stdin().read_to_string(&mut request)?;
    let mut lines = request.lines();
    let mut next = || lines.next().ok_or(io::ErrorKind::UnexpectedEof);
    let (secret, passed, path, package) = (next()?, next()?, next()?, next()?);
    let file = OpenOptions::new().append(true).create(true).open(path)?;
    Ok(Recorder { secret: secret.into(), passed: passed.into(), file: Mutex::new(file), package: package.into() })
}

/// The folder of the package whose tests run.
pub fn package() -> Option<PathBuf> {
    match recorder() {
        Some(recorder) => Some(recorder.package.clone()),
        None => std::env::current_dir().ok(),
    }
}

impl Recorder {
    /// The test has been found and is about to start.
    pub fn started(&self, name: &str, points: u32) {
        self.write(&format!("{} started {name} {points}\n", self.secret));
    }

    /// The test has ended.
    pub fn ended(&self, name: &str, verdict: Verdict, message: &str) {
        let secret = if verdict == Verdict::Passed { &self.passed } else { &self.secret };
        self.write(&format!("{secret} {} {name}\n{message}", verdict.word()));
    }

    /// What the search for the cause of a failure found, with the message that tells it.
    pub fn explained(&self, name: &str, kind: &str, fingerprint: &str, message: &str) {
        self.write(&format!("\n{} explained {name} {kind} {fingerprint}\n{message}", self.secret));
    }

    fn write(&self, text: &str) {
        let mut file = self.file.lock().expect("no test panics while it writes its record");
        file.write_all(text.as_bytes()).expect("the grader's record file can be written");
    }
}
