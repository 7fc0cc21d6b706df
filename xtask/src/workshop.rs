//! Where sources become a test program: what the tests need is built once by cargo, the rest by rustc directly.
//!
//! Two stages. First the student's library alone, against the crates that a chapter may use; then the course's tests
//! against that library. cargo decides by modification times and so cannot tell two submissions apart that have equal
//! paths: rustc is asked for each.

mod desk;
mod diagnostics;
mod facade;
mod given;
mod lean;
mod prepared;
mod stages;
mod together;

pub use desk::{Desk, RECORD_SIZE};
pub use diagnostics::{Attempt, Diagnostic, Refusal};
pub use prepared::Prepared;
pub use together::Part;

use crate::course::{Chapter, Course, file_name, sorted_entries};
use crate::process::Job;
use crate::sandbox::Sandbox;
use anyhow::{Context, Result, bail};
use given::Given;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;
use tempfile::TempDir;

/// What a chapter's library may use.
const FOR_LIBRARIES: [&str; 2] = ["ndarray", "rand"];
/// What its tests use besides.
const FOR_TESTS: [&str; 2] = ["checks", "datasets"];
/// How long the compiler may take at once: a hundred times what a chapter takes.
const COMPILE_LIMIT: Duration = Duration::from_secs(30);

/// What is made for a chapter when it is first asked for.
type Once<T> = Mutex<BTreeMap<String, Arc<Mutex<Option<Made<T>>>>>>;
type Made<T> = Option<Arc<T>>;

/// The prebuilt crates, the compiler, and a folder for scratch work.
pub struct Workshop {
    root: PathBuf,
    libraries: BTreeMap<String, PathBuf>,
    /// The folder of the libraries, and of what they need.
    shelf: TempDir,
    scratch: PathBuf,
    sysroot: PathBuf,
    /// The compiler and its libraries, without the sources that may be installed with them.
    compiler: Vec<PathBuf>,
    /// Everybody works here side by side; who needs quiet waits until all others pause.
    floor: RwLock<()>,
    given: Once<Given>,
    prepared: Once<Prepared>,
    /// How programs are linked.
    program_flags: &'static [&'static str],
    /// What this run makes; gone with it, and so the last to be dropped.
    run: Run,
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
        let built = libraries(&output.stdout)?;
        let some = built.keys().next().context("cargo built no library")?;
        let scratch = some.ancestors().nth(3).expect("target/debug/deps/lib.rlib").join("xtask");
        fs::create_dir_all(&scratch)
            .with_context(|| format!("failed to make the folder {}: may this user write there?", scratch.display()))?;
        let run = Run::begin(&scratch)?;
        let shelf = tempfile::tempdir_in(run.folder.path())?;
        let mut libraries = BTreeMap::new();
        for (file, name) in built {
            let place = shelf.path().join(file.file_name().expect("a library is a file"));
            // The same file under a second name, where the disk can do that.
            fs::hard_link(&file, &place).or_else(|_| fs::copy(&file, &place).map(drop))?;
            libraries.insert(name, place);
        }
        for name in FOR_LIBRARIES.iter().chain(&FOR_TESTS) {
            if !libraries.contains_key(*name) {
                bail!("cargo built no library `{name}`: exercises/checks should depend on it");
            }
        }
        let ask = |question: &[&str]| -> Result<String> {
            let output = Command::new("rustc").args(question).current_dir(kit).output();
            let output = output.context("failed to start rustc: is Rust installed?")?;
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?);
        Ok(Self {
            root: course.root.clone(),
            libraries,
            shelf,
            scratch,
            run,
            compiler: without_sources(&sysroot)?,
            sysroot,
            floor: RwLock::new(()),
            given: Mutex::default(),
            prepared: Mutex::default(),
            program_flags: &[],
            sandbox,
            rustc_version: ask(&["--version"])?,
        })
    }

    /// The folder for what outlives a run, such as the cache. cargo's `clean` removes it.
    pub fn scratch(&self) -> &Path {
        &self.scratch
    }

    /// A new folder, which is gone when it is dropped.
    fn folder(&self) -> Result<TempDir> {
        let run = self.run.folder.path();
        tempfile::tempdir_in(run).with_context(|| format!("failed to write into {}: is the disk full?", run.display()))
    }

    /// A place to compile and examine one chapter of one author; `shown` is the folder that messages speak of, such as
    /// `exercises`.
    pub fn desk<'a>(&'a self, chapter: &'a Chapter, shown: &str) -> Result<Desk<'a>> {
        Desk::new(self, chapter, shown)
    }

    /// The tests of a chapter, compiled for everybody at the first call; `None` where they must be compiled for each.
    pub fn prepared(&self, chapter: &Chapter) -> Result<Option<Arc<Prepared>>> {
        once(&self.prepared, chapter, || Prepared::new(self, chapter))
    }

    /// What a chapter is given, as a crate.
    fn given(&self, chapter: &Chapter) -> Result<Option<Arc<Given>>> {
        once(&self.given, chapter, || Given::new(self, chapter))
    }

    /// Libraries with their files.
    fn libraries<'a>(&self, names: impl IntoIterator<Item = &'a &'a str>) -> Vec<(String, PathBuf)> {
        names.into_iter().map(|name| ((*name).to_owned(), self.libraries[*name].clone())).collect()
    }

    /// The compiler itself. Not the `rustc` of the search path: rustup puts a program of its own there, which reads settings at home.
    fn rustc(&self) -> PathBuf {
        self.sysroot.join(format!("bin/rustc{}", std::env::consts::EXE_SUFFIX))
    }

    /// What the compiler is told, for a crate of this name from this main file.
    fn arguments(
        &self,
        name: &str,
        output: &Path,
        flags: &[&str],
        main: &Path,
        libraries: &[(String, PathBuf)],
    ) -> Vec<OsString> {
        let common =
            ["--edition=2024", "--error-format=json", "-Cdebuginfo=0", "-Cembed-bitcode=no", "--crate-name", name];
        let mut arguments: Vec<OsString> = common.iter().chain(flags).map(Into::into).collect();
        arguments.extend(["-o".into(), output.into()]);
        arguments.extend(["-L".into(), format!("dependency={}", self.shelf.path().display()).into()]);
        for (library, file) in libraries {
            // What it was compiled against itself stands beside it.
            let folder = file.parent().expect("a library stands in a folder");
            if folder != self.shelf.path() {
                arguments.push(format!("-Ldependency={}", folder.display()).into());
            }
            arguments.extend(["--extern".into(), format!("{library}={}", file.display()).into()]);
        }
        arguments.push(main.into());
        arguments
    }

    /// The compiler at work on sources of the course's own.
    fn trusted(&self, arguments: Vec<OsString>, directory: &Path) -> Job {
        let environment =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
        Job {
            program: self.rustc(),
            arguments,
            directory: directory.to_owned(),
            environment,
            input: String::new(),
            limit: 2 * COMPILE_LIMIT,
            output: 1 << 20,
        }
    }
}

