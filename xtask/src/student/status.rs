//! `cargo xtask status`: how much is done, and the next task.

use super::chapter_progress::{self, ChapterProgress, Student};
use super::names;
use super::terminal::{self, bold};
use crate::course::Course;
use crate::exit;
use anyhow::Result;

/// Prints a bar for each chapter and for the course, and the next task. Only chapters that have changed are run.
pub fn run(course: &Course, chapter: Option<&str>) -> Result<u8> {
    let chapters = match chapter {
        Some(name) => vec![names::chapter(course, name)?],
        None => course.chapters.iter().collect(),
    };
    let student = Student::open(course)?;
    let progress = student.run_changed(&chapters)?;
    let (_, width) = terminal::size();
    for line in bars(&progress, width) {
        anstream::println!("{line}");
    }
    anstream::println!();
    let next = next(&progress).unwrap_or_else(|| all_done(&progress, width));
    for line in student.without_tests().iter().chain(&next).flat_map(|line| terminal::wrap(line, width)) {
        anstream::println!("{line}");
    }
    Ok(exit::FULL_MARKS)
}

/// A terminal with fewer columns has no room for words behind the numbers.
const NARROW: usize = 56;

/// One line of at most `width` columns, if there are 40, for each chapter, and one for all of them.
pub fn bars(progress: &[ChapterProgress], width: usize) -> Vec<String> {
    let titles = progress.iter().map(|it| it.chapter.title.chars().count());
    // The name, the numbers, the note and what is between them.
    let other = if width < NARROW { 22 } else { 39 };
    let title = titles.max().unwrap_or(0).clamp(10, width.saturating_sub(other + 5).max(10));
    let columns = width.saturating_sub(title + other).clamp(5, 40);
    let line = |name: &str, of_chapter: &str, done: usize, of: usize, note: &str| {
        let of_chapter: String = of_chapter.chars().take(title).collect();
        format!("{name:<5} {of_chapter:<title$}  {}  {done:>2} of {of:>2}  {note}", terminal::bar(done, of, columns))
    };
    let mut lines = vec![];
    let (mut all_done, mut all) = (0, 0);
    for it in progress {
        let (done, of) = (it.count(), it.done.len());
        let note = match it.broken {
            true if width < NARROW => "✗",
            true => "✗ does not compile",
            false if done == of => "✓",
            false => "",
        };
        lines.push(line(&it.chapter.name, &it.chapter.title, done, of, note).trim_end().to_owned());
        all_done += done;
        all += of;
    }
    lines.push(bold(line("", "all tasks", all_done, all, "").trim_end()));
    lines
}

/// The next task, where to write it and how to test it; `None` if everything is done.
pub fn next(progress: &[ChapterProgress]) -> Option<Vec<String>> {
    let current = chapter_progress::current(progress)?;
    let chapter = current.chapter;
    let Some(task) = current.next() else {
        return Some(vec![format!("{} `cargo xtask status` says what of {} is right", bold("Next:"), chapter.name)]);
    };
    let mut lines = vec![
        format!("{} {}, {}", bold("Next:"), chapter.name, names::heading(task)),
        format!("  write it in   {}", names::location_to_edit(chapter, task, &current.open)),
        format!("  test it with  cargo test -p {} t{}", chapter.name, task.number),
    ];
    let before = progress.iter().take_while(|it| it.chapter.name != chapter.name);
    let left: Vec<&str> = before.filter(|it| it.next().is_some()).map(|it| it.chapter.name.as_str()).collect();
    if !left.is_empty() {
        lines.push(format!("Still open before it: {}", left.join(", ")));
    }
    if current.broken {
        lines.push(format!("Some of {0} does not compile; `cargo test -p {0}` says why.", chapter.name));
    }
    Some(lines)
}

/// What somebody reads who has done everything: of a chapter one line, of the course a certificate.
fn all_done(progress: &[ChapterProgress], width: usize) -> Vec<String> {
    match progress {
        [] => vec![],
        [only] => vec![format!("Every task of {} is done.", only.chapter.name)],
        [.., last] => {
            let tasks: usize = progress.iter().map(|it| it.done.len()).sum();
            let words = [
                format!("All {tasks} tasks of {} chapters are done, and every test is green.", progress.len()),
                String::new(),
                "You have written, from the first weighted sum to the reading of handwriting:".into(),
            ];
            let titles = progress.iter().map(|it| format!("  ✓ {}", it.chapter.title));
            let further = format!(
                "`cargo xtask plot {}` shows what your network sees, and the last page of the book says where to go \
                 from here.",
                last.chapter.name
            );
            let lines: Vec<String> = words.into_iter().chain(titles).chain([String::new(), further]).collect();
            framed(&lines, width)
        }
    }
}

/// The lines in a frame of at most `width` columns.
fn framed(lines: &[String], width: usize) -> Vec<String> {
    let inner = width.min(76) - 4;
    let wrap = |line: &String| if line.is_empty() { vec![String::new()] } else { terminal::wrap(line, inner) };
    let mut frame = vec![format!("╭{}╮", "─".repeat(inner + 2))];
    frame.extend(lines.iter().flat_map(wrap).map(|line| format!("│ {line:inner$} │")));
    frame.push(format!("╰{}╯", "─".repeat(inner + 2)));
    frame
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;
    use console::measure_text_width;

    fn progress(course: &Course, done: bool, broken: bool) -> Vec<ChapterProgress<'_>> {
        let of = |chapter| {
            let done = vec![done; 12];
            ChapterProgress { chapter, done, certain: true, broken, open: vec![], saved: None }
        };
        course.chapters.iter().map(of).collect()
    }

    #[test]
    fn the_course_ends_with_a_certificate() {
        let course = Course::find().unwrap();
        let all = progress(&course, true, false);
        for width in [40, 80, 200] {
            let lines = all_done(&all, width);
            assert!(lines.iter().all(|line| measure_text_width(line) == width.min(76)), "{lines:#?}");
            assert!(lines[1].contains(&format!("All {} tasks", 12 * all.len())), "{lines:#?}");
        }
        assert_eq!(all_done(&all[..1], 80), [format!("Every task of {} is done.", all[0].chapter.name)]);
    }

    #[test]
    fn bars_fit_the_terminal() {
        let course = Course::find().unwrap();
        let progress = |broken| progress(&course, false, broken);
        for width in [40, 55, 56, 80, 200] {
            for line in [bars(&progress(true), width), bars(&progress(false), width)].concat() {
                assert!(measure_text_width(&line) <= width, "{width}: {line}");
            }
        }
    }
}
