//! Which files have changed: their times of modification are polled, which works on every file system.

use crate::files::{OUTPUT, slashes};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::{DirEntry, WalkDir};

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A file that is read when the book is built.
    Text,
    /// A file that is compiled into the program that builds the book.
    Code,
}

/// The folders from which the book is made.
const FOLDERS: [&str; 4] = ["book", "exercises", "solutions", "xtask"];

/// The files as they were when last looked at.
pub struct FileTimes {
    root: PathBuf,
    seen: BTreeMap<PathBuf, SystemTime>,
}

impl FileTimes {
    /// Looks at all files for the first time.
    pub fn start(root: &Path) -> FileTimes {
        FileTimes { root: root.to_path_buf(), seen: look(root) }
    }

    /// Looks again, and says what has changed since.
    pub fn change(&mut self) -> Option<Change> {
        let now = look(&self.root);
        let changed = now.iter().filter(|(file, time)| self.seen.get(*file) != Some(time)).map(|(file, _)| file);
        let gone = self.seen.keys().filter(|file| !now.contains_key(*file));
        let kinds: Vec<Change> = changed.chain(gone).map(|file| kind(file)).collect();
        self.seen = now;
        if kinds.contains(&Change::Code) { Some(Change::Code) } else { kinds.first().copied() }
    }
}

/// The student's own files, the tests, the known mistakes and the programs for other libraries are read as text; other
/// Rust is compiled into the book's program.
fn kind(file: &Path) -> Change {
    let path = slashes(file);
    let rust = path.ends_with(".rs") || path.ends_with(".toml") && !path.ends_with("book.toml");
    let text = path.starts_with("exercises/ch")
        || ["/mistakes/", "/tests/", "/libraries/"].iter().any(|part| path.contains(part));
    if rust && !text { Change::Code } else { Change::Text }
}

fn look(root: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let watched = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        let skipped = name.starts_with('.') || name == "node_modules" || name == "target";
        !skipped && entry.path() != root.join(OUTPUT)
    };
    let entries = FOLDERS.iter().flat_map(|folder| WalkDir::new(root.join(folder)).into_iter().filter_entry(watched));
    // A file may vanish between two looks.
    let files = entries.flatten().filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).ok()?.to_path_buf();
            Some((path, entry.metadata().ok()?.modified().ok()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn text_and_code_are_told_apart() {
        assert_eq!(kind(Path::new("book/src/ch01.md")), Change::Text);
        assert_eq!(kind(Path::new("book/book.toml")), Change::Text);
        assert_eq!(kind(Path::new("exercises/ch01/src/error.rs")), Change::Text);
        assert_eq!(kind(Path::new("solutions/ch01/mistakes/t6_sum.rs")), Change::Text);
        assert_eq!(kind(Path::new("solutions/ch01/src/error.rs")), Change::Code);
        assert_eq!(kind(Path::new("exercises/datasets/src/hubble.rs")), Change::Code);
        assert_eq!(kind(Path::new("book/builder/site.rs")), Change::Code);
    }

    #[test]
    fn new_changed_and_vanished_files_are_noticed_and_built_pages_are_not() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/html")).unwrap();
        let mut times = FileTimes::start(root.path());
        assert_eq!(times.change(), None);
        fs::write(root.path().join("book/html/a.html"), "a").unwrap();
        assert_eq!(times.change(), None);
        fs::write(root.path().join("book/a.md"), "a").unwrap();
        assert_eq!(times.change(), Some(Change::Text));
        fs::remove_file(root.path().join("book/a.md")).unwrap();
        assert_eq!(times.change(), Some(Change::Text));
        assert_eq!(times.change(), None);
    }
}
