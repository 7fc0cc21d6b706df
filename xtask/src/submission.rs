//! What somebody handed in. Only `src/**/*.rs` of each chapter is ever read from it.

mod archive;
mod folder;
mod selection;

pub use folder::read_sources;

use crate::course::{Chapter, Course};
use crate::exit::Usage;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The sources of some or all chapters, by one author.
#[derive(Debug)]
pub struct Submission {
    /// The name under which it is reported.
    pub id: String,
    /// The folder that its messages speak of: `exercises`, or `solutions` for the reference.
    pub folder: &'static str,
    chapters: BTreeMap<String, Result<Sources, String>>,
    /// Why nothing could be read from it.
    refused: Option<String>,
}

/// The sources of one chapter: each file by its path below `src/`.
pub type Sources = BTreeMap<PathBuf, String>;

/// The chapters that were found, each with its sources or the reason why they cannot be used.
type Chapters = BTreeMap<String, Result<Sources, String>>;

/// The largest file, the most files, and the most bytes that a chapter's sources may have. Nobody writes as much by hand.
mod limits {
    pub const FILE: u64 = 1 << 20;
    pub const FILES: usize = 200;
    pub const ARCHIVE: u64 = 64 << 20;
    pub const ENTRIES: usize = 20_000;
    pub const DEPTH: usize = 8;
}

impl Submission {
    /// The reference solutions.
    pub fn reference(course: &Course) -> Result<Self> {
        let folder = course.root.join("solutions");
        if !folder.is_dir() {
            bail!(Usage(
                "this checkout has no solutions/: it is the students' edition. \
                 `cargo xtask grade exercises` grades your own work"
                    .into()
            ));
        }
        let chapters = folder::chapters_below(course, &folder);
        Ok(Self { id: "reference".into(), folder: "solutions", chapters, refused: None })
    }

    /// What was handed in as this folder or archive: a copy of the repository, of its `exercises/`, or of single chapters.
    ///
    /// An error means that the path itself is wrong. What is wrong inside is kept, and costs its author the marks.
    pub fn open(course: &Course, entry: &Entry) -> Result<Self> {
        let path = &entry.path;
        let metadata = fs::metadata(path).with_context(|| format!("failed to open {}", path.display()))?;
        let found = if metadata.is_dir() { folder::chapters(course, path) } else { archive::chapters(course, path) };
        let (chapters, refused) = match found {
            Ok(chapters) => (chapters, None),
            Err(reason) => (Chapters::new(), Some(format!("{reason:#}"))),
        };
        Ok(Self { id: entry.id.clone(), folder: "exercises", chapters, refused })
    }

    /// Whether these are the reference solutions, which must be right.
    pub fn is_reference(&self) -> bool {
        self.folder == "solutions"
    }

    /// Why nothing could be read from it, if that is so.
    pub fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// The sources of a chapter, or the reason why there are none.
    pub fn sources(&self, chapter: &Chapter) -> Result<&Sources, String> {
        if let Some(reason) = &self.refused {
            return Err(reason.clone());
        }
        match self.chapters.get(&chapter.name) {
            Some(Ok(sources)) => Ok(sources),
            Some(Err(reason)) => Err(reason.clone()),
            None => Err(format!("{} was not handed in: there is no {}/src", chapter.name, chapter.name)),
        }
    }
}

/// A submission that has been named and not yet been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name under which it is reported; no other of the same run has it.
    pub id: String,
    /// The folder or the archive.
    pub path: PathBuf,
}

impl Entry {
    /// The submissions at these paths, by name.
    pub fn all(paths: &[PathBuf]) -> Result<Vec<Self>> {
        let mut entries = vec![];
        for path in paths {
            let Ok(metadata) = fs::metadata(path) else {
                bail!(Usage(format!("{} does not exist: name a folder or an archive with exercises", path.display())));
            };
            if !metadata.is_dir() && !metadata.is_file() {
                bail!(Usage(format!("{} is neither a folder nor an archive", path.display())));
            }
            let path = fs::canonicalize(path).with_context(|| format!("failed to open {}", path.display()))?;
            entries.push(Self { id: id_of(&path), path });
        }
        entries.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        entries.dedup();
        // Names that differ by capitals only would be one file on some systems.
        let mut taken = BTreeSet::new();
        for entry in &mut entries {
            let name = entry.id.clone();
            let mut count = 1;
            while !taken.insert(entry.id.to_lowercase()) {
                count += 1;
                entry.id = format!("{name} ({count})");
            }
        }
        Ok(entries)
    }
}

/// `class/anna.tar.gz` is reported as `anna`.
fn id_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let stem = [".tar.gz", ".tgz", ".zip"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    stem.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
