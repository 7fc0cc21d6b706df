//! A chapter: a package of exercises with the tests that grade it.

use super::functions;
use super::task::{self, StubFile, Task, Test};
use crate::files::{file_name, read, sorted_entries};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Chapter {
    /// The package, `chNN`.
    pub name: String,
    /// From the first line of its `src/lib.rs`: `Linear regression`.
    pub title: String,
    /// In order.
    pub tasks: Vec<Task>,
}

impl Chapter {
    pub(super) fn read(root: &Path, name: String) -> Result<Self> {
        let folder = Path::new("exercises").join(&name);
        let title = title(&root.join(&folder)).unwrap_or_else(|| name.clone());
        let stubs = stub_files(root, &folder.join("src"))?;
        let mut tasks = vec![];
        for file in sorted_entries(&root.join(&folder).join("tests/grade"))? {
            let module = file_name(&file).trim_end_matches(".rs").to_owned();
            // `main` and helpers of the tests have other names.
            let is_task = module.strip_prefix('t').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if file.extension().is_some_and(|extension| extension == "rs") && is_task {
                let hints = folder.join("hints").join(&module).with_extension("md");
                let hint_text = fs::read_to_string(root.join(&hints))
                    .with_context(|| format!("failed to read {}: each task has a file of hints", hints.display()))?;
                let test_file = folder.join("tests/grade").join(file_name(&file));
                let hints = task::hints(&hint_text, &hints)?;
                tasks.push(task::parse(&read(&file)?, hints, &test_file, &module, &stubs)?);
            }
        }
        tasks.sort_by_key(|task| task.number);
        Ok(Self { name, title, tasks })
    }

    /// The tests of all tasks, in order.
    pub fn tests(&self) -> impl Iterator<Item = (&Task, &Test)> {
        self.tasks.iter().flat_map(|task| task.tests.iter().map(move |test| (task, test)))
    }

    /// The sum of the points of its tests.
    pub fn points(&self) -> u32 {
        self.tests().map(|(_, test)| test.points).sum()
    }
}

/// `//! Chapter 1: linear regression, the ancestor of …` has the title `Linear regression`.
///
/// `None` if the line is missing or not UTF-8, which must not hide a student's chapter; `verify` reports it.
pub fn title(folder: &Path) -> Option<String> {
    let bytes = fs::read(folder.join("src/lib.rs")).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (_, title) = text.lines().next()?.strip_prefix("//! Chapter ")?.split_once(": ")?;
    let mut letters = title.split([',', '.']).next()?.trim().chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

fn stub_files(root: &Path, folder: &Path) -> Result<Vec<StubFile>> {
    if !root.join(folder).is_dir() {
        return Ok(vec![]);
    }
    let files = sorted_entries(&root.join(folder))?;
    let rust = files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let stub_file = |file: PathBuf| {
        // A student's file may be half-typed or not text at all: then its functions are unknown.
        let functions = fs::read_to_string(&file).ok().and_then(|text| functions::functions(&text).ok());
        StubFile { file: folder.join(file_name(&file)), functions: functions.unwrap_or_default() }
    };
    Ok(rust.map(stub_file).collect())
}
