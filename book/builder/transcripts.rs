//! Commands that run in a copy of the course, and what they print, as pages show it.
//!
//! Running cargo takes longer than a build of the book may, so the output is kept in `book/src/CHAPTER/transcripts/`;
//! `book transcripts` writes it again, and `book test` says when it is out of date.

use crate::files;
use crate::workspace_copy::copy_packages;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// A run of one task's tests.
pub struct Transcript {
    /// Its output is kept in a file of this name.
    pub name: &'static str,
    /// Which tests of the chapter run.
    pub test: &'static str,
    /// The file of stubs that the reader has changed by then.
    pub file: &'static str,
    /// How they changed it.
    pub change: Option<Change>,
    /// The part of the output that pages show.
    pub part: fn(&str) -> Option<&str>,
}

/// What a reader does to a file of stubs.
pub enum Change {
    /// Its first `todo!` is replaced by this expression.
    Body(&'static str),
    /// All of it is solved.
    Reference,
}

impl Transcript {
    /// The file that keeps the output, from the root of the repository.
    pub fn path(&self, chapter: &str) -> String {
        format!("book/src/{chapter}/transcripts/{}.txt", self.name)
    }

    /// Runs the command and keeps its output; says whether that changed the file.
    pub fn update(&self, root: &Path, chapter: &str) -> Result<bool> {
        let (file, new) = (root.join(self.path(chapter)), self.run(root, chapter)?);
        let changed = kept(&file) != new;
        files::write_if_changed(&file, &new)?;
        Ok(changed)
    }

    /// Fails if the output is not what is kept.
    pub fn check(&self, root: &Path, chapter: &str) -> Result<()> {
        let (path, now) = (self.path(chapter), self.run(root, chapter)?);
        if now != kept(&root.join(&path)) {
            bail!("{path} is out of date: `cargo xtask book transcripts` writes it again. Now it would be\n{now}");
        }
        Ok(())
    }

    /// The part of what the command prints now.
    fn run(&self, root: &Path, chapter: &str) -> Result<String> {
        let scratch = tempfile::tempdir().context("failed to make a scratch folder")?;
        let course = scratch.path().join("course");
        let package = format!("exercises/{chapter}");
        let shared = ["exercises/checks", "exercises/datasets", "exercises/plot"].map(String::from);
        copy_packages(root, &course, &[&shared[..], std::slice::from_ref(&package)].concat(), &[])?;
        let file = course.join(&package).join(self.file);
        match self.change {
            None => {}
            Some(Change::Body(body)) => {
                let stubs = fs::read_to_string(&file)?;
                let todo = stubs.lines().find(|line| line.trim_start().starts_with("todo!"));
                let todo = todo.with_context(|| format!("{package}/{} has no stub", self.file))?;
                fs::write(&file, stubs.replacen(todo, &format!("    {body}"), 1))?;
            }
            Some(Change::Reference) => {
                fs::copy(root.join("solutions").join(chapter).join(self.file), &file)?;
            }
        }
        let done = files::cargo(&course)
            .args(["test", "--package", chapter, self.test])
            // One at a time, so that the order is the same each time.
            .env("RUST_TEST_THREADS", "1")
            // The libraries are compiled once for all transcripts.
            .env("CARGO_TARGET_DIR", files::target("transcripts"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUST_BACKTRACE")
            .output()
            .context("failed to start cargo")?;
        let printed = String::from_utf8_lossy(&done.stdout);
        match (self.part)(&printed) {
            Some(part) => Ok(format!("{}\n", part.trim_end())),
            None => bail!(
                "`cargo test --package {chapter} {}` printed something unexpected:\n{printed}\n{}",
                self.test,
                String::from_utf8_lossy(&done.stderr)
            ),
        }
    }
}

fn kept(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n")
}
