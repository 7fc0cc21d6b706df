//! Where sources become a test program: what the tests need is built once by cargo, the rest by rustc directly.
//!
//! Two stages. First the student's library alone, against the crates that a chapter may use; then the course's tests
//! against that library. cargo decides by modification times and so cannot tell two submissions apart that have equal
//! paths: rustc is asked for each.

mod desk;
mod diagnostics;

pub use desk::{Attempt, Desk, Refusal};
pub use diagnostics::Diagnostic;

use crate::course::{Chapter, Course};
use crate::sandbox::Sandbox;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a chapter's library may use.
const FOR_LIBRARIES: [&str; 2] = ["ndarray", "rand"];
/// What its tests use besides.
const FOR_TESTS: [&str; 2] = ["checks", "datasets"];

/// The prebuilt crates, the compiler, and a folder for scratch work.
pub struct Workshop {
    root: PathBuf,
    libraries: BTreeMap<String, PathBuf>,
    dependencies: PathBuf,
    scratch: PathBuf,
    sysroot: PathBuf,
    /// How well the machine is shielded from what is compiled and run here.
    pub sandbox: Sandbox,
    /// The compiler's own name and version.
    pub rustc_version: String,
}

impl Workshop {
    /// Builds what all chapters share. The first time this takes a while.
    ///
    /// The libraries are built in `kit`, the tests are read from `course`: two names for one folder, except where the
    /// tools are tested.
    pub fn open(kit: &Path, course: &Course, sandbox: Sandbox) -> Result<Self> {
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
        let ask = |question: &[&str]| -> Result<String> {
            let output = Command::new("rustc").args(question).current_dir(kit).output();
            let output = output.context("failed to start rustc: is Rust installed?")?;
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        Ok(Self {
            root: course.root.clone(),
            libraries,
            dependencies,
            scratch,
            sysroot: ask(&["--print", "sysroot"])?.into(),
            sandbox,
            rustc_version: ask(&["--version"])?,
        })
    }

    /// The folder for scratch work, which cargo's `clean` removes.
    pub fn scratch(&self) -> &Path {
        &self.scratch
    }

    /// A place to compile and examine one chapter of one author; `shown` is the folder that messages speak of, such as
    /// `exercises`.
    pub fn desk<'a>(&'a self, chapter: &'a Chapter, shown: &str) -> Result<Desk<'a>> {
        Desk::new(self, chapter, shown)
    }
}
