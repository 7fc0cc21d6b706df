//! Folders and files of the repository, and the programs that are started in it.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;

/// Where the built book goes, from the root of the repository.
pub const OUTPUT: &str = "book/html";

/// The root of the repository: the folder above this package.
pub fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(PathBuf::from("."), Path::to_path_buf)
}

/// A path with `/` between its parts on every system.
pub fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
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

/// Copies all files below a folder, over those that differ.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        write_if_changed(&to.join(file.strip_prefix(from)?), bytes)?;
    }
    Ok(())
}

/// Writes a file unless it is so already: cargo must see no change where there is none.
pub fn write_if_changed(file: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if fs::read(file).is_ok_and(|old| old == contents.as_ref()) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, contents).with_context(|| format!("writing {}", file.display()))
}

/// The cargo that runs this program, in a folder.
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}

/// A folder below cargo's target folder, for builds that should neither wait for others nor keep them waiting.
pub fn target(name: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join(name)
}
