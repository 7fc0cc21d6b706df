//! `cargo xtask hint`: each call shows one more hint.

use super::chapter_progress::Student;
use super::names;
use super::terminal::{self, bold};
use crate::course::{Chapter, Course, HINTS, Task};
use crate::exit;
use anyhow::Result;

/// Longer lines are hard to read, even in a wide terminal.
const LONGEST_LINE: usize = 100;

/// Prints the hints taken so far and one more, or all three.
pub fn run(course: &Course, chapter: Option<&str>, task: Option<&str>, all: bool) -> Result<u8> {
    let student = Student::open(course)?;
    let chapter = student.chapter(chapter)?;
    let Some(task) = student.task(chapter, task)? else {
        anstream::println!(
            "Every task of {0} is done. For one of them, name it: `cargo xtask hint {0} t1`",
            chapter.name
        );
        return Ok(exit::FULL_MARKS);
    };
    let taken = if all { HINTS.len() } else { student.progress.take_hint(chapter, task)? };
    anstream::println!(
        "{} ({})",
        bold(&format!("{}, {}", chapter.name, names::heading(task))),
        names::location_to_edit(chapter, task, &student.known(chapter).open)
    );
    let (_, width) = terminal::size();
    for line in lines(task, taken, width) {
        anstream::println!("{line}");
    }
    anstream::println!("\n{}", what_follows(chapter, task, taken, course.root.join("solutions").is_dir()));
    Ok(exit::FULL_MARKS)
}

/// The first `taken` hints of a task, in lines of at most `width` columns.
pub fn lines(task: &Task, taken: usize, width: usize) -> Vec<String> {
    let mut lines = vec![];
    for (number, (hint, (_, subject))) in task.hints.iter().zip(HINTS).take(taken).enumerate() {
        lines.push(String::new());
        lines.push(bold(&format!("Hint {} of {}: {subject}", number + 1, HINTS.len())));
        lines.extend(terminal::wrap(&join_paragraphs(hint), width.min(LONGEST_LINE)));
    }
    lines
}

/// Joins the lines of each paragraph, so that it can be wrapped to the terminal. Code and lists keep their lines.
fn join_paragraphs(hint: &str) -> String {
    let mut text = String::new();
    let mut code = false;
    for line in hint.lines() {
        let fence = line.trim_start().starts_with("```");
        let paragraph = !text.is_empty() && !text.ends_with('\n') && !line.trim().is_empty();
        let own_line = code || fence || line.starts_with(['-', ' ', '|']);
        match paragraph && !own_line {
            true => text.push(' '),
            false if text.is_empty() => {}
            false => text.push('\n'),
        }
        text.push_str(line);
        if fence {
            code = !code;
            text.push('\n');
        }
    }
    text
}

fn what_follows(chapter: &Chapter, task: &Task, taken: usize, reference: bool) -> String {
    let call = format!("{} t{}", chapter.name, task.number);
    if taken < HINTS.len() {
        format!("One more: `cargo xtask hint {call}`")
    } else if !reference {
        "That is all. The section of the book, with its example by hand, is the next best thing".into()
    } else {
        format!("That is all. The reference, if you would rather read it: `cargo xtask solution {call} --give-up`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_one_line_and_code_keeps_its_own() {
        assert_eq!(join_paragraphs("One\ntwo.\n\nThree."), "One two.\n\nThree.");
        assert_eq!(join_paragraphs("See\n- a\n- b"), "See\n- a\n- b");
        let code = join_paragraphs("See\n```text\na\nb\n```\nthen");
        assert!(code.contains("a\nb\n"), "{code}");
    }
}
