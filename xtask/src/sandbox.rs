//! Runs programs that must not be trusted.
//!
//! Four facilities of Linux, each used where the machine offers it:
//!
//! | facility   | prevents                                                                             |
//! |------------|--------------------------------------------------------------------------------------|
//! | namespaces | seeing other processes, the network and `/proc`; leaving processes behind            |
//! | Landlock   | access to files that the [`Policy`] does not list; signals to other processes        |
//! | seccomp    | starting processes, opening sockets, tracing                                         |
//! | rlimits    | using up memory, processor time, disk                                                |
//!
//! A [`Supervisor`] is a copy of this program that has entered the namespaces and waits for jobs. For each job it
//! starts another copy, which applies the policy to itself and then executes the job's program. Both copies have a
//! single thread when they give up their rights.

#[cfg(target_os = "linux")]
#[path = "sandbox/linux.rs"]
mod system;
#[cfg(not(target_os = "linux"))]
#[path = "sandbox/none.rs"]
mod system;

pub mod doctor;
pub mod inside;
mod mode;
mod policy;
pub mod process;
mod protocol;
mod supervisor;

pub use mode::{Mode, Sandbox, why_missing};
pub use policy::{Policy, Protection};
pub use protocol::VERB;
pub use supervisor::Supervisor;
