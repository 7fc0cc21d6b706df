//! Makes a class to measure with: the reference with a function missing here and there, where every submission is
//! different.

use crate::course::{Course, with_stubs_of};
use crate::files::write as write_file;
use crate::grader::submission::read_sources;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes a class of this size and returns the folders of the submissions. The last `new` chapters of each submission
/// differ from all others; the rest is the same for everyone, as chapters of other weeks are.
pub fn write(course: &Course, folder: &Path, size: usize, new: usize) -> Result<Vec<PathBuf>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let submissions: Vec<PathBuf> = (0..size).map(|number| folder.join(format!("s{number:04}"))).collect();
    for (from_last, chapter) in course.chapters.iter().rev().enumerate() {
        let is_new = from_last < new;
        let reference = read_sources(&course.solution_sources(chapter))?;
        let stubs = read_sources(&course.exercise_sources(chapter))?;
        for (number, submission) in submissions.iter().enumerate() {
            // Every third submission lacks the functions of a task.
            let task = &chapter.tasks[number / 3 % chapter.tasks.len()];
            let sources = match number % 3 == 0 && is_new {
                true => with_stubs_of(task, &reference, &stubs)?,
                false => reference.clone(),
            };
            let comment = if is_new { format!("// {now} {number}\n") } else { format!("// {now}\n") };
            for (name, text) in sources {
                let file = submission.join("exercises").join(&chapter.name).join("src").join(name);
                write_file(&file, text + &comment)?;
            }
        }
    }
    Ok(submissions)
}
