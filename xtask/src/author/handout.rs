//! `cargo xtask handout`: the students' edition.
//!
//! It is the course without solutions and other right answers, and without the tests of the tools. The
//! book is included as HTML pages, not as the crate that builds them, since that computes figures and numbers with the
//! solutions. Students can do everything in it: `cargo test`, `cargo xtask grade exercises`, and so on.
//!
//! The guarantee is that no file of `solutions/` is in it, and that no stub is solved. It does not promise that no line
//! of a solution occurs: the tests contain slow versions of what they test, and a later chapter is given what an
//! earlier one asks for.

use crate::cargo::cargo;
use crate::course::{Course, Location, functions};
use crate::exit::Usage;
use crate::files::{copy_folder, files_below, read};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// What is copied from the root of the course.
const COPIED: [&str; 11] = [
    ".cargo",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    ".vscode",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-CC-BY",
    "LICENSE-MIT",
    "exercises",
    "xtask",
];

/// What is left out of that: the tests of the tools contain attacks and parts of solutions, and the benchmarks also
/// measure the reference.
const LEFT_OUT: [&str; 2] = ["xtask/tests", "exercises/bench"];

const README: &str = include_str!("handout/README.md");

/// Writes the students' edition to a folder, which must be empty or absent; `with_book` includes the pages of the book.
pub fn handout(course: &Course, to: &Path, with_book: bool) -> Result<()> {
    if !course.root.join("solutions").is_dir() {
        bail!(Usage("this is the students' edition already: make a handout from the full course".into()));
    }
    let book = course.root.join("book/html");
    if with_book && !book.join("index.html").is_file() {
        bail!(Usage(
            "the book's pages are not built: `cargo xtask book build` first, or `--no-book` to leave them out".into()
        ));
    }
    if fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(Usage(format!("{} is not empty: name a folder that is, or that does not exist yet", to.display())));
    }
    if let Some(location) = solved_stub(course)? {
        bail!(Usage(format!(
            "{location}: this function is already written. A handout is made from untouched stubs: `git stash` puts yours aside"
        )));
    }
    write(course, to)?;
    if with_book {
        copy_folder(&book, &to.join("book/html"), |_| true)?;
    }
    let found = solution_files(course, to)?;
    if !found.is_empty() {
        let shown: Vec<String> = found.iter().map(|file| file.display().to_string()).collect();
        bail!("these files of the handout are files of solutions/; do not give it out: {}", shown.join(", "));
    }
    Ok(())
}

/// The first function that is not a stub any more: instructors may have solved a few in place.
fn solved_stub(course: &Course) -> Result<Option<Location>> {
    for stub in course.chapters.iter().flat_map(|chapter| &chapter.tasks).flat_map(|task| &task.functions) {
        let Some((_, location)) = &stub.found else { continue };
        let text = read(&course.root.join(&location.file))?;
        let function = functions::find(&text, &stub.name)?;
        if function.is_some_and(|function| !text[function.body].contains("todo!(")) {
            return Ok(Some(location.clone()));
        }
    }
    Ok(None)
}

/// The files of a handout with the content of a file in `solutions/` that differs from its stub.
pub fn solution_files(course: &Course, handout: &Path) -> Result<Vec<PathBuf>> {
    let (solutions, exercises) = (course.root.join("solutions"), course.root.join("exercises"));
    let mut secret = BTreeSet::new();
    for file in files_below(&solutions, |name| !name.ends_with("target"))? {
        let content = fs::read(solutions.join(&file))?;
        if fs::read(exercises.join(&file)).ok().as_ref() != Some(&content) {
            secret.insert(content);
        }
    }
    let mut found = files_below(handout, |_| true)?;
    found.retain(|file| fs::read(handout.join(file)).is_ok_and(|content| secret.contains(&content)));
    Ok(found)
}

/// Writes the students' edition without the book and without checking it.
pub fn write(course: &Course, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("failed to create {}", to.display()))?;
    for name in COPIED {
        let from = course.root.join(name);
        if from.is_dir() {
            let left_out = |below: &Path| LEFT_OUT.iter().any(|it| Path::new(name).join(below) == Path::new(it));
            copy_folder(&from, &to.join(name), |below| !below.ends_with("target") && !left_out(below))?;
        } else if from.is_file() {
            fs::copy(&from, to.join(name)).with_context(|| format!("failed to write into {}", to.display()))?;
        }
    }
    let manifest = read(&course.root.join("Cargo.toml"))?;
    fs::write(to.join("Cargo.toml"), students_manifest(&manifest)?)?;
    fs::write(to.join("README.md"), README)?;
    shorten_lock_file(to)
}

/// The manifest of the workspace without the members that are left out. `cargo test` in it tests the exercises.
fn students_manifest(manifest: &str) -> Result<String> {
    let (mut lines, mut replaced) = (vec![], 0);
    for line in manifest.lines() {
        match line.split_once(" = ").map(|(name, _)| name) {
            Some("members") => {
                lines.push("members = [\"exercises/*\", \"exercises/*/mistakes\", \"xtask\"]");
                replaced += 1;
            }
            Some("default-members") => {
                // The comment above it is about the full course.
                while lines.pop_if(|line| line.starts_with('#')).is_some() {}
                lines.push("default-members = [\"exercises/ch[0-9]*\"]");
                replaced += 1;
            }
            Some(name) if name.ends_with("-solution") => {}
            _ => lines.push(line),
        }
    }
    if replaced != 2 {
        bail!("Cargo.toml should have one line `members = …` and one `default-members = …`");
    }
    Ok(lines.join("\n") + "\n")
}

/// Takes the packages that are left out from the lock file, as cargo does by itself unless it is called with
/// `--locked`.
fn shorten_lock_file(folder: &Path) -> Result<()> {
    let accepts = |offline: &[&str]| {
        let mut command = cargo(folder);
        command.args(["metadata", "--format-version=1"]).args(offline);
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    if accepts(&["--offline"]) || accepts(&[]) {
        return Ok(());
    }
    bail!("cargo does not accept the handout's Cargo.toml: `cargo metadata` in {} says why", folder.display())
}
