//! Marks, and how they are computed: a test that passes gets its points, every other test none. The points of a chapter
//! and of a submission are the sums.
//!
//! The names of the fields are a contract: scripts outside this project read them as JSON.

use super::report::text;
use crate::course::{Chapter, Test};
use serde::{Deserialize, Serialize};

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
    /// It printed more than allowed.
    Output,
    /// A signal ended it: a stack overflow, too much memory, an abort.
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
    /// The word for it in reports, the same as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Todo => "todo",
            Self::Panicked => "panicked",
            Self::Timeout => "timeout",
            Self::Output => "output",
            Self::Crashed => "crashed",
            Self::ExitedEarly => "exited-early",
            Self::NotCompiled => "not-compiled",
            Self::Flagged => "flagged",
            Self::Infra => "infra",
        }
    }

    /// Whether the same code could get another status next time, because it depends on the state of the machine.
    pub fn depends_on_the_machine(self) -> bool {
        matches!(self, Self::Timeout | Self::Crashed | Self::Infra)
    }
}

/// The marks of one test.
#[derive(Debug, Serialize, Deserialize)]
pub struct TestMarks {
    /// `t6_mse::a_batch_by_hand`.
    pub name: String,
    /// The number of the task.
    pub task: u32,
    pub score: u32,
    pub max_score: u32,
    pub status: Status,
    /// For the student.
    pub message: String,
    /// What no known mistake explains; with the first test of a task that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unexplained: Option<Unexplained>,
}

/// Answers that no known mistake explains.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unexplained {
    /// A hash of the answers: equal for functions that answer alike.
    pub answers: String,
    /// The functions of the task, as the student wrote them.
    pub code: String,
}

impl TestMarks {
    pub fn new(task: u32, test: &Test, status: Status, message: String) -> Self {
        let message = text::message(&message);
        let score = if status == Status::Passed { test.points } else { 0 };
        Self { name: test.name.clone(), task, score, max_score: test.points, status, message, unexplained: None }
    }

    /// The first line of the message, without the words with which every message of a task begins.
    pub fn headline(&self) -> &str {
        let line = self.message.lines().next().unwrap_or_default().trim_end_matches(':');
        line.split_once(": ").filter(|(task, _)| task.starts_with("task ")).map_or(line, |(_, rest)| rest)
    }
}

/// How much of a chapter compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Compiled {
    Full,
    /// Functions with errors were left out.
    Partial,
    No,
}

/// The marks of one chapter.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChapterMarks {
    /// The name, `chNN`.
    pub chapter: String,
    pub score: u32,
    pub max_score: u32,
    pub compiled: Compiled,
    /// Whether there was nothing to compile: it was not handed in, or could not be read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub missing: bool,
    /// Every test of the chapter, whether it ran or not.
    pub tests: Vec<TestMarks>,
}

impl ChapterMarks {
    pub fn new(chapter: &Chapter, compiled: Compiled, tests: Vec<TestMarks>) -> Self {
        let score = tests.iter().map(|test| test.score).sum();
        Self { chapter: chapter.name.clone(), score, max_score: chapter.points(), compiled, missing: false, tests }
    }

    /// The marks of a chapter in which every test ended in the same way.
    pub fn all(chapter: &Chapter, status: Status, message: &str) -> Self {
        let tests = chapter.tests().map(|(task, test)| TestMarks::new(task.number, test, status, message.to_owned()));
        Self::new(chapter, Compiled::No, tests.collect())
    }

    /// The marks of a chapter of which there are no sources, for this reason.
    pub fn not_handed_in(chapter: &Chapter, reason: &str) -> Self {
        Self { missing: true, ..Self::all(chapter, Status::NotCompiled, reason) }
    }

    /// Why the grader failed on it, if it did.
    pub fn infra(&self) -> Option<&str> {
        self.tests.iter().find(|test| test.status == Status::Infra).map(|test| test.message.as_str())
    }

    /// The points, if it was graded.
    pub fn graded(&self) -> Option<u32> {
        self.infra().is_none().then_some(self.score)
    }

    /// Whether grading again could give other marks for the same code.
    pub fn depend_on_the_machine(&self) -> bool {
        self.tests.iter().any(|test| test.status.depends_on_the_machine())
    }
}

/// The marks of one submission.
#[derive(Debug, Serialize, Deserialize)]
pub struct Marks {
    /// The name of the submission.
    pub id: String,
    pub score: u32,
    pub max_score: u32,
    /// Which protection the sandbox gave.
    pub sandbox: String,
    /// In order.
    pub chapters: Vec<ChapterMarks>,
}

impl Marks {
    pub fn new(id: String, sandbox: String, mut chapters: Vec<ChapterMarks>) -> Self {
        let tests = chapters.iter_mut().flat_map(|chapter| &mut chapter.tests);
        for unexplained in tests.filter_map(|test| test.unexplained.as_mut()) {
            unexplained.code = text::message(&unexplained.code);
        }
        Self {
            id,
            score: chapters.iter().map(|chapter| chapter.score).sum(),
            max_score: chapters.iter().map(|chapter| chapter.max_score).sum(),
            sandbox,
            chapters,
        }
    }

    pub fn is_full(&self) -> bool {
        self.score == self.max_score
    }

    /// Why there was nothing to grade in any chapter, if so.
    pub fn unread(&self) -> Option<&str> {
        let first = self.chapters.first()?.tests.first()?;
        self.chapters.iter().all(|chapter| chapter.missing).then_some(first.message.as_str())
    }

    /// Why the grader failed on one of the chapters, if it did. What is graded counts; the sum is not known yet.
    pub fn infra(&self) -> Option<&str> {
        self.chapters.iter().find_map(ChapterMarks::infra)
    }

    /// The points, if every chapter was graded.
    pub fn graded(&self) -> Option<u32> {
        self.infra().is_none().then_some(self.score)
    }

    /// The names of the chapters on which the grader failed.
    pub fn not_graded(&self) -> String {
        let names = self.chapters.iter().filter(|chapter| chapter.infra().is_some());
        names.map(|chapter| chapter.chapter.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The same marks, where a chapter on which the grader failed has those from before.
    pub fn or_before(self, before: Self) -> Self {
        let chapters = self.chapters.into_iter().zip(before.chapters);
        let known = chapters.map(|(now, before)| if now.infra().is_some() { before } else { now });
        Self::new(self.id, self.sandbox, known.collect())
    }
}

/// What graded. Marks from different graders need not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraderVersion {
    /// The version of the course.
    pub version: String,
    /// The compiler.
    pub rustc: String,
    /// A hash of everything that marks depend on besides the submission.
    pub hash: String,
}

impl GraderVersion {
    pub fn new(rustc: &str, hash: &str) -> Self {
        Self { version: env!("CARGO_PKG_VERSION").into(), rustc: rustc.to_owned(), hash: hash.to_owned() }
    }
}
