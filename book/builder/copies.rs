//! Parts of the course elsewhere, where they can be changed.

use crate::site::files;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Copies these packages, as a workspace of their own.
pub fn workspace(root: &Path, to: &Path, packages: &[&str]) -> Result<()> {
    for folder in packages.iter().copied().chain([".cargo"]) {
        copy(&root.join(folder), &to.join(folder))?;
    }
    for file in ["Cargo.toml", "Cargo.lock"] {
        let text = fs::read_to_string(root.join(file))?;
        let members = |line: &&str| !line.starts_with("members = ") && !line.starts_with("default-members = ");
        let lines: Vec<&str> = text.lines().filter(members).collect();
        let text = lines.join("\n").replacen("[workspace]", &format!("[workspace]\nmembers = {packages:?}"), 1);
        fs::write(to.join(file), text)?;
    }
    Ok(())
}

/// Copies all files below a folder, over those that are there.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(&file, &target).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}
