//! Marks, and the forms in which they are shown. Field names are a contract: scripts outside this project read the
//! JSON.

pub mod json;
pub mod table;

use crate::examine::Status;
use serde::Serialize;

/// The marks of one call of `grade`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// What graded.
    pub kit: Kit,
    /// The submissions in the order of the call.
    pub submissions: Vec<Marks>,
}

/// What graded: marks of different kits need not agree.
#[derive(Debug, Serialize)]
pub struct Kit {
    /// The version of the course.
    pub version: &'static str,
    /// The compiler.
    pub rustc: String,
}

/// The marks of one submission.
#[derive(Debug, Serialize)]
pub struct Marks {
    /// Its name.
    pub id: String,
    /// Points reached.
    pub score: u32,
    /// Points that could be reached.
    pub max_score: u32,
    /// How well the machine was shielded from the submitted code.
    pub sandbox: &'static str,
    /// The chapters in order.
    pub chapters: Vec<ChapterMarks>,
}

/// The marks of one chapter.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Compiled {
    /// All of it.
    Full,
    /// Nothing.
    No,
}

/// The marks of one test.
#[derive(Debug, Serialize)]
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

impl Report {
    /// Whether every submission reached every point.
    pub fn full_marks(&self) -> bool {
        self.submissions.iter().all(|marks| marks.score == marks.max_score)
    }
}
