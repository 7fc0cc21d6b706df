//! `cargo xtask status`: how far the course is done, and the next task.

use super::names;
use super::standing::{self, Standing, Student};
use crate::course::Course;
use crate::exit;
use crate::terminal::{self, bold};
use anyhow::Result;

/// Prints a bar for each chapter and for all of them, and the next task. Only chapters that have changed are run.
pub fn run(course: &Course, chapter: Option<&str>) -> Result<u8> {
    let chapters = match chapter {
        Some(name) => vec![names::chapter(course, name)?],
        None => course.chapters.iter().collect(),
    };
    let student = Student::open(course)?;
    let standings = student.examined(&chapters)?;
    let (_, width) = terminal::size();
    for line in bars(&standings, width) {
        anstream::println!("{line}");
    }
    anstream::println!();
    for line in student.without_tests() {
        anstream::println!("{line}");
    }
    for line in next(&standings).unwrap_or_else(|| vec![all_done(&standings)]) {
        anstream::println!("{line}");
    }
    Ok(exit::FULL_MARKS)
}

/// One line for each chapter, and one for all of them, in so many columns.
pub fn bars(standings: &[Standing], width: usize) -> Vec<String> {
    let titles = standings.iter().map(|standing| standing.chapter.title.chars().count());
    let title = titles.max().unwrap_or(0).clamp(10, width.saturating_sub(40).max(10));
    let columns = width.saturating_sub(title + 39).clamp(5, 40);
    let line = |name: &str, of_chapter: &str, done: usize, of: usize, note: &str| {
        let of_chapter: String = of_chapter.chars().take(title).collect();
        format!("{name:<5} {of_chapter:<title$}  {}  {done:>2} of {of:>2}  {note}", terminal::bar(done, of, columns))
    };
    let mut lines = vec![];
    let (mut all_done, mut all) = (0, 0);
    for standing in standings {
        let (done, of) = (standing.count(), standing.done.len());
        let note = match standing.broken {
            true => "✗ does not compile",
            false if done == of => "✓",
            false => "",
        };
        lines.push(line(&standing.chapter.name, &standing.chapter.title, done, of, note).trim_end().to_owned());
        all_done += done;
        all += of;
    }
    lines.push(bold(line("", "all tasks", all_done, all, "").trim_end()));
    lines
}

/// What to do next: where to write the task and how to test it, and what was left open before it.
pub fn next(standings: &[Standing]) -> Option<Vec<String>> {
    let standing = standing::current(standings)?;
    let chapter = standing.chapter;
    let Some(task) = standing.next() else {
        return Some(vec![format!("{} `cargo xtask status` says what of {} is right", bold("Next:"), chapter.name)]);
    };
    let mut lines = vec![
        format!("{} {}, {}", bold("Next:"), chapter.name, names::heading(task)),
        format!("  write it in   {}", names::place_to_write(chapter, task, &standing.open)),
        format!("  test it with  cargo test -p {} t{}", chapter.name, task.number),
    ];
    let before = standings.iter().take_while(|it| it.chapter.name != chapter.name);
    let left: Vec<&str> = before.filter(|it| it.next().is_some()).map(|it| it.chapter.name.as_str()).collect();
    if !left.is_empty() {
        lines.push(format!("Still open before it: {}", left.join(", ")));
    }
    if standing.broken {
        lines.push(format!("Some of {0} does not compile; `cargo test -p {0}` says why.", chapter.name));
    }
    Some(lines)
}

/// What to say where nothing is left to do.
fn all_done(standings: &[Standing]) -> String {
    match standings {
        [standing] => format!("Every task of {} is done.", standing.chapter.name),
        _ => "Every task of the course is done. `cargo xtask plot ch06` shows what your network has learned.".into(),
    }
}
