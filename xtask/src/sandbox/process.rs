//! Runs a process with limits on its time and its output.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use wait_timeout::ChildExt;

/// How often to check whether a running process has printed too much.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Job {
    pub program: PathBuf,
    #[serde(with = "arguments")]
    pub arguments: Vec<OsString>,
    pub directory: PathBuf,
    /// The whole environment; nothing is inherited.
    #[serde(with = "environment")]
    pub environment: Vec<(String, OsString)>,
    /// Standard input.
    pub input: String,
    pub time_limit: Duration,
    /// In bytes, for standard output and standard error each.
    pub output_limit: usize,
}

/// Serialises arguments as text, as serde does for paths. It writes an `OsString` as a list of bytes, which costs
/// noticeable time for each test.
mod arguments {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    pub fn serialize<S: Serializer>(arguments: &[OsString], to: S) -> Result<S::Ok, S::Error> {
        arguments.iter().map(Path::new).collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<OsString>, D::Error> {
        Ok(Vec::<PathBuf>::deserialize(from)?.into_iter().map(PathBuf::into_os_string).collect())
    }
}

/// The same for environment variables.
mod environment {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    pub fn serialize<S: Serializer>(variables: &[(String, OsString)], to: S) -> Result<S::Ok, S::Error> {
        variables.iter().map(|(name, value)| (name, Path::new(value))).collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<(String, OsString)>, D::Error> {
        let variables = Vec::<(String, PathBuf)>::deserialize(from)?;
        Ok(variables.into_iter().map(|(name, value)| (name, value.into_os_string())).collect())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Termination {
    /// With this status.
    Exit(i32),
    /// By this signal.
    Signal(i32),
    /// Killed after its time limit.
    Timeout,
    /// Killed after it printed more than its output limit.
    TooMuchOutput,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProcessOutput {
    pub termination: Termination,
    /// Cut at the output limit, like `stderr`.
    pub stdout: String,
    pub stderr: String,
    /// Known for jobs of a supervisor, which has no other child.
    pub processor_time: Option<Duration>,
}

impl Job {
    /// Runs the program and waits for it to end.
    pub fn run(&self) -> Result<ProcessOutput> {
        self.run_as(Command::new(&self.program).args(&self.arguments).env_clear())
    }

    /// Runs another command with the job's folder, environment, input and limits.
    pub fn run_as(&self, command: &mut Command) -> Result<ProcessOutput> {
        let mut child = command
            .current_dir(&self.directory)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("failed to start {}", self.program.display()))?;
        // Fails if the program ends without reading its input, which is not an error.
        let _ = child.stdin.take().expect("standard input is a pipe").write_all(self.input.as_bytes());
        let full = Arc::new(AtomicBool::new(false));
        let output = read_capped(child.stdout.take().expect("standard output is a pipe"), self.output_limit, &full);
        let errors = read_capped(child.stderr.take().expect("standard error is a pipe"), self.output_limit, &full);
        let termination = wait(&mut child, self.time_limit, &full)?;
        let text =
            |reader: JoinHandle<Vec<u8>>| String::from_utf8_lossy(&reader.join().unwrap_or_default()).into_owned();
        Ok(ProcessOutput { termination, stdout: text(output), stderr: text(errors), processor_time: None })
    }
}

fn wait(child: &mut Child, limit: Duration, full: &AtomicBool) -> Result<Termination> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.wait_timeout(POLL_INTERVAL.min(limit)).context("failed to wait for a process")? {
            return Ok(if full.load(Ordering::Relaxed) { Termination::TooMuchOutput } else { termination(status) });
        }
        let too_long = started.elapsed() >= limit;
        if too_long || full.load(Ordering::Relaxed) {
            child.kill().context("failed to kill a process")?;
            child.wait().context("failed to wait for a killed process")?;
            return Ok(if too_long { Termination::Timeout } else { Termination::TooMuchOutput });
        }
    }
}

fn termination(status: ExitStatus) -> Termination {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Termination::Signal(signal);
    }
    match status.code() {
        // Windows has no signals: an exception is a status with the highest bit set.
        Some(code) if cfg!(windows) && code < 0 => Termination::Signal(code),
        code => Termination::Exit(code.unwrap_or(-1)),
    }
}

/// Keeps the first `cap` bytes, sets `full` if there are more, and goes on reading so that the process does not block.
fn read_capped(mut from: impl Read + Send + 'static, cap: usize, full: &Arc<AtomicBool>) -> JoinHandle<Vec<u8>> {
    let full = Arc::clone(full);
    thread::spawn(move || {
        let mut kept = vec![];
        let mut buffer = [0; 8192];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let room = cap - kept.len();
            kept.extend_from_slice(&buffer[..read.min(room)]);
            if read > room {
                full.store(true, Ordering::Relaxed);
            }
        }
        kept
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Job {
        Job {
            program: "/bin/sh".into(),
            arguments: vec!["-c".into(), script.into()],
            directory: "/".into(),
            environment: vec![("GREETING".into(), "hello".into())],
            input: "from the parent\n".into(),
            time_limit: Duration::from_secs(5),
            output_limit: 1000,
        }
    }

    #[test]
    fn input_environment_and_status_are_passed_on() {
        let ended = shell("read line; echo \"$GREETING $line\" >&2; exit 3").run().unwrap();
        assert_eq!((ended.termination, ended.stderr.as_str()), (Termination::Exit(3), "hello from the parent\n"));
        assert_eq!(shell("kill -9 $$").run().unwrap().termination, Termination::Signal(9));
    }

    #[test]
    fn a_process_over_its_time_limit_is_killed() {
        let job = Job { time_limit: Duration::from_millis(100), ..shell("while :; do :; done") };
        assert_eq!(job.run().unwrap().termination, Termination::Timeout);
    }

    #[test]
    fn a_process_over_its_output_limit_is_killed_and_its_output_cut() {
        let ended = shell("while :; do echo 0123456789 >&2; done").run().unwrap();
        assert_eq!((ended.termination, ended.stderr.len()), (Termination::TooMuchOutput, 1000));
    }
}
