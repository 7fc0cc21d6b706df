//! The tests of a chapter, compiled once for a whole class.
//!
//! Compiling the tests takes three times as long as compiling what they test, and they are the same for everyone. So they are
//! compiled once, against a *facade*: a crate with the chapter's name and the signatures of its stubs, whose functions call
//! through pointers. For each submission a *bridge* of a few lines puts the author's functions into these pointers and runs the
//! test that is asked for:
//!
//! ```text
//! tests ──▶ facade (ch01) ◀── bridge ──▶ the author's library (ch01)
//!  └────── once a class ──────┘ └── once a submission ──────────┘
//! ```
//!
//! All of it is safe Rust: whether a function has the type that its stub has, the compiler decides while it compiles the bridge. The types
//! that a chapter is given must be the same ones on both sides, so `given.rs` is a crate of its own. What does not fit (a
//! method among the stubs, a generic function, code that does not compile) is graded the usual way, in two stages.

use super::{FOR_LIBRARIES, FOR_TESTS, Workshop, facade};
use crate::course::Chapter;
use crate::process::How;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What has been compiled for the whole class.
pub struct Prepared {
    folder: TempDir,
    chapter: String,
    given: bool,
}

impl Prepared {
    /// Compiles what all submissions of this chapter share; `None` if the chapter does not lend itself to it.
    pub fn new(workshop: &Workshop, chapter: &Chapter) -> Result<Option<Self>> {
        let Some(texts) = facade::texts(&workshop.root, chapter)? else { return Ok(None) };
        let folder = tempfile::tempdir_in(&workshop.scratch)?;
        let prepared = Self { folder, chapter: chapter.name.clone(), given: texts.given.is_some() };
        for (name, text) in &texts.files {
            let file = prepared.folder().join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            fs::write(file, text)?;
        }
        let mut libraries = workshop.libraries(&FOR_LIBRARIES);
        let crate_type = "--crate-type=rlib";
        if let (Some(text), Some((name, file))) = (&texts.given, prepared.given()) {
            let main = prepared.folder().join("given.rs");
            fs::write(&main, text)?;
            if !compile(
                workshop,
                prepared.folder(),
                workshop.arguments(&name, &file, &[crate_type], &main, &libraries),
            )? {
                return Ok(None);
            }
            libraries.push((name, file));
        }
        let facade = prepared.library(&chapter.name);
        let flags = [crate_type, "-Cmetadata=facade"];
        let arguments =
            workshop.arguments(&chapter.name, &facade, &flags, &prepared.folder().join("facade.rs"), &libraries);
        if !compile(workshop, prepared.folder(), arguments)? {
            return Ok(None);
        }
        libraries.push((chapter.name.clone(), facade));
        libraries.extend(workshop.libraries(&FOR_TESTS));
        let main = Path::new("exercises").join(&chapter.name).join("tests/grade/main.rs");
        let arguments = workshop.arguments("grade", &prepared.library("grade"), &[crate_type], &main, &libraries);
        Ok(compile(workshop, prepared.folder(), arguments)?.then_some(prepared))
    }

    /// The folder of all that is prepared.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the prepared crates find each other.
    pub fn search(&self) -> OsString {
        search(self.folder())
    }

    /// The text of the bridge.
    pub fn bridge(&self) -> PathBuf {
        self.folder().join("bridge.rs")
    }

    /// The crate of what the chapter is given, and its file.
    pub fn given(&self) -> Option<(String, PathBuf)> {
        let name = facade::given_crate(&self.chapter);
        self.given.then(|| (name.clone(), self.library(&name)))
    }

    /// What the bridge is compiled against, besides the author's library.
    pub fn libraries(&self) -> Vec<(String, PathBuf)> {
        let own = [("facade".to_owned(), self.library(&self.chapter)), ("grade".to_owned(), self.library("grade"))];
        own.into_iter().chain(self.given()).collect()
    }

    fn library(&self, name: &str) -> PathBuf {
        self.folder().join(format!("lib{name}.rlib"))
    }
}

/// Where the prepared crates find each other.
fn search(folder: &Path) -> OsString {
    format!("-Ldependency={}", folder.display()).into()
}

/// Compiles a crate of the course's own, in no sandbox.
fn compile(workshop: &Workshop, folder: &Path, mut arguments: Vec<OsString>) -> Result<bool> {
    arguments.extend(["-Awarnings".into(), search(folder)]);
    let ended = workshop.trusted(arguments, folder).run()?;
    match ended.how {
        How::Exit(0) => Ok(true),
        // A facade that does not compile costs time, and no marks: everything is graded the usual way.
        How::Exit(_) => Ok(false),
        how => bail!("the compiler ended as {how:?} while it prepared the tests"),
    }
}
