//! A student in the middle of the course: what the figures show with `--mine` must hold whatever stands in `exercises/`.

use crate::copies;
use crate::widgets::{CHAPTERS, Whose, Widgets};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use xtask::functions;

/// Functions that are not written well.
const WRONG: [(&str, &str, &str); 3] = [
    ("ch03", "src/sigmoids.rs", "pub fn sigmoid(a: f64) -> f64 {\n    panic!(\"no sigmoid of {a}\")\n}\n"),
    (
        "ch04",
        "src/approximator.rs",
        "pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {\n    x.soft(edge, steepness)\n}\n",
    ),
    (
        "ch05",
        "src/descent.rs",
        "pub fn step(w: &Array1<f64>, _: &Array1<f64>, _: f64) -> Array1<f64> {\n    loop {\n        std::hint::black_box(w);\n    }\n}\n",
    ),
];

/// The figures of a student whose chapters 1 and 6 are right, chapter 2 is not begun, 3 panics, 4 does not compile, and 5 does not
/// come to an end.
pub fn figures(root: &Path) -> Result<Widgets> {
    let scratch = tempfile::tempdir().context("a scratch folder is needed")?;
    let course = scratch.path();
    let mut packages: Vec<String> = vec!["exercises/checks".into(), "exercises/datasets".into(), "book/widgets".into()];
    packages
        .extend(CHAPTERS.iter().flat_map(|chapter| [format!("exercises/{chapter}"), format!("solutions/{chapter}")]));
    copies::workspace(root, course, &packages.iter().map(String::as_str).collect::<Vec<_>>())?;
    for chapter in CHAPTERS.iter().filter(|chapter| **chapter != "ch02") {
        let solution = course.join("solutions").join(chapter).join("src");
        copies::copy(&solution, &course.join("exercises").join(chapter).join("src"))?;
    }
    for (chapter, file, wrong) in WRONG {
        let file = course.join("exercises").join(chapter).join(file);
        let (text, replaced) = functions::overlay(&fs::read_to_string(&file)?, wrong)?;
        replaced.first().with_context(|| format!("{} has no such function any more", file.display()))?;
        fs::write(&file, text)?;
    }
    Widgets::build(course, Whose::Mine)
}
