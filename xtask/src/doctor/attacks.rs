//! Attacks on this machine's sandbox. Each runs as a copy of this program in the place of a test, under a test's policy.

use crate::process::{How, Job};
use crate::sandbox::{Cell, Policy, Sandbox, inside};
use anyhow::Result;
use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

/// The names of the attacks, and what they try.
const ATTACKS: [(&str, &str); 8] = [
    ("passwd", "read /etc/passwd"),
    ("home", "list the home folders"),
    ("write", "write a file for others to find"),
    ("process", "start a process"),
    ("socket", "open a socket"),
    ("processes", "see what else runs on this machine"),
    ("memory", "take more memory than a test may have"),
    ("loop", "loop for ever"),
];

/// How long the endless loop may run, and how long the others may take on a busy machine.
const LOOP: Duration = Duration::from_secs(1);
const OTHERS: Duration = Duration::from_secs(20);

/// Tries each attack; `true` means that it was held off.
pub fn all(sandbox: &Sandbox) -> Result<Vec<(&'static str, bool)>> {
    ATTACKS.into_iter().map(|(name, what)| Ok((what, held(sandbox, name)?))).collect()
}

fn held(sandbox: &Sandbox, name: &str) -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let mut environment = vec![];
    if let Some(home) = std::env::var_os("HOME") {
        environment.push(("HOME".to_owned(), home));
    }
    let limit = if name == "loop" { LOOP } else { OTHERS };
    let job = Job {
        program: sandbox.program.clone(),
        arguments: [inside::VERB, "attack", name].iter().map(Into::into).collect(),
        directory: folder.path().to_owned(),
        environment,
        input: String::new(),
        limit,
        output: 1 << 10,
    };
    let policy = Policy {
        read: vec![sandbox.program.clone(), folder.path().to_owned()],
        hidden: vec!["/proc".into()],
        ..Policy::nothing(1 << 30, 1 << 20, limit.as_secs() + 1)
    };
    let ended = Cell::open(sandbox)?.run(&job, &policy)?;
    // An attack that came through says so by status 0; a loop, by still being there.
    Ok(match ended.how {
        How::Exit(0) => false,
        How::Exit(_) | How::Signal(_) => true,
        How::Timeout => name == "loop",
        How::Output => false,
    })
}

/// Performs an attack; the status is 0 if it came through.
pub fn perform(name: &str) -> Result<ExitCode> {
    let home = std::env::var_os("HOME").map_or_else(|| PathBuf::from("/home"), PathBuf::from);
    let came_through = match name {
        "passwd" => fs::read("/etc/passwd").is_ok(),
        "home" => [home, "/home".into(), "/root".into()].iter().any(|folder| fs::read_dir(folder).is_ok()),
        "write" => ["/tmp", "/var/tmp", "/dev/shm"].iter().any(|folder| {
            let file = format!("{folder}/cargo-xtask-doctor");
            let written = fs::write(&file, "from inside the sandbox").is_ok();
            let _ = fs::remove_file(&file);
            written
        }),
        "process" => Command::new("/bin/sh").args(["-c", ":"]).status().is_ok(),
        "socket" => UdpSocket::bind("127.0.0.1:0").is_ok() || TcpListener::bind("127.0.0.1:0").is_ok(),
        "processes" => fs::read_dir("/proc").is_ok_and(|mut entries| entries.next().is_some()),
        "memory" => {
            let mut taken: Vec<Vec<u8>> = vec![];
            while taken.len() < 24 {
                taken.push(vec![1; 64 << 20]);
            }
            std::hint::black_box(&taken).len() == 24
        }
        _ => loop {
            std::hint::black_box(name);
        },
    };
    Ok(if came_through { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
