//! What the grader and the copies of this program inside the sandbox tell each other.

use super::process::Job;
use serde::{Deserialize, Serialize};

/// The hidden verb that starts a copy.
pub const VERB: &str = "inside-the-sandbox";

/// The environment variable with the policy and the protection for the role `exec`.
pub const POLICY_VARIABLE: &str = "XTASK_SANDBOX_POLICY";

/// The exit status of a copy that could not execute its program, and the start of its message.
pub const NOT_STARTED: i32 = 125;
pub const FAILED: &str = "the sandbox could not be entered: ";

#[derive(Serialize, Deserialize)]
pub struct Request {
    pub job: Job,
    /// The JSON of a `Policy`, a `Protection` and a secret, passed on to the role `exec`.
    pub policy: String,
}
