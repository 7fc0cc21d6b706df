//! A copy of the course in a temporary folder, to be changed at will, and the libraries of the real one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;
use xtask::course::Course;
use xtask::sandbox::{Mode, Sandbox};
use xtask::workshop::Workshop;

/// The real course.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The real course, read once.
pub fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    COURSE.get_or_init(|| Course::open(&root()).unwrap())
}

/// The real course's libraries, built once.
pub fn workshop() -> &'static Workshop {
    static WORKSHOP: OnceLock<Workshop> = OnceLock::new();
    WORKSHOP.get_or_init(|| Workshop::open(&root(), course(), sandbox()).unwrap())
}

/// The best sandbox that this machine offers, as `grade` uses it.
fn sandbox() -> Sandbox {
    Sandbox::choose(Mode::Best, env!("CARGO_BIN_EXE_xtask").into()).unwrap()
}

/// A copy of chapter 1: its exercise, its solution, and the headings of its page.
pub struct Copy {
    pub folder: TempDir,
}

impl Copy {
    pub fn of_chapter_1() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for below in ["exercises/ch01", "solutions/ch01"] {
            copy(&root().join(below), &folder.path().join(below));
        }
        let page: Vec<String> =
            course().chapters[0].tasks.iter().map(|task| format!("## {}\n", task.section)).collect();
        let copy = Self { folder };
        copy.write("book/src/ch01-page.md", &page.join("\n"));
        copy
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Changes a file; the text to replace must be there.
    pub fn edit(&self, below: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path(below)).unwrap();
        assert!(text.contains(from), "{below} does not hold `{from}`");
        fs::write(self.path(below), text.replacen(from, to, 1)).unwrap();
        self
    }

    pub fn write(&self, below: &str, text: &str) -> &Self {
        fs::create_dir_all(self.path(below).parent().unwrap()).unwrap();
        fs::write(self.path(below), text).unwrap();
        self
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
