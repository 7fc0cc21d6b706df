//! `cargo xtask hint`: one hint more at each call.

use super::names;
use super::progress::HINTS;
use super::standing::Student;
use crate::course::{Chapter, Course, Task};
use crate::exit;
use crate::terminal::{self, bold};
use anyhow::Result;

/// Longer lines are hard to read, however wide the terminal is.
const PROSE: usize = 100;

/// What each hint is about.
const KINDS: [&str; HINTS] = ["the idea", "the formula", "the shape of the code"];

/// Prints the hints of a task so far, and one more; with `all`, all three.
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
    let taken = if all { HINTS } else { student.progress.take_hint(chapter, task)? };
    anstream::println!(
        "{} ({})",
        bold(&format!("{}, {}", chapter.name, names::heading(task))),
        names::place_to_write(chapter, task, &student.known(chapter).open)
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
    for (number, (hint, kind)) in task.hints.iter().zip(KINDS).take(taken).enumerate() {
        lines.push(String::new());
        lines.push(bold(&format!("Hint {} of {HINTS}: {kind}", number + 1)));
        lines.extend(terminal::wrap(&joined(hint), width.min(PROSE)));
    }
    lines
}

/// Hints are written in lines of their own width: a paragraph is one line again, before it is fitted to the terminal.
fn joined(hint: &str) -> String {
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
    if taken < HINTS {
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
        assert_eq!(joined("One\ntwo.\n\nThree."), "One two.\n\nThree.");
        assert_eq!(joined("See\n- a\n- b"), "See\n- a\n- b");
        let code = joined("See\n```text\na\nb\n```\nthen");
        assert!(code.contains("a\nb\n"), "{code}");
    }
}
