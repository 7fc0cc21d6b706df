//! `cargo xtask` without a verb: what there is, and the next step.

use super::chapter_progress::{ChapterProgress, Student};
use super::status;
use super::terminal::bold;
use crate::course::Course;
use crate::exit;
use anyhow::Result;

/// Calls for students, and what they do. `{}` stands for a chapter.
const VERBS: [(&str, &str); 9] = [
    ("cargo test -p {}", "the tests of a chapter (t3: of its task 3)"),
    ("cargo xtask watch", "the same on every save, one thing at a time"),
    ("cargo xtask status", "how far you are, and the next task"),
    ("cargo xtask hint {}", "a hint; each call shows one more"),
    ("cargo xtask open {}", "the chapter in your browser"),
    ("cargo xtask plot {}", "what your own code computes, drawn"),
    ("cargo xtask solution {} t3", "the reference, once task 3 is done"),
    ("cargo xtask reset {} t3", "back to the stub; a copy of yours is kept"),
    ("cargo xtask grade exercises", "marks for everything"),
];

/// Prints the verbs and the next step, without compiling anything.
pub fn run(course: &Course) -> Result<u8> {
    anstream::println!("{}", bold("A book, functions to write, and tests that tell you what is wrong."));
    anstream::println!();
    for (call, what) in VERBS {
        let call = call.replace("{}", &course.chapters[0].name);
        anstream::println!("  {call:<30}{what}");
    }
    anstream::println!("\n`cargo xtask help` lists all verbs, also those for instructors and authors.\n");
    let student = Student::open(course)?;
    let progress: Vec<ChapterProgress> = course.chapters.iter().map(|chapter| student.known(chapter)).collect();
    let changed: Vec<&str> = progress.iter().filter(|it| !it.certain).map(|it| it.chapter.name.as_str()).collect();
    for line in student.without_tests() {
        anstream::println!("{line}");
    }
    if !changed.is_empty() {
        anstream::println!(
            "Changed since its tests ran: {}. `cargo xtask status` says what of it is right.",
            changed.join(", ")
        );
    }
    let written = || vec!["Every task has been written. `cargo xtask status` tells whether all of it is right.".into()];
    for line in status::next(&progress).unwrap_or_else(written) {
        anstream::println!("{line}");
    }
    Ok(exit::FULL_MARKS)
}
