//! One look at a chapter: which task is next, and what its first failing test says.

use crate::course::{Chapter, Task};
use crate::examine::{self, Outcome, Status};
use crate::report::{ChapterMarks, Compiled, TestMarks};
use crate::submission::Sources;
use crate::workshop::{Desk, Workshop};
use anyhow::Result;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long one test may take. It is tried twice before it counts as endless, so this is half of the wait.
const LIMIT: Duration = Duration::from_secs(2);

/// What was found.
pub enum Finding {
    /// It does not compile; this is the compiler's first error.
    Refused(String),
    /// A test of a task fails.
    Open {
        /// The place of the task in the chapter.
        task: usize,
        /// What the test says.
        message: String,
        /// How many tests of the task passed before it failed.
        passed: usize,
    },
    /// Every test passes.
    Done,
    /// It was told to stop before the end.
    Stopped,
}

/// Looks at these sources. If a task is named, its tests come first, and the others only when they pass.
///
/// Marks are returned when the whole chapter was run.
pub fn look(
    workshop: &Workshop,
    chapter: &Chapter,
    sources: &Sources,
    first: Option<usize>,
    stop: &AtomicBool,
) -> Result<(Finding, Option<ChapterMarks>)> {
    let mut desk = workshop.desk(chapter, "exercises")?;
    if let Err(refusal) = desk.compile_library(sources)? {
        return Ok((Finding::Refused(refusal.first()), None));
    }
    if let Some(place) = first {
        let task = &chapter.tasks[place];
        let others: Vec<&str> =
            chapter.tasks.iter().filter(|it| it.number != task.number).map(|it| it.module.as_str()).collect();
        if let Err(refusal) = desk.compile_tests(&others)? {
            return Ok((Finding::Refused(refusal.first()), None));
        }
        if let Some(open) = failure(&all(&mut desk, task)?, place) {
            return Ok((open, None));
        }
    }
    if let Err(refusal) = desk.compile_tests(&[])? {
        return Ok((Finding::Refused(refusal.first()), None));
    }
    let mut finding = Finding::Done;
    let mut marks = vec![];
    for (place, task) in chapter.tasks.iter().enumerate() {
        if stop.load(Ordering::Relaxed) {
            return Ok((Finding::Stopped, None));
        }
        let outcomes = all(&mut desk, task)?;
        if let (Finding::Done, Some(open)) = (&finding, failure(&outcomes, place)) {
            finding = open;
        }
        let of_task = task.tests.iter().zip(outcomes);
        marks.extend(of_task.map(|(test, it)| TestMarks::new(task.number, test, it.status, it.message)));
    }
    Ok((finding, Some(ChapterMarks::new(chapter, Compiled::Full, marks))))
}

fn all(desk: &mut Desk, task: &Task) -> Result<Vec<Outcome>> {
    let mut outcomes: Vec<Outcome> = vec![];
    for test in &task.tests {
        // After an endless loop, the other tests of the task would most likely wait as long.
        let endless = outcomes.last().filter(|it| it.status == Status::Timeout);
        outcomes.push(match endless {
            Some(Outcome { status, message }) => Outcome { status: *status, message: message.clone() },
            None => examine::examine(desk, test, LIMIT)?,
        });
    }
    Ok(outcomes)
}

/// A test that names a mistake says more than one that does not; otherwise the first is shown.
fn failure(outcomes: &[Outcome], place: usize) -> Option<Finding> {
    let passed = outcomes.iter().filter(|it| it.status == Status::Passed).count();
    let first = outcomes.iter().find(|it| it.status != Status::Passed)?;
    Some(Finding::Open { task: place, message: first.message.clone(), passed })
}
