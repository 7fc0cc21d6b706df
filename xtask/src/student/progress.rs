//! What the tools remember for a student: hints taken, and the last marks of each chapter.
//!
//! It stands in `.progress/` at the root, which git ignores: a pull leaves it alone, and so does `cargo clean`. Nothing
//! in it is needed; whoever deletes the folder begins anew.

use crate::cache::write_atomically;
use crate::course::{Chapter, Course, Task};
use crate::report::ChapterMarks;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// How many hints a task has.
pub const HINTS: usize = 3;

/// The folder of a checkout's progress.
pub struct Progress {
    folder: PathBuf,
}

/// Marks, and the hash of what they depend on.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    marks: ChapterMarks,
}

/// The hints taken, by chapter and task.
type Hints = BTreeMap<String, usize>;

impl Progress {
    /// The folder, made if it is not there.
    pub fn open(course: &Course) -> Result<Self> {
        let folder = course.root.join(".progress");
        fs::create_dir_all(folder.join("marks"))
            .with_context(|| format!("failed to make the folder {}: may you write there?", folder.display()))?;
        Ok(Self { folder })
    }

    /// A file or a folder in it.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.join(below)
    }

    /// How many hints of a task have been taken.
    pub fn hints(&self, chapter: &Chapter, task: &Task) -> usize {
        let hints = self.read().unwrap_or_default();
        hints.get(&name(chapter, task)).copied().unwrap_or(0).min(HINTS)
    }

    /// Takes one hint more, and returns how many there are now. A file that cannot be read is put aside, with a word.
    pub fn take_hint(&self, chapter: &Chapter, task: &Task) -> Result<usize> {
        let file = self.file();
        let mut hints = self.read().or_else(|_| {
            let aside = file.with_extension("unreadable");
            fs::rename(&file, &aside).context("failed to put .progress/hints.json aside")?;
            anstream::eprintln!(
                "note: .progress/hints.json could not be read, so the hints are counted anew; it is now hints.unreadable"
            );
            anyhow::Ok(Hints::new())
        })?;
        let taken = hints.entry(name(chapter, task)).or_default();
        *taken = (*taken + 1).min(HINTS);
        let now = *taken;
        write_atomically(&file, &serde_json::to_vec_pretty(&hints)?)?;
        Ok(now)
    }

    /// The marks of a chapter, if they were made from what this key stands for.
    pub fn marks(&self, chapter: &Chapter, key: &str) -> Option<ChapterMarks> {
        let kept: Kept = serde_json::from_slice(&fs::read(self.marks_file(chapter)).ok()?).ok()?;
        (kept.key == key).then_some(kept.marks)
    }

    /// Keeps the marks of a chapter in the place of those before.
    pub fn keep_marks(&self, chapter: &Chapter, key: &str, marks: ChapterMarks) -> Result<()> {
        write_atomically(&self.marks_file(chapter), &serde_json::to_vec(&Kept { key: key.to_owned(), marks })?)
    }

    fn read(&self) -> Result<Hints> {
        match fs::read(self.file()) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(_) => Ok(Hints::new()),
        }
    }

    fn file(&self) -> PathBuf {
        self.path("hints.json")
    }

    fn marks_file(&self, chapter: &Chapter) -> PathBuf {
        self.path("marks").join(&chapter.name).with_extension("json")
    }
}

fn name(chapter: &Chapter, task: &Task) -> String {
    format!("{} {}", chapter.name, task.module)
}
