//! What somebody handed in. Only `src/**/*.rs` of each chapter is ever read from it.

use crate::course::{Chapter, Course, file_name, sorted_entries};
use crate::exit::Usage;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The sources of some or all chapters, by one author.
#[derive(Debug)]
pub struct Submission {
    /// The name under which it is reported.
    pub id: String,
    /// The folder that its messages speak of: `exercises`, or `solutions` for the reference.
    pub folder: &'static str,
    chapters: BTreeMap<String, Result<Sources, String>>,
}

/// The sources of one chapter: each file by its path below `src/`.
pub type Sources = BTreeMap<PathBuf, String>;

impl Submission {
    /// The reference solutions.
    pub fn reference(course: &Course) -> Result<Self> {
        let folder = course.root.join("solutions");
        if !folder.is_dir() {
            bail!(Usage(
                "this checkout has no solutions/: it is the students' edition. `cargo xtask grade exercises` grades your own work".into()
            ));
        }
        Ok(Self {
            id: "reference".into(),
            folder: "solutions",
            chapters: read_chapters(course, |chapter| folder.join(&chapter.name)),
        })
    }

    /// A submission in a folder: a copy of the repository, of its `exercises/`, or of single chapters.
    pub fn open(course: &Course, path: &Path) -> Result<Self> {
        if !path.exists() {
            bail!(Usage(format!("{} does not exist: name a folder with exercises", path.display())));
        }
        if !path.is_dir() {
            bail!(Usage(format!("{} is not a folder: name the folder that holds the chapters", path.display())));
        }
        let path = &fs::canonicalize(path).with_context(|| format!("failed to open {}", path.display()))?;
        let inner = path.join("exercises");
        let folder = if inner.is_dir() { &inner } else { path };
        let chapters = if course.chapters.iter().any(|chapter| chapter.name == file_name(path)) {
            let only = file_name(path);
            let mut chapters = read_chapters(course, |_| path.clone());
            chapters.retain(|name, _| *name == only);
            chapters
        } else {
            read_chapters(course, |chapter| folder.join(&chapter.name))
        };
        if chapters.is_empty() {
            let known: Vec<String> = course.chapters.iter().map(|chapter| format!("{}/src", chapter.name)).collect();
            bail!(Usage(format!("there are no chapters in {}: it should hold {}", path.display(), known.join(", "))));
        }
        Ok(Self { id: file_name(path), folder: "exercises", chapters })
    }

    /// The sources of a chapter, or the reason why there are none.
    pub fn sources(&self, chapter: &Chapter) -> Result<&Sources, String> {
        match self.chapters.get(&chapter.name) {
            Some(Ok(sources)) => Ok(sources),
            Some(Err(reason)) => Err(reason.clone()),
            None => Err(format!("{} was not handed in: there is no {}/src", chapter.name, chapter.name)),
        }
    }
}

fn read_chapters(course: &Course, folder: impl Fn(&Chapter) -> PathBuf) -> BTreeMap<String, Result<Sources, String>> {
    let present =
        course.chapters.iter().map(|chapter| (chapter, folder(chapter).join("src"))).filter(|(_, src)| src.is_dir());
    present
        .map(|(chapter, src)| (chapter.name.clone(), read_sources(&src).map_err(|error| format!("{error:#}"))))
        .collect()
}

/// All Rust files below a chapter's `src/`.
pub fn read_sources(src: &Path) -> Result<Sources> {
    let mut sources = Sources::new();
    read_into(&mut sources, src, Path::new(""))?;
    if sources.is_empty() {
        bail!("there is no Rust file in {}", src.display());
    }
    Ok(sources)
}

fn read_into(sources: &mut Sources, folder: &Path, below: &Path) -> Result<()> {
    for entry in sorted_entries(folder)? {
        let name = below.join(file_name(&entry));
        if entry.is_dir() {
            read_into(sources, &entry, &name)?;
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let bytes = fs::read(&entry).with_context(|| format!("failed to read {}", entry.display()))?;
            let Ok(text) = String::from_utf8(bytes) else {
                bail!("src/{} is not UTF-8 text: save it again with the encoding UTF-8", name.display());
            };
            sources.insert(name, text);
        }
    }
    Ok(())
}
