//! Reads submissions. Only `src/**/*.rs` of each chapter counts.

mod archive;
mod folder;
mod limits;
mod selection;

pub use folder::read_sources;

use crate::course::{Chapter, Course, Sources};
use crate::exit::Usage;
use anyhow::{Context, Result, bail};
use selection::Chapters;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The sources of some or all chapters, by one author.
#[derive(Debug)]
pub struct Submission {
    /// The name in reports.
    pub id: String,
    /// The folder that messages name: `exercises`, or `solutions` for the reference.
    pub folder: &'static str,
    chapters: Chapters,
    /// Why nothing could be read from it.
    refused: Option<String>,
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

    /// Reads a folder or an archive: a copy of the repository, of its `exercises/`, or of single chapters.
    ///
    /// Fails only if the path is wrong. Problems inside the submission are kept and cost the student the marks.
    pub fn open(course: &Course, entry: &SubmissionPath) -> Result<Self> {
        let path = &entry.path;
        let metadata = fs::metadata(path).with_context(|| format!("failed to open {}", path.display()))?;
        let found = if metadata.is_dir() { folder::chapters(course, path) } else { archive::chapters(course, path) };
        let (chapters, refused) = match found {
            Ok(chapters) => (chapters, None),
            Err(reason) => (Chapters::new(), Some(format!("{reason:#}"))),
        };
        Ok(Self { id: entry.id.clone(), folder: "exercises", chapters, refused })
    }

    /// The reference solutions have to be right.
    pub fn is_reference(&self) -> bool {
        self.folder == "solutions"
    }

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

/// A submission before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionPath {
    /// The name in reports, unique in a run.
    pub id: String,
    /// A folder or an archive.
    pub path: PathBuf,
}

impl SubmissionPath {
    /// The submissions at these paths, sorted by name.
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
        // Names that differ only in case would be the same file on some systems.
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
