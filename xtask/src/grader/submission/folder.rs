//! Reads a submission from a folder. Only regular files count; links are not followed.

use super::archive;
use super::limits;
use super::listing::{self, Listing, Nested, NestedContent};
use super::selection::{self, Chapters};
use crate::course::{Course, Sources};
use crate::files::{file_name, sorted_entries};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Read;
use std::path::Path;

/// Lists a folder, whose parts are `parts`.
pub fn list(listing: &mut Listing, folder: &Path, parts: &[String]) -> Result<()> {
    for entry in sorted_entries(folder)? {
        if !listing.has_room() {
            bail!("it holds more than {} entries: hand in the sources only", limits::ENTRIES);
        }
        let name = entry.file_name().unwrap_or_default();
        let Some(parts) = listing::parts(parts, name.as_encoded_bytes()) else { continue };
        let kind = fs::symlink_metadata(&entry).with_context(|| format!("failed to read {}", parts[1..].join("/")))?;
        listing.note(&parts, kind.is_dir());
        if kind.is_dir() {
            if !listing::never_counts(&parts[parts.len() - 1]) {
                list(listing, &entry, &parts)?;
            }
        } else if kind.is_file() && listing::is_source(&parts) {
            listing.add_file(parts, entry);
        } else if kind.is_file() && archive::has_ending(&parts[parts.len() - 1]) {
            listing.archives.push(Nested { parts, content: NestedContent::File(entry) });
        }
    }
    Ok(())
}

/// The chapters directly in a folder of the course.
pub fn chapters_below(course: &Course, folder: &Path) -> Chapters {
    let folders = course.chapters.iter().map(|chapter| (&chapter.name, folder.join(&chapter.name)));
    let there = folders.filter(|(_, chapter)| is_folder(chapter) && is_folder(&chapter.join("src")));
    let sources = |src: &Path| read_sources(src).map_err(|error| format!("{error:#}"));
    there.map(|(name, chapter)| (name.clone(), sources(&chapter.join("src")))).collect()
}

/// All Rust files below a chapter's `src/`.
pub fn read_sources(src: &Path) -> Result<Sources> {
    let mut sources = Sources::new();
    read_into(&mut sources, src, Path::new(""), 0)?;
    if sources.is_empty() {
        bail!("there is no Rust file in src/");
    }
    Ok(sources)
}

fn read_into(sources: &mut Sources, folder: &Path, below: &Path, depth: usize) -> Result<()> {
    if depth > limits::DEPTH {
        bail!("src/{} lies too deep", below.display());
    }
    let entries = sorted_entries(folder)?;
    if entries.len() > limits::ENTRIES {
        bail!("src/{} holds {} entries", below.display(), entries.len());
    }
    for entry in entries {
        let name = file_name(&entry);
        if name.starts_with('.') {
            continue;
        }
        let name = below.join(name);
        let kind = fs::symlink_metadata(&entry).with_context(|| format!("failed to read src/{}", name.display()))?;
        if kind.is_dir() {
            read_into(sources, &entry, &name, depth + 1)?;
        } else if kind.is_file() && entry.extension().is_some_and(|extension| extension == "rs") {
            let text = read_source(&entry, &name)?;
            selection::add(sources, name, text)?;
        }
    }
    Ok(())
}

/// The text of a file, which messages call `src/{below}`.
pub fn read_source(file: &Path, below: &Path) -> Result<String> {
    let mut bytes = vec![];
    let open = fs::File::open(file).with_context(|| format!("failed to read src/{}", below.display()))?;
    open.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits::FILE {
        bail!(selection::too_large(below));
    }
    selection::text(below, bytes).map_err(anyhow::Error::msg)
}

/// `false` for a link to a folder.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}
