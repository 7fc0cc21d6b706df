//! The quick way: the chapters of a submission as one crate, linked to tests that were compiled before. See [`Prepared`].
//!
//! Starting the compiler, reading what ndarray offers and linking cost more than compiling a chapter: they are done once. Each chapter
//! becomes a module, and `crate::` in it `crate::ch01::`. Where that is not enough, such as with macros for other files, the crate does
//! not compile, and each chapter is tried by itself.

use super::{Attempt, Desk, FOR_LIBRARIES, Prepared};
use crate::course::Chapter;
use crate::submission::Sources;
use anyhow::Result;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A chapter of a submission, and its tests.
pub struct Part<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    /// What was handed in for it.
    pub sources: Sources,
    /// Its tests.
    pub prepared: Arc<Prepared>,
}

impl<'a> Desk<'a> {
    /// Compiles these chapters as one crate, and links them to their tests. [`Desk::turn_to`] then says whose tests are run.
    pub fn compile_together(&mut self, parts: &[Part<'a>]) -> Result<Attempt> {
        let mut root = String::new();
        let mut bridge =
            "fn main() -> std::process::ExitCode {\n    match std::env::args().nth(4).as_deref() {\n".to_owned();
        let mut libraries = self.workshop.libraries(&FOR_LIBRARIES);
        let (mut read, mut readable) = (vec![], vec![]);
        let mut prepared = vec![];
        for Part { chapter, sources, prepared: tests } in parts {
            self.turn_to(chapter);
            self.lay_out(sources, &|text| as_module(text, &chapter.name))?;
            read.push(self.directory());
            let name = &chapter.name;
            writeln!(root, "#[path = \"{}/{name}/src/lib.rs\"]\npub mod {name};", self.shown)?;
            writeln!(
                bridge,
                "        Some({name:?}) => {{\n{}            grade_{name}::run()\n        }}",
                tests.install()
            )?;
            if let Some(given) = self.workshop.given(chapter)? {
                read.push(given.folder().to_owned());
                readable.push(given.folder().to_owned());
                libraries.push(given.library());
            }
            readable.push(tests.folder().to_owned());
            prepared.extend(tests.libraries());
        }
        self.together = true;
        let library = self.compiled().join("libsubmission.rlib");
        let sources = parts.iter().map(|part| &part.sources);
        let flags = [&["-Awarnings", "-Ccodegen-units=1"][..], &self.lints(sources)].concat();
        let main = self.folder.path().join("all.rs");
        fs::write(&main, root)?;
        read.push(main);
        let arguments = self.workshop.arguments("submission", &library, &flags, Path::new("all.rs"), &libraries);
        let folder = self.folder.path().to_owned();
        if let Err(refusal) = self.compile(arguments, &folder, read, false)? {
            return Ok(Err(refusal));
        }
        let main = self.compiled().join("bridge.rs");
        fs::write(&main, bridge + "        _ => 2.into(),\n    }\n}\n")?;
        let student: (String, PathBuf) = ("student".to_owned(), library);
        let libraries: Vec<_> = [student].into_iter().chain(prepared).collect();
        let flags = [&["-Awarnings", "-Cstrip=symbols"], self.workshop.program_flags].concat();
        let arguments = self.workshop.arguments("bridge", &self.binary(), &flags, &main, &libraries);
        self.compile(arguments, &folder, readable, true)
    }

    /// The next tests are those of this chapter.
    pub fn turn_to(&mut self, chapter: &'a Chapter) {
        self.chapter = chapter;
    }
}

/// A file of a chapter that has become a module: paths from the top of its crate start one step further down.
fn as_module(text: &str, chapter: &str) -> String {
    let mut changed = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("crate::") {
        let before = rest[..at].chars().next_back();
        changed += &rest[..at];
        let is_word = before.is_some_and(|letter| letter == '$' || letter == '_' || letter.is_alphanumeric());
        changed += "crate::";
        if !is_word {
            changed += &format!("{chapter}::");
        }
        rest = &rest[at + "crate::".len()..];
    }
    changed + rest
}

#[cfg(test)]
mod tests {
    use super::as_module;

    #[test]
    fn paths_from_the_top_of_the_crate_start_at_its_module() {
        let text = "use crate::{a, b};\nlet x = (crate::given::solve)(ncrate::x, $crate::y);";
        let changed = "use crate::ch01::{a, b};\nlet x = (crate::ch01::given::solve)(ncrate::x, $crate::y);";
        assert_eq!(as_module(text, "ch01"), changed);
    }
}
