//! A student in the middle of the course: with `--mine` the figures must cope with whatever is in `exercises/`.

use crate::chapter::Work;
use crate::chapters;
use crate::widgets::{Whose, Widgets};
use crate::workspace_copy::copy_packages;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use xtask::files::copy_folder;
use xtask::functions;

/// The moving figures of a student whose chapters are as their folders say in `ChapterCode::trial`.
pub fn widgets(root: &Path) -> Result<Widgets> {
    let scratch = tempfile::tempdir().context("failed to make a scratch folder")?;
    let course = scratch.path();
    let mut packages: Vec<String> =
        ["exercises/checks", "exercises/datasets", "exercises/plot", "book/widgets"].map(String::from).to_vec();
    for (chapter, _) in chapters::widgets() {
        packages.extend([format!("exercises/{chapter}"), format!("solutions/{chapter}")]);
        copy_folder(&root.join("book/src").join(chapter), &course.join("book/src").join(chapter), |_| true)?;
    }
    copy_packages(root, course, &packages, &[])?;
    for (chapter, code) in chapters::all().iter().filter(|(_, code)| code.widget.is_some()) {
        let exercise = course.join("exercises").join(chapter);
        if !matches!(code.trial.work, Work::Untouched) {
            copy_folder(&course.join("solutions").join(chapter).join("src"), &exercise.join("src"), |_| true)?;
        }
        if let Work::SolvedBut { file, function } = code.trial.work {
            let file = exercise.join(file);
            let (text, replaced) = functions::overlay(&fs::read_to_string(&file)?, function)?;
            replaced.first().with_context(|| format!("{} no longer has such a function", file.display()))?;
            fs::write(&file, text)?;
        }
    }
    Widgets::build(course, Whose::Mine)
}

/// What the note below each figure must match, by the figure's id.
pub fn notes() -> BTreeMap<String, &'static str> {
    let moving = chapters::all().iter().filter(|(_, code)| code.widget.is_some());
    moving.map(|(chapter, code)| (format!("try-{chapter}"), code.trial.note)).collect()
}
