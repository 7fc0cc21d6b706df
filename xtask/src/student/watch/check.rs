//! Checks a chapter: which task is next, and what its first failing test says.

use crate::course::{Chapter, Sources, Task};
use crate::grader::build::{Builder, ChapterBuild};
use crate::grader::marks::{ChapterMarks, Compiled, Status, TestMarks};
use crate::grader::run_test::{TestResult, run_test};
use anyhow::Result;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long one test may take. It is repeated before it counts as endless, so the student waits twice as long.
const LIMIT: Duration = Duration::from_secs(2);

pub enum Finding {
    /// The first error of the compiler.
    NotCompiled(String),
    /// A test of a task fails.
    Open {
        /// The index of the task in the chapter.
        task: usize,
        message: String,
        /// How many tests of the task pass.
        passed: usize,
    },
    /// Every test passes.
    Done,
    /// Cancelled before the end.
    Cancelled,
}

/// Runs the tests of the task `first` alone, and the whole chapter only if they pass.
///
/// Returns marks if the whole chapter was run.
pub fn check(
    builder: &Builder,
    chapter: &Chapter,
    sources: &Sources,
    first: Option<usize>,
    cancel: &AtomicBool,
) -> Result<(Finding, Option<ChapterMarks>)> {
    let mut build = ChapterBuild::new(builder, chapter, "exercises")?;
    if let Err(error) = build.compile_library(sources)? {
        return Ok((Finding::NotCompiled(error.first()), None));
    }
    let linked = build.link_prebuilt_tests()?;
    if let Some(index) = first {
        let task = &chapter.tasks[index];
        let others: Vec<&str> =
            chapter.tasks.iter().filter(|it| it.number != task.number).map(|it| it.module.as_str()).collect();
        if !linked && let Err(error) = build.compile_tests(&others)? {
            return Ok((Finding::NotCompiled(error.first()), None));
        }
        if let Some(open) = failure(&run_tests(&mut build, task)?, index) {
            return Ok((open, None));
        }
    }
    if !linked && let Err(error) = build.compile_tests(&[])? {
        return Ok((Finding::NotCompiled(error.first()), None));
    }
    let mut finding = Finding::Done;
    let mut marks = vec![];
    for (index, task) in chapter.tasks.iter().enumerate() {
        if cancel.load(Ordering::Relaxed) {
            return Ok((Finding::Cancelled, None));
        }
        let results = run_tests(&mut build, task)?;
        if let (Finding::Done, Some(open)) = (&finding, failure(&results, index)) {
            finding = open;
        }
        let of_task = task.tests.iter().zip(results);
        marks.extend(of_task.map(|(test, it)| TestMarks::new(task.number, test, it.status, it.message)));
    }
    Ok((finding, Some(ChapterMarks::new(chapter, Compiled::Full, marks))))
}

fn run_tests(build: &mut ChapterBuild, task: &Task) -> Result<Vec<TestResult>> {
    let mut results: Vec<TestResult> = vec![];
    for test in &task.tests {
        // After an endless loop, the other tests of the task are likely to be endless too.
        let endless = results.last().filter(|it| it.status == Status::Timeout);
        results.push(match endless {
            Some(TestResult { status, message, .. }) => TestResult::new(*status, message.clone()),
            None => run_test(build, test, LIMIT)?,
        });
    }
    Ok(results)
}

/// The first test that fails, if any.
fn failure(results: &[TestResult], index: usize) -> Option<Finding> {
    let passed = results.iter().filter(|it| it.status == Status::Passed).count();
    let first = results.iter().find(|it| it.status != Status::Passed)?;
    Some(Finding::Open { task: index, message: first.message.clone(), passed })
}
