//! The folder of one run of the grader.

use crate::files::{file_name, sorted_entries};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::Path;
use tempfile::TempDir;

/// Removed when it is dropped. If a run is killed, the next one removes its folder: a lock shows whether the run is
/// still going on.
pub struct RunFolder {
    folder: TempDir,
    _lock: File,
}

impl RunFolder {
    pub fn create(scratch: &Path) -> Result<Self> {
        // One run at a time does this, so that none removes a folder that is not locked yet.
        let turn = File::create(scratch.join("turn"))?;
        turn.lock().context("failed to wait for another run to start")?;
        for folder in sorted_entries(scratch)?.iter().filter(|entry| file_name(entry).starts_with("run-")) {
            let abandoned = File::open(folder.join("lock")).map_or(true, |lock| lock.try_lock().is_ok());
            if abandoned {
                // If this fails, the next run tries again.
                let _ = fs::remove_dir_all(folder);
            }
        }
        let folder = tempfile::Builder::new()
            .prefix(&format!("run-{}-", std::process::id()))
            .tempdir_in(scratch)
            .with_context(|| format!("failed to write into {}: is the disk full?", scratch.display()))?;
        let lock = File::create(folder.path().join("lock"))?;
        lock.lock()?;
        Ok(Self { folder, _lock: lock })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}
