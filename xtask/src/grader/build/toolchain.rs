//! The compiler, and the crates that every chapter uses.

use super::kept::KeptLibraries;
use super::run_folder::RunFolder;
use crate::cargo::cargo;
use crate::course::Chapter;
use crate::files::{file_name, files_below, sorted_entries};
use crate::grader::hash::Hash;
use crate::sandbox::process::{Job, Termination};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// The crates that a chapter's library may use.
pub const LIBRARY_CRATES: [&str; 2] = ["ndarray", "rand"];
/// The crates that its tests use in addition.
const TEST_CRATES: [&str; 2] = ["checks", "datasets"];

/// The processor time of one call of the compiler: a hundred times what a chapter takes.
pub const COMPILE_LIMIT: Duration = Duration::from_secs(30);

/// A library by the name under which sources use it, and its file.
pub type Library = (String, PathBuf);

pub struct Toolchain {
    /// The name and version that rustc prints.
    pub rustc_version: String,
    /// The root of the course whose chapters are compiled.
    pub root: PathBuf,
    /// The files of the compiler, without the sources of the standard library.
    pub compiler_files: Vec<PathBuf>,
    crates: BTreeMap<String, PathBuf>,
    kept: KeptLibraries,
    /// The folder of the prebuilt crates and of everything that they need.
    deps: TempDir,
    /// For what outlives a run.
    scratch: PathBuf,
    sysroot: PathBuf,
    /// Dropped last: the folders above are in it.
    run_folder: RunFolder,
}

/// One crate to compile.
pub struct Crate<'a> {
    pub name: &'a str,
    pub main: &'a Path,
    pub output: &'a Path,
    pub flags: &'a [&'a str],
    pub libraries: &'a [Library],
}

impl<'a> Crate<'a> {
    /// The arguments for rustc that are no paths.
    fn flags(&self) -> impl Iterator<Item = &'a str> {
        let common = ["--edition=2024", "--error-format=json", "-Cdebuginfo=0", "-Cembed-bitcode=no", "--crate-name"];
        common.into_iter().chain([self.name]).chain(self.flags.iter().copied())
    }
}

impl Toolchain {
    /// Builds the shared crates of the workspace in `workspace_root`, for the chapters of the course in `root`. These
    /// are two folders only in tests of the tools.
    pub fn build(workspace_root: &Path, root: &Path) -> Result<Self> {
        let built = build_shared_crates(workspace_root)?;
        let some = built.keys().next().context("cargo built no library")?;
        let scratch = some.ancestors().nth(3).expect("target/debug/deps/lib.rlib").join("xtask");
        fs::create_dir_all(&scratch)
            .with_context(|| format!("failed to create {}: may this user write there?", scratch.display()))?;
        let run_folder = RunFolder::create(&scratch)?;
        let deps = tempfile::tempdir_in(run_folder.path())?;
        let mut crates = BTreeMap::new();
        for (file, name) in built {
            let link = deps.path().join(file.file_name().expect("a library is a file"));
            fs::hard_link(&file, &link).or_else(|_| fs::copy(&file, &link).map(drop))?;
            crates.insert(name, link);
        }
        for name in LIBRARY_CRATES.iter().chain(&TEST_CRATES) {
            if !crates.contains_key(*name) {
                bail!("cargo built no library `{name}`: exercises/checks should depend on it");
            }
        }
        let sysroot = PathBuf::from(ask_rustc(workspace_root, &["--print", "sysroot"])?);
        Ok(Self {
            rustc_version: ask_rustc(workspace_root, &["--version"])?,
            root: root.to_owned(),
            compiler_files: compiler_files(&sysroot)?,
            crates,
            kept: KeptLibraries::open(scratch.join("kept"))?,
            deps,
            scratch,
            sysroot,
            run_folder,
        })
    }

    /// A folder for what outlives a run, such as the cache. `cargo clean` removes it.
    pub fn scratch(&self) -> &Path {
        &self.scratch
    }

    pub fn deps(&self) -> &Path {
        self.deps.path()
    }

    /// A new folder, removed when it is dropped.
    pub fn temporary_folder(&self) -> Result<TempDir> {
        let run = self.run_folder.path();
        tempfile::tempdir_in(run).with_context(|| format!("failed to write into {}: is the disk full?", run.display()))
    }