/// The libraries that cargo says it has built, with their names.
fn libraries(messages: &[u8]) -> Result<BTreeMap<PathBuf, String>> {
    let mut built = BTreeMap::new();
    for line in String::from_utf8_lossy(messages).lines() {
        let message: Value = serde_json::from_str(line).context("failed to read a message of cargo")?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
        if let Some(file) = files.into_iter().find(|file| file.ends_with(".rlib")) {
            built.insert(PathBuf::from(file), name.to_owned());
        }
    }
    Ok(built)
}

/// The parts of an installation of Rust that a compiler needs. A submission could take in a source file of the standard library, which
/// is allowed unsafe code.
fn without_sources(sysroot: &Path) -> Result<Vec<PathBuf>> {
    let mut parts = vec![sysroot.join("bin")];
    for entry in sorted_entries(&sysroot.join("lib"))? {
        if file_name(&entry) == "rustlib" {
            parts.extend(sorted_entries(&entry)?.into_iter().filter(|part| !file_name(part).ends_with("src")));
        } else {
            parts.push(entry);
        }
    }
    Ok(parts)
}

/// The folder of one run. A run that is killed leaves it behind, and the next one removes it: a lock of the file system says whether
/// its owner is still at work.
struct Run {
    folder: TempDir,
    _lock: File,
}

impl Run {
    fn begin(scratch: &Path) -> Result<Self> {
        // One at a time: nobody takes a folder for left behind that has just been made.
        let turn = File::create(scratch.join("turn"))?;
        turn.lock().context("failed to wait for another run to begin")?;
        for folder in sorted_entries(scratch)?.iter().filter(|entry| file_name(entry).starts_with("run-")) {
            let left_behind = File::open(folder.join("lock")).map_or(true, |lock| lock.try_lock().is_ok());
            if left_behind {
                // What cannot be removed now may be so next time.
                let _ = fs::remove_dir_all(folder);
            }
        }
        let folder = tempfile::Builder::new()
            .prefix(&format!("run-{}-", std::process::id()))
            .tempdir_in(scratch)
            .with_context(|| format!("failed to write into {}: is the disk full?", scratch.display()))?;
        let lock = File::create(folder.path().join("lock"))?;
        lock.lock()?;
        Ok(Self { folder, _lock: lock })
    }
}

/// Who comes second waits: the work is done once. Other chapters can be made meanwhile.
fn once<T>(all: &Once<T>, chapter: &Chapter, make: impl FnOnce() -> Result<Option<T>>) -> Result<Made<T>> {
    let place = Arc::clone(all.lock().unwrap_or_else(PoisonError::into_inner).entry(chapter.name.clone()).or_default());
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = place.as_ref() {
        return Ok(made.clone());
    }
    let made = make()?.map(Arc::new);
    *place = Some(made.clone());
    Ok(made)
}
