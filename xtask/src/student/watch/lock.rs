//! Allows one `watch` per checkout.

use crate::exit::Usage;
use crate::student::progress_folder::ProgressFolder;
use anyhow::{Context, Result, bail};
use std::fs::{File, TryLockError};

/// The lock is held until the file is dropped. The system releases it when the process ends for whatever reason.
pub fn take(progress: &ProgressFolder) -> Result<File> {
    let path = progress.path("watch.lock");
    let file = File::create(&path).with_context(|| format!("failed to write {}", path.display()))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!(Usage(
                "a watch of this checkout is running already: look for it in another terminal, and end it there with q"
                    .into()
            ))
        }
        // Some network file systems have no locks.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}