    pub fn crates<'a>(&self, names: impl IntoIterator<Item = &'a &'a str>) -> Vec<Library> {
        names.into_iter().map(|name| ((*name).to_owned(), self.crates[*name].clone())).collect()
    }

    /// What the tests of a chapter use: the shared crates, and the chapter's known mistakes.
    pub fn crates_of_tests(&self, chapter: &Chapter) -> Vec<Library> {
        let mistakes = format!("{}_mistakes", chapter.name);
        let mut libraries = self.crates(&TEST_CRATES);
        libraries.extend(self.crates.get(&mistakes).map(|file| (mistakes, file.clone())));
        libraries
    }

    /// The compiler itself. `rustc` on the search path may be rustup's proxy, which reads settings in the home folder.
    pub fn rustc(&self) -> PathBuf {
        self.sysroot.join(format!("bin/rustc{}", std::env::consts::EXE_SUFFIX))
    }

    /// The arguments with which rustc compiles this crate.
    pub fn arguments(&self, it: &Crate) -> Vec<OsString> {
        let mut arguments: Vec<OsString> = it.flags().map(Into::into).collect();
        arguments.extend(["-o".into(), it.output.into()]);
        arguments.push(format!("-Ldependency={}", self.deps().display()).into());
        for (name, file) in it.libraries {
            // The libraries that it depends on are next to it.
            let folder = file.parent().expect("a library is in a folder");
            if folder != self.deps() {
                arguments.push(format!("-Ldependency={}", folder.display()).into());
            }
            arguments.extend(["--extern".into(), format!("{name}={}", file.display()).into()]);
        }
        arguments.push(it.main.into());
        arguments
    }

    /// A hash of what a library of the course itself is compiled from. Other libraries count by their name, size and
    /// time, as for cargo.
    fn key(&self, it: &Crate, directory: &Path) -> Result<String> {
        let mut hash = Hash::default();
        hash.add(&self.rustc_version);
        it.flags().for_each(|flag| hash.add(flag));
        let is_source = |name: &Path| name.extension().is_none_or(|extension| extension != "rlib");
        for name in files_below(directory, is_source)? {
            hash.add_files(directory, &name)?;
        }
        for (name, file) in it.libraries {
            let metadata = fs::metadata(file)?;
            hash.add(format!("{name} {} {} {:?}", file_name(file), metadata.len(), metadata.modified()?));
        }
        Ok(hash.hex())
    }

    /// Compiles a library of the course itself, from the sources in `directory`, without a sandbox. Returns whether it
    /// compiles.
    pub fn compile_trusted(&self, it: &Crate, directory: &Path) -> Result<bool> {
        let key = self.key(it, directory)?;
        if self.kept.get(&key, it.output) {
            return Ok(true);
        }
        let mut arguments = self.arguments(it);
        arguments.push("-Awarnings".into());
        let environment =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
        let job = Job {
            program: self.rustc(),
            arguments,
            directory: directory.to_owned(),
            environment,
            input: String::new(),
            // The course's own code is known to compile; only the machine may be slow.
            time_limit: 10 * COMPILE_LIMIT,
            output_limit: 1 << 20,
        };
        match job.run()?.termination {
            Termination::Exit(0) => {
                self.kept.put(&key, it.output);
                Ok(true)
            }
            Termination::Exit(_) => Ok(false),
            other => bail!("the compiler ended with {other:?} while it compiled {}", it.name),
        }
    }
}

/// Builds what the tests use, and returns the libraries with their names.
fn build_shared_crates(workspace_root: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut packages = TEST_CRATES.map(str::to_owned).to_vec();
    for folder in sorted_entries(&workspace_root.join("exercises"))? {
        if folder.join("mistakes/Cargo.toml").is_file() {
            packages.push(format!("{}-mistakes", file_name(&folder)));
        }
    }
    let output = cargo(workspace_root)
        .args(["build", "--quiet", "--message-format=json-render-diagnostics"])
        .args(packages.iter().flat_map(|name| ["--package", name]))
        .stderr(Stdio::inherit())
        .output()
        .context("failed to start cargo: is Rust installed?")?;
    if !output.status.success() {
        bail!("failed to build what the tests need: the messages of cargo above say why");
    }
    let mut built = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).context("failed to read a message of cargo")?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
        if let Some(file) = files.into_iter().find(|file| file.ends_with(".rlib")) {
            built.insert(PathBuf::from(file), name.to_owned());
        }
    }
    Ok(built)
}

fn ask_rustc(folder: &Path, question: &[&str]) -> Result<String> {
    let output = Command::new("rustc").args(question).current_dir(folder).output();
    let output = output.context("failed to start rustc: is Rust installed?")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What the compiler needs of its installation. The sources of the standard library are left out: a submission could
/// include one of them, and they may use unsafe code.
fn compiler_files(sysroot: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![sysroot.join("bin")];
    for entry in sorted_entries(&sysroot.join("lib"))? {
        if file_name(&entry) == "rustlib" {
            files.extend(sorted_entries(&entry)?.into_iter().filter(|part| !file_name(part).ends_with("src")));
        } else {
            files.push(entry);
        }
    }
    Ok(files)
}
