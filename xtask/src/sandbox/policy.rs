//! What a program may do, and with which facilities it is kept to that.

use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Policy {
    /// Files and folders that may be read and executed.
    pub read: Vec<PathBuf>,
    /// Folders that may be written to.
    pub write: Vec<PathBuf>,
    /// Existing files that may be written to, but not read or removed.
    pub write_only: Vec<PathBuf>,
    /// Folders that are replaced with empty ones, even if the program itself is in one of them.
    pub hidden: Vec<PathBuf>,
    /// Whether the program may start others, as the compiler starts the linker.
    pub processes: bool,
    /// Address space in bytes.
    pub memory: u64,
    /// The largest file in bytes.
    pub file_size: u64,
    /// Processor time in seconds.
    pub seconds: u64,
}

impl Policy {
    /// Allows nothing but computing within these limits.
    pub fn deny_all(memory: u64, file_size: u64, seconds: u64) -> Self {
        Self {
            read: vec![],
            write: vec![],
            write_only: vec![],
            hidden: vec![],
            processes: false,
            memory,
            file_size,
            seconds,
        }
    }
}

/// The facilities in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protection {
    /// User, PID, network and IPC namespaces.
    pub namespaces: bool,
    pub landlock: bool,
    pub seccomp: bool,
    pub rlimits: bool,
}

impl Protection {
    pub const OFF: Self = Self { namespaces: false, landlock: false, seccomp: false, rlimits: false };
    pub const FULL: Self = Self { namespaces: true, landlock: true, seccomp: true, rlimits: true };
}

impl Display for Protection {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let all = [
            (self.namespaces, "namespaces"),
            (self.landlock, "landlock"),
            (self.seccomp, "seccomp"),
            (self.rlimits, "rlimits"),
        ];
        let used: Vec<&str> = all.into_iter().filter(|(used, _)| *used).map(|(_, name)| name).collect();
        f.write_str(&if used.is_empty() { "off".into() } else { used.join("+") })
    }
}
