//! Hashes of texts and files.

use crate::files::{files_below, slashes};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

#[derive(Clone, Default)]
pub struct Hash(Sha256);

impl Hash {
    /// Adds the length too, so that different lists of parts have different hashes.
    pub fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// Adds a file, or all files of a folder, with their paths relative to `root`, so that the hash does not depend on
    /// where that is. What does not exist adds nothing.
    pub fn add_files(&mut self, root: &Path, below: &Path) -> Result<()> {
        let path = root.join(below);
        if !path.exists() {
            return Ok(());
        }
        for file in files_below(&path, |_| true)? {
            let name = below.join(&file);
            // For a single file, `file` is empty.
            let file = if file.as_os_str().is_empty() { path.clone() } else { path.join(file) };
            self.add(slashes(&name));
            self.add(fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?);
        }
        Ok(())
    }

    /// In hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
