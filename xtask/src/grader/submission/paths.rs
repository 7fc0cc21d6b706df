//! Which of the paths in a call are submissions, and whose.

use super::{archive, download};
use crate::exit::Usage;
use crate::files::file_name;
use crate::grader::report::text::harmless;
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A submission before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionPath {
    /// The name in reports, unique in a run.
    pub id: String,
    /// A folder or an archive, or all files that a student has handed in together.
    pub paths: Vec<PathBuf>,
}

/// The submissions at some paths, and what else there is.
#[derive(Debug)]
pub struct FoundPaths {
    /// Sorted by name.
    pub submissions: Vec<SubmissionPath>,
    pub others: BTreeSet<Other>,
}

/// What lies beside submissions and is nobody's work.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Other {
    pub name: String,
    /// Why it is no submission.
    pub reason: String,
}

impl Display for Other {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.reason)
    }
}

impl SubmissionPath {
    pub fn new(id: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        Self { id: id.into(), paths: vec![path.into()] }
    }

    /// The submissions at these paths.
    pub fn find(paths: &[PathBuf]) -> Result<FoundPaths> {
        let (mut files, mut others) = (BTreeSet::new(), BTreeSet::new());
        for path in paths {
            let Ok(metadata) = fs::metadata(path) else {
                bail!(Usage(format!("{} does not exist: name a folder or an archive with exercises", path.display())));
            };
            if !metadata.is_dir() && !metadata.is_file() {
                bail!(Usage(format!("{} is neither a folder nor an archive", path.display())));
            }
            // What is named alone is meant: if nothing can be read from it, there is a reason to show.
            match nobodys(path, metadata.is_dir()).filter(|_| paths.len() > 1) {
                Some(reason) => {
                    others.insert(Other { name: harmless(&file_name(path)), reason: reason.into() });
                }
                None => {
                    files.insert(fs::canonicalize(path).with_context(|| format!("failed to open {}", path.display()))?);
                }
            }
        }
        if files.is_empty() && !paths.is_empty() {
            let names: Vec<String> = others.iter().take(5).map(Other::to_string).collect();
            bail!(Usage(format!("there is nothing to grade in {}: name folders or archives", names.join(", "))));
        }
        Ok(FoundPaths { submissions: numbered(by_student(files)), others })
    }
}

/// Why something cannot be a submission, if so: what systems and platforms put beside them.
fn nobodys(path: &Path, is_folder: bool) -> Option<&'static str> {
    let name = file_name(path);
    let is_source = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("rs"));
    let begins = || File::open(path).and_then(|mut file| archive::start_of(&mut file)).unwrap_or_default();
    if name == "__MACOSX" || (name.starts_with('.') && !archive::has_ending(&name)) || name.starts_with("._") {
        Some("the system's own")
    } else if is_folder && name.contains("_assignsubmission_onlinetext") {
        Some("a text written on the platform")
    } else if is_folder {
        fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none()).then_some("an empty folder")
    } else if is_source || archive::has_ending(&name) || archive::begins_like_one(&begins()) {
        None
    } else {
        Some("no archive")
    }
}

/// Groups what a student has handed in at once, and names it after the student and the attempt.
fn by_student(files: BTreeSet<PathBuf>) -> Vec<SubmissionPath> {
    // By folder, student and number, then by attempt.
    let mut students: BTreeMap<(PathBuf, String, String), BTreeMap<String, Vec<PathBuf>>> = BTreeMap::new();
    let mut found = vec![];
    for path in files {
        let name = file_name(&path);
        if let Some(it) = download::parse(&name) {
            let folder = path.parent().unwrap_or(&path).to_owned();
            let attempts = students.entry((folder, it.student, it.number)).or_default();
            attempts.entry(it.attempt).or_default().push(path);
        } else {
            let id = download::gradescope_students(&path).unwrap_or_else(|| archive::stem(&name).to_owned());
            found.push(SubmissionPath { id: harmless(&id), paths: vec![path] });
        }
    }
    let namesakes = |student: &String| {
        let numbers: BTreeSet<&String> =
            students.keys().filter(|(_, other, _)| other == student).map(|(_, _, number)| number).collect();
        numbers.len() > 1
    };
    for ((_, student, number), attempts) in &students {
        let name = if namesakes(student) { format!("{student} ({number})") } else { student.clone() };
        let name = harmless(&name);
        let attempts = together_unless_repeated(attempts);
        let of = attempts.len();
        for (place, paths) in attempts.into_iter().enumerate() {
            let id = match place + 1 {
                1 if of == 1 => name.clone(),
                last if last == of => format!("{name} (newest of {of})"),
                place => format!("{name} (attempt {place} of {of})"),
            };
            found.push(SubmissionPath { id, paths });
        }
    }
    found
}

/// Canvas counts each file by itself: files of different names are one attempt, whatever their numbers.
fn together_unless_repeated(attempts: &BTreeMap<String, Vec<PathBuf>>) -> Vec<Vec<PathBuf>> {
    let mut names = BTreeSet::new();
    let name = |path: &PathBuf| download::counted(download::file(&file_name(path))).0;
    let is_counted = attempts.keys().all(|attempt| attempt.len() == 4);
    if is_counted && attempts.values().flatten().all(|path| names.insert(name(path))) {
        return vec![attempts.values().flatten().cloned().collect()];
    }
    attempts.values().cloned().collect()
}

/// Sorts by name, and numbers equal names.
fn numbered(mut entries: Vec<SubmissionPath>) -> Vec<SubmissionPath> {
    entries.sort_by(|a, b| (&a.id, &a.paths).cmp(&(&b.id, &b.paths)));
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
    entries
}
