//! The build of one chapter of one submission: a folder with its sources and what is compiled from them.

use super::builder::Builder;
use super::diagnostics::{self, CompileError, CompileResult, Diagnostic};
use super::toolchain::Crate;
use super::trouble;
use crate::course::{Chapter, Sources};
use crate::files::write;
use crate::sandbox::process::{Job, ProcessOutput, Termination};
use crate::sandbox::{Policy, Supervisor};
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The most output of the compiler, in bytes.
pub const MESSAGES: usize = 4 << 20;
/// Address space of the compiler, which reserves much more than it uses.
const COMPILER_MEMORY: u64 = 4 << 30;
/// The largest file that the compiler may write.
const COMPILED_SIZE: u64 = 256 << 20;
/// Elapsed time that a job may take for each second of processor time that it is allowed: others may have the processor.
pub const WAITING: u32 = 4;

/// The folder is removed when this is dropped.
pub struct ChapterBuild<'a> {
    pub(super) builder: &'a Builder,
    pub(super) chapter: &'a Chapter,
    /// The folder that messages name: `exercises` or `solutions`.
    pub(super) shown: String,
    pub(super) folder: TempDir,
    pub(super) supervisor: Supervisor,
    pub(super) record: File,
    /// How many results of tests have been confirmed alone.
    pub(crate) confirmations: u32,
    /// What is left of the processor time to compile this chapter, over all attempts.
    time_left: Duration,
}

impl<'a> ChapterBuild<'a> {
    pub fn new(builder: &'a Builder, chapter: &'a Chapter, shown: &str) -> Result<Self> {
        let folder = builder.toolchain.temporary_folder()?;
        for name in ["compiled", "records"] {
            fs::create_dir(folder.path().join(name))?;
        }
        Ok(Self {
            builder,
            chapter,
            shown: shown.to_owned(),
            supervisor: Supervisor::start(&builder.sandbox)?,
            record: File::options()
                .read(true)
                .write(true)
                .create_new(true)
                .open(folder.path().join("records/record"))?,
            folder,
            confirmations: 0,
            time_left: 4 * builder.compile_limit,
        })
    }

    /// Writes the sources to where messages of the compiler name them.
    pub(super) fn write_sources(&self, sources: &Sources) -> Result<()> {
        let given = self.builder.given(self.chapter)?;
        let directory = self.directory();
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        for (name, text) in sources {
            let given = given.as_ref().filter(|_| name.as_os_str() == "given.rs");
            let mut text = given.map_or_else(|| text.clone(), |given| given.replacement());
            if name.as_os_str() == "lib.rs" {
                text += &own_name(&text, &self.chapter.name);
            }
            write(&directory.join("src").join(name), text)?;
        }
        Ok(())
    }

    /// Runs the compiler in the sandbox. It may read `read`, and start the linker if `links`.
    pub(super) fn compile(
        &mut self,
        it: &Crate,
        directory: &Path,
        read: Vec<PathBuf>,
        links: bool,
    ) -> Result<CompileResult> {
        if self.time_is_used_up() {
            return Ok(Err(CompileError {
                reason: Some("the compiler took too long over all attempts together".into()),
                crashed: false,
                errors: vec![],
            }));
        }
        let toolchain = &self.builder.toolchain;
        let limit = self.builder.compile_limit.min(self.time_left);
        let job = Job {
            program: toolchain.rustc(),
            arguments: toolchain.arguments(it),
            directory: directory.to_owned(),
            // Without the linker nothing of the instructor's: a source can ask for variables while it is compiled.
            environment: if links { self.environment_of_linker() } else { environment() },
            input: String::new(),
            time_limit: WAITING * self.builder.compile_limit,
            output_limit: MESSAGES,
        };
        let toolchain_files = toolchain.compiler_files.iter().cloned().chain([toolchain.deps().to_owned()]);
        let policy = Policy {
            read: read.into_iter().chain(toolchain_files).collect(),
            write: vec![self.compiled()],
            processes: links,
            ..Policy::deny_all(COMPILER_MEMORY, COMPILED_SIZE, limit.as_secs().max(1))
        };
        let output = self.run_fairly(&job, &policy, |output| trouble::of_compiler(output, limit, it.libraries))?;
        Ok(compile_result(&output, limit))
    }

