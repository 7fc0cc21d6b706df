//! A process with limits: how long it may run, and how much it may print.

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

/// How often a running process is looked at, to see whether it has printed too much.
const TICK: Duration = Duration::from_millis(20);

/// What to run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Job {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    #[serde(with = "arguments")]
    pub arguments: Vec<OsString>,
    /// The folder in which it runs.
    pub directory: PathBuf,
    /// Its whole environment.
    #[serde(with = "environment")]
    pub environment: Vec<(String, OsString)>,
    /// What it reads from standard input.
    pub input: String,
    /// How long it may run.
    pub limit: Duration,
    /// How many bytes it may print, to standard output and standard error each.
    pub output: usize,
}

/// As text, as paths are: serde writes other strings of the system byte by byte, and a job is read for each test.
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

/// The same for variables.
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

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// With this exit status.
    Exit(i32),
    /// By this signal.
    Signal(i32),
    /// It did not end in time, and was ended.
    Timeout,
    /// It printed more than it may, and was ended.
    Output,
}

/// A process that has ended, and what it printed, up to the limit.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ended {
    /// How it ended.
    pub how: How,
    /// What it printed to standard output.
    pub output: String,
    /// What it printed to standard error.
    pub errors: String,
    /// The processor time that it used, where that is known: in a cell, whose only child it is.
    pub processor: Option<Duration>,
}

impl Job {
    /// Runs it, and waits until it has ended.
    pub fn run(&self) -> Result<Ended> {
        self.run_as(Command::new(&self.program).args(&self.arguments).env_clear())
    }

    /// Runs this command with the job's folder, environment, input and limits.
    pub fn run_as(&self, command: &mut Command) -> Result<Ended> {
        let mut child = command
            .current_dir(&self.directory)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("failed to start {}", self.program.display()))?;
        // A program that ends at once does not read its input: that is no error of ours.
        let _ = child.stdin.take().expect("standard input is a pipe").write_all(self.input.as_bytes());
        let full = Arc::new(AtomicBool::new(false));
        let output = read_capped(child.stdout.take().expect("standard output is a pipe"), self.output, &full);
        let errors = read_capped(child.stderr.take().expect("standard error is a pipe"), self.output, &full);
        let how = wait(&mut child, self.limit, &full)?;
        let text =
            |reader: JoinHandle<Vec<u8>>| String::from_utf8_lossy(&reader.join().unwrap_or_default()).into_owned();
        Ok(Ended { how, output: text(output), errors: text(errors), processor: None })
    }
}

fn wait(child: &mut Child, limit: Duration, full: &AtomicBool) -> Result<How> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.wait_timeout(TICK.min(limit)).context("failed to wait for a process")? {
            return Ok(if full.load(Ordering::Relaxed) { How::Output } else { how(status) });
        }
        let too_long = started.elapsed() >= limit;
        if too_long || full.load(Ordering::Relaxed) {
            child.kill().context("failed to end a process")?;
            child.wait().context("failed to wait for a process that was ended")?;
            return Ok(if too_long { How::Timeout } else { How::Output });
        }
    }
}

fn how(status: ExitStatus) -> How {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return How::Signal(signal);
    }
    match status.code() {
        // Windows has no signals: an exception is a status with the highest bit set.
        Some(code) if cfg!(windows) && code < 0 => How::Signal(code),
        code => How::Exit(code.unwrap_or(-1)),
    }
}

/// Keeps the first `cap` bytes and reports when there are more; reads on, so that the process does not stand still before it is ended.
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
            limit: Duration::from_secs(5),
            output: 1000,
        }
    }

    #[test]
    fn input_environment_and_status_go_through() {
        let ended = shell("read line; echo \"$GREETING $line\" >&2; exit 3").run().unwrap();
        assert_eq!((ended.how, ended.errors.as_str()), (How::Exit(3), "hello from the parent\n"));
        assert_eq!(shell("kill -9 $$").run().unwrap().how, How::Signal(9));
    }

    #[test]
    fn what_takes_too_long_is_ended() {
        let job = Job { limit: Duration::from_millis(100), ..shell("while :; do :; done") };
        assert_eq!(job.run().unwrap().how, How::Timeout);
    }

    #[test]
    fn what_prints_too_much_is_ended_and_kept_short() {
        let ended = shell("while :; do echo 0123456789 >&2; done").run().unwrap();
        assert_eq!((ended.how, ended.errors.len()), (How::Output, 1000));
    }
}
