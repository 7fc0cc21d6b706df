//! `cargo xtask reset`: back to the stub, and what was written is kept.

use super::names;
use super::standing::Student;
use super::stubs;
use crate::cache::write_atomically;
use crate::course::{Chapter, Course, Task};
use crate::exit::{self, Usage};
use crate::functions::{self, Function};
use crate::submission::Sources;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Puts back one function, one chapter, or all of them.
pub fn run(course: &Course, chapter: Option<&str>, task: Option<&str>, all: bool) -> Result<u8> {
    let student = Student::open(course)?;
    let chapters: Vec<&Chapter> = match chapter {
        Some(name) => vec![names::chapter(course, name)?],
        None if all => course.chapters.iter().collect(),
        None => bail!(Usage(
            "name what to reset: `cargo xtask reset ch03 t2` for a task, `ch03` for a chapter, `--all` for everything"
                .into()
        )),
    };
    let task = task.map(|name| names::task(chapters[0], name)).transpose()?;
    // Everything is found before anything is written.
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
        let folder = course.root.join("exercises").join(&chapter.name).join("src");
        for (name, text) in then.iter().filter(|&(name, text)| now.get(name) != Some(text)) {
            fs::create_dir_all(folder.join(name).parent().unwrap_or(&folder))?;
            write_atomically(&folder.join(name), text.as_bytes())?;
        }
        let what = task.map_or_else(String::new, |task| format!(", {},", names::heading(task)));
        let shown = backup.strip_prefix(&course.root).unwrap_or(&backup).display().to_string().replace('\\', "/");
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

/// The sources with the functions of one task put back, and everything else kept.
fn with_stubs_of(task: &Task, now: &Sources, stubs: &Sources) -> Result<Sources> {
    let mut then = now.clone();
    for stub in &task.functions {
        let given = stubs.iter().find_map(|(name, text)| Some((name, text, function(text, &stub.name)?)));
        let (file, given, function_given) = given.with_context(|| format!("the course has no `{}`", stub.name))?;
        let written = now.iter().find_map(|(name, text)| Some((name, function(text, &stub.name)?)));
        let Some((name, written)) = written else {
            bail!(Usage(format!(
                "`{}` is not to be found in {}: put its line `fn {0}(…) {{` back, or reset the whole chapter",
                stub.name,
                file.display()
            )));
        };
        let text = then.entry(name.clone()).or_default();
        // The functions of a task may share a file: the place is looked up in the text as it is by now.
        let place = function(text, &stub.name).unwrap_or(written);
        text.replace_range(place.range, &given[function_given.range]);
    }
    Ok(then)
}

/// A function, also in a file that is half-typed.
pub(super) fn function(text: &str, name: &str) -> Option<Function> {
    let all = functions::functions(text).unwrap_or_else(|_| functions::by_layout(text));
    all.into_iter().find(|function| function.name == name)
}

/// Copies a chapter's sources into a folder named by the time.
fn back_up(folder: &Path, chapter: &Chapter, sources: &Sources) -> Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let name = format!("{} {}", chapter.name, date(now)).replace(' ', "-");
    let numbered = |count: usize| if count == 1 { name.clone() } else { format!("{name}-{count}") };
    let free = (1..).map(|count| folder.join(numbered(count))).find(|folder| !folder.exists());
    let folder = free.context("there is a free name for a backup")?;
    for (name, text) in sources {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(&folder))
            .with_context(|| format!("failed to make a backup in {}, so nothing was reset", folder.display()))?;
        write_atomically(&file, text.as_bytes())?;
    }
    Ok(folder)
}

/// `2025-03-01 14.05.09`, in universal time. Colons do not stand in file names everywhere.
fn date(since_1970: Duration) -> String {
    let (mut days, seconds) = (since_1970.as_secs() / 86_400, since_1970.as_secs() % 86_400);
    let leap = |year: u64| (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year}-{:02}-{:02} {hour:02}.{minute:02}.{second:02}", month + 1, days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        let at = |seconds| date(Duration::from_secs(seconds));
        assert_eq!(at(0), "1970-01-01 00.00.00");
        assert_eq!(at(951_782_399), "2000-02-28 23.59.59");
        assert_eq!(at(951_782_400), "2000-02-29 00.00.00");
        assert_eq!(at(1_767_225_599), "2025-12-31 23.59.59");
    }
}
