//! Decides which files of a submission count, and for which chapter.
//!
//! The rule is `chNN/src/`, at any depth, and each chapter once. Only if there is none, `src/` or loose files count for
//! the chapter that `--chapter`, or the names of the course's own files, tell.

use super::limits;
use super::listing::{self, Listing, SourceFile};
use crate::course::{Chapter, Course, Sources};
use crate::files::{file_name, sorted_entries};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The chapters of a submission, each with its sources or the reason why they cannot be used.
pub type Chapters = BTreeMap<String, Result<Sources, String>>;

/// Where a chapter's sources are: the folder that holds them, and how many of a file's parts lead to it.
struct Place {
    chapter: String,
    /// The parts of the folder that is the chapter's.
    folder: Vec<String>,
    /// How many parts come before the path below `src/`.
    before: usize,
}

/// The chapters of a submission; `wanted` are those that are graded.
pub fn chapters(course: &Course, wanted: &[&Chapter], listing: &mut Listing) -> Chapters {
    let sources = std::mem::take(&mut listing.sources);
    let (in_chapters, others): (Vec<_>, Vec<_>) =
        sources.into_iter().partition(|file| place(course, &file.parts).is_some());
    let mut found = Found::default();
    if in_chapters.is_empty() {
        found.by_names(course, wanted, others, listing);
    } else {
        for file in in_chapters {
            found.extend(place(course, &file.parts), file);
        }
    }
    let mut chapters = found.chapters();
    for folder in &listing.folders {
        if let Some(Place { chapter, .. }) = place(course, &[folder.clone(), vec!["x.rs".into()]].concat()) {
            chapters.entry(chapter).or_insert_with(|| Err("there is no Rust file in src/".into()));
        }
    }
    chapters
}

/// Why there is no chapter in a submission.
pub fn nothing_found(course: &Course, wanted: &[&Chapter], listing: &Listing) -> String {
    let expected: Vec<String> = wanted.iter().map(|chapter| format!("`{}/src/`", chapter.name)).collect();
    let solutions =
        if listing.solutions && course.chapters.len() > 1 { ", and `solutions/` does not count" } else { "" };
    format!("there are no chapters in it: {}; expected {}{solutions}", listing.found(), expected.join(", "))
}

/// The place of a file in `chNN/src/`.
fn place(course: &Course, parts: &[String]) -> Option<Place> {
    let chapter_at =
        |at: usize| parts.get(at + 1)?.eq_ignore_ascii_case("src").then(|| chapter_of(course, &parts[at]))?;
    let (at, chapter) = (0..parts.len().saturating_sub(2)).find_map(|at| Some((at, chapter_at(at)?)))?;
    counts(&parts[..at]).then(|| Place { chapter, folder: parts[..=at].to_vec(), before: at + 2 })
}

fn counts(folders: &[String]) -> bool {
    !folders.iter().skip(1).any(|folder| listing::never_counts(folder))
}

/// The chapter that a folder is named after: `ch03`, and `CH03`, `ch3` or, as downloads are numbered, `ch03 (1)`.
fn chapter_of(course: &Course, folder: &str) -> Option<String> {
    let name = folder.to_lowercase();
    let rest = name.strip_prefix("chapter").or_else(|| name.strip_prefix("ch"))?;
    let rest = rest.trim_start_matches([' ', '_', '-']);
    let (digits, rest) = rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
    let copy = rest.trim_matches([' ', '(', ')', '-', '_']);
    let number: u32 = digits.parse().ok()?;
    let same = |chapter: &&Chapter| chapter.name.strip_prefix("ch").and_then(|it| it.parse().ok()) == Some(number);
    copy.bytes().all(|byte| byte.is_ascii_digit()).then(|| course.chapters.iter().find(same))?.map(|it| it.name.clone())
}

#[derive(Default)]
struct Found(BTreeMap<String, (Vec<String>, Result<Sources, String>)>);

impl Found {
    fn extend(&mut self, place: Option<Place>, file: SourceFile) {
        let Some(Place { chapter, folder, before }) = place else { return };
        let below: PathBuf = file.parts[before..].iter().collect();
        let new = || (folder.clone(), Ok(Sources::new()));
        let (first, sources) = self.0.entry(chapter.clone()).or_insert_with(new);
        if *first != folder {
            let (first, second) = (shown(first), shown(&folder));
            *sources = Err(format!("{chapter} is there twice, in {first} and in {second}: hand it in once"));
        }
        if let Ok(files) = sources {
            let text = usable_name(&below).and_then(|()| file.read(&below));
            if let Err(reason) = text.and_then(|text| add(files, below, text).map_err(|error| error.to_string())) {
                *sources = Err(reason);
            }
        }
    }

