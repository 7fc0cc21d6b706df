//! What the threads of `watch` tell each other.

use super::check::Finding;
use crate::course::Sources;
use crate::grader::marks::ChapterMarks;
use anyhow::Result;

/// For the main thread.
pub enum Event {
    Key(char),
    /// A check has ended.
    Checked(Result<(Finding, Option<ChapterMarks>)>),
    /// A signal came, or standard input was closed.
    Stop,
}

/// For the thread that compiles and runs tests.
pub struct Check {
    /// The index of the chapter in the course.
    pub chapter: usize,
    pub sources: Sources,
    /// The index of the task whose tests run first.
    pub first: Option<usize>,
}
