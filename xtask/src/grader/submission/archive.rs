//! Reads a submission from an archive, in memory: nothing is unpacked to the disk.

use super::limits;
use super::selection::{self, ChapterFile, Chapters};
use crate::course::Course;
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

pub fn chapters(course: &Course, path: &Path) -> Result<Chapters> {
    let mut file = File::open(path).context("the archive cannot be opened")?;
    if file.metadata()?.len() > limits::ARCHIVE {
        bail!("the archive is larger than {} MiB: hand in the sources only", limits::ARCHIVE >> 20);
    }
    let mut start = [0; 2];
    let read = file.read(&mut start)?;
    file.seek(SeekFrom::Start(0))?;
    let mut intake = Intake { course, files: vec![], others: vec![], bytes: 0 };
    match &start[..read] {
        b"PK" => intake.zip(file).context("the .zip cannot be read: is it cut off?")?,
        [0x1f, 0x8b] => intake.tar_gz(file).context("the .tar.gz cannot be read: is it cut off?")?,
        _ => bail!("this is neither a .zip nor a .tar.gz: hand in a folder, or one of the two"),
    }
    let chapters = selection::chapters(intake.files);
    if chapters.is_empty() {
        let known: Vec<String> = course.chapters.iter().map(|chapter| format!("{}/src", chapter.name)).collect();
        let nested = intake.others.iter().find(|name| {
            let ending = name.extension().and_then(|extension| extension.to_str());
            matches!(ending, Some("zip" | "gz" | "tgz" | "tar" | "7z" | "rar"))
        });
        if let Some(nested) = nested {
            bail!("there are no chapters in it, but another archive, {}: hand that in itself", nested.display());
        }
        bail!("there are no chapters in it: it should hold {}", known.join(", "));
    }
    Ok(chapters)
}

struct Intake<'a> {
    course: &'a Course,
    files: Vec<(ChapterFile, Result<String, String>)>,
    others: Vec<PathBuf>,
    bytes: u64,
}

impl Intake<'_> {
    fn zip(&mut self, file: File) -> Result<()> {
        let mut archive = zip::ZipArchive::new(BufReader::new(file))?;
        if archive.len() > limits::ENTRIES {
            bail!("it holds {} entries", archive.len());
        }
        for number in 0..archive.len() {
            let entry = archive.by_index(number)?;
            // A name that is not UTF-8 cannot be a module of Rust.
            let Ok(path) = entry.name().map(|name| PathBuf::from(name.as_ref())) else { continue };
            if entry.is_file() && !entry.is_symlink() {
                self.take(&path, entry)?;
            }
        }
        Ok(())
    }

    fn tar_gz(&mut self, file: File) -> Result<()> {
        // Bounds what the archive inflates to, and so the time to read it.
        let inflated = GzDecoder::new(BufReader::new(file)).take(16 * limits::ARCHIVE);
        let mut archive = tar::Archive::new(inflated);
        let mut long_name = None;
        // Raw entries, since long names are stored in entries of their own, and the crate would read one of any length.
        for (number, entry) in archive.entries()?.raw(true).enumerate() {
            if number == limits::ENTRIES {
                bail!("it holds more than {} entries", limits::ENTRIES);
            }
            let mut entry = entry?;
            let kind = entry.header().entry_type();
            if kind.is_gnu_longname() || kind.is_pax_local_extensions() {
                let mut bytes = vec![];
                entry.by_ref().take(limits::FILE + 1).read_to_end(&mut bytes)?;
                if bytes.len() as u64 > limits::FILE {
                    bail!("it holds a name that is longer than any file's");
                }
                long_name = if kind.is_gnu_longname() { Some(bytes) } else { pax_name(&bytes).or(long_name) };
            } else if !kind.is_gnu_longlink() && !kind.is_pax_global_extensions() {
                let name = long_name.take().unwrap_or_else(|| entry.path_bytes().into_owned());
                // A name that is not UTF-8 cannot be a module of Rust.
                let Ok(name) = String::from_utf8(name) else { continue };
                if kind.is_file() {
                    self.take(Path::new(name.trim_end_matches('\0')), entry)?;
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, path: &Path, from: impl Read) -> Result<()> {
        let Some(file) = selection::chapter_file(self.course, path) else {
            self.others.push(path.to_owned());
            return Ok(());
        };
        let mut bytes = vec![];
        from.take(limits::FILE + 1).read_to_end(&mut bytes)?;
        self.bytes += bytes.len() as u64;
        if self.bytes > limits::ARCHIVE {
            bail!("its sources inflate to more than {} MiB", limits::ARCHIVE >> 20);
        }
        let text = if bytes.len() as u64 > limits::FILE {
            Err(selection::too_large(&file.below))
        } else {
            selection::text(&file.below, bytes)
        };
        self.files.push((file, text));
        Ok(())
    }
}

/// The file name in a pax header.
fn pax_name(header: &[u8]) -> Option<Vec<u8>> {
    let fields = tar::PaxExtensions::new(header).flatten();
    fields.filter(|field| field.key_bytes() == b"path").last().map(|field| field.value_bytes().to_vec())
}
