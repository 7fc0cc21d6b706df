//! The grader's pages for a class and for each student, which are for people too.

use crate::copies;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Does not end within a phone's width.
const LONG_NAME: &str = "a_name_without_a_single_space_that_is_longer_than_a_phone_is_wide_and_then_goes_on";

/// Grades the reference, the stubs, and somebody with a long name, whose file is half typed, into a folder.
pub fn write(root: &Path, to: &Path) -> Result<()> {
    let scratch = tempfile::tempdir().context("a scratch folder is needed")?;
    let somebody = scratch.path().join(LONG_NAME).join("ch01/src");
    copies::copy(&root.join("solutions/ch01/src"), &somebody)?;
    let model = somebody.join("model.rs");
    fs::write(&model, fs::read_to_string(&model)? + "\npub fn half(\n")?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["xtask", "grade", "--out"])
        .args([to, &root.join("solutions"), &root.join("exercises"), &scratch.path().join(LONG_NAME)])
        .current_dir(root)
        .stdout(Stdio::null())
        .status()
        .context("cargo does not start")?;
    // 1: marks were lost, as they should be.
    if status.code() == Some(1) { Ok(()) } else { bail!("`cargo xtask grade` made no reports: {status}") }
}
