//! A cell from the outside.

use super::inside::{self, Request, VERB};
use super::{Policy, Sandbox, Tier};
use crate::process::{Ended, How, Job};
use anyhow::{Context, Result, anyhow};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A box in which jobs run one after the other. What is left in it ends when it is dropped.
pub struct Cell {
    tier: Tier,
    inside: Option<Inside>,
}

struct Inside {
    warden: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Cell {
    /// A new box.
    ///
    /// It must be used by the thread that opened it: the kernel ends it with that thread.
    pub fn open(sandbox: &Sandbox) -> Result<Self> {
        let tier = sandbox.tier;
        if tier == Tier::OFF {
            return Ok(Self { tier, inside: None });
        }
        let mut warden = Command::new(&sandbox.program)
            .args([VERB, "warden", &tier.namespaces.to_string()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("failed to start the sandbox")?;
        let requests = warden.stdin.take().expect("standard input is a pipe");
        let answers = BufReader::new(warden.stdout.take().expect("standard output is a pipe"));
        Ok(Self { tier, inside: Some(Inside { warden, requests, answers }) })
    }

    /// Runs one job under this policy.
    pub fn run(&mut self, job: &Job, policy: &Policy) -> Result<Ended> {
        let Some(inside) = &mut self.inside else { return job.run() };
        let request = Request { job: job.clone(), orders: serde_json::to_string(&(policy, self.tier))? };
        let mut line = String::new();
        let asked = writeln!(inside.requests, "{}", serde_json::to_string(&request)?)
            .and_then(|()| inside.answers.read_line(&mut line));
        if asked.is_err() || line.is_empty() {
            let mut reason = String::new();
            if let Some(mut errors) = inside.warden.stderr.take() {
                let _ = std::io::Read::read_to_string(&mut errors, &mut reason);
            }
            return Err(anyhow!("the sandbox ended unexpectedly: {}", reason.trim()));
        }
        let answer: Result<Ended, String> =
            serde_json::from_str(&line).context("failed to read the sandbox's answer")?;
        let ended = answer.map_err(|reason| anyhow!("the sandbox failed: {reason}"))?;
        match ended.errors.strip_prefix(inside::FAILED) {
            Some(reason) if ended.how == How::Exit(inside::NOT_STARTED) => {
                Err(anyhow!("the sandbox failed: {}", reason.lines().next().unwrap_or_default()))
            }
            _ => Ok(ended),
        }
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        if let Some(inside) = &mut self.inside {
            // The cell is the first process of its world: when it dies, so does everything in it.
            let _ = inside.warden.kill();
            let _ = inside.warden.wait();
        }
    }
}
