//! One chapter of one author: its sources are compiled here, and its tests run here, in a cell of the sandbox.

use super::{Attempt, COMPILE_LIMIT, Diagnostic, Refusal, Workshop, diagnostics};
use crate::course::Chapter;
use crate::functions::Function;
use crate::process::{Ended, How, Job};
use crate::sandbox::{Cell, Policy, inside};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Seek;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How many bytes of messages the compiler may print.
const MESSAGES: usize = 4 << 20;
/// Address space of the compiler: it reserves much more than it uses.
const COMPILER_MEMORY: u64 = 4 << 30;
/// Address space of a test.
const TEST_MEMORY: u64 = 1 << 30;
/// The largest file that the compiler may write.
const COMPILED_SIZE: u64 = 256 << 20;
/// The largest file that a test may write: its record.
pub const RECORD_SIZE: u64 = 1 << 20;
/// Its place on the desk.
const RECORD: &str = "records/record";
/// What a test finds in its environment when it leaves a record.
const RECORDED: (&str, &str) = ("CHECKS_RECORD", "1");

/// A folder with somebody's sources, and what has been compiled from them. It is removed when it is dropped.
pub struct Desk<'a> {
    pub(super) workshop: &'a Workshop,
    pub(super) chapter: &'a Chapter,
    pub(super) shown: String,
    pub(super) folder: TempDir,
    cell: Cell,
    record: File,
    /// Whether the program holds the tests of several chapters, and asks which one is meant.
    pub(super) together: bool,
    /// How often a test ran out of time even alone.
    pub(crate) confirmed_timeouts: u32,
    /// How long the compiler may still take for this chapter, over all attempts.
    time_left: Duration,
}

impl<'a> Desk<'a> {
    pub(super) fn new(workshop: &'a Workshop, chapter: &'a Chapter, shown: &str) -> Result<Self> {
        let folder = workshop.folder()?;
        for name in ["compiled", "records"] {
            fs::create_dir(folder.path().join(name))?;
        }
        let cell = Cell::open(&workshop.sandbox)?;
        let record = File::options().read(true).write(true).create_new(true).open(folder.path().join(RECORD))?;
        Ok(Self {
            workshop,
            chapter,
            shown: shown.to_owned(),
            folder,
            cell,
            record,
            together: false,
            confirmed_timeouts: 0,
            time_left: 4 * COMPILE_LIMIT,
        })
    }

    /// The file for the completion record of the next test, emptied, and its path. Its name tells nothing, and who can write to
    /// it by its policy can neither read it nor see what else is there.
    ///
    /// One file serves all tests: making and removing hundreds takes longer than many a test. It stays open meanwhile. Without
    /// Landlock a test could put a link under its name, and who opened that would empty another file.
    pub fn record(&mut self) -> Result<(File, PathBuf)> {
        let mut file = self.record.try_clone().context("failed to open a record: are too many files open?")?;
        file.set_len(0).and_then(|()| file.rewind()).context("failed to empty a record")?;
        Ok((file, self.record_path()))
    }

    fn record_path(&self) -> PathBuf {
        self.folder.path().join(RECORD)
    }

    /// Runs the test program with these arguments and this input. It may write to `record` and nowhere else.
    ///
    /// `alone`: nothing else is compiled or run meanwhile.
    pub fn run(
        &mut self,
        arguments: &[&str],
        input: String,
        record: Option<&Path>,
        limit: Duration,
        alone: bool,
    ) -> Result<Ended> {
        let variables: &[(&str, &str)] = if record.is_some() { &[RECORDED] } else { &[] };
        let chapter = self.together.then_some(self.chapter.name.as_str());
        let job = Job {
            program: self.binary(),
            arguments: arguments.iter().copied().chain(chapter).map(Into::into).collect(),
            directory: self.directory(),
            environment: self.environment(variables),
            input,
            limit,
            output: 64 << 10,
        };
        let policy = Policy {
            read: vec![self.binary(), self.directory()],
            append: record.map(Path::to_owned).into_iter().collect(),
            hidden: vec![self.compiled(), "/proc".into()],
            // The limit is one of time that passes; several threads could use more of the processor's.
            ..Policy::nothing(TEST_MEMORY, RECORD_SIZE, limit.as_secs() + 1)
        };
        let floor = &self.workshop.floor;
        let (_alone, _among_others) = if alone {
            (Some(floor.write().unwrap_or_else(PoisonError::into_inner)), None)
        } else {
            (None, Some(floor.read().unwrap_or_else(PoisonError::into_inner)))
        };
        self.cell.run(&job, &policy)
    }

