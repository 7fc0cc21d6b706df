//! The two stages: the author's library alone, then the course's tests against it.

use super::{Attempt, Desk, FOR_LIBRARIES, FOR_TESTS, Refusal, prepared::Prepared};
use crate::submission::Sources;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

impl Desk<'_> {
    /// Stage one: the author's library alone, with nothing in sight but its sources and the crates that it may use.
    pub fn compile_library(&mut self, sources: &Sources) -> Result<Attempt> {
        self.library_beside(sources, None)
    }

    /// Stage two: the course's tests against that library, without those of the modules that are left out.
    pub fn compile_tests(&mut self, left_out: &[&str]) -> Result<Attempt> {
        let grade = self.workshop.root.join("exercises").join(&self.chapter.name).join("tests/grade");
        let main = self.compiled().join("main.rs");
        let text = fs::read_to_string(grade.join("main.rs")).context("failed to read the main file of the tests")?;
        let mut text = with_paths(&text, &grade, left_out);
        for task in self.chapter.tasks.iter().filter(|task| !left_out.contains(&task.module.as_str())) {
            let names = task.functions.iter().map(|stub| stub.name.as_str()).filter(|name| !name.contains("::"));
            let lines = names.map(|name| format!("use {}::{name}; enum {name} {{}}\n", self.chapter.name));
            let folder = self.compiled().join("names");
            fs::create_dir_all(&folder)?;
            let file = folder.join(&task.module).with_extension("rs");
            fs::write(&file, lines.collect::<String>())?;
            text += &module(&format!("{}_names", task.module), &file);
        }
        fs::write(&main, text)?;
        let libraries = self.workshop.libraries(FOR_LIBRARIES.iter().chain(&FOR_TESTS));
        let libraries = libraries.into_iter().chain([(self.chapter.name.clone(), self.library())]).collect::<Vec<_>>();
        let prefix = format!("--remap-path-prefix={}/=", self.workshop.root.display());
        let arguments =
            self.workshop.arguments("grade", &self.binary(), &["--test", "-Awarnings", &prefix], &main, &libraries);
        self.compile(arguments, &self.workshop.root.clone(), vec![grade], true)
    }

    /// Both stages in a quarter of the time, for sources that need no salvage: see [`Prepared`].
    pub fn compile_with_prepared(&mut self, sources: &Sources, prepared: &Prepared) -> Result<Attempt> {
        if let Err(refusal) = self.library_beside(sources, Some(prepared))? {
            return Ok(Err(refusal));
        }
        let libraries =
            [("student".to_owned(), self.library())].into_iter().chain(prepared.libraries()).collect::<Vec<_>>();
        let flags = ["-Awarnings", "-Cstrip=debuginfo"];
        let mut arguments = self.workshop.arguments("bridge", &self.binary(), &flags, &prepared.bridge(), &libraries);
        arguments.push(prepared.search());
        self.compile(arguments, &self.workshop.root.clone(), vec![prepared.folder().to_owned()], true)
    }

    fn library_beside(&mut self, sources: &Sources, prepared: Option<&Prepared>) -> Result<Attempt> {
        let directory = self.directory();
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        let mut libraries = self.workshop.libraries(&FOR_LIBRARIES);
        let mut read = vec![directory.clone()];
        for (name, text) in sources {
            let file = directory.join("src").join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            let given = prepared.and_then(Prepared::given).filter(|_| name.as_os_str() == "given.rs");
            let text = given.map_or(text.clone(), |(library, _)| format!("pub use ::{library}::*;\n"));
            fs::write(&file, text).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
        }
        if let Some((name, file)) = prepared.and_then(Prepared::given) {
            read.push(file.clone());
            libraries.push((name, file));
        }
        if !sources.contains_key(Path::new("lib.rs")) {
            let reason = "there is no src/lib.rs: copy the one of the course, and keep what you have written".into();
            return Ok(Err(Refusal { reason: Some(reason), crashed: false, errors: vec![] }));
        }
        let main = Path::new(&self.shown).join(&self.chapter.name).join("src/lib.rs");
        let mut flags = vec!["--crate-type=rlib", unsafe_code(sources), "-Flong_running_const_eval", "-Wmissing_docs"];
        if prepared.is_some() {
            // Beside the prepared crate of the same name it needs symbols of its own.
            flags.extend(["-Cmetadata=student", "-Ccodegen-units=1"]);
        }
        if self.workshop.rustc_version.contains("nightly") {
            flags.push("-Zallow-features=");
        }
        let arguments = self.workshop.arguments(&self.chapter.name, &self.library(), &flags, &main, &libraries);
        let directory = self.folder.path().to_owned();
        self.compile(arguments, &directory, read, false)
    }

    fn library(&self) -> PathBuf {
        self.compiled().join(format!("lib{}.rlib", self.chapter.name))
    }
}

/// The main file of the tests, to be compiled elsewhere: each `mod t6_mse;` with its path, without those left out.
fn with_paths(main: &str, grade: &Path, left_out: &[&str]) -> String {
    let line = |line: &str| match line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
        Some(name) if left_out.contains(&name) => "\n".to_owned(),
        Some(name) => {
            let file = grade.join(name).with_extension("rs");
            module(name, &if file.is_file() { file } else { grade.join(name).join("mod.rs") })
        }
        None => format!("{line}\n"),
    };
    main.lines().map(line).collect()
}

fn module(name: &str, file: &Path) -> String {
    format!("#[path = {:?}] mod {name};\n", file.display().to_string())
}

/// Unsafe code is forbidden, and a forbidden lint cannot be allowed again. But `s![…]`, with which ndarray slices, does just
/// that for the little that it needs, so sources are compiled under the milder lint if the word stands nowhere in them:
/// they cannot have unsafe code of their own then.
fn unsafe_code(sources: &Sources) -> &'static str {
    if sources.values().any(|text| text.contains("unsafe")) { "-Funsafe_code" } else { "-Dunsafe_code" }
}
