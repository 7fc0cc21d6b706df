//! Draws what a student's own code computes: in the terminal, and as SVG in a file.
//!
//! `cargo xtask plot ch05` runs the example `plot` of that chapter, `exercises/ch05/plot.rs`, which makes the charts
//! and calls [`main`]. What is still to be written is named in its place.

mod attempt;
mod braille;
mod chart;
mod image;
mod svg;

pub use attempt::attempt;
pub use chart::{Chart, Point, Series, contour, label, steps};
pub use image::Image;

use std::path::Path;
use std::process::{self, ExitCode};
use std::thread;
use std::time::Duration;

/// How long a chapter's code may take; drawing it takes less than a second.
const PATIENCE: Duration = Duration::from_secs(20);

/// The least and the usual width of a drawing in the terminal.
const WIDTHS: (usize, usize) = (40, 76);

/// The whole program of a chapter: draws these charts into the file that the command line names.
pub fn main(charts: fn() -> Vec<Chart>) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [chapter, file, width @ ..] = arguments.as_slice() else {
        eprintln!("error: call it as `cargo xtask plot`, with a chapter");
        return ExitCode::from(2);
    };
    let width = width.first().and_then(|width| width.parse().ok()).unwrap_or(WIDTHS.1).max(WIDTHS.0);
    attempt::keep_panics_quiet();
    give_up_after_a_while(chapter.clone());
    let charts = charts();
    for chart in &charts {
        println!("{}", braille::draw(chart, width));
    }
    if charts.iter().all(|chart| chart.series.is_empty() && chart.images.is_empty()) {
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
