//! `cargo xtask plot`: draws what the student's own code computes.
//!
//! The program that draws is an example of the chapter's crate, compiled with the student's code. The tools must not
//! depend on that: they have to work while it does not compile.

use super::chapter_progress::Student;
use super::open::browse;
use super::terminal;
use crate::cargo::{self, cargo};
use crate::course::Course;
use crate::exit::{self, Usage};
use anyhow::{Result, bail};

/// Draws a chapter in the terminal and into a file, and opens the file in the browser.
pub fn run(course: &Course, chapter: Option<&str>, browser: bool) -> Result<u8> {
    let student = Student::open(course)?;
    let chapter = student.chapter(chapter)?;
    let below = format!(".progress/plots/{}.svg", chapter.name);
    let file = student.progress.path(&format!("plots/{}.svg", chapter.name));
    // A drawing from an earlier call must not be mistaken for this one.
    let _ = std::fs::remove_file(&file);
    let (_, width) = terminal::size();
    let mut command = cargo(&course.root);
    command
        .args(["run", "--quiet", "--package", &chapter.name, "--features", "plot"])
        .args(["--example", &format!("plot-{}", chapter.name), "--"])
        .args([&chapter.name, &below, &width.saturating_sub(2).min(110).to_string()]);
    if !cargo::run(&mut command)?.success() {
        bail!(Usage(format!(
            "{0} could not be drawn: the lines above say why; `cargo test -p {0}` says more",
            chapter.name
        )));
    }
    if file.is_file() {
        anstream::println!("The drawing is in {below}");
        if browser {
            browse(&file.display().to_string());
        }
    }
    Ok(exit::FULL_MARKS)
}
