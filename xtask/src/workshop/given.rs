//! What a chapter is given, as a crate of its own.
//!
//! A submission's `given.rs` is not read: it becomes `pub use ::ch06_given::*;`. And the tests take from the crate what they take from
//! `ch06::given`, so a submission that puts another module under that name deceives nobody but itself.

use super::{FOR_LIBRARIES, Workshop, prepared};
use crate::course::Chapter;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The compiled crate.
pub struct Given {
    folder: TempDir,
    name: String,
}

impl Given {
    /// Compiles what this chapter is given; `None` if there is nothing, or if it cannot be told apart from the rest of the chapter.
    pub fn new(workshop: &Workshop, chapter: &Chapter) -> Result<Option<Self>> {
        let file = workshop.root.join("exercises").join(&chapter.name).join("src/given.rs");
        let Ok(text) = fs::read_to_string(&file) else { return Ok(None) };
        let functions = chapter.tasks.iter().flat_map(|task| &task.functions);
        // A method must stand in the crate of its type.
        let methods = functions.into_iter().any(|stub| stub.name.contains("::"));
        if methods || text.contains("crate::") || text.contains("super::") {
            return Ok(None);
        }
        let folder = workshop.folder()?;
        let given = Self { folder, name: format!("{}_given", chapter.name) };
        let main = given.folder.path().join("given.rs");
        fs::write(&main, text)?;
        let libraries = workshop.libraries(&FOR_LIBRARIES);
        let (name, library) = given.library();
        let arguments = workshop.arguments(&name, &library, &["--crate-type=rlib"], &main, &libraries);
        if !prepared::compile(workshop, given.folder.path(), arguments)? {
            bail!(
                "exercises/{}/src/given.rs does not compile by itself: it should need nothing of its chapter",
                chapter.name
            );
        }
        Ok(Some(given))
    }

    /// The crate's name, and its file.
    pub fn library(&self) -> (String, PathBuf) {
        (self.name.clone(), self.folder.path().join(format!("lib{}.rlib", self.name)))
    }

    /// The folder in which it stands.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The text that takes the place of a submission's `given.rs`.
    pub fn text(&self) -> String {
        format!("//! What the chapter is given.\npub use ::{}::*;\n", self.name)
    }

    /// A test that takes what it is given from the crate itself.
    pub fn in_test(&self, chapter: &Chapter, text: &str) -> String {
        text.replace(&format!("{}::given", chapter.name), &self.name)
    }
}
