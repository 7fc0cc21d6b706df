//! Reads a submission from a folder. Only regular files count; links are not followed.

use super::limits;
use super::selection::{self, Chapters};
use crate::course::{Course, Sources};
use crate::files::{file_name, sorted_entries};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The chapters in this folder, in its `exercises/`, or in the only folder inside it.
pub fn chapters(course: &Course, folder: &Path) -> Result<Chapters> {
    if course.chapters.iter().any(|chapter| chapter.name == file_name(folder)) && is_folder(&folder.join("src")) {
        let only = file_name(folder);
        return Ok(Chapters::from([(only, sources(&folder.join("src")))]));
    }
    let mut places = vec![folder.to_owned(), folder.join("exercises")];
    places.retain(|place| is_folder(place));
    let inner: Vec<PathBuf> = sorted_entries(folder)?.into_iter().filter(|entry| is_folder(entry)).collect();
    if let [only] = inner.as_slice()
        && file_name(only) != "exercises"
    {
        places.extend([only.clone(), only.join("exercises")]);
    }
    let mut found = Chapters::new();
    for place in places {
        for (chapter, sources) in chapters_below(course, &place) {
            let twice = Err(format!("{chapter} is there twice, also in {}/: hand it in once", file_name(&place)));
            found.entry(chapter).and_modify(|first| *first = twice).or_insert(sources);
        }
    }
    if found.is_empty() {
        let known: Vec<String> = course.chapters.iter().map(|chapter| format!("{}/src", chapter.name)).collect();
        bail!("there are no chapters in it: it should hold {}", known.join(", "));
    }
    Ok(found)
}

/// The chapters directly in a folder.
pub fn chapters_below(course: &Course, folder: &Path) -> Chapters {
    let folders = course.chapters.iter().map(|chapter| (&chapter.name, folder.join(&chapter.name)));
    let there = folders.filter(|(_, chapter)| is_folder(chapter) && is_folder(&chapter.join("src")));
    there.map(|(name, chapter)| (name.clone(), sources(&chapter.join("src")))).collect()
}

fn sources(src: &Path) -> Result<Sources, String> {
    read_sources(src).map_err(|error| format!("{error:#}"))
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
        let name = below.join(file_name(&entry));
        let kind = fs::symlink_metadata(&entry).with_context(|| format!("failed to read src/{}", name.display()))?;
        if kind.is_dir() {
            read_into(sources, &entry, &name, depth + 1)?;
        } else if kind.is_file() && entry.extension().is_some_and(|extension| extension == "rs") {
            let text = read(&entry, &name)?;
            selection::add(sources, name, text)?;
        }
    }
    Ok(())
}

fn read(file: &Path, below: &Path) -> Result<String> {
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
