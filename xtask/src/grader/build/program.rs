//! Runs the test program of a build.

use super::chapter_build::{ChapterBuild, environment};
use crate::sandbox::Policy;
use crate::sandbox::process::{Job, ProcessOutput};
use anyhow::{Context, Result};
use std::fs::File;
use std::io::Seek;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Address space of a test.
pub const TEST_MEMORY: u64 = 1 << 30;
/// The largest file that a test may write: its completion record.
pub const RECORD_SIZE: u64 = 1 << 20;

impl ChapterBuild<'_> {
    /// The emptied file for the completion record of the next test, and its path. The policy of a test lets it write to
    /// the file, but neither read it nor list its folder.
    ///
    /// One file serves all tests, since creating hundreds takes longer than many a test, and it stays open in between:
    /// without Landlock a test could put a link in its place, and opening that would empty another file.
    pub fn record(&mut self) -> Result<(File, PathBuf)> {
        let mut file = self.record.try_clone().context("failed to open a record: are too many files open?")?;
        file.set_len(0).and_then(|()| file.rewind()).context("failed to empty a record")?;
        Ok((file, self.folder.path().join("records/record")))
    }

    /// Runs the test program, which may write to `record` and nowhere else. If `alone`, nothing else is compiled or run
    /// at the same time.
    pub fn run_program(
        &mut self,
        arguments: &[&str],
        input: String,
        record: Option<&Path>,
        limit: Duration,
        alone: bool,
    ) -> Result<ProcessOutput> {
        // Nothing of the instructor's: a test starts no program and writes no temporary file.
        let mut environment = environment();
        // Tells the test that it has to leave a record.
        environment.extend(record.map(|_| ("CHECKS_RECORD".into(), "1".into())));
        let job = Job {
            program: self.program(),
            arguments: arguments.iter().map(Into::into).collect(),
            // The root of the disk names no folder of the instructor's.
            directory: if cfg!(unix) { "/".into() } else { self.directory() },
            environment,
            input,
            time_limit: limit,
            output_limit: 64 << 10,
        };
        let policy = Policy {
            read: vec![self.program(), self.directory()],
            write_only: record.map(Path::to_owned).into_iter().collect(),
            hidden: vec![self.compiled(), "/proc".into()],
            // `limit` is elapsed time; several threads can use more processor time than that.
            ..Policy::deny_all(TEST_MEMORY, RECORD_SIZE, limit.as_secs() + 1)
        };
        let (_alone, _among_others) = match alone {
            true => (Some(self.builder.alone()), None),
            false => (None, Some(self.builder.among_others())),
        };
        self.supervisor.run(&job, &policy)
    }

    /// The names of all tests in the program.
    pub fn list_tests(&mut self, limit: Duration) -> Result<Vec<String>> {
        let output = self.run_program(&["--list", "--format=terse"], String::new(), None, limit, false)?;
        Ok(output.stdout.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }
}
