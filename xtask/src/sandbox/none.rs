//! Systems without a sandbox: macOS and Windows.

use super::policy::{Policy, Protection};
use anyhow::{Result, bail};
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::time::Duration;

pub fn enter_namespaces() -> Result<()> {
    bail!("there are no namespaces on this system")
}

pub fn die_with_parent() -> Result<()> {
    Ok(())
}

pub fn processor_time_of_children() -> Duration {
    Duration::ZERO
}

pub fn restrict(_policy: &Policy, _tier: Protection) -> Result<()> {
    bail!("there is no sandbox on this system")
}

pub fn exec(_: &OsStr, _: &[OsString], _: &Policy, _: Protection) -> Result<Infallible> {
    bail!("there is no sandbox on this system")
}
