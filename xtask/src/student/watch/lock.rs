//! One watch at a time for each checkout.

use crate::exit::Usage;
use crate::student::progress::Progress;
use anyhow::{Context, Result, bail};
use std::fs::{File, TryLockError};

/// Holds the lock until it is dropped. The system frees it when its process ends, however that comes about: a lock
/// cannot be left behind.
pub fn take(progress: &Progress) -> Result<File> {
    let path = progress.path("watch.lock");
    let file = File::create(&path).with_context(|| format!("failed to write {}", path.display()))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!(Usage(
                "a watch of this checkout is running already: look for it in another terminal, and end it there with q"
                    .into()
            ))
        }
        // A file system without locks, as over some networks, is no reason not to watch.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}
