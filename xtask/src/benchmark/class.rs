//! A class to measure with: the reference with a known mistake here and there, each submission different in every chapter.

use crate::course::{Course, file_name, overlay, sorted_entries};
use crate::submission::{Sources, read_sources};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes a class, all of whose chapters the grader has never seen; returns the folders of the submissions.
pub fn write(course: &Course, folder: &Path, size: usize) -> Result<Vec<PathBuf>> {
    let moment = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let submissions: Vec<PathBuf> = (0..size).map(|number| folder.join(format!("s{number:04}"))).collect();
    for chapter in &course.chapters {
        let reference = read_sources(&course.root.join("solutions").join(&chapter.name).join("src"))?;
        let mistakes = chapter.mistakes(course)?;
        for (number, submission) in submissions.iter().enumerate() {
            // Two chapters in three are right.
            let mistake = mistakes.get(number / 3 % mistakes.len().max(1)).filter(|_| number % 3 == 0);
            let sources = mistake.map_or_else(|| Ok(reference.clone()), |it| overlay(&reference, &it.code))?;
            let note = format!("// {moment} {number}\n");
            write_sources(&sources, &submission.join("exercises").join(&chapter.name).join("src"), &note)?;
        }
    }
    Ok(submissions)
}

/// Writes a class of equal submissions: after the first, grading one takes next to no time, but memory all the same.
pub fn copies(course: &Course, folder: &Path, size: usize) -> Result<Vec<PathBuf>> {
    let first = write(course, folder, 1)?.remove(0);
    let all: Vec<PathBuf> = (0..size).map(|number| folder.join(format!("s{number:04}"))).collect();
    for submission in &all[1..] {
        for chapter in &course.chapters {
            let src = Path::new("exercises").join(&chapter.name).join("src");
            copy_files(&first.join(&src), &submission.join(&src))?;
        }
    }
    Ok(all)
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
