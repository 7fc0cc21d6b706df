//! The grader's pages for a class and for each student, which people read too.

use crate::files::cargo;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use xtask::course::Course;
use xtask::files::copy_folder;

/// Wider than a phone.
const LONG_NAME: &str = "a_name_without_a_single_space_that_is_longer_than_a_phone_is_wide_and_then_goes_on";

/// Grades the reference, the stubs, and a student with a long name and a file that does not parse, into a folder.
pub fn write(root: &Path, to: &Path) -> Result<()> {
    let scratch = tempfile::tempdir().context("failed to make a scratch folder")?;
    let course = Course::open(root)?;
    let chapter = &course.chapters.first().context("there are no chapters")?.name;
    let student = scratch.path().join(LONG_NAME);
    let sources = student.join(chapter).join("src");
    copy_folder(&root.join("solutions").join(chapter).join("src"), &sources, |_| true)?;
    let broken = sources.join("lib.rs");
    fs::write(&broken, fs::read_to_string(&broken)? + "\npub fn half(\n")?;
    let status = cargo(root)
        .args(["xtask", "grade", "--out"])
        .args([to, &root.join("solutions"), &root.join("exercises"), &student])
        .stdout(Stdio::null())
        .status()
        .context("failed to start cargo")?;
    // 1: marks were lost, as they should be.
    if status.code() == Some(1) { Ok(()) } else { bail!("`cargo xtask grade` made no reports: {status}") }
}
