//! The grader's side of the sandbox: starts a supervisor and sends it jobs.

use super::mode::Sandbox;
use super::policy::{Policy, Protection};
use super::process::{Job, ProcessOutput, Termination};
use super::protocol::{FAILED, NOT_STARTED, Request, VERB};
use crate::secret::secret;
use anyhow::{Context, Result, anyhow};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Runs jobs one after the other. When it is dropped, everything that they left running ends.
pub struct Supervisor {
    protection: Protection,
    /// `None` without protection: jobs are run directly.
    process: Option<SupervisorProcess>,
}

struct SupervisorProcess {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Supervisor {
    /// Must be used by the thread that started it: the kernel ends the process with that thread.
    pub fn start(sandbox: &Sandbox) -> Result<Self> {
        let protection = sandbox.protection;
        if protection == Protection::OFF {
            return Ok(Self { protection, process: None });
        }
        let mut child = Command::new(&sandbox.program)
            .args([VERB, "enter", &protection.namespaces.to_string()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("failed to start the sandbox")?;
        let requests = child.stdin.take().expect("standard input is a pipe");
        let answers = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
        Ok(Self { protection, process: Some(SupervisorProcess { child, requests, answers }) })
    }

    pub fn run(&mut self, job: &Job, policy: &Policy) -> Result<ProcessOutput> {
        let Some(process) = &mut self.process else { return job.run() };
        let secret = secret()?;
        let request = Request { job: job.clone(), policy: serde_json::to_string(&(policy, self.protection, &secret))? };
        let mut line = String::new();
        let asked = writeln!(process.requests, "{}", serde_json::to_string(&request)?)
            .and_then(|()| process.answers.read_line(&mut line));
        if asked.is_err() || line.is_empty() {
            let mut reason = String::new();
            if let Some(mut errors) = process.child.stderr.take() {
                let _ = std::io::Read::read_to_string(&mut errors, &mut reason);
            }
            return Err(anyhow!("the sandbox ended unexpectedly: {}", reason.trim()));
        }
        let answer: Result<ProcessOutput, String> =
            serde_json::from_str(&line).context("failed to read the sandbox's answer")?;
        let output = answer.map_err(|reason| anyhow!("the sandbox failed: {reason}"))?;
        match output.stderr.strip_prefix(&format!("{FAILED}{secret}: ")) {
            Some(reason) if output.termination == Termination::Exit(NOT_STARTED) => {
                Err(anyhow!("the sandbox failed: {}", reason.lines().next().unwrap_or_default()))
            }
            _ => Ok(output),
        }
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            // It is the first process of its PID namespace: the kernel ends the others with it.
            let _ = process.child.kill();
            let _ = process.child.wait();
        }
    }
}
