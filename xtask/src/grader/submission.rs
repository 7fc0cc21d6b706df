//! Reads submissions. Only the Rust files in `src/` of each chapter count.

mod archive;
mod download;
mod folder;
mod limits;
mod listing;
mod paths;
mod selection;

pub use folder::read_sources;
pub use paths::{FoundPaths, Other, SubmissionPath};

use crate::course::{Chapter, Course, Sources};
use crate::exit::Usage;
use crate::files::file_name;
use anyhow::{Context, Result, bail};
use listing::{Listing, Nested, NestedContent};
use selection::Chapters;
use std::fs::{self, File};
use std::io::Cursor;
use std::path::Path;

/// The sources of some or all chapters, by one author.
#[derive(Debug)]
pub struct Submission {
    /// The name in reports.
    pub id: String,
    /// The folder that messages name: `exercises`, or `solutions` for the reference.
    pub folder: &'static str,
    chapters: Chapters,
    /// Why nothing could be read from it.
    refused: Option<String>,
}

impl Submission {
    /// The reference solutions.
    pub fn reference(course: &Course) -> Result<Self> {
        let folder = course.root.join("solutions");
        if !folder.is_dir() {
            bail!(Usage(
                "this checkout has no solutions/: it is the students' edition. \
                 `cargo xtask grade exercises` grades your own work"
                    .into()
            ));
        }
        let chapters = folder::chapters_below(course, &folder);
        Ok(Self { id: "reference".into(), folder: "solutions", chapters, refused: None })
    }

    /// Reads folders, archives or single files: a copy of the repository, of its `exercises/`, or of single chapters.
    ///
    /// Fails only if the path is wrong. Problems inside the submission are kept and cost the student the marks.
    pub fn open(course: &Course, entry: &SubmissionPath) -> Result<Self> {
        Self::open_for(course, &course.chapters.iter().collect::<Vec<_>>(), entry)
    }

    /// The same where only some chapters are graded, which may tell whose sources an `src/` holds.
    pub fn open_for(course: &Course, wanted: &[&Chapter], entry: &SubmissionPath) -> Result<Self> {
        let mut listing = Listing::default();
        let mut listed = Ok(());
        for path in &entry.paths {
            let metadata = fs::metadata(path).with_context(|| format!("failed to open {}", path.display()))?;
            listed = listed.and_then(|()| list(&mut listing, path, metadata.is_dir()));
        }
        let found = listed.and_then(|()| chapters(course, wanted, &mut listing));
        let (chapters, refused) = match found {
            Ok(chapters) => (chapters, None),
            Err(reason) => (Chapters::new(), Some(format!("{reason:#}"))),
        };
        Ok(Self { id: entry.id.clone(), folder: "exercises", chapters, refused })
    }

    /// The reference solutions have to be right.
    pub fn is_reference(&self) -> bool {
        self.folder == "solutions"
    }

    pub fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// The sources of a chapter, or the reason why there are none.
    pub fn sources(&self, chapter: &Chapter) -> Result<&Sources, String> {
        if let Some(reason) = &self.refused {
            return Err(reason.clone());
        }
        match self.chapters.get(&chapter.name) {
            Some(Ok(sources)) => Ok(sources),
            Some(Err(reason)) => Err(reason.clone()),
            None => Err(format!("{} was not handed in: there is no {}/src", chapter.name, chapter.name)),
        }
    }
}

/// Lists a folder, an archive or a single source file.
fn list(listing: &mut Listing, path: &Path, is_folder: bool) -> Result<()> {
    let name = file_name(path);
    let name = download::file(&name);
    let top = [archive::stem(name).to_owned()];
    if is_folder {
        folder::list(listing, path, &top)
    } else if !archive::has_ending(name) && listing::is_source(&[name.into()]) {
        // Several files of one student lie side by side.
        let parts = vec![String::new(), name.to_owned()];
        listing.note(&parts, false);
        listing.add_file(parts, path.to_owned());
        Ok(())
    } else {
        archive::list(listing, File::open(path).context("the archive cannot be opened")?, &top)
    }
}

/// The chapters in what is listed. If there are none, the archives in it are opened.
fn chapters(course: &Course, wanted: &[&Chapter], listing: &mut Listing) -> Result<Chapters> {
    for _ in 0..=limits::NESTED {
        let students: Vec<&str> = listing.names_at_top().filter(|name| download::is_from_a_platform(name)).collect();
        if let [first, _, ..] = students.as_slice() {
            bail!("this is the download of a class, with `{first}` and others: unpack it, and name what is in it");
        }
        let chapters = selection::chapters(course, wanted, listing);
        if !chapters.is_empty() {
            return Ok(chapters);
        }
        let archives = std::mem::take(&mut listing.archives);
        if archives.is_empty() {
            break;
        }
        for Nested { mut parts, content } in archives {
            let name = parts[1..].join("/");
            if let Some(last) = parts.last_mut() {
                *last = archive::stem(last).to_owned();
            }
            match content {
                NestedContent::File(file) => {
                    File::open(file).map_err(Into::into).and_then(|file| archive::list(listing, file, &parts))
                }
                NestedContent::Bytes(bytes) => archive::list(listing, Cursor::new(bytes), &parts),
            }
            .with_context(|| format!("{name} in it"))?;
        }
    }
    bail!(selection::nothing_found(course, wanted, listing))
}
