//! The marks of chapters that have been graded before.
//!
//! The name of a file is a hash of everything that the marks depend on: the sources, the stubs that partial credit puts
//! in, the tests and what they use, the compiler, the limits. Most of a class leaves the same chapters untouched; these are
//! graded once.

use super::marks::ChapterMarks;
use crate::course::{Chapter, Course, Sources};
use crate::files::{files_below, write_atomically};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
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
        let mut hash = Sha256::new();
        for below in ["Cargo.lock", "exercises/checks", "exercises/datasets", "xtask/Cargo.toml", "xtask/src"] {
            add_files(&mut hash, &course.root, Path::new(below))?;
        }
        for chapter in &course.chapters {
            for below in ["tests", "mistakes", "src/given.rs"] {
                add_files(&mut hash, &course.root, &Path::new("exercises").join(&chapter.name).join(below))?;
            }
        }
        add(&mut hash, settings.as_bytes());
        let grader = hex(hash.clone());
        for chapter in &course.chapters {
            add_stubs(&mut hash, &course.root, chapter)?;
        }
        Ok(Self { folder, root: course.root.clone(), grader, with_stubs: hex(hash) })
    }

    /// A hash of everything that marks depend on besides the submission.
    pub fn grader_hash(&self) -> &str {
        &self.with_stubs
    }

    /// The key for the marks of these sources.
    pub fn key(&self, chapter: &Chapter, sources: &Sources) -> String {
        let mut hash = Sha256::new();
        add(&mut hash, self.grader.as_bytes());
        add(&mut hash, chapter.name.as_bytes());
        // Not of all chapters: a student who writes one need not have the others graded again. What cannot be read now
        // cannot be put in either.
        let _ = add_stubs(&mut hash, &self.root, chapter);
        for (name, text) in sources {
            add(&mut hash, name.to_string_lossy().as_bytes());
            add(&mut hash, text.as_bytes());
        }
        hex(hash)
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

fn add_stubs(hash: &mut Sha256, root: &Path, chapter: &Chapter) -> Result<()> {
    add_files(hash, root, &Path::new("exercises").join(&chapter.name).join("src"))
}

/// Hashes a file, or all files of a folder, with their paths relative to the course, so that the hash does not depend
/// on where the course is.
fn add_files(hash: &mut Sha256, root: &Path, below: &Path) -> Result<()> {
    let path = root.join(below);
    if !path.exists() {
        return Ok(());
    }
    for file in files_below(&path, |_| true)? {
        let name = below.join(&file);
        // For a single file, `file` is empty.
        let file = if file.as_os_str().is_empty() { path.clone() } else { path.join(file) };
        add(hash, name.to_string_lossy().replace('\\', "/").as_bytes());
        add(hash, &fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?);
    }
    Ok(())
}

/// In hexadecimal digits.
pub fn hash_of(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// Adds the length too, so that different lists of parts have different hashes.
fn add(hash: &mut Sha256, part: &[u8]) {
    hash.update((part.len() as u64).to_le_bytes());
    hash.update(part);
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
