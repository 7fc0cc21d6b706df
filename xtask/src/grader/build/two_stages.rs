//! The two stages: the author's library alone, then the course's tests against it.

use super::{CompileResult, ChapterBuild, FOR_LIBRARIES, FOR_TESTS, CompileError};
use crate::course::{file_name, sorted_entries};
use crate::grader::submission::Sources;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

impl ChapterBuild<'_> {
    /// Stage one: the author's library alone, with nothing in sight but its sources and the crates that it may use.
    pub fn compile_library(&mut self, sources: &Sources) -> Result<CompileResult> {
        self.lay_out(sources, &str::to_owned)?;
        if !sources.contains_key(Path::new("lib.rs")) {
            let reason = "there is no src/lib.rs: copy the one of the course, and keep what you have written".into();
            return Ok(Err(CompileError { reason: Some(reason), crashed: false, errors: vec![] }));
        }
        let given = self.builder.given(self.chapter)?;
        let mut libraries = self.builder.libraries(&FOR_LIBRARIES);
        libraries.extend(given.iter().map(|given| given.library()));
        let read = given.iter().map(|given| given.folder().to_owned()).chain([self.directory()]).collect();
        let main = Path::new(&self.shown).join(&self.chapter.name).join("src/lib.rs");
        let flags = [&["-Wmissing_docs"][..], &self.lints(std::iter::once(sources))].concat();
        let arguments = self.builder.arguments(&self.chapter.name, &self.library(), &flags, &main, &libraries);
        let folder = self.folder.path().to_owned();
        self.compile(arguments, &folder, read, false)
    }

    /// Stage two: the course's tests against that library, without those of the modules that are left out.
    pub fn compile_tests(&mut self, left_out: &[&str]) -> Result<CompileResult> {
        let given = self.builder.given(self.chapter)?;
        let grade = Path::new("exercises").join(&self.chapter.name).join("tests/grade");
        // A copy, at the same place below another folder: messages speak of the files of the course.
        let place = self.compiled().join(&grade);
        copy_tests(&self.builder.root.join(&grade), &place, &|text| match &given {
            Some(given) => given.in_test(self.chapter, text),
            None => text.to_owned(),
        })?;
        let main = fs::read_to_string(place.join("main.rs")).context("failed to read the main file of the tests")?;
        let is_left_out = |line: &&str| !left_out.iter().any(|module| **line == format!("mod {module};"));
        let mut main: String = main.lines().filter(is_left_out).map(|line| format!("{line}\n")).collect();
        for task in self.chapter.tasks.iter().filter(|task| !left_out.contains(&task.module.as_str())) {
            let names = task.functions.iter().map(|stub| stub.name.as_str()).filter(|name| !name.contains("::"));
            let lines =
                names.map(|name| format!("const _: () = {{ use {}::{name}; enum {name} {{}} }};\n", self.chapter.name));
            // Errors in a file of this name are the task's.
            fs::create_dir_all(place.join("names"))?;
            fs::write(place.join("names").join(&task.module).with_extension("rs"), lines.collect::<String>())?;
            main += &format!("#[path = \"names/{0}.rs\"] mod {0}_names;\n", task.module);
        }
        fs::write(place.join("main.rs"), main)?;
        let mut libraries = self.builder.libraries(FOR_LIBRARIES.iter().chain(&FOR_TESTS));
        libraries.push((self.chapter.name.clone(), self.library()));
        libraries.extend(given.as_ref().map(|given| given.library()));
        let read = given.iter().map(|given| given.folder().to_owned()).collect();
        let flags = [&["--test", "-Awarnings"], self.builder.program_flags].concat();
        let arguments = self.builder.arguments("grade", &self.binary(), &flags, &grade.join("main.rs"), &libraries);
        self.together = false;
        self.compile(arguments, &self.compiled(), read, true)
    }

    /// Writes the sources to where the compiler finds them, each as `change` makes it.
    pub(super) fn lay_out(&mut self, sources: &Sources, change: &dyn Fn(&str) -> String) -> Result<()> {
        let given = self.builder.given(self.chapter)?;
        let directory = self.directory();
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        for (name, text) in sources {
            let file = directory.join("src").join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            let text = match &given {
                Some(given) if name.as_os_str() == "given.rs" => given.text(),
                _ => change(text),
            };
            fs::write(&file, text).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
        }
        Ok(())
    }

    /// What is forbidden to these sources, as flags.
    pub(super) fn lints<'s>(&self, sources: impl Iterator<Item = &'s Sources>) -> Vec<&'static str> {
        let mut flags = vec!["--crate-type=rlib", unsafe_code(sources), "-Flong_running_const_eval"];
        if self.builder.rustc_version.contains("nightly") {
            flags.push("-Zallow-features=");
        }
        flags
    }

    fn library(&self) -> PathBuf {
        self.compiled().join(format!("lib{}.rlib", self.chapter.name))
    }
}

/// Copies the files of the tests, each as `change` makes it.
fn copy_tests(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in sorted_entries(from)? {
        let place = to.join(file_name(&entry));
        if entry.is_dir() {
            copy_tests(&entry, &place, change)?;
        } else {
            let text = fs::read_to_string(&entry).with_context(|| format!("failed to read {}", entry.display()))?;
            fs::write(&place, change(&text))
                .with_context(|| format!("failed to write {}: is the disk full?", place.display()))?;
        }
    }
    Ok(())
}

/// Unsafe code is forbidden, and a forbidden lint cannot be allowed again. But `s![…]`, with which ndarray slices, does just
/// that for the little that it needs, so sources are compiled under the milder lint if the word stands nowhere in them:
/// they cannot have unsafe code of their own then.
fn unsafe_code<'a>(mut sources: impl Iterator<Item = &'a Sources>) -> &'static str {
    if sources.any(|sources| sources.values().any(|text| text.contains("unsafe"))) {
        "-Funsafe_code"
    } else {
        "-Dunsafe_code"
    }
}
