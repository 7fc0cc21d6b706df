//! The copies of this program that live inside the sandbox.
//!
//! `warden` enters the namespaces and starts `cell`, the first process of the new world, which reads jobs from standard input, one JSON
//! value a line, and answers with how each ended. For each job it starts `become`, which takes on the policy and turns into the program.

use super::{Policy, Tier, system};
use crate::functions;
use crate::process::{Ended, Job};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, Write};
use std::process::{Command, ExitCode};

/// The hidden verb under which the copies are started.
pub const VERB: &str = "inside-the-sandbox";

/// The variable that holds the policy and the tier for `become`.
pub(super) const ORDERS: &str = "XTASK_SANDBOX_ORDERS";

/// How a copy ends that could not become its program, and how its message begins.
pub(super) const NOT_STARTED: i32 = 125;
pub(super) const FAILED: &str = "the sandbox could not be entered: ";

/// A job with the rights that it has.
#[derive(Serialize, Deserialize)]
pub struct Request {
    /// What to run.
    pub job: Job,
    /// What it may do, and with which facilities it is kept to that: a [`Policy`] and a [`Tier`] as `become` reads them.
    pub orders: String,
}

/// Runs the copy that these arguments ask for.
pub fn run(arguments: &[OsString]) -> ExitCode {
    let (role, rest) =
        arguments.split_first().map_or(("", arguments), |(role, rest)| (role.to_str().unwrap_or(""), rest));
    let outcome = match (role, rest) {
        ("warden", [namespaces]) => warden(namespaces == "true"),
        ("cell", [program]) => cell(program),
        ("become", [program, arguments @ ..]) => turn_into(program, arguments),
        ("functions", []) => list_functions(),
        ("attack", [name]) => crate::doctor::perform(&name.to_string_lossy()),
        ("probe", [part]) => probe(&part.to_string_lossy()),
        _ => Err(anyhow::anyhow!("only the grader calls this")),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{FAILED}{error:#}");
            ExitCode::from(NOT_STARTED as u8)
        }
    }
}

fn warden(namespaces: bool) -> Result<ExitCode> {
    system::die_with_parent()?;
    // Inside, `/proc` is empty, and a program cannot tell any more where it stands.
    let program = env::current_exe()?;
    if namespaces {
        system::enter_namespaces()?;
    }
    let status =
        Command::new(&program).args([VERB, "cell"]).arg(&program).status().context("failed to start a cell")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn cell(program: &OsStr) -> Result<ExitCode> {
    system::die_with_parent()?;
    let mut answers = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let Request { job, orders } = serde_json::from_str(&line?)?;
        let mut command = Command::new(program);
        command.args([VERB, "become"]).arg(&job.program).args(&job.arguments).env_clear().env(ORDERS, orders);
        let before = system::processor_time_of_children();
        let mut answer: Result<Ended, String> = job.run_as(&mut command).map_err(|error| format!("{error:#}"));
        if let Ok(ended) = &mut answer {
            ended.processor = Some(system::processor_time_of_children().saturating_sub(before));
        }
        writeln!(answers, "{}", serde_json::to_string(&answer)?)?;
        answers.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn turn_into(program: &OsStr, arguments: &[OsString]) -> Result<ExitCode> {
    let orders = env::var(ORDERS).context("there are no orders")?;
    let (policy, tier): (Policy, Tier) = serde_json::from_str(&orders)?;
    system::die_with_parent()?;
    match system::become_program(program, arguments, &policy, tier)? {}
}

/// Reads Rust from standard input and prints where its functions stand, or `null` if it is no Rust. A text made to crash the parser crashes this copy.
fn list_functions() -> Result<ExitCode> {
    let source = std::io::read_to_string(std::io::stdin())?;
    println!("{}", serde_json::to_string(&functions::functions(&source).ok())?);
    Ok(ExitCode::SUCCESS)
}

/// Tries one facility.
fn probe(part: &str) -> Result<ExitCode> {
    let policy = Policy::nothing(1 << 30, 1 << 20, 10);
    let tier = match part {
        "namespaces" => {
            let program = env::current_exe()?;
            system::enter_namespaces()?;
            let status = Command::new(program).arg("--version").output()?.status;
            return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        "landlock" => Tier { landlock: true, ..Tier::OFF },
        "seccomp" => Tier { seccomp: true, ..Tier::OFF },
        "rlimits" => Tier { rlimits: true, ..Tier::OFF },
        other => bail!("there is no facility `{other}`"),
    };
    system::restrict(&policy, tier)?;
    let held = match part {
        "landlock" => std::fs::read("/etc/passwd").is_err() && std::fs::read_dir("/").is_err(),
        "seccomp" => std::net::UdpSocket::bind("127.0.0.1:0").is_err() && Command::new("/bin/true").status().is_err(),
        _ => true,
    };
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
