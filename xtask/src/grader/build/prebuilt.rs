//! The tests of a chapter, compiled once for all submissions, and kept for later runs.
//!
//! Compiling the tests takes three times as long as compiling the student's library, and they are the same for
//! everyone. So they are compiled once, against a *shim*: a crate with the chapter's name and the signatures of its
//! stubs, whose functions call through pointers. For each submission a *harness* of a few lines sets these pointers to
//! the student's functions and runs the test that it is asked for:
//!
//! ```text
//! tests ──▶ shim (chNN) ◀── harness ──▶ the student's library
//! └──────── once ────────┘  └──── once a submission ────┘
//! ```
//!
//! All of it is safe Rust, and the compiler checks that each function has the type of its stub when it compiles the
//! harness. The types in `given.rs` must be the same on both sides, so they come from a crate of their own. Where this
//! does not work (methods or generic functions among the stubs), the tests are compiled for each submission.

use super::given::GivenCrate;
use super::shim;
use super::toolchain::{Crate, LIBRARY_CRATES, Library, Toolchain};
use crate::course::Chapter;
use crate::files::write;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

pub struct PrebuiltTests {
    folder: TempDir,
    chapter: String,
    given: Option<Arc<GivenCrate>>,
    /// The main file of the harness.
    pub harness: String,
}

impl PrebuiltTests {
    /// `None` if the chapter is not suited for it.
    pub fn build(toolchain: &Toolchain, chapter: &Chapter, given: Option<Arc<GivenCrate>>) -> Result<Option<Self>> {
        let Some(texts) = shim::texts(&toolchain.root, chapter, given.as_deref())? else { return Ok(None) };
        let folder = toolchain.temporary_folder()?;
        let tests = Self { folder, chapter: chapter.name.clone(), given, harness: texts.harness };
        for (name, text) in &texts.files {
            write(&tests.folder().join(name), text)?;
        }
        let mut libraries = toolchain.crates(&LIBRARY_CRATES);
        libraries.extend(tests.given_library());
        let shim = Crate {
            name: &chapter.name,
            main: &tests.folder().join("shim.rs"),
            output: &tests.shim(),
            // The student's library has the same name.
            flags: &["--crate-type=rlib", "-Cmetadata=shim"],
            libraries: &libraries,
        };
        if !toolchain.compile_trusted(&shim, tests.folder())? {
            return Ok(None);
        }
        libraries.push((chapter.name.clone(), shim.output.to_owned()));
        libraries.extend(toolchain.crates_of_tests(chapter));
        let grade = Crate {
            name: "grade",
            main: &Path::new("exercises").join(&chapter.name).join("tests/grade/main.rs"),
            output: &tests.grade(),
            flags: &["--crate-type=rlib"],
            libraries: &libraries,
        };
        Ok(toolchain.compile_trusted(&grade, tests.folder())?.then_some(tests))
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the harness links, besides the student's library.
    pub fn libraries(&self) -> Vec<Library> {
        let own = [("shim".to_owned(), self.shim()), ("grade".to_owned(), self.grade())];
        own.into_iter().chain(self.given_library()).collect()
    }

    fn given_library(&self) -> Option<Library> {
        self.given.as_ref().map(|given| given.library())
    }

    /// The compiler looks for what `grade` depends on by the name of the crate, which is the chapter's.
    fn shim(&self) -> PathBuf {
        self.folder().join(format!("lib{}-shim.rlib", self.chapter))
    }

    fn grade(&self) -> PathBuf {
        self.folder().join("libgrade.rlib")
    }
}
