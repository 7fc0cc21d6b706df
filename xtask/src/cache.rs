//! Marks of chapters that have been graded before.
//!
//! The name of an entry is a hash of everything that the marks depend on: the sources, the tests and what they use, the
//! compiler, the limits. Most of a class leaves the same chapters untouched: they are graded once.

use crate::course::{Chapter, Course, file_name, sorted_entries};
use crate::examine::Status;
use crate::report::ChapterMarks;
use crate::submission::Sources;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A folder of marks, each under the hash of what they depend on.
pub struct Cache {
    folder: PathBuf,
    kit: String,
}

impl Cache {
    /// The cache in this folder, for marks of this course; `circumstances` are what else the marks depend on.
    pub fn open(folder: PathBuf, course: &Course, circumstances: &str) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("failed to make the folder {}", folder.display()))?;
        let mut hash = Sha256::new();
        for below in ["Cargo.lock", "exercises/checks", "exercises/datasets", "xtask/Cargo.toml", "xtask/src"] {
            add_files(&mut hash, &course.root, Path::new(below))?;
        }
        for chapter in &course.chapters {
            for below in ["tests", "src/given.rs"] {
                add_files(&mut hash, &course.root, &Path::new("exercises").join(&chapter.name).join(below))?;
            }
        }
        add(&mut hash, circumstances.as_bytes());
        Ok(Self { folder, kit: hex(hash) })
    }

    /// What marks of this course depend on besides the submission.
    pub fn kit(&self) -> &str {
        &self.kit
    }

    /// The name of the marks for these sources.
    pub fn key(&self, chapter: &Chapter, sources: &Sources) -> String {
        let mut hash = Sha256::new();
        add(&mut hash, self.kit.as_bytes());
        add(&mut hash, chapter.name.as_bytes());
        for (name, text) in sources {
            add(&mut hash, name.to_string_lossy().as_bytes());
            add(&mut hash, text.as_bytes());
        }
        hex(hash)
    }

    /// The marks of that name. An entry that cannot be read is as good as none.
    pub fn get(&self, key: &str) -> Option<ChapterMarks> {
        serde_json::from_slice(&fs::read(self.folder.join(key)).ok()?).ok()
    }

    /// Keeps marks, unless they say more about the machine at that moment than about the code.
    pub fn put(&self, key: &str, marks: &ChapterMarks) -> Result<()> {
        if marks.tests.iter().any(|test| matches!(test.status, Status::Timeout | Status::Memory | Status::Infra)) {
            return Ok(());
        }
        write_atomically(&self.folder.join(key), &serde_json::to_vec(marks)?)
    }
}

/// Writes a file so that it is there whole or not at all, whenever the program is ended.
pub fn write_atomically(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().context("a file stands in a folder")?;
    let mut scratch =
        NamedTempFile::new_in(folder).with_context(|| format!("failed to write into {}", folder.display()))?;
    scratch.write_all(bytes).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
    scratch.as_file().sync_all()?;
    // A scratch file is for its owner alone; this one is to be a file like any other.
    #[cfg(unix)]
    scratch.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    scratch.persist(file).with_context(|| format!("failed to write {}", file.display()))?;
    Ok(())
}

/// Files under the names that they have in the course: machines may keep it in different folders, and agree all the same.
fn add_files(hash: &mut Sha256, root: &Path, below: &Path) -> Result<()> {
    let path = root.join(below);
    if path.is_dir() {
        for entry in sorted_entries(&path)? {
            add_files(hash, root, &below.join(file_name(&entry)))?;
        }
    } else if path.is_file() {
        add(hash, below.to_string_lossy().replace('\\', "/").as_bytes());
        add(hash, &fs::read(&path).with_context(|| format!("failed to read {}", path.display()))?);
    }
    Ok(())
}

/// The hash of these bytes, in hexadecimal digits.
pub fn hash_of(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// With its length, so that no two lists of parts hash the same.
fn add(hash: &mut Sha256, part: &[u8]) {
    hash.update((part.len() as u64).to_le_bytes());
    hash.update(part);
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
