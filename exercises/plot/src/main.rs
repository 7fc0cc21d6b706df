//! Draws what the student's own code computes: as text on the terminal, and as SVG in a file.
//!
//! `cargo xtask plot ch05` calls it with the chapter and the file. What is still to be written is said in its place.

// One chapter alone does not use every kind of drawing; all of them together do.
#![cfg_attr(
    not(all(
        feature = "ch01",
        feature = "ch02",
        feature = "ch03",
        feature = "ch04",
        feature = "ch05",
        feature = "ch06"
    )),
    allow(dead_code)
)]

mod attempt;
mod braille;
mod chapters;
mod chart;
mod svg;

use std::path::Path;
use std::process::{self, ExitCode};
use std::thread;
use std::time::Duration;

/// How long a chapter's code may take; drawing it takes less than a second.
const PATIENCE: Duration = Duration::from_secs(20);

/// The least and the usual width of a drawing on the terminal.
const WIDTHS: (usize, usize) = (40, 76);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [chapter, file, width @ ..] = arguments.as_slice() else {
        eprintln!("error: call it as `cargo xtask plot ch05`");
        return ExitCode::from(2);
    };
    let width = width.first().and_then(|width| width.parse().ok()).unwrap_or(WIDTHS.1).max(WIDTHS.0);
    let Some(draw) = chapters::find(chapter) else {
        eprintln!("error: there is no drawing for {chapter} yet");
        return ExitCode::from(2);
    };
    attempt::keep_panics_quiet();
    give_up_after_a_while(chapter.clone());
    let charts = draw();
    for chart in &charts {
        println!("{}", braille::draw(chart, width));
    }
    if charts.iter().all(|chart| chart.series.is_empty()) {
        println!("There is nothing to draw yet: what is named above comes first.");
        return ExitCode::SUCCESS;
    }
    if let Err(error) = write(Path::new(file), &svg::page(&charts)) {
        eprintln!("error: failed to write {file}: {error}");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

/// A loop that never ends would leave the student with nothing to read.
fn give_up_after_a_while(chapter: String) {
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        eprintln!(
            "error: your code of {chapter} still runs after {} s: is there a loop that does not end?",
            PATIENCE.as_secs()
        );
        process::exit(1);
    });
}

fn write(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, text)
}
