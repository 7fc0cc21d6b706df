//! Marks, and the forms in which they are shown. Field names are a contract: scripts outside this project read the
//! JSON.

pub mod json;
pub mod table;

use crate::examine::Status;
use crate::workshop::Workshop;
use serde::{Deserialize, Serialize};

/// The marks of one call of `grade`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Report {
    /// What graded.
    pub kit: Kit,
    /// The submissions in the order of the call.
    pub submissions: Vec<Marks>,
}

/// What graded: marks of different kits need not agree.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kit {
    /// The version of the course.
    pub version: String,
    /// The compiler.
    pub rustc: String,
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
    /// `t6_mse::three_samples_by_hand`.
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
    pub fn new(workshop: &Workshop) -> Self {
        Self { version: env!("CARGO_PKG_VERSION").into(), rustc: workshop.rustc_version.clone() }
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

impl Report {
    /// Whether every submission reached every point.
    pub fn full_marks(&self) -> bool {
        self.submissions.iter().all(|marks| marks.score == marks.max_score)
    }
}
