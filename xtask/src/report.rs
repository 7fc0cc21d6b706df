//! Marks, and the forms in which they are shown. Field names are a contract: scripts outside this project read the
//! JSON.

pub mod csv;
pub mod gradescope;
pub mod html;
pub mod json;
pub mod junit;
pub mod statistics;
pub mod table;

use crate::course::{Chapter, Test};
use crate::examine::Status;
use crate::workshop::Workshop;
use anyhow::Result;
use serde::{Deserialize, Serialize};

/// Something that a report is written to, one submission after the other.
pub trait Sink {
    /// Takes in the marks of one submission.
    fn submission(&mut self, marks: &Marks) -> Result<()>;

    /// Writes what can only be written at the end.
    fn finish(self: Box<Self>) -> Result<()>;
}

/// What graded: marks of different kits need not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// The version of the course.
    pub version: String,
    /// The compiler.
    pub rustc: String,
    /// A hash of all that marks depend on besides the submission.
    pub hash: String,
}

/// The marks of one submission.
#[derive(Debug, Serialize, Deserialize)]
pub struct Marks {
    /// Its name.
    pub id: String,
    /// Points reached.
    pub score: u32,
    /// Points that could be reached.
    pub max_score: u32,
    /// How well the machine was shielded from the submitted code.
    pub sandbox: String,
    /// The chapters in order.
    pub chapters: Vec<ChapterMarks>,
}

/// The marks of one chapter.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChapterMarks {
    /// `ch01`.
    pub chapter: String,
    /// Points reached.
    pub score: u32,
    /// Points that could be reached.
    pub max_score: u32,
    /// How much of the chapter compiled.
    pub compiled: Compiled,
    /// Every test of the chapter, whether it ran or not.
    pub tests: Vec<TestMarks>,
}

/// How much of a chapter compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Compiled {
    /// All of it.
    Full,
    /// Some of it: the functions with errors were put aside.
    Partial,
    /// Nothing.
    No,
}

/// The marks of one test.
#[derive(Debug, Serialize, Deserialize)]
pub struct TestMarks {
    /// `t6_mse::a_batch_by_hand`.
    pub name: String,
    /// The number of the task.
    pub task: u32,
    /// Points reached.
    pub score: u32,
    /// Points that could be reached.
    pub max_score: u32,
    /// How it ended.
    pub status: Status,
    /// What it said, for the student.
    pub message: String,
}

impl Kit {
    /// The kit that works in this workshop.
    pub fn new(workshop: &Workshop, hash: &str) -> Self {
        Self { version: env!("CARGO_PKG_VERSION").into(), rustc: workshop.rustc_version.clone(), hash: hash.to_owned() }
    }
}

impl TestMarks {
    /// The marks of one test.
    pub fn new(task: u32, test: &Test, status: Status, message: String) -> Self {
        let score = if status == Status::Passed { test.points } else { 0 };
        Self { name: test.name.clone(), task, score, max_score: test.points, status, message }
    }

    /// The first line of the message, without the words that every message of a task begins with.
    pub fn headline(&self) -> &str {
        let line = self.message.lines().next().unwrap_or_default().trim_end_matches(':');
        line.split_once(": ").filter(|(task, _)| task.starts_with("task ")).map_or(line, |(_, rest)| rest)
    }
}

impl ChapterMarks {
    /// The marks of a chapter whose tests have been marked.
    pub fn new(chapter: &Chapter, compiled: Compiled, tests: Vec<TestMarks>) -> Self {
        let score = tests.iter().map(|test| test.score).sum();
        Self { chapter: chapter.name.clone(), score, max_score: chapter.points(), compiled, tests }
    }
}

impl Marks {
    /// The marks of a submission whose chapters have been marked.
    pub fn new(id: String, sandbox: String, chapters: Vec<ChapterMarks>) -> Self {
        Self {
            id,
            score: chapters.iter().map(|chapter| chapter.score).sum(),
            max_score: chapters.iter().map(|chapter| chapter.max_score).sum(),
            sandbox,
            chapters,
        }
    }
}

impl Marks {
    /// Whether every point was reached.
    pub fn is_full(&self) -> bool {
        self.score == self.max_score
    }

    /// Why the grader failed on it, if it did.
    pub fn infra(&self) -> Option<&str> {
        let mut tests = self.chapters.iter().flat_map(|chapter| &chapter.tests);
        tests.find(|test| test.status == Status::Infra).map(|test| test.message.as_str())
    }
}