    /// Runs a job that is not a test. If it ends for a reason that is the machine's, as `trouble` finds out, it is
    /// tried once more alone; then it is the grader that has failed, whatever the sources are.
    pub(super) fn run_fairly(
        &mut self,
        job: &Job,
        policy: &Policy,
        trouble: impl Fn(&ProcessOutput) -> Option<String>,
    ) -> Result<ProcessOutput> {
        let started = Instant::now();
        let output = {
            let _among_others = self.builder.among_others();
            self.supervisor.run(job, policy)?
        };
        self.take_time(&output, started);
        if trouble(&output).is_none() {
            return Ok(output);
        }
        let started = Instant::now();
        let output = {
            let _alone = self.builder.alone();
            self.supervisor.run(job, policy)?
        };
        self.take_time(&output, started);
        match trouble(&output) {
            None => Ok(output),
            Some(reason) => bail!("{}: {reason}", self.chapter.name),
        }
    }

    pub(super) fn time_is_used_up(&self) -> bool {
        self.time_left.is_zero()
    }

    fn take_time(&mut self, output: &ProcessOutput, started: Instant) {
        let time = output.processor_time.unwrap_or_else(|| started.elapsed());
        self.time_left = self.time_left.saturating_sub(time);
    }

    /// The chapter's folder, with the student's sources.
    pub fn directory(&self) -> PathBuf {
        self.folder.path().join(&self.shown).join(&self.chapter.name)
    }

    pub(super) fn compiled(&self) -> PathBuf {
        self.folder.path().join("compiled")
    }

    /// The student's library.
    pub(super) fn library(&self) -> PathBuf {
        self.compiled().join(format!("lib{}.rlib", self.chapter.name))
    }

    /// The program with the tests.
    pub(super) fn program(&self) -> PathBuf {
        self.compiled().join(format!("grade{}", std::env::consts::EXE_SUFFIX))
    }

    /// What the linker needs besides: its search path, and a folder for its temporary files.
    fn environment_of_linker(&self) -> Vec<(String, OsString)> {
        let temporary = ["TMPDIR", "TEMP", "TMP"].map(|name| (name.into(), self.compiled().into()));
        environment().into_iter().chain(temporary).chain(kept(&["PATH", "LIB", "DEVELOPER_DIR"])).collect()
    }
}

/// The least that every program needs: on Windows, the system's folder.
pub(super) fn environment() -> Vec<(String, OsString)> {
    kept(&["SYSTEMROOT"]).collect()
}

/// These variables as they are here.
fn kept(names: &[&str]) -> impl Iterator<Item = (String, OsString)> {
    names.iter().filter_map(|&name| Some((name.to_owned(), std::env::var_os(name)?)))
}

/// What lets a crate call itself by its name. A student's own tests have it, and so code that uses the name is right.
fn own_name(lib: &str, name: &str) -> String {
    let line = format!("extern crate self as {name};");
    let lines: Vec<&str> = lib.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let there = lines
        .iter()
        .enumerate()
        .any(|(place, text)| *text == line && !(place > 0 && lines[place - 1].starts_with("#[cfg(test)]")));
    if there { String::new() } else { format!("\n{line}\n") }
}

fn compile_result(output: &ProcessOutput, limit: Duration) -> CompileResult {
    let messages = diagnostics::read(&output.stderr);
    let (errors, warnings): (Vec<_>, Vec<_>) = messages.into_iter().partition(Diagnostic::is_error);
    let reason = match output.termination {
        Termination::Exit(0) => return Ok(warnings),
        Termination::Exit(status) => {
            let said: String = output.stderr.chars().take(300).collect();
            format!("the compiler ended with status {status}: {said}")
        }
        Termination::Timeout | Termination::Signal(trouble::TIME_USED_UP) => {
            format!("the compiler did not finish within {:.0} s of processor time", limit.as_secs_f64().max(1.0))
        }
        Termination::TooMuchOutput => "the compiler printed too many messages".into(),
        Termination::Signal(_) => "the compiler crashed, or ran out of memory".into(),
    };
    Err(CompileError { reason: Some(reason), crashed: matches!(output.termination, Termination::Signal(_)), errors })
}
