//! `cargo xtask plot`: what the student's own code computes, drawn by a program of its own.
//!
//! The drawing program is compiled together with the chapter, which this one must not be: it runs also while the
//! student's code does not compile.

use super::open::browse;
use super::progress::Progress;
use super::standing::Student;
use crate::course::Course;
use crate::exit::{self, Usage};
use crate::terminal;
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Draws a chapter on the terminal and into a file, and shows the file in the browser.
pub fn run(course: &Course, chapter: Option<&str>, browser: bool) -> Result<u8> {
    let chapter = Student::open(course)?.chapter(chapter)?;
    let below = format!(".progress/plots/{}.svg", chapter.name);
    let file = Progress::open(course)?.path(&format!("plots/{}.svg", chapter.name));
    // What is left of another time must not pass for what was drawn now.
    let _ = std::fs::remove_file(&file);
    let (_, width) = terminal::size();
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "run",
            "--quiet",
            "--package",
            &chapter.name,
            "--features",
            "plot",
            "--example",
            &format!("plot-{}", chapter.name),
            "--",
        ])
        .args([&chapter.name, &below, &width.saturating_sub(2).min(110).to_string()])
        .current_dir(&course.root)
        .status()
        .context("failed to start cargo")?;
    if !status.success() {
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
