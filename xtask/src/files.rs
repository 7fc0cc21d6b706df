//! Reading folders and writing files, with errors that name the path.

use anyhow::{Context, Result};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use walkdir::WalkDir;

pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("failed to read {}", file.display()))
}

/// Writes a file and creates the folders above it.
pub fn write(file: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("failed to create {}", folder.display()))?;
    }
    fs::write(file, bytes).with_context(|| format!("failed to write {}: is the disk full?", file.display()))
}

/// Writes a file unless it is so already: cargo must see no change where there is none.
pub fn write_if_changed(file: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if fs::read(file).is_ok_and(|there| there == bytes.as_ref()) { Ok(()) } else { write(file, bytes) }
}

/// Writes a file so that it is complete or absent, even if the program is killed in between.
pub fn write_atomically(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().context("a file has a parent folder")?;
    let mut scratch =
        NamedTempFile::new_in(folder).with_context(|| format!("failed to write into {}", folder.display()))?;
    scratch.write_all(bytes).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
    scratch.as_file().sync_all()?;
    // Temporary files are created readable by their owner only.
    #[cfg(unix)]
    scratch.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    scratch.persist(file).with_context(|| format!("failed to write {}", file.display()))?;
    Ok(())
}

/// The entries of a folder, by name.
pub fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = fs::read_dir(folder).with_context(|| format!("failed to read the folder {}", folder.display()))?;
    let mut entries = read.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// All regular files below a folder, relative to it, in a fixed order. `keep` says which folders and files count.
pub fn files_below(folder: &Path, keep: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let relative = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let mut files = vec![];
    for entry in entries.filter_entry(|entry| keep(&relative(entry.path()))) {
        let entry = entry.with_context(|| format!("failed to read the folder {}", folder.display()))?;
        if entry.file_type().is_file() {
            files.push(relative(entry.path()));
        }
    }
    Ok(files)
}

/// Copies the regular files of a folder that `keep` accepts, by their path relative to it. A file that is there already
/// keeps its time: cargo must see no change where there is none.
pub fn copy_folder(from: &Path, to: &Path, keep: impl Fn(&Path) -> bool) -> Result<()> {
    for file in files_below(from, keep)? {
        let (from, to) = (from.join(&file), to.join(&file));
        if !fs::read(&to).is_ok_and(|there| fs::read(&from).is_ok_and(|wanted| there == wanted)) {
            let folder = to.parent().unwrap_or(&to);
            fs::create_dir_all(folder).with_context(|| format!("failed to create {}", folder.display()))?;
            fs::copy(&from, &to).with_context(|| format!("failed to write {}", to.display()))?;
        }
    }
    Ok(())
}

/// A path with `/` between its parts on every system.
pub fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
