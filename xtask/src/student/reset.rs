//! `cargo xtask reset`: puts stubs back, and keeps a copy of what was written.

use super::chapter_progress::Student;
use super::names;
use super::stubs;
use crate::course::{Chapter, Course, Sources, with_stubs_of};
use crate::exit::{self, Usage};
use crate::files::{slashes, write_atomically};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Resets one task, one chapter, or all of them.
pub fn run(course: &Course, chapter: Option<&str>, task: Option<&str>, all: bool) -> Result<u8> {
    let student = Student::open(course)?;
    let chapters: Vec<&Chapter> = match chapter {
        Some(name) => vec![names::chapter(course, name)?],
        None if all => course.chapters.iter().collect(),
        None => bail!(Usage(format!(
            "name what to reset: `cargo xtask reset {0} t2` for a task, `{0}` for a chapter, `--all` for everything",
            course.chapters[0].name
        ))),
    };
    let task = task.map(|name| names::task(chapters[0], name)).transpose()?;
    // Find everything before writing anything.
    let mut changes = vec![];
    for chapter in &chapters {
        let stubs = stubs::find(course, &student.progress, chapter).with_context(|| lost(chapter));
        let now = student.sources(chapter);
        let then = match (stubs, task) {
            (Ok(stubs), Some(task)) => with_stubs_of(task, &now, &stubs)?,
            (Ok(stubs), None) => now.clone().into_iter().chain(stubs).collect(),
            (Err(_), None) if stubs::is_untouched(chapter, &now) => now.clone(),
            (Err(error), _) => bail!(Usage(format!("{error:#}"))),
        };
        if now != then {
            changes.push((*chapter, now, then));
        }
    }
    if changes.is_empty() {
        let what = match (task, chapters.as_slice()) {
            (Some(task), [chapter]) => format!("{} of {}", names::heading(task), chapter.name),
            (_, [chapter]) => chapter.name.clone(),
            _ => "every chapter".into(),
        };
        anstream::println!("There is nothing to reset: {what} is as the course gave it.");
        return Ok(exit::FULL_MARKS);
    }
    for (chapter, now, then) in changes {
        let backup = back_up(&student.progress.path("backups"), chapter, &now)?;
        let folder = course.exercise_sources(chapter);
        for (name, text) in then.iter().filter(|&(name, text)| now.get(name) != Some(text)) {
            fs::create_dir_all(folder.join(name).parent().unwrap_or(&folder))?;
            write_atomically(&folder.join(name), text.as_bytes())?;
        }
        let what = task.map_or_else(String::new, |task| format!(", {},", names::heading(task)));
        let shown = slashes(backup.strip_prefix(&course.root).unwrap_or(&backup));
        anstream::println!("{}{what} is as the course gave it. What you had written is in {shown}/", chapter.name);
        anstream::println!("To have any of it back, copy that from there to exercises/{}/src/", chapter.name);
    }
    Ok(exit::FULL_MARKS)
}

fn lost(chapter: &Chapter) -> String {
    format!(
        "the stubs of {0} are neither in the history of git nor kept from before: copy exercises/{0}/src from a fresh copy of the course",
        chapter.name
    )
}

/// Copies a chapter's sources into a new folder, `chNN-1`, `chNN-2`, …
fn back_up(folder: &Path, chapter: &Chapter, sources: &Sources) -> Result<PathBuf> {
    let numbered = |number: usize| folder.join(format!("{}-{number}", chapter.name));
    let backup = (1..).map(numbered).find(|backup| !backup.exists()).context("there is a free number")?;
    for (name, text) in sources {
        let file = backup.join(name);
        fs::create_dir_all(file.parent().unwrap_or(&backup))
            .with_context(|| format!("failed to make a backup in {}, so nothing was reset", backup.display()))?;
        write_atomically(&file, text.as_bytes())?;
    }
    Ok(backup)
}
