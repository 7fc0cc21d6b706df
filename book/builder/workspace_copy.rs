//! Part of the course as a workspace of its own, where it can be changed: for transcripts and for the simulated
//! student.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use toml_edit::{Array, DocumentMut, value};
use xtask::files::{copy_folder, write_if_changed};

/// Copies these packages, and what holds for the whole workspace. `more` are members that are written afterwards.
pub fn copy_packages(root: &Path, to: &Path, packages: &[String], more: &[&str]) -> Result<()> {
    for folder in packages.iter().map(String::as_str).chain([".cargo"]) {
        copy_folder(&root.join(folder), &to.join(folder), |_| true)?;
    }
    fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock")).context("copying Cargo.lock")?;
    let members = packages.iter().map(String::as_str).chain(more.iter().copied());
    write_if_changed(&to.join("Cargo.toml"), manifest(root, members)?)
}

/// The root's `Cargo.toml` with other members: shared versions, lints and profiles stay.
fn manifest<'a>(root: &Path, members: impl Iterator<Item = &'a str>) -> Result<String> {
    let mut manifest: DocumentMut = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let workspace = manifest["workspace"].as_table_mut().context("Cargo.toml has no [workspace]")?;
    workspace.remove("default-members");
    workspace.insert("members", value(members.collect::<Array>()));
    Ok(manifest.to_string())
}
