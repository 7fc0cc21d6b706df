//! The course as it stands in the folders: chapters, tasks, tests and what they are worth.
//!
//! Everything is read from the sources, so that a hint can be shown and marks can be counted while a student's code
//! does not compile.

pub mod hook;
mod mistakes;
mod tasks;

pub use mistakes::{Mistake, RightAnswer, overlay};

use crate::exit::Usage;
use crate::functions;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The whole course.
#[derive(Debug, Clone)]
pub struct Course {
    /// The folder that holds `exercises/`.
    pub root: PathBuf,
    /// The chapters in order.
    pub chapters: Vec<Chapter>,
}

/// One chapter: a package of exercises with the tests that grade it.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// The package, `ch01`.
    pub name: String,
    /// What it is about, from the first line of its `src/lib.rs`: `Linear regression`.
    pub title: String,
    /// The tasks in order.
    pub tasks: Vec<Task>,
}

/// One task: a function to write.
#[derive(Debug, Clone)]
pub struct Task {
    /// Its number in the chapter; `cargo test -p ch01 t6` runs task 6.
    pub number: u32,
    /// The module of its tests, `t6_mse`.
    pub module: String,
    /// What it is about.
    pub title: String,
    /// The functions to write; mostly one.
    pub functions: Vec<Stub>,
    /// The heading in the book that explains it.
    pub section: String,
    /// Three hints, each saying more than the one before: the idea, the formula, the shapes.
    pub hints: [String; 3],
    /// The tests that grade it.
    pub tests: Vec<Test>,
}

/// A function to write.
#[derive(Debug, Clone)]
pub struct Stub {
    /// Its name, `mse`, or `Network::forward` for a method.
    pub name: String,
    /// Its signature and where it stands; `None` while a student's file does not have it.
    pub found: Option<(String, Place)>,
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Its name with that of its module, `t6_mse::a_batch_by_hand`.
    pub name: String,
    /// What it is worth.
    pub points: u32,
    /// Where it stands, from the top of the course.
    pub place: Place,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, from the top of the course.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file.display().to_string().replace('\\', "/"), self.line)
    }
}

impl Course {
    /// The course around the current folder.
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

    /// The course in this folder.
    pub fn open(root: &Path) -> Result<Self> {
        let exercises = root.join("exercises");
        let mut chapters = vec![];
        for folder in sorted_entries(&exercises)? {
            let name = file_name(&folder);
            if name.starts_with("ch") && folder.join("tests/grade").is_dir() {
                chapters
                    .push(Chapter::read(root, name).with_context(|| format!("failed to read {}", folder.display()))?);
            }
        }
        if chapters.is_empty() {
            bail!("there are no chapters in {}: is the checkout complete? `git status` tells", exercises.display());
        }
        Ok(Self { root: root.to_owned(), chapters })
    }

    /// Only the chapters of these names; all of them if no name is given.
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
}

impl Chapter {
    fn read(root: &Path, name: String) -> Result<Self> {
        let folder = Path::new("exercises").join(&name);
        let title = title(&root.join(&folder)).unwrap_or_else(|| name.clone());
        let stubs = sources(root, &folder.join("src"))?;
        let mut tasks = vec![];
        for file in sorted_entries(&root.join(&folder).join("tests/grade"))? {
            let module = file_name(&file).trim_end_matches(".rs").to_owned();
            if file.extension().is_some_and(|extension| extension == "rs") && module != "main" {
                let place = folder.join("tests/grade").join(file_name(&file));
                let text = fs::read_to_string(&file).with_context(|| format!("failed to read {}", place.display()))?;
                let hints = folder.join("hints").join(&module).with_extension("md");
                let hint_text = fs::read_to_string(root.join(&hints))
                    .with_context(|| format!("failed to read {}: each task has a file of hints", hints.display()))?;
                let task = tasks::parse(&text, tasks::hints(&hint_text, &hints)?, &place, &module, &stubs)?;
                tasks.push(task);
            }
        }
        tasks.sort_by_key(|task| task.number);
        Ok(Self { name, title, tasks })
    }

    /// The tests of all tasks, in order.
    pub fn tests(&self) -> impl Iterator<Item = (&Task, &Test)> {
        self.tasks.iter().flat_map(|task| task.tests.iter().map(move |test| (task, test)))
    }

    /// What the whole chapter is worth.
    pub fn points(&self) -> u32 {
        self.tests().map(|(_, test)| test.points).sum()
    }
}

/// `//! Chapter 1: linear regression, the ancestor of …` has the title `Linear regression`.
///
/// A student may have changed the line, or saved the file in another encoding: the chapter is there all the same. `verify` insists on it.
pub(crate) fn title(folder: &Path) -> Option<String> {
    let bytes = fs::read(folder.join("src/lib.rs")).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (_, title) = text.lines().next()?.strip_prefix("//! Chapter ")?.split_once(": ")?;
    let mut letters = title.split([',', '.']).next()?.trim().chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

/// A stub's file and text, as [`tasks::parse`] searches them.
pub(crate) struct StubFile {
    pub place: PathBuf,
    pub functions: Vec<functions::Function>,
}

fn sources(root: &Path, folder: &Path) -> Result<Vec<StubFile>> {
    let mut found = vec![];
    if !root.join(folder).is_dir() {
        return Ok(found);
    }
    for file in sorted_entries(&root.join(folder))? {
        if file.extension().is_some_and(|extension| extension == "rs") {
            let place = folder.join(file_name(&file));
            // A student's file may be half-typed, or not text at all: the course is there all the same.
            let functions =
                fs::read_to_string(&file).ok().and_then(|text| functions::functions(&text).ok()).unwrap_or_default();
            found.push(StubFile { place, functions });
        }
    }
    Ok(found)
}

/// The entries of a folder by name.
pub(crate) fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = fs::read_dir(folder).with_context(|| format!("failed to read the folder {}", folder.display()))?;
    let mut entries = read.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