    /// The names of all tests in the program, as the program itself lists them.
    pub fn list_tests(&mut self, limit: Duration) -> Result<Vec<String>> {
        let ended = self.run(&["--list", "--format=terse"], String::new(), None, limit, false)?;
        Ok(ended.output.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    /// Where the functions of a text stand; `None` if it is no Rust. It is parsed in the sandbox, since a text can be made
    /// to crash a parser.
    pub fn functions(&mut self, text: &str) -> Result<Option<Vec<Function>>> {
        let job = Job {
            program: self.workshop.sandbox.program.clone(),
            arguments: [inside::VERB, "functions"].iter().map(Into::into).collect(),
            directory: self.directory(),
            environment: self.environment(&[]),
            input: text.to_owned(),
            limit: COMPILE_LIMIT,
            output: MESSAGES,
        };
        let policy = Policy {
            read: vec![job.program.clone()],
            ..Policy::nothing(TEST_MEMORY, RECORD_SIZE, COMPILE_LIMIT.as_secs())
        };
        let ended = self.cell.run(&job, &policy)?;
        Ok(if ended.how == How::Exit(0) { serde_json::from_str(&ended.output)? } else { None })
    }

    /// Runs the compiler, which may read these and start the linker if `processes` says so.
    pub(super) fn compile(
        &mut self,
        arguments: Vec<OsString>,
        directory: &Path,
        read: Vec<PathBuf>,
        processes: bool,
    ) -> Result<Attempt> {
        let job = Job {
            program: self.workshop.rustc(),
            arguments,
            directory: directory.to_owned(),
            environment: self.environment(&[]),
            input: String::new(),
            limit: COMPILE_LIMIT.min(self.time_left),
            output: MESSAGES,
        };
        let policy = Policy {
            read: read
                .into_iter()
                .chain(self.workshop.compiler.iter().cloned())
                .chain([self.workshop.shelf.path().to_owned()])
                .collect(),
            write: vec![self.compiled()],
            processes,
            ..Policy::nothing(COMPILER_MEMORY, COMPILED_SIZE, 2 * COMPILE_LIMIT.as_secs())
        };
        let started = Instant::now();
        let ended = {
            let _among_others = self.workshop.floor.read().unwrap_or_else(PoisonError::into_inner);
            self.cell.run(&job, &policy)?
        };
        self.time_left = self.time_left.saturating_sub(started.elapsed()).max(Duration::from_millis(1));
        Ok(attempt(&ended, job.limit))
    }

    pub(super) fn directory(&self) -> PathBuf {
        self.folder.path().join(&self.shown).join(&self.chapter.name)
    }

    pub(super) fn compiled(&self) -> PathBuf {
        self.folder.path().join("compiled")
    }

    pub(super) fn binary(&self) -> PathBuf {
        self.compiled().join(format!("grade{}", std::env::consts::EXE_SUFFIX))
    }

    /// Only what a program needs: on Windows the system's folder, for the linker the search path.
    fn environment(&self, variables: &[(&str, &str)]) -> Vec<(String, OsString)> {
        let mut all: Vec<(String, OsString)> =
            variables.iter().map(|&(name, value)| (name.into(), value.into())).collect();
        all.extend(["TMPDIR", "TEMP", "TMP"].map(|name| (name.into(), self.compiled().into())));
        let kept = ["PATH", "SYSTEMROOT", "LIB", "DEVELOPER_DIR"];
        all.extend(kept.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))));
        all
    }
}

/// What the end of a compiler means.
fn attempt(ended: &Ended, limit: Duration) -> Attempt {
    let messages = diagnostics::read(&ended.errors);
    let (errors, warnings): (Vec<_>, Vec<_>) = messages.into_iter().partition(Diagnostic::is_error);
    let reason = match ended.how {
        How::Exit(0) => return Ok(warnings),
        How::Exit(code) => {
            format!("the compiler ended with status {code}: {}", ended.errors.chars().take(300).collect::<String>())
        }
        How::Timeout => format!("the compiler did not finish within {:.0} s", limit.as_secs_f64()),
        How::Output => "the compiler printed more messages than anybody would read".into(),
        How::Signal(_) => "the compiler crashed, or ran out of memory".into(),
    };
    Err(Refusal { reason: Some(reason), crashed: matches!(ended.how, How::Signal(_)), errors })
}
