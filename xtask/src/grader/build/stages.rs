//! The two stages: the student's library alone, then the course's tests against it, compiled or linked.

use super::chapter_build::ChapterBuild;
use super::diagnostics::{CompileError, CompileResult};
use super::given::GivenCrate;
use super::toolchain::{Crate, LIBRARY_CRATES};
use crate::course::Sources;
use crate::files::{files_below, read, write};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl ChapterBuild<'_> {
    /// Stage one: the student's library. The compiler sees nothing but its sources and the crates that it may use.
    pub fn compile_library(&mut self, sources: &Sources) -> Result<CompileResult> {
        self.library_with(sources, &["-Awarnings", "-Ccodegen-units=1"])
    }

    /// The same with the warnings that a student sees.
    pub fn compile_library_with_warnings(&mut self, sources: &Sources) -> Result<CompileResult> {
        self.library_with(sources, &["-Wmissing_docs"])
    }

    fn library_with(&mut self, sources: &Sources, flags: &[&str]) -> Result<CompileResult> {
        self.write_sources(sources)?;
        if !sources.contains_key(Path::new("lib.rs")) {
            let reason = "there is no src/lib.rs: copy the one of the course, and keep what you have written".into();
            return Ok(Err(CompileError { reason: Some(reason), crashed: false, errors: vec![] }));
        }
        let given = self.builder.given(self.chapter)?;
        let mut libraries = self.builder.toolchain.crates(&LIBRARY_CRATES);
        libraries.extend(given.iter().map(|given| given.library()));
        let mut flags =
            [flags, &["--crate-type=rlib", unsafe_code_lint(sources), "-Flong_running_const_eval"]].concat();
        if self.builder.toolchain.rustc_version.contains("nightly") {
            flags.push("-Zallow-features=");
        }
        let it = Crate {
            name: &self.chapter.name,
            main: &Path::new(&self.shown).join(&self.chapter.name).join("src/lib.rs"),
            output: &self.library(),
            flags: &flags,
            libraries: &libraries,
        };
        let read = given_folder(&given).into_iter().chain([self.directory()]).collect();
        let folder = self.folder.path().to_owned();
        self.compile(&it, &folder, read, false)
    }

    /// Stage two: the course's tests against that library, without the test modules in `left_out`.
    pub fn compile_tests(&mut self, left_out: &[&str]) -> Result<CompileResult> {
        let given = self.builder.given(self.chapter)?;
        let grade = Path::new("exercises").join(&self.chapter.name).join("tests/grade");
        // A copy with the same relative path, so that messages name the files of the course.
        let copy = self.compiled().join(&grade);
        let tests = self.builder.toolchain.root.join(&grade);
        for file in files_below(&tests, |_| true)? {
            let text = read(&tests.join(&file))?;
            write(&copy.join(file), given.as_ref().map_or_else(|| text.clone(), |given| given.in_test(&text)))?;
        }
        self.leave_out(&copy, left_out)?;
        let mut libraries = self.builder.toolchain.crates(&LIBRARY_CRATES);
        libraries.extend(self.builder.toolchain.crates_of_tests(self.chapter));
        libraries.push((self.chapter.name.clone(), self.library()));
        libraries.extend(given.as_ref().map(|given| given.library()));
        let it = Crate {
            name: "grade",
            main: &grade.join("main.rs"),
            output: &self.program(),
            flags: &["--test", "-Awarnings"],
            libraries: &libraries,
        };
        self.compile(&it, &self.compiled(), given_folder(&given), true)
    }

    /// Takes modules out of the main file of the tests, and makes sure for all others that the names of the task's
    /// functions mean functions only: a trait or a type of the same name would come along with the import.
    fn leave_out(&self, tests: &Path, left_out: &[&str]) -> Result<()> {
        let main = fs::read_to_string(tests.join("main.rs")).context("failed to read the main file of the tests")?;
        let is_left_out = |line: &&str| !left_out.iter().any(|module| **line == format!("mod {module};"));
        let mut main: String = main.lines().filter(is_left_out).map(|line| format!("{line}\n")).collect();
        for task in self.chapter.tasks.iter().filter(|task| !left_out.contains(&task.module.as_str())) {
            let names = task.functions.iter().map(|stub| stub.name.as_str()).filter(|name| !name.contains("::"));
            let lines =
                names.map(|name| format!("const _: () = {{ use {}::{name}; enum {name} {{}} }};\n", self.chapter.name));
            // The name of the file says to which task an error belongs.
            write(&tests.join("names").join(&task.module).with_extension("rs"), lines.collect::<String>())?;
            main += &format!("#[path = \"names/{0}.rs\"] mod {0}_names;\n", task.module);
        }
        write(&tests.join("main.rs"), main)
    }

    /// Stage two, faster: links the tests that have been compiled before. Returns `false` if there are none, or if a
    /// function does not have the type of its stub.
    pub fn link_prebuilt_tests(&mut self) -> Result<bool> {
        let Some(tests) = self.builder.prebuilt_tests(self.chapter)? else { return Ok(false) };
        let given = self.builder.given(self.chapter)?;
        let main = self.compiled().join("harness.rs");
        fs::write(&main, &tests.harness)?;
        let libraries: Vec<_> = [("student".to_owned(), self.library())].into_iter().chain(tests.libraries()).collect();
        let it = Crate {
            name: "harness",
            main: &main,
            output: &self.program(),
            flags: &["-Awarnings", "-Cstrip=symbols"],
            libraries: &libraries,
        };
        let read = given_folder(&given).into_iter().chain([tests.folder().to_owned()]).collect();
        let folder = self.folder.path().to_owned();
        Ok(self.compile(&it, &folder, read, true)?.is_ok())
    }
}

fn given_folder(given: &Option<Arc<GivenCrate>>) -> Vec<PathBuf> {
    given.iter().map(|given| given.folder().to_owned()).collect()
}

/// Unsafe code is forbidden, which no attribute can undo. The macro `s![…]` of ndarray, which slices, needs to allow
/// itself a little of it, and so `deny` has to do for sources in which the word `unsafe` does not occur: they have no
/// unsafe code of their own.
fn unsafe_code_lint(sources: &Sources) -> &'static str {
    if sources.values().any(|text| text.contains("unsafe")) { "-Funsafe_code" } else { "-Dunsafe_code" }
}
