//! The course: chapters, tasks, tests, and what each is worth.
//!
//! Everything is read from the source files, so hints can be shown and marks counted while a student's code does not
//! compile.

mod chapter;
pub mod functions;
mod mistakes;
mod right_answers;
mod sources;
mod task;
pub mod test_include;

pub use chapter::{Chapter, title};
pub use mistakes::Mistake;
pub use right_answers::{RightAnswer, overlay};
pub use sources::{Sources, with_stubs_of};
pub use task::{HINTS, Location, Stub, Task, Test};

use crate::exit::Usage;
use crate::files::{file_name, sorted_entries};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Course {
    /// The folder that contains `exercises/`.
    pub root: PathBuf,
    /// In order.
    pub chapters: Vec<Chapter>,
}

impl Course {
    /// The course that contains the current folder.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("failed to find the current folder")?;
        let root = here.ancestors().find(|folder| folder.join("exercises").is_dir() && folder.join("xtask").is_dir());
        match root {
            Some(root) => Self::open(root),
            None => bail!(Usage(format!(
                "{} is not inside the course: call `cargo xtask` from the folder that holds exercises/, or one below it",
                here.display()
            ))),
        }
    }

    /// Reads every folder of `exercises/` that has tests to grade.
    pub fn open(root: &Path) -> Result<Self> {
        let exercises = root.join("exercises");
        let mut chapters = vec![];
        for folder in sorted_entries(&exercises)? {
            let name = file_name(&folder);
            if name.starts_with("ch") && folder.join("tests/grade").is_dir() {
                let chapter = Chapter::read(root, name);
                chapters.push(chapter.with_context(|| format!("failed to read {}", folder.display()))?);
            }
        }
        if chapters.is_empty() {
            bail!("there are no chapters in {}: is the checkout complete? `git status` tells", exercises.display());
        }
        Ok(Self { root: root.to_owned(), chapters })
    }

    /// The chapters with these names; all chapters if no name is given.
    pub fn select(&self, names: &[String]) -> Result<Vec<&Chapter>> {
        for name in names {
            if !self.chapters.iter().any(|chapter| chapter.name == *name) {
                let known: Vec<&str> = self.chapters.iter().map(|chapter| chapter.name.as_str()).collect();
                let number = name.trim_start_matches(|letter: char| !letter.is_ascii_digit());
                let meant = known.iter().find(|known| known.trim_start_matches("ch").trim_start_matches('0') == number);
                let meant = meant.map(|meant| format!(" (did you mean {meant}?)")).unwrap_or_default();
                bail!(Usage(format!("there is no chapter `{name}`{meant}; the chapters are {}", known.join(", "))));
            }
        }
        Ok(self.chapters.iter().filter(|chapter| names.is_empty() || names.contains(&chapter.name)).collect())
    }

    /// The folder of a chapter's stubs, or of the student's code that replaced them.
    pub fn exercise_sources(&self, chapter: &Chapter) -> PathBuf {
        self.root.join("exercises").join(&chapter.name).join("src")
    }

    /// The folder of a chapter's reference solution.
    pub fn solution_sources(&self, chapter: &Chapter) -> PathBuf {
        self.root.join("solutions").join(&chapter.name).join("src")
    }
}
