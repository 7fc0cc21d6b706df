//! Which protection to use: what the instructor asks for, and what the machine offers.

use super::policy::Protection;
use super::protocol::{FAILED, VERB};
use crate::exit::Usage;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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

#[derive(Debug, Clone)]
pub struct Sandbox {
    pub protection: Protection,
    /// The program of `cargo xtask`, whose copies run inside.
    pub program: PathBuf,
}

impl Sandbox {
    /// The sandbox for this mode on this machine.
    pub fn choose(mode: Mode, program: PathBuf) -> Result<Self> {
        let protection = if mode == Mode::Off { Protection::OFF } else { available(&program) };
        if mode == Mode::Require && protection != Protection::FULL {
            bail!(Usage(format!(
                "--sandbox require: this machine offers {protection}, not {}. `cargo xtask doctor` says what is missing; \
                 `--sandbox best` grades with what there is",
                Protection::FULL
            )));
        }
        Ok(Self { protection, program })
    }

    /// No protection, for trusted code.
    pub fn off(program: PathBuf) -> Self {
        Self { protection: Protection::OFF, program }
    }
}

/// Why a facility does not work, in the words of the kernel.
pub fn why_missing(program: &Path, facility: &str) -> String {
    let said = probe(program, facility).map(|output| String::from_utf8_lossy(&output.stderr).into_owned());
    let reason = said.unwrap_or_default().lines().next().unwrap_or_default().trim_start_matches(FAILED).to_owned();
    if reason.is_empty() { "it is there, but it does not restrict anything".into() } else { reason }
}

/// Tries each facility in a copy of the program.
fn available(program: &Path) -> Protection {
    if !cfg!(target_os = "linux") {
        return Protection::OFF;
    }
    let works = |facility| probe(program, facility).is_ok_and(|output| output.status.success());
    Protection {
        namespaces: works("namespaces"),
        landlock: works("landlock"),
        seccomp: works("seccomp"),
        rlimits: works("rlimits"),
    }
}

fn probe(program: &Path, facility: &str) -> std::io::Result<Output> {
    Command::new(program).args([VERB, "probe", facility]).output()
}
