//! Libraries that have been compiled from the course's own sources, kept for later runs.
//!
//! The name of a file is a hash of everything that the compiler is given: its version, the arguments, the sources, and
//! the libraries. No submission has a part in it: what is kept is compiled without one, outside of the sandbox, which
//! lets nobody write here.

use crate::files::sorted_entries;
use anyhow::Result;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long a library is kept. Those of sources that have been edited since are not used any more.
const AGE: Duration = Duration::from_secs(7 * 24 * 60 * 60);

pub struct KeptLibraries(PathBuf);

impl KeptLibraries {
    pub fn open(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Puts the library with this key in the place of `output`, if there is one.
    pub fn get(&self, key: &str, output: &Path) -> bool {
        fs::hard_link(self.0.join(key), output).is_ok()
    }

    /// Keeps a library that has been compiled, and removes the old ones. What fails here costs only time.
    pub fn put(&self, key: &str, output: &Path) {
        let complete = File::open(output).and_then(|file| file.sync_all());
        if complete.is_ok() {
            let _ = fs::hard_link(output, self.0.join(key));
        }
        for file in sorted_entries(&self.0).unwrap_or_default() {
            let written = fs::metadata(&file).and_then(|metadata| metadata.modified()).ok();
            let age = written.and_then(|written| SystemTime::now().duration_since(written).ok());
            if age.is_some_and(|age| age > AGE) {
                let _ = fs::remove_file(file);
            }
        }
    }
}
