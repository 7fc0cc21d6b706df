//! The tests of a chapter, compiled once for a whole class.
//!
//! Compiling the tests takes three times as long as compiling what they test, and they are the same for everyone. So they are
//! compiled once, against a *facade*: a crate with the chapter's name and the signatures of its stubs, whose functions call
//! through pointers. For each submission a *bridge* of a few lines puts the author's functions into these pointers and runs the
//! test that is asked for:
//!
//! ```text
//! tests ──▶ facade (ch01) ◀── bridge ──▶ the author's library
//!  └────── once a class ──────┘ └── once a submission ──────┘
//! ```
//!
//! All of it is safe Rust: whether a function has the type that its stub has, the compiler decides while it compiles the bridge. The types
//! that a chapter is given must be the same ones on both sides; they come from a crate of its own. What does not fit (a
//! method among the stubs, a generic function, code that does not compile) is graded the usual way, in two stages.

use super::given::Given;
use super::{FOR_LIBRARIES, FOR_TESTS, Workshop, facade};
use crate::course::Chapter;
use crate::process::How;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// What has been compiled for the whole class.
pub struct Prepared {
    folder: TempDir,
    chapter: String,
    given: Option<Arc<Given>>,
    install: String,
}

impl Prepared {
    /// Compiles what all submissions of this chapter share; `None` if the chapter does not lend itself to it.
    pub fn new(workshop: &Workshop, chapter: &Chapter) -> Result<Option<Self>> {
        let given = workshop.given(chapter)?;
        let Some((texts, install)) = facade::texts(&workshop.root, chapter, given.as_deref())? else { return Ok(None) };
        let folder = workshop.folder()?;
        let prepared = Self { folder, chapter: chapter.name.clone(), given, install };
        for (name, text) in &texts {
            let file = prepared.folder().join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            fs::write(file, text)?;
        }
        let mut libraries = workshop.libraries(&FOR_LIBRARIES);
        let crate_type = "--crate-type=rlib";
        libraries.extend(prepared.given());
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
        // The tests of every chapter have this name: their symbols must differ all the same.
        let metadata = format!("-Cmetadata={}", chapter.name);
        let flags = [crate_type, &metadata];
        let arguments = workshop.arguments("grade", &prepared.library("grade"), &flags, &main, &libraries);
        Ok(compile(workshop, prepared.folder(), arguments)?.then_some(prepared))
    }

    /// The folder of all that is prepared.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The lines with which a bridge puts the functions of a crate `student` into the facade.
    pub fn install(&self) -> &str {
        &self.install
    }

    fn given(&self) -> Option<(String, PathBuf)> {
        self.given.as_ref().map(|given| given.library())
    }

    /// What the bridge is compiled against, besides the author's library.
    pub fn libraries(&self) -> Vec<(String, PathBuf)> {
        let own = [
            (format!("facade_{}", self.chapter), self.library(&self.chapter)),
            (format!("grade_{}", self.chapter), self.library("grade")),
        ];
        own.into_iter().chain(self.given()).collect()
    }

    fn library(&self, name: &str) -> PathBuf {
        self.folder().join(format!("lib{name}.rlib"))
    }
}

/// Compiles a crate of the course's own, in no sandbox.
pub(super) fn compile(workshop: &Workshop, folder: &Path, mut arguments: Vec<OsString>) -> Result<bool> {
    arguments.push("-Awarnings".into());
    let ended = workshop.trusted(arguments, folder).run()?;
    match ended.how {
        How::Exit(0) => Ok(true),
        // A facade that does not compile costs time, and no marks: everything is graded the usual way.
        How::Exit(_) => Ok(false),
        how => bail!("the compiler ended as {how:?} while it prepared the tests"),
    }
}
