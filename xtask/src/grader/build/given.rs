//! A chapter's `given.rs`, compiled as a crate of its own.
//!
//! A submission's own `given.rs` is not used: it is replaced with `pub use ::chNN_given::*;`. The tests take from the
//! crate what they import from `chNN::given`, so a submission gains nothing by putting another module under that name.

use super::toolchain::{Crate, LIBRARY_CRATES, Library, Toolchain};
use crate::course::Chapter;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub struct GivenCrate {
    folder: TempDir,
    name: String,
    import: String,
}

impl GivenCrate {
    /// `None` if the chapter has no `given.rs`, or if it cannot be separated from the rest of the chapter.
    pub fn build(toolchain: &Toolchain, chapter: &Chapter) -> Result<Option<Self>> {
        let file = toolchain.root.join("exercises").join(&chapter.name).join("src/given.rs");
        let Ok(text) = fs::read_to_string(&file) else { return Ok(None) };
        let mut functions = chapter.tasks.iter().flat_map(|task| &task.functions);
        // A method has to be in the crate of its type.
        let methods = functions.any(|stub| stub.name.contains("::"));
        if methods || text.contains("crate::") || text.contains("super::") {
            return Ok(None);
        }
        let name = format!("{}_given", chapter.name);
        let given = Self { folder: toolchain.temporary_folder()?, name, import: format!("{}::given", chapter.name) };
        let main = given.folder().join("given.rs");
        fs::write(&main, text)?;
        let (name, output) = given.library();
        let libraries = toolchain.crates(&LIBRARY_CRATES);
        let it =
            Crate { name: &name, main: &main, output: &output, flags: &["--crate-type=rlib"], libraries: &libraries };
        if !toolchain.compile_trusted(&it, given.folder())? {
            bail!(
                "exercises/{}/src/given.rs does not compile by itself: it must not need the rest of its chapter",
                chapter.name
            );
        }
        Ok(Some(given))
    }

    pub fn library(&self) -> Library {
        (self.name.clone(), self.folder().join(format!("lib{}.rlib", self.name)))
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The text that replaces a submission's `given.rs`.
    pub fn replacement(&self) -> String {
        format!("//! What the chapter is given.\npub use ::{}::*;\n", self.name)
    }

    /// The text of a test that imports from the crate in place of the submission's module.
    pub fn in_test(&self, text: &str) -> String {
        text.replace(&self.import, &self.name)
    }
}
