//! Makes a class to measure with: the reference with a wrong function here and there, where every submission is
//! different.

use crate::course::{Course, overlay};
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
        let stubs: Vec<&str> = chapter
            .tasks
            .iter()
            .flat_map(|task| &task.functions)
            .filter_map(|stub| Some(stub.found.as_ref()?.0.as_str()))
            .collect();
        for (number, submission) in submissions.iter().enumerate() {
            // In every third submission a function panics.
            let stub = stubs.get(number / 3 % stubs.len().max(1)).filter(|_| number % 3 == 0 && is_new);
            let sources = match stub {
                Some(signature) => overlay(&reference, &format!("{signature} {{ unreachable!() }}"))?,
                None => reference.clone(),
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
