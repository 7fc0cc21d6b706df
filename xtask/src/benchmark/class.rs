//! A class to measure with: the reference with a known mistake here and there, each submission different in every chapter.

use crate::course::{Course, file_name, overlay, sorted_entries};
use crate::submission::{Sources, read_sources};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes a class; returns the folders of the submissions. So many of their chapters, from the last one back, the grader has never seen;
/// the others are the same for everybody, as those before and after the chapter of the week are.
pub fn write(course: &Course, folder: &Path, size: usize, new: usize) -> Result<Vec<PathBuf>> {
    let moment = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let submissions: Vec<PathBuf> = (0..size).map(|number| folder.join(format!("s{number:04}"))).collect();
    for (place, chapter) in course.chapters.iter().rev().enumerate() {
        let reference = read_sources(&course.root.join("solutions").join(&chapter.name).join("src"))?;
        let mistakes = chapter.mistakes(course)?;
        for (number, submission) in submissions.iter().enumerate() {
            // Two chapters in three are right.
            let mistake = mistakes.get(number / 3 % mistakes.len().max(1)).filter(|_| number % 3 == 0 && place < new);
            let sources = mistake.map_or_else(|| Ok(reference.clone()), |it| overlay(&reference, &it.code))?;
            let note = if place < new { format!("// {moment} {number}\n") } else { format!("// {moment}\n") };
            write_sources(&sources, &submission.join("exercises").join(&chapter.name).join("src"), &note)?;
        }
    }
    Ok(submissions)
}

/// Copies the files of a folder.
pub fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in sorted_entries(from)? {
        fs::copy(&file, to.join(file_name(&file))).with_context(|| format!("failed to copy {}", file.display()))?;
    }
    Ok(())
}

fn write_sources(sources: &Sources, folder: &Path, note: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in sources {
        fs::write(folder.join(name), format!("{text}{note}"))?;
    }
    Ok(())
}
