//! `cargo xtask handout`: the students' edition.
//!
//! It is the course without its solutions, known mistakes and other right answers, and without the tools' own tests. The book is
//! there as pages that open in a browser, not as the crate that builds them: its figures and numbers are computed by the
//! solutions. Everything that a student does works in it: `cargo test -p ch01`, `cargo xtask grade exercises`.

mod leaks;

pub use leaks::{Leak, leaks};

use crate::course::{Course, Place, file_name, sorted_entries};
use crate::exit::Usage;
use crate::functions;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What is copied as it is, from the top of the course.
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

/// What is left out of it wherever it stands: the tools' tests hold attacks, and pieces of solutions; the benchmarks measure
/// the reference, too.
const LEFT_OUT: [&str; 4] = ["xtask/tests", "target", "xtask/target", "exercises/bench"];

const README: &str = include_str!("handout/README.md");

/// Writes the students' edition into this folder, which must be empty or not there; the book's pages come along if
/// `with_book`. Refuses if a line of a solution would be in it.
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
    if let Some(place) = written_already(course)? {
        bail!(Usage(format!(
            "{place}: this function is written already. A handout is made from untouched stubs: `git stash` puts yours aside"
        )));
    }
    write(course, to)?;
    if with_book {
        copy(&book, &to.join("book/html"), Path::new("book/html"))?;
    }
    let leaks = leaks(course, to)?;
    if leaks.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = leaks.iter().map(ToString::to_string).collect();
    bail!(
        "{} lines of solutions are in the handout. Do not give it out; reword them, or add them to the exceptions in \
         xtask/src/handout/leaks.rs with the reason:\n{}",
        leaks.len(),
        shown.join("\n")
    )
}

/// The first function that is no stub any more: whoever teaches may have solved a few in place.
fn written_already(course: &Course) -> Result<Option<Place>> {
    for stub in course.chapters.iter().flat_map(|chapter| &chapter.tasks).flat_map(|task| &task.functions) {
        let Some((_, place)) = &stub.found else { continue };
        let text = fs::read_to_string(course.root.join(&place.file))?;
        let function = functions::find(&text, &stub.name)?;
        if function.is_some_and(|function| !text[function.body].contains("todo!(")) {
            return Ok(Some(place.clone()));
        }
    }
    Ok(None)
}

/// The students' edition without the book, unchecked.
pub fn write(course: &Course, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("failed to make the folder {}", to.display()))?;
    for name in COPIED {
        let from = course.root.join(name);
        if from.exists() {
            copy(&from, &to.join(name), Path::new(name))?;
        }
    }
    let manifest = fs::read_to_string(course.root.join("Cargo.toml")).context("failed to read Cargo.toml")?;
    fs::write(to.join("Cargo.toml"), students_manifest(&manifest)?)?;
    fs::write(to.join("README.md"), README)?;
    shorten_lock_file(to)
}

/// The workspace without what is left out of it. `cargo test` there is about the exercises.
fn students_manifest(manifest: &str) -> Result<String> {
    let mut text = String::new();
    for line in manifest.lines() {
        let line = match line.split(" = ").next().unwrap_or_default() {
            "members" => "members = [\"exercises/*\", \"xtask\"]",
            "default-members" => "default-members = [\"exercises/ch[0-9]*\"]",
            name if name.ends_with("-solution") => continue,
            _ if line.starts_with("# `cargo test` at the root") => continue,
            _ => line,
        };
        text += line;
        text.push('\n');
    }
    if !text.contains("members = [\"exercises/*\", \"xtask\"]") {
        bail!("Cargo.toml has no line `members = …`: xtask/src/handout.rs adapts that line");
    }
    Ok(text)
}

/// The lock file speaks of the packages that are left out, too. cargo drops them by itself; with `--locked` it would refuse.
fn shorten_lock_file(folder: &Path) -> Result<()> {
    let cargo = |offline: &[&str]| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["metadata", "--format-version=1"]).args(offline).current_dir(folder);
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    if cargo(&["--offline"]) || cargo(&[]) {
        return Ok(());
    }
    bail!("cargo does not accept the handout's Cargo.toml: `cargo metadata` in {} says why", folder.display())
}

fn copy(from: &Path, to: &Path, name: &Path) -> Result<()> {
    if LEFT_OUT.iter().any(|left_out| name == Path::new(left_out)) {
        return Ok(());
    }
    let metadata = fs::symlink_metadata(from).with_context(|| format!("failed to read {}", from.display()))?;
    if metadata.is_dir() {
        fs::create_dir_all(to).with_context(|| format!("failed to make the folder {}", to.display()))?;
        for entry in sorted_entries(from)? {
            let below = file_name(&entry);
            copy(&entry, &to.join(&below), &name.join(&below))?;
        }
    } else if metadata.is_file() {
        fs::copy(from, to).with_context(|| format!("failed to write {}", to.display()))?;
    }
    Ok(())
}
