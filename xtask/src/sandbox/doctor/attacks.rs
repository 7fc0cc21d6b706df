//! Attacks on the sandbox. Each runs as a copy of this program, under the policy of a test.

use crate::sandbox::process::{Job, Termination};
use crate::sandbox::{Policy, Sandbox, Supervisor, VERB};
use anyhow::Result;
use std::ffi::OsString;
use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

/// The role of a copy that attacks.
pub const ROLE: &str = "attack";

/// The attacks by name, and what they try.
const ATTACKS: [(&str, &str); 9] = [
    ("passwd", "read /etc/passwd"),
    ("home", "list the home folders"),
    ("write", "write a file for others to find"),
    ("attributes", "change the mode or the times of a file"),
    ("process", "start a process"),
    ("socket", "open a socket"),
    ("processes", "see what else runs on this machine"),
    ("memory", "take more memory than a test may have"),
    ("loop", "loop for ever"),
];

const LOOP_LIMIT: Duration = Duration::from_secs(1);
/// Enough for the other attacks on a busy machine.
const OTHERS_LIMIT: Duration = Duration::from_secs(20);

/// Tries each attack. `true` means that it failed.
pub fn all(sandbox: &Sandbox) -> Result<Vec<(&'static str, bool)>> {
    ATTACKS.into_iter().map(|(name, what)| Ok((what, held(sandbox, name)?))).collect()
}

fn held(sandbox: &Sandbox, name: &str) -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let mut environment = vec![];
    if let Some(home) = std::env::var_os("HOME") {
        environment.push(("HOME".to_owned(), home));
    }
    let limit = if name == "loop" { LOOP_LIMIT } else { OTHERS_LIMIT };
    let job = Job {
        program: sandbox.program.clone(),
        arguments: [VERB, ROLE, name].iter().map(Into::into).collect(),
        directory: folder.path().to_owned(),
        environment,
        input: String::new(),
        time_limit: limit,
        output_limit: 1 << 10,
    };
    let policy = Policy {
        read: vec![sandbox.program.clone(), folder.path().to_owned()],
        hidden: vec!["/proc".into()],
        ..Policy::deny_all(1 << 30, 1 << 20, limit.as_secs() + 1)
    };
    let output = Supervisor::start(sandbox)?.run(&job, &policy)?;
    // An attack that succeeds exits with status 0; the loop succeeds if nothing ends it but its time limit.
    Ok(match output.termination {
        Termination::Exit(0) => false,
        Termination::Exit(_) | Termination::Signal(_) => true,
        Termination::Timeout => name == "loop",
        Termination::TooMuchOutput => false,
    })
}

/// Runs the attack that is named. The status is 0 if it succeeds.
pub fn attack(arguments: &[OsString]) -> Result<ExitCode> {
    let name = arguments.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let home = std::env::var_os("HOME").map_or_else(|| PathBuf::from("/home"), PathBuf::from);
    let succeeded = match name.as_str() {
        "passwd" => fs::read("/etc/passwd").is_ok(),
        "home" => [home, "/home".into(), "/root".into()].iter().any(|folder| fs::read_dir(folder).is_ok()),
        "write" => ["/tmp", "/var/tmp", "/dev/shm"].iter().any(|folder| {
            let file = format!("{folder}/cargo-xtask-doctor");
            let written = fs::write(&file, "from inside the sandbox").is_ok();
            let _ = fs::remove_file(&file);
            written
        }),
        "attributes" => {
            let changed = |folder: &str| {
                let mode = fs::metadata(folder).and_then(|it| fs::set_permissions(folder, it.permissions()));
                let times = fs::File::open(folder).and_then(|it| it.set_modified(std::time::SystemTime::now()));
                mode.is_ok() || times.is_ok()
            };
            // The second can be seen, but not opened.
            changed(".") || changed("..")
        }
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
            std::hint::black_box(&name);
        },
    };
    Ok(if succeeded { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
