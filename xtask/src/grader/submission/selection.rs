//! Decides which files of a submission count: those in `chNN/src/`, where each chapter occurs once.

use super::limits;
use crate::course::{Course, Sources};
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// The chapters of a submission, each with its sources or the reason why they cannot be used.
pub type Chapters = BTreeMap<String, Result<Sources, String>>;

/// A source file of a chapter: the folder that contains `chNN`, the chapter, and the path below `src/`.
#[derive(Debug, PartialEq, Eq)]
pub struct ChapterFile {
    pub before: PathBuf,
    pub chapter: String,
    pub below: PathBuf,
}

/// The file that a path in an archive means, if it is a source file of a chapter.
///
/// The chapters may be in `exercises/`, and all of it in one more folder, as is common in archives. A path that leads
/// out of the archive is ignored.
pub fn chapter_file(course: &Course, path: &Path) -> Option<ChapterFile> {
    if path.extension().is_none_or(|extension| extension != "rs") {
        return None;
    }
    let mut parts = vec![];
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    let at = parts.iter().position(|part| course.chapters.iter().any(|chapter| chapter.name == *part))?;
    let allowed = match &parts[..at] {
        [] | [_] => true,
        [_, inner] => *inner == "exercises",
        _ => false,
    };
    let below = parts.get(at + 1).filter(|part| **part == "src").map(|_| &parts[at + 2..])?;
    (allowed && !below.is_empty() && below.len() <= limits::DEPTH).then(|| ChapterFile {
        before: parts[..at].iter().collect(),
        chapter: parts[at].to_owned(),
        below: below.iter().collect(),
    })
}

/// Groups files by chapter. A chapter in two places is refused, since it is not clear which one counts.
pub fn chapters(files: Vec<(ChapterFile, Result<String, String>)>) -> Chapters {
    let mut found: BTreeMap<String, (PathBuf, Result<Sources, String>)> = BTreeMap::new();
    for (file, text) in files {
        let ChapterFile { before, chapter, below } = file;
        let (first, sources) = found.entry(chapter.clone()).or_insert_with(|| (before.clone(), Ok(Sources::new())));
        if *first != before {
            *sources = Err(format!(
                "{chapter} is there twice, in {} and in {}: hand it in once",
                shown(first),
                shown(&before)
            ));
        }
        if let Ok(files) = sources
            && let Err(reason) = text.and_then(|text| add(files, below, text).map_err(|error| error.to_string()))
        {
            *sources = Err(reason);
        }
    }
    found.into_iter().map(|(chapter, (_, sources))| (chapter, sources)).collect()
}

fn shown(folder: &Path) -> String {
    if folder.as_os_str().is_empty() { "the top folder".into() } else { format!("{}/", folder.display()) }
}

pub fn add(sources: &mut Sources, below: PathBuf, text: String) -> Result<()> {
    if sources.len() == limits::FILES {
        bail!("a chapter has at most {} files", limits::FILES);
    }
    let name = below.to_string_lossy().to_lowercase();
    if let Some(other) = sources.keys().find(|other| other.to_string_lossy().to_lowercase() == name) {
        bail!(
            "src/{} and src/{} differ by capitals only, or are the same: rename one",
            other.display(),
            below.display()
        );
    }
    sources.insert(below, text);
    Ok(())
}

/// The text of a file, without a byte order mark.
pub fn text(below: &Path, bytes: Vec<u8>) -> Result<String, String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(_) => Err(format!("src/{} is not UTF-8 text: save it again with the encoding UTF-8", below.display())),
    }
}

pub fn too_large(below: &Path) -> String {
    format!("src/{} is larger than {} KiB: sources are written by hand", below.display(), limits::FILE >> 10)
}
