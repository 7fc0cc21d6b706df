//! Folders and files of the repository, and the programs that are started in it.

pub use xtask::cargo::cargo;
pub use xtask::files::{slashes, write_if_changed};

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Where the built book goes, from the root of the repository.
pub const OUTPUT: &str = "book/html";

/// The root of the repository: the folder above this package.
pub fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(PathBuf::from("."), Path::to_path_buf)
}

/// All files below a folder, in the order of their paths.
///
/// # Errors
/// If there are none.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            found.push(entry.into_path());
        }
    }
    if found.is_empty() {
        bail!("{} is empty", folder.display());
    }
    Ok(found)
}

/// A folder below cargo's target folder, for builds that should neither wait for others nor keep them waiting.
pub fn target(name: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join(name)
}
