//! `cargo xtask package gradescope`: an archive with all that Gradescope needs to grade.
//!
//! It holds the students' edition, since grading takes the tests and no solutions: what is not there cannot be read. Gradescope runs
//! `setup.sh` once, when it builds its image, and `run_autograder` for each submission, in a container of its own.

use crate::cache::write_atomically;
use crate::course::{Course, file_name, sorted_entries};
use crate::handout;
use anyhow::{Context, Result};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SETUP: &str = include_str!("package/setup.sh");
const RUN: &str = include_str!("package/run_autograder");

/// What may be run, and what is only read.
const PROGRAM: u32 = 0o755;
const DATA: u32 = 0o644;

/// Writes the autograder for Gradescope.
pub fn gradescope(course: &Course, to: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    handout::write(course, folder.path())?;
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    add(&mut zip, "setup.sh", SETUP.as_bytes(), PROGRAM)?;
    add(&mut zip, "run_autograder", RUN.as_bytes(), PROGRAM)?;
    add_folder(&mut zip, folder.path(), "course")?;
    let to = std::path::absolute(to)?;
    write_atomically(&to, zip.finish()?.get_ref())
}

fn add_folder(zip: &mut ZipWriter<Cursor<Vec<u8>>>, folder: &Path, name: &str) -> Result<()> {
    for entry in sorted_entries(folder)? {
        let below = format!("{name}/{}", file_name(&entry));
        if entry.is_dir() {
            add_folder(zip, &entry, &below)?;
        } else {
            let bytes = fs::read(&entry).with_context(|| format!("failed to read {}", entry.display()))?;
            add(zip, &below, &bytes, DATA)?;
        }
    }
    Ok(())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8], mode: u32) -> Result<()> {
    zip.start_file(name, SimpleFileOptions::default().unix_permissions(mode))?;
    Ok(zip.write_all(bytes)?)
}
