//! Reads a submission from an archive, in memory: nothing is unpacked to the disk.

use super::limits;
use super::listing::{self, Listing, Nested, NestedContent};
use anyhow::{Context, Error, Result, bail};
use flate2::read::GzDecoder;
use std::io::{BufReader, Read, Seek, SeekFrom};
use zip::result::ZipError;

/// What is read, for messages.
const TAKEN: &str = "hand in a folder, a .zip, a .tar.gz or a .tar";

/// The first bytes of archives that are not read, and their names.
const OTHERS: [(&[u8], &str); 5] = [
    (b"\xfd7zXZ\0", "a .tar.xz"),
    (b"7z\xbc\xaf\x27\x1c", "a .7z"),
    (b"Rar!", "a .rar"),
    (b"BZh", "a .tar.bz2"),
    (b"\x28\xb5\x2f\xfd", "a .tar.zst"),
];

const ENDINGS: [&str; 14] = [
    ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tgz", ".txz", ".tbz2", ".zip", ".tar", ".7z", ".rar", ".gz", ".xz",
    ".zst",
];

/// A name without the ending of an archive. A file whose name is nothing else keeps it.
pub fn stem(name: &str) -> &str {
    let end = |ending: &&str| {
        let at = name.len().checked_sub(ending.len()).filter(|at| name.is_char_boundary(*at))?;
        name[at..].eq_ignore_ascii_case(ending).then_some(at)
    };
    ENDINGS.iter().find_map(end).filter(|at| *at > 0).map_or(name, |at| &name[..at])
}

pub fn has_ending(name: &str) -> bool {
    stem(name) != name || ENDINGS.contains(&name)
}

/// Whether a file begins as an archive does, of a kind that is read or not.
pub fn begins_like_one(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04")
        || start.starts_with(b"\x1f\x8b")
        || is_tar(start)
        || OTHERS.iter().any(|(magic, _)| start.starts_with(magic))
}

fn is_tar(start: &[u8]) -> bool {
    start.get(257..262) == Some(b"ustar")
}

/// The first bytes of a file, enough to tell what it is.
pub fn start_of(from: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut start = vec![];
    from.take(512).read_to_end(&mut start)?;
    Ok(start)
}

/// Lists what an archive holds, below `parts`.
pub fn list<R: Read + Seek>(listing: &mut Listing, mut from: R, parts: &[String]) -> Result<()> {
    if from.seek(SeekFrom::End(0))? > limits::ARCHIVE {
        bail!("the archive is larger than {} MiB: hand in the sources only", limits::ARCHIVE >> 20);
    }
    from.rewind()?;
    let start = start_of(&mut from)?;
    from.rewind()?;
    let mut intake = Intake { listing, before: parts };
    let from = BufReader::new(from);
    if start.starts_with(b"PK") {
        intake.zip(from)
    } else if start.starts_with(b"\x1f\x8b") {
        // Bounds what the archive inflates to, and so the time to read it.
        let inflated = GzDecoder::new(from).take(16 * limits::ARCHIVE);
        intake.tar(inflated).context("the .tar.gz cannot be read: is it cut off?")
    } else if is_tar(&start) {
        intake.tar(from).context("the .tar cannot be read: is it cut off?")
    } else if let Some((_, name)) = OTHERS.iter().find(|(magic, _)| start.starts_with(magic)) {
        bail!("this is {name}, which is not read here: {TAKEN}")
    } else if start.is_empty() {
        bail!("the file is empty: {TAKEN}")
    } else {
        bail!("this is no archive: {TAKEN}")
    }
}

struct Intake<'a> {
    listing: &'a mut Listing,
    before: &'a [String],
}

impl Intake<'_> {
    fn zip(&mut self, from: impl Read + Seek) -> Result<()> {
        const CUT_OFF: &str = "the .zip cannot be read: is it cut off?";
        let mut archive = zip::ZipArchive::new(from).context(CUT_OFF)?;
        for number in 0..archive.len() {
            let entry = archive.by_index_raw(number).map_err(told).context(CUT_OFF)?;
            let parts = self.next(entry.name_raw())?;
            let is_folder = entry.is_dir();
            if let Some(parts) = parts.filter(|_| !entry.is_symlink()) {
                if entry.encrypted() {
                    bail!("the .zip is protected by a password: hand it in without one");
                }
                drop(entry);
                self.listing.note(&parts, is_folder);
                if !is_folder && is_wanted(&parts) {
                    let entry = archive.by_index(number).map_err(told)?;
                    self.take(parts, entry).context(CUT_OFF)?;
                }
            }
        }
        Ok(())
    }

    fn tar(&mut self, from: impl Read) -> Result<()> {
        let mut archive = tar::Archive::new(from);
        let mut long_name = None;
        // Raw entries, since long names are stored in entries of their own, and the crate would read one of any length.
        for entry in archive.entries()?.raw(true) {
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
                let mut name = long_name.take().unwrap_or_else(|| entry.path_bytes().into_owned());
                name.truncate(name.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1));
                let parts = self.next(&name)?;
                if let Some(parts) = parts.filter(|_| kind.is_file() || kind.is_dir()) {
                    self.listing.note(&parts, kind.is_dir());
                    if kind.is_file() && is_wanted(&parts) {
                        self.take(parts, entry)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn next(&mut self, name: &[u8]) -> Result<Option<Vec<String>>> {
        if !self.listing.has_room() {
            bail!("it holds more than {} entries", limits::ENTRIES);
        }
        Ok(listing::parts(self.before, name))
    }

    fn take(&mut self, parts: Vec<String>, from: impl Read) -> Result<()> {
        let mut bytes = vec![];
        if listing::is_source(&parts) {
            from.take(limits::FILE + 1).read_to_end(&mut bytes)?;
            self.listing.add_text(parts, bytes);
        } else {
            let room = limits::ARCHIVE.saturating_sub(self.listing.bytes);
            from.take(room + 1).read_to_end(&mut bytes)?;
            self.listing.bytes += bytes.len() as u64;
            self.listing.archives.push(Nested { parts, content: NestedContent::Bytes(bytes) });
        }
        if self.listing.bytes > limits::ARCHIVE {
            bail!("its sources inflate to more than {} MiB", limits::ARCHIVE >> 20);
        }
        Ok(())
    }
}

fn is_wanted(parts: &[String]) -> bool {
    let folders = &parts[1..parts.len() - 1];
    let counts = !folders.iter().any(|folder| listing::never_counts(folder));
    counts && (listing::is_source(parts) || has_ending(&parts[parts.len() - 1]))
}

fn told(error: ZipError) -> Error {
    match error {
        ZipError::CompressionMethodNotSupported(_) => Error::msg(format!(
            "the .zip is compressed in a way that is not read here: use your system's own command, or {TAKEN}"
        )),
        ZipError::UnsupportedArchive(reason) => Error::msg(format!("the .zip is of a kind that is not read: {reason}")),
        other => other.into(),
    }
}

/// The file name in a pax header.
fn pax_name(header: &[u8]) -> Option<Vec<u8>> {
    let fields = tar::PaxExtensions::new(header).flatten();
    fields.filter(|field| field.key_bytes() == b"path").last().map(|field| field.value_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_no_part_of_a_name_and_a_name_is_never_empty() {
        for (name, expected) in [("a.tar.gz", "a"), ("A.ZIP", "A"), (".zip", ".zip"), ("a.rs", "a.rs"), ("é.zip", "é")]
        {
            assert_eq!(stem(name), expected);
        }
        assert!(has_ending(".zip") && has_ending("a.7z") && !has_ending("zip"));
    }
}
