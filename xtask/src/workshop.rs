//! Where sources become a test program: what the tests need is built once by cargo, the rest by rustc directly.
//!
//! Two stages. First the student's library alone, against the crates that a chapter may use; then the course's tests
//! against that library. cargo decides by modification times and so cannot tell two submissions apart that have equal
//! paths: rustc is asked for each.

mod diagnostics;

pub use diagnostics::Diagnostic;

use crate::course::{Chapter, Course};
use crate::submission::Sources;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a chapter's library may use.
const FOR_LIBRARIES: [&str; 2] = ["ndarray", "rand"];
/// What its tests use besides.
const FOR_TESTS: [&str; 2] = ["checks", "datasets"];

/// The prebuilt crates, and a folder for scratch work.
pub struct Workshop {
    root: PathBuf,
    libraries: BTreeMap<String, PathBuf>,
    dependencies: PathBuf,
    scratch: PathBuf,
    /// The compiler's own name and version.
    pub rustc_version: String,
}

/// A chapter's test program, compiled against somebody's sources. Its folder is removed when it is dropped.
pub struct Program {
    folder: TempDir,
    /// The program.
    pub binary: PathBuf,
    /// The folder in which its tests run: the chapter's.
    pub directory: PathBuf,
    /// What the compiler warned of in the library.
    pub warnings: Vec<Diagnostic>,
}

impl Program {
    /// A folder for what the tests of this program write.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Why there is no test program.
pub enum Refusal {
    /// The library does not compile.
    Library(Vec<Diagnostic>),
    /// The library compiles, the tests do not compile against it: it lacks a function, or has one with other types.
    Tests(Vec<Diagnostic>),
}

impl Refusal {
    /// The compiler's messages.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Library(diagnostics) | Self::Tests(diagnostics) => diagnostics,
        }
    }
}

impl Workshop {
    /// Builds what all chapters share. The first time this takes a while.
    ///
    /// The libraries are built in `kit`, the tests are read from `course`: two names for one folder, except where the
    /// tools are tested.
    pub fn open(kit: &Path, course: &Course) -> Result<Self> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["build", "--quiet", "--message-format=json-render-diagnostics"])
            .args(FOR_TESTS.iter().flat_map(|name| ["--package", name]))
            .current_dir(kit)
            .stderr(Stdio::inherit())
            .output()
            .context("failed to start cargo: is Rust installed?")?;
        if !output.status.success() {
            bail!("failed to build what the tests need: the messages of cargo above say why");
        }
        let mut libraries = BTreeMap::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message: Value = serde_json::from_str(line).context("failed to read a message of cargo")?;
            let name = message["target"]["name"].as_str().unwrap_or_default();
            let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
            if let Some(file) = files.into_iter().find(|file| file.ends_with(".rlib")) {
                libraries.insert(name.to_owned(), PathBuf::from(file));
            }
        }
        for name in FOR_LIBRARIES.iter().chain(&FOR_TESTS) {
            if !libraries.contains_key(*name) {
                bail!("cargo built no library `{name}`: exercises/checks should depend on it");
            }
        }
        let dependencies = libraries["ndarray"].parent().expect("a library stands in a folder").to_owned();
        let scratch = dependencies.ancestors().nth(2).expect("target/debug/deps").join("xtask");
        fs::create_dir_all(&scratch)
            .with_context(|| format!("failed to make the folder {}: may this user write there?", scratch.display()))?;
        let version =
            Command::new("rustc").arg("--version").current_dir(kit).output().context("failed to start rustc")?;
        let rustc_version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
        Ok(Self { root: course.root.clone(), libraries, dependencies, scratch, rustc_version })
    }

    /// The chapter's tests, compiled against these sources; `shown` is the folder that messages speak of, such as
    /// `exercises`.
    ///
    /// The outer error is the kit's, the inner one the author's.
    pub fn compile(&self, chapter: &Chapter, sources: &Sources, shown: &str) -> Result<Result<Program, Refusal>> {
        let folder = tempfile::tempdir_in(&self.scratch)
            .with_context(|| format!("failed to write into {}: is the disk full?", self.scratch.display()))?;
        let directory = folder.path().join(shown).join(&chapter.name);
        for (name, text) in sources {
            let file = directory.join("src").join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            fs::write(&file, text).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
        }
        let library = folder.path().join(format!("lib{}.rlib", chapter.name));
        let mut rustc = self.rustc(&chapter.name, folder.path(), &library, &FOR_LIBRARIES);
        rustc.args(["--crate-type=rlib", "-Funsafe_code", "-Wmissing_docs"]);
        rustc.arg(Path::new(shown).join(&chapter.name).join("src/lib.rs"));
        let (done, diagnostics) = diagnostics::run(rustc)?;
        if !done {
            return Ok(Err(Refusal::Library(diagnostics)));
        }
        let warnings = diagnostics;
        let binary = folder.path().join(format!("grade{}", std::env::consts::EXE_SUFFIX));
        let everything: Vec<&str> = FOR_LIBRARIES.into_iter().chain(FOR_TESTS).collect();
        let mut rustc = self.rustc("grade", &self.root, &binary, &everything);
        rustc.args(["--test", "--cap-lints=allow", "--extern"]).arg(format!("{}={}", chapter.name, library.display()));
        rustc.arg(Path::new("exercises").join(&chapter.name).join("tests/grade/main.rs"));
        let (done, diagnostics) = diagnostics::run(rustc)?;
        Ok(if done { Ok(Program { folder, binary, directory, warnings }) } else { Err(Refusal::Tests(diagnostics)) })
    }

    fn rustc(&self, name: &str, directory: &Path, output: &Path, libraries: &[&str]) -> Command {
        let mut rustc = Command::new("rustc");
        rustc.args([
            "--edition=2024",
            "--error-format=json",
            "-Cdebuginfo=0",
            "-Cembed-bitcode=no",
            "--crate-name",
            name,
        ]);
        rustc.arg("-o").arg(output).arg("-L").arg(format!("dependency={}", self.dependencies.display()));
        for library in libraries {
            rustc.arg("--extern").arg(format!("{library}={}", self.libraries[*library].display()));
        }
        // insta asks for both while the tests are compiled.
        rustc.env("CARGO_MANIFEST_DIR", &self.root).env("INSTA_WORKSPACE_ROOT", &self.root);
        rustc.current_dir(directory);
        rustc
    }
}
