//! A problem in the course.

use crate::course::Location;
use std::path::PathBuf;

#[derive(Debug)]
pub struct Problem {
    /// The file and the line.
    pub location: String,
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    pub fn new(location: impl ToString, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { location: location.to_string(), what: what.into(), fix: fix.into() }
    }

    pub fn at(file: impl Into<PathBuf>, line: usize, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(Location { file: file.into(), line }, what, fix)
    }
}
