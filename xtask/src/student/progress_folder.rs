//! What the tools remember for a student: hints taken, and the last marks of each chapter.
//!
//! The folder `.progress/` is ignored by git and survives `git pull` and `cargo clean`. It can be deleted at any time;
//! then the tools start from scratch.

use crate::course::{Chapter, Course, HINTS, Task};
use crate::files::write_atomically;
use crate::grader::marks::ChapterMarks;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

pub struct ProgressFolder {
    folder: PathBuf,
    /// Whether something can be kept: not in a checkout that is read-only.
    pub writable: bool,
}

/// Marks, with the hash of what they depend on.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    marks: ChapterMarks,
}

/// The number of hints taken, by chapter and task.
type Hints = BTreeMap<String, usize>;

impl ProgressFolder {
    /// Creates the folder if necessary. Where that is not allowed nothing is kept, and a note says so.
    pub fn open(course: &Course) -> Self {
        let folder = course.root.join(".progress");
        let marks = folder.join("marks");
        let created = fs::create_dir_all(&marks).and_then(|()| tempfile::tempfile_in(&marks));
        if let Err(error) = &created {
            anstream::eprintln!("note: {} cannot be written ({error}), so nothing is remembered", folder.display());
        }
        Self { folder, writable: created.is_ok() }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.join(below)
    }

    /// Takes one more hint and returns the number taken. A file that cannot be read is renamed, with a note.
    pub fn take_hint(&self, chapter: &Chapter, task: &Task) -> Result<usize> {
        let file = self.file();
        if !self.writable {
            return Ok((self.read().unwrap_or_default().get(&name(chapter, task)).unwrap_or(&0) + 1).min(HINTS.len()));
        }
        let mut hints = self.read().or_else(|_| {
            let aside = file.with_extension("unreadable");
            fs::rename(&file, &aside).context("failed to rename .progress/hints.json")?;
            anstream::eprintln!(
                "note: .progress/hints.json could not be read, so the count of hints starts again; the file is now hints.unreadable"
            );
            anyhow::Ok(Hints::new())
        })?;
        let taken = hints.entry(name(chapter, task)).or_default();
        *taken = (*taken + 1).min(HINTS.len());
        let now = *taken;
        write_atomically(&file, &serde_json::to_vec_pretty(&hints)?)?;
        Ok(now)
    }

    /// The marks of a chapter, if they have this key.
    pub fn marks(&self, chapter: &Chapter, key: &str) -> Option<ChapterMarks> {
        let kept: Kept = serde_json::from_slice(&fs::read(self.marks_file(chapter)).ok()?).ok()?;
        (kept.key == key).then_some(kept.marks)
    }

    /// Replaces the marks of a chapter.
    pub fn keep_marks(&self, chapter: &Chapter, key: &str, marks: ChapterMarks) -> Result<()> {
        if !self.writable {
            return Ok(());
        }
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
