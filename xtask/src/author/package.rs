//! `cargo xtask package gradescope`: an archive with everything that Gradescope needs to grade.
//!
//! It contains the students' edition: grading needs the tests and no solutions. Gradescope runs `setup.sh` once, when
//! it builds its image, and `run_autograder` for each submission, in a container of its own.

use super::handout;
use crate::course::Course;
use crate::files::{files_below, slashes, write_atomically};
use anyhow::{Context, Result};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SETUP: &str = include_str!("package/setup.sh");
const RUN: &str = include_str!("package/run_autograder");

/// The permissions of scripts and of all other files.
const EXECUTABLE: u32 = 0o755;
const DATA: u32 = 0o644;

pub fn gradescope(course: &Course, to: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    handout::write(course, folder.path())?;
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    add(&mut zip, "setup.sh", SETUP.as_bytes(), EXECUTABLE)?;
    add(&mut zip, "run_autograder", RUN.as_bytes(), EXECUTABLE)?;
    for file in files_below(folder.path(), |_| true)? {
        let bytes =
            fs::read(folder.path().join(&file)).with_context(|| format!("failed to read {}", file.display()))?;
        let name = format!("course/{}", slashes(&file));
        add(&mut zip, &name, &bytes, DATA)?;
    }
    write_atomically(&std::path::absolute(to)?, zip.finish()?.get_ref())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8], mode: u32) -> Result<()> {
    zip.start_file(name, SimpleFileOptions::default().unix_permissions(mode))?;
    Ok(zip.write_all(bytes)?)
}
