//! The marks of chapters that have been graded before.
//!
//! The name of a file is a hash of everything that the marks depend on: the sources, the stubs that partial credit puts
//! in, the tests and what they use, the compiler, the limits. Most of a class leaves the same chapters untouched; these
//! are graded once.

use super::hash::Hash;
use super::marks::ChapterMarks;
use crate::course::{Chapter, Course, Sources};
use crate::files::write_atomically;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

pub struct Cache {
    folder: PathBuf,
    root: PathBuf,
    /// A hash of everything but the submission and the stubs.
    grader: String,
    /// The same with the stubs of all chapters.
    with_stubs: String,
}

impl Cache {
    /// The cache in this folder. `settings` is what marks depend on besides the course and the submission.
    pub fn open(folder: PathBuf, course: &Course, settings: &str) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("failed to create {}", folder.display()))?;
        Self::of_one(folder, course, settings)
    }

    /// The same for one student, who may not be allowed to write there.
    pub fn of_one(folder: PathBuf, course: &Course, settings: &str) -> Result<Self> {
        let mut hash = Hash::default();
        for below in ["Cargo.lock", "exercises/checks", "exercises/datasets", "xtask/Cargo.toml", "xtask/src"] {
            hash.add_files(&course.root, Path::new(below))?;
        }
        for chapter in &course.chapters {
            for below in ["tests", "mistakes", "src/given.rs"] {
                hash.add_files(&course.root, &Path::new("exercises").join(&chapter.name).join(below))?;
            }
        }
        hash.add(settings);
        let grader = hash.clone().hex();
        for chapter in &course.chapters {
            add_stubs(&mut hash, &course.root, chapter)?;
        }
        Ok(Self { folder, root: course.root.clone(), grader, with_stubs: hash.hex() })
    }

    /// A hash of everything that marks depend on besides the submission.
    pub fn grader_hash(&self) -> &str {
        &self.with_stubs
    }

    /// The key for the marks of these sources.
    pub fn key(&self, chapter: &Chapter, sources: &Sources) -> String {
        let mut hash = Hash::default();
        hash.add(&self.grader);
        hash.add(&chapter.name);
        // Not of all chapters: a student who writes one need not have the others graded again. What cannot be read now
        // cannot be put in either.
        let _ = add_stubs(&mut hash, &self.root, chapter);
        for (name, text) in sources {
            hash.add(name.to_string_lossy().as_bytes());
            hash.add(text);
        }
        hash.hex()
    }

    /// `None` if there is no such entry or it cannot be read.
    pub fn get(&self, key: &str) -> Option<ChapterMarks> {
        serde_json::from_slice(&fs::read(self.folder.join(key)).ok()?).ok()
    }

    /// Keeps marks, unless they depend on the state of the machine.
    pub fn put(&self, key: &str, marks: &ChapterMarks) -> Result<()> {
        if marks.depend_on_the_machine() {
            return Ok(());
        }
        write_atomically(&self.folder.join(key), &serde_json::to_vec(marks)?)
    }
}

fn add_stubs(hash: &mut Hash, root: &Path, chapter: &Chapter) -> Result<()> {
    hash.add_files(root, &Path::new("exercises").join(&chapter.name).join("src"))
}
