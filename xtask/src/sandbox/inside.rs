//! The copies of this program that run inside the sandbox.
//!
//! `enter` enters the namespaces and starts `supervise`, the first process in them, which reads requests from standard
//! input, one JSON value a line, and answers with how each job ended. For each job it starts `exec`, which applies the
//! policy to itself and executes the job's program. The command line adds further roles, which do their work in place
//! of such a program.

use super::policy::{Policy, Protection};
use super::process::ProcessOutput;
use super::protocol::{FAILED, NOT_STARTED, POLICY_VARIABLE, Request, VERB};
use super::system;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, Write};
use std::process::{Command, ExitCode};

/// A role by its name, with what it does with its arguments.
pub type Role = (&'static str, fn(&[OsString]) -> Result<ExitCode>);

/// Runs the copy with the role that these arguments name.
pub fn run(arguments: &[OsString], more_roles: &[Role]) -> ExitCode {
    let (role, rest) =
        arguments.split_first().map_or(("", arguments), |(role, rest)| (role.to_str().unwrap_or(""), rest));
    let result = match (role, rest) {
        ("enter", [namespaces]) => enter(namespaces == "true"),
        ("supervise", [program]) => supervise(program),
        ("exec", [program, arguments @ ..]) => exec(program, arguments),
        ("probe", [facility]) => probe(&facility.to_string_lossy()),
        (role, rest) => match more_roles.iter().find(|(name, _)| *name == role) {
            Some((_, run)) => run(rest),
            None => Err(anyhow::anyhow!("only the grader calls this")),
        },
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{FAILED}{error:#}");
            ExitCode::from(NOT_STARTED as u8)
        }
    }
}

fn enter(namespaces: bool) -> Result<ExitCode> {
    system::die_with_parent()?;
    // Inside, `/proc` is empty, so a program cannot find its own path any more.
    let program = env::current_exe()?;
    if namespaces {
        system::enter_namespaces()?;
    }
    let mut supervisor = Command::new(&program);
    let status = supervisor.args([VERB, "supervise"]).arg(&program).status().context("failed to start a supervisor")?;
    Ok(code(status.success()))
}

fn supervise(program: &OsStr) -> Result<ExitCode> {
    system::die_with_parent()?;
    let mut answers = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let Request { job, policy } = serde_json::from_str(&line?)?;
        let mut command = Command::new(program);
        command.args([VERB, "exec"]).arg(&job.program).args(&job.arguments).env_clear().env(POLICY_VARIABLE, policy);
        let before = system::processor_time_of_children();
        let mut answer: Result<ProcessOutput, String> = job.run_as(&mut command).map_err(|error| format!("{error:#}"));
        if let Ok(output) = &mut answer {
            output.processor_time = Some(system::processor_time_of_children().saturating_sub(before));
        }
        writeln!(answers, "{}", serde_json::to_string(&answer)?)?;
        answers.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn exec(program: &OsStr, arguments: &[OsString]) -> Result<ExitCode> {
    let policy = env::var(POLICY_VARIABLE).context("there is no policy")?;
    let (policy, protection, secret): (Policy, Protection, String) = serde_json::from_str(&policy)?;
    system::die_with_parent()?;
    // The program, which may be a submission's, does not know the secret and so cannot claim that it was not started.
    match system::exec(program, arguments, &policy, protection).context(secret)? {}
}

/// Tries one facility.
fn probe(facility: &str) -> Result<ExitCode> {
    let protection = match facility {
        "namespaces" => {
            let program = env::current_exe()?;
            system::enter_namespaces()?;
            return Ok(code(Command::new(program).arg("--version").output()?.status.success()));
        }
        "landlock" => Protection { landlock: true, ..Protection::OFF },
        "seccomp" => Protection { seccomp: true, ..Protection::OFF },
        "rlimits" => Protection { rlimits: true, ..Protection::OFF },
        other => bail!("there is no facility `{other}`"),
    };
    system::restrict(&Policy::deny_all(1 << 30, 1 << 20, 10), protection)?;
    Ok(code(match facility {
        "landlock" => std::fs::read("/etc/passwd").is_err() && std::fs::read_dir("/").is_err(),
        "seccomp" => std::net::UdpSocket::bind("127.0.0.1:0").is_err() && Command::new("/bin/true").status().is_err(),
        _ => true,
    }))
}

fn code(success: bool) -> ExitCode {
    if success { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
