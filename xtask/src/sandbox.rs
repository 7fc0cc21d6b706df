//! A place where code that nobody should trust can do no harm.
//!
//! Four facilities of Linux, each with its own task, each used where the machine offers it:
//!
//! | facility   | keeps the code from                                                                    |
//! |------------|----------------------------------------------------------------------------------------|
//! | namespaces | seeing other processes, the network, `/proc`; whatever it leaves running dies with its box |
//! | Landlock   | reading or writing files other than those of its [`Policy`], and from signalling others |
//! | seccomp    | starting processes, opening sockets, tracing                                           |
//! | rlimits    | using up memory, processor time, disk                                                  |
//!
//! A [`Cell`] is one box: a copy of this program that has entered the namespaces and waits for jobs. For each job it starts another copy,
//! which takes on the policy and then becomes the job's program. Both copies are single-threaded when they give up their rights.

#[cfg(target_os = "linux")]
#[path = "sandbox/linux.rs"]
mod system;
#[cfg(not(target_os = "linux"))]
#[path = "sandbox/none.rs"]
mod system;

mod cell;
pub mod inside;

pub use cell::Cell;

use crate::exit::Usage;
use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a program may do.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Policy {
    /// Files and folders that it may read and run.
    pub read: Vec<PathBuf>,
    /// Folders in which it may write.
    pub write: Vec<PathBuf>,
    /// Files that are there already, and to which it may write; it can neither read nor remove them.
    pub append: Vec<PathBuf>,
    /// Folders that it may not even see, though its program stands in one of them.
    pub hidden: Vec<PathBuf>,
    /// Whether it may start other programs, as a compiler starts the linker.
    pub processes: bool,
    /// Address space in bytes.
    pub memory: u64,
    /// The largest file in bytes.
    pub file_size: u64,
    /// Processor time in seconds.
    pub seconds: u64,
}

impl Policy {
    /// Nothing, within these limits.
    pub fn nothing(memory: u64, file_size: u64, seconds: u64) -> Self {
        let none = || vec![];
        Self {
            read: none(),
            write: none(),
            append: none(),
            hidden: none(),
            processes: false,
            memory,
            file_size,
            seconds,
        }
    }
}

/// What the instructor asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Mode {
    /// All four facilities, or no grading at all
    Require,
    /// What this machine offers
    Best,
    /// None: for code that you would run yourself
    Off,
}

/// The facilities in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// User, PID, network and IPC namespaces.
    pub namespaces: bool,
    /// Landlock.
    pub landlock: bool,
    /// A seccomp filter.
    pub seccomp: bool,
    /// Limits of resources.
    pub rlimits: bool,
}

impl Tier {
    /// No sandbox.
    pub const OFF: Self = Self { namespaces: false, landlock: false, seccomp: false, rlimits: false };
    /// Everything.
    pub const FULL: Self = Self { namespaces: true, landlock: true, seccomp: true, rlimits: true };

    fn parts(self) -> Vec<&'static str> {
        let all = [
            (self.namespaces, "namespaces"),
            (self.landlock, "landlock"),
            (self.seccomp, "seccomp"),
            (self.rlimits, "rlimits"),
        ];
        all.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect()
    }
}

impl std::fmt::Display for Tier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = self.parts();
        f.write_str(&if parts.is_empty() { "off".into() } else { parts.join("+") })
    }
}

/// The facilities to use, and the program whose copies use them.
#[derive(Debug, Clone)]
pub struct Sandbox {
    /// The facilities in use.
    pub tier: Tier,
    /// The program whose copies work inside.
    pub program: PathBuf,
}

impl Sandbox {
    /// What this mode comes to on this machine. `program` is `cargo xtask`'s own.
    pub fn choose(mode: Mode, program: PathBuf) -> Result<Self> {
        let tier = if mode == Mode::Off { Tier::OFF } else { probe(&program) };
        if mode == Mode::Require && tier != Tier::FULL {
            bail!(Usage(format!(
                "--sandbox require: this machine offers {tier}, not {}. `cargo xtask doctor` says what is missing; \
                 `--sandbox best` grades with what there is",
                Tier::FULL
            )));
        }
        Ok(Self { tier, program })
    }

    /// None: for code that is trusted. `program` is `cargo xtask`'s own.
    pub fn off(program: PathBuf) -> Self {
        Self { tier: Tier::OFF, program }
    }
}

/// Why a facility does not work, in the words of the kernel.
pub fn why_not(program: &Path, part: &str) -> String {
    let output = Command::new(program).args([inside::VERB, "probe", part]).output();
    let said = output.map(|output| String::from_utf8_lossy(&output.stderr).into_owned()).unwrap_or_default();
    let reason = said.lines().next().unwrap_or_default().trim_start_matches(inside::FAILED);
    if reason.is_empty() { "it is there and keeps nothing back".into() } else { reason.to_owned() }
}

/// What this machine offers, found by trying each facility in a copy of the program.
fn probe(program: &Path) -> Tier {
    let works = |part: &str| {
        let output = Command::new(program).args([inside::VERB, "probe", part]).output();
        output.is_ok_and(|output| output.status.success())
    };
    if !cfg!(target_os = "linux") {
        return Tier::OFF;
    }
    Tier {
        namespaces: works("namespaces"),
        landlock: works("landlock"),
        seccomp: works("seccomp"),
        rlimits: works("rlimits"),
    }
}