    /// `src/` alone, or loose files: a group for each folder, whose chapter is told by the names in it.
    fn by_names(&mut self, course: &Course, wanted: &[&Chapter], files: Vec<SourceFile>, listing: &Listing) {
        let files: Vec<SourceFile> = files.into_iter().filter(|file| counts(&file.parts)).collect();
        let has_src = files.iter().any(|file| src(&file.parts).is_some());
        let mut groups: BTreeMap<Vec<String>, Vec<SourceFile>> = BTreeMap::new();
        for file in files {
            let end = if has_src { src(&file.parts).map(|at| at + 1) } else { Some(file.parts.len() - 1) };
            if let Some(end) = end {
                groups.entry(file.parts[..end].to_vec()).or_default().push(file);
            }
        }
        let known = KnownNames::of(course);
        for (folder, files) in groups {
            let direct = files.iter().filter(|file| file.parts.len() == folder.len() + 1);
            let names: BTreeSet<&str> = direct.filter_map(|file| Some(file.parts.last()?.as_str())).collect();
            let named = folder.last().and_then(|name| chapter_of(course, name));
            let named = named.filter(|chapter| known.common(chapter, &names) > 0);
            let chapter = match named.map_or_else(|| known.chapter(wanted, &names), Ok) {
                Ok(chapter) => chapter,
                Err(chapters) => {
                    for chapter in chapters {
                        let reason = format!(
                            "{}, files of several chapters in one folder; expected each chapter's in its own, `{chapter}/src/`",
                            listing.found()
                        );
                        self.0.insert(chapter, (folder.clone(), Err(reason)));
                    }
                    continue;
                }
            };
            let before = folder.len();
            for file in files {
                self.extend(Some(Place { chapter: chapter.clone(), folder: folder.clone(), before }), file);
            }
            // Loose files are those that the student has written, and `lib.rs` is not one of them.
            if !has_src && let Some((_, Ok(sources))) = self.0.get_mut(&chapter) {
                let main = course.chapters.iter().find(|it| it.name == chapter).map(|it| course.exercise_sources(it));
                if let Some(main) = main.and_then(|src| std::fs::read_to_string(src.join("lib.rs")).ok()) {
                    sources.entry("lib.rs".into()).or_insert(main);
                }
            }
        }
    }

    fn chapters(self) -> Chapters {
        self.0.into_iter().map(|(chapter, (_, sources))| (chapter, sources)).collect()
    }
}

/// Where the folder `src` is.
fn src(parts: &[String]) -> Option<usize> {
    parts[..parts.len() - 1].iter().position(|part| part.eq_ignore_ascii_case("src"))
}

/// The names of the course's own files, by chapter.
struct KnownNames(Vec<(String, BTreeSet<String>)>);

impl KnownNames {
    fn of(course: &Course) -> Self {
        let names = |chapter| sorted_entries(&course.exercise_sources(chapter)).unwrap_or_default();
        let all = course.chapters.iter().map(|chapter| {
            let names = names(chapter).into_iter().map(|file| file_name(&file));
            (chapter.name.clone(), names.filter(|name| name.ends_with(".rs")).collect())
        });
        Self(all.collect())
    }

    /// How many of these names are a chapter's.
    fn common(&self, chapter: &str, names: &BTreeSet<&str>) -> usize {
        let known = self.0.iter().find(|(name, _)| name == chapter);
        known.map_or(0, |(_, known)| names.iter().filter(|name| known.contains(**name)).count())
    }

    /// The chapter whose files these are; the error has the chapters if they are of several, and is empty if of none.
    fn chapter(&self, wanted: &[&Chapter], names: &BTreeSet<&str>) -> Result<String, Vec<String>> {
        let holders = |name: &&&str| self.0.iter().filter(|(_, known)| known.contains(**name)).collect::<Vec<_>>();
        // Names that are in one chapter only.
        let telling: BTreeSet<&String> = names
            .iter()
            .filter_map(|name| <[_; 1]>::try_from(holders(&name)).ok())
            .map(|[(chapter, _)]| chapter)
            .collect();
        if telling.len() > 1 {
            return Err(telling.into_iter().cloned().collect());
        }
        if let [only] = wanted
            && self.common(&only.name, names) > 0
        {
            return Ok(only.name.clone());
        }
        let common = |(chapter, _): &(String, BTreeSet<String>)| self.common(chapter, names);
        let most = self.0.iter().map(common).max().filter(|most| *most > 0);
        let best: Vec<_> = self.0.iter().filter(|entry| Some(common(entry)) == most).collect();
        match best.as_slice() {
            [(chapter, _)] => Ok(chapter.clone()),
            _ => Err(vec![]),
        }
    }
}

fn shown(folder: &[String]) -> String {
    if folder.len() < 2 { "the top folder".into() } else { format!("{}/", folder[1..].join("/")) }
}

/// Refuses names that no file system, no compiler or no reader could do anything with.
fn usable_name(below: &Path) -> Result<(), String> {
    let too_deep = below.components().count() > limits::DEPTH;
    for part in below.iter().map(|part| part.to_string_lossy()) {
        let shown: String = part.chars().take(40).collect();
        if part.contains('\u{fffd}') {
            return Err(format!("the name src/…/{shown} is not UTF-8: rename it"));
        }
        if part.chars().any(char::is_control) {
            return Err(format!("the name src/…/{shown:?} holds a control character: rename it"));
        }
        if part.len() > limits::NAME {
            return Err(format!("the name src/…/{shown}… is longer than {} bytes: rename it", limits::NAME));
        }
    }
    if too_deep { Err(format!("src/{} lies too deep", below.display())) } else { Ok(()) }
}

pub fn add(sources: &mut Sources, below: PathBuf, text: String) -> Result<()> {
    if sources.len() == limits::FILES {
        bail!("a chapter has at most {} files", limits::FILES);
    }
    if sources.values().map(String::len).sum::<usize>() + text.len() > limits::CHAPTER {
        bail!("its sources are larger than {} MiB together: they are written by hand", limits::CHAPTER >> 20);
    }
    let lower = |path: &Path| PathBuf::from(path.to_string_lossy().to_lowercase());
    let name = lower(&below);
    for other in sources.keys() {
        let known = lower(other);
        if known == name {
            bail!(
                "src/{} and src/{} differ by capitals only, or are the same: rename one",
                other.display(),
                below.display()
            );
        }
        if known.starts_with(&name) || name.starts_with(&known) {
            bail!("src/{} and src/{} cannot both be: a name is a file or a folder", other.display(), below.display());
        }
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
