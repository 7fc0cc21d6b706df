//! Which files of a submission count: those of `chNN/src/`, at one place each.

use super::{Chapters, Sources, limits};
use crate::course::Course;
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// A file that may belong to a chapter: the folder in which its `chNN` stands, the chapter, and the path below `src/`.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    pub before: PathBuf,
    pub chapter: String,
    pub below: PathBuf,
}

/// Where a path of an archive belongs, if it is a source file of a chapter.
///
/// The chapters may stand in `exercises/`, and all of it in one more folder, as archives often have. Paths that try to
/// leave the archive belong nowhere.
pub fn place(course: &Course, path: &Path) -> Option<Place> {
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
    (allowed && !below.is_empty() && below.len() <= limits::DEPTH).then(|| Place {
        before: parts[..at].iter().collect(),
        chapter: parts[at].to_owned(),
        below: below.iter().collect(),
    })
}

/// The chapters that files make up. A chapter that stands at two places is refused: which one would count?
pub fn chapters(files: Vec<(Place, Result<String, String>)>) -> Chapters {
    let mut found: BTreeMap<String, (PathBuf, Result<Sources, String>)> = BTreeMap::new();
    for (place, text) in files {
        let Place { before, chapter, below } = place;
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

/// Adds one file to a chapter.
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

/// The text of a file, without the mark that some editors put at its beginning.
pub fn text(below: &Path, bytes: Vec<u8>) -> Result<String, String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(_) => Err(format!("src/{} is not UTF-8 text: save it again with the encoding UTF-8", below.display())),
    }
}

/// What is said of a file that is too large.
pub fn too_large(below: &Path) -> String {
    format!("src/{} is larger than {} KiB: sources are written by hand", below.display(), limits::FILE >> 10)
}
