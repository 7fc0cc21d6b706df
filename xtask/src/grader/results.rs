//! The folder that `grade --out` writes: one file for each submission, written as soon as it is graded, and the
//! reports.

use super::hash::Hash;
use super::marks::{ChapterMarks, GraderVersion, Marks};
use super::report::csv::Csv;
use super::report::html::{self, Row};
use super::report::json::Json;
use super::report::junit::Junit;
use super::report::statistics::Statistics;
use super::report::{ReportWriter, gradescope};
use super::submission::{Other, SubmissionPath};
use crate::course::{Chapter, Course};
use crate::exit::Usage;
use crate::files::{sorted_entries, write_atomically};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

pub struct Results {
    folder: PathBuf,
}

/// The file with what lay beside the submissions.
const OTHERS: &str = "others.json";

/// The file of one submission.
#[derive(Debug, Serialize, Deserialize)]
pub struct Graded {
    #[serde(rename = "kit")]
    pub version: GraderVersion,
    /// The chapters that were graded.
    pub chapters: Vec<String>,
    pub marks: Marks,
}

impl Results {
    /// A folder for new results. If there are results already, `resume` must be set.
    pub fn create(folder: &Path, resume: bool) -> Result<Self> {
        let results = Self { folder: folder.to_owned() };
        if !resume && results.any()? {
            bail!(Usage(format!(
                "{} holds results already: add --resume to keep them and grade the rest, or name another folder",
                folder.display()
            )));
        }
        for below in ["results", "students", "gradescope", "junit"] {
            let folder = folder.join(below);
            fs::create_dir_all(&folder)
                .map_err(|error| Usage(format!("--out: failed to create the folder {}: {error}", folder.display())))?;
        }
        // Files that an earlier run was writing when it was killed.
        for file in sorted_entries(&folder.join("results"))? {
            if file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".tmp")) {
                let _ = fs::remove_file(file);
            }
        }
        Ok(results)
    }

    /// A folder that `grade --out` has written before.
    pub fn open(folder: &Path) -> Result<Self> {
        let results = Self { folder: folder.to_owned() };
        if !folder.join("results").is_dir() {
            bail!(Usage(format!(
                "{} holds no results: name a folder that `grade --out` has written",
                folder.display()
            )));
        }
        Ok(results)
    }

    fn any(&self) -> Result<bool> {
        let folder = self.folder.join("results");
        Ok(folder.is_dir() && fs::read_dir(&folder)?.next().is_some())
    }

    fn file(&self, id: &str) -> PathBuf {
        self.folder.join("results").join(file_name(id)).with_added_extension("json")
    }

    /// The file of a submission; `None` also if it is damaged.
    fn read(&self, id: &str) -> Option<Graded> {
        serde_json::from_slice(&fs::read(self.file(id)).ok()?).ok()
    }

    /// The marks of a submission for these chapters from the same grader.
    pub fn get(&self, path: &SubmissionPath, version: &GraderVersion, chapters: &[&Chapter]) -> Option<Graded> {
        let graded = self.read(&path.id)?;
        let same = graded.version == *version && graded.marks.id == path.id;
        (same && graded.chapters.iter().eq(chapters.iter().map(|chapter| &chapter.name))).then_some(graded)
    }

    /// Writes the marks of a submission. If the grader failed on a chapter, earlier marks stay.
    pub fn put(&self, graded: &Graded) -> Result<()> {
        let is_complete = |graded: &Graded| graded.marks.infra().is_none();
        if !is_complete(graded) && self.read(&graded.marks.id).is_some_and(|before| is_complete(&before)) {
            return Ok(());
        }
        write_atomically(&self.file(&graded.marks.id), &serde_json::to_vec(graded)?)
    }

    /// Remembers what lay beside the submissions, each with why it is none.
    pub fn put_others(&self, others: BTreeSet<Other>) -> Result<()> {
        write_atomically(&self.folder.join(OTHERS), &serde_json::to_vec(&others)?)
    }

    pub fn others(&self) -> BTreeSet<Other> {
        let bytes = fs::read(self.folder.join(OTHERS)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// All results in the order of their names, with one in memory at a time.
    pub fn each(&self, mut with: impl FnMut(Graded) -> Result<()>) -> Result<()> {
        for file in sorted_entries(&self.folder.join("results"))? {
            if file.extension().is_some_and(|extension| extension == "json") {
                let bytes = fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?;
                let graded = serde_json::from_slice(&bytes).with_context(|| {
                    format!("{} is damaged: delete it, and grade again with --resume", file.display())
                })?;
                with(graded)?;
            }
        }
        Ok(())
    }

    /// Writes all reports: JSON, CSV, JUnit, Gradescope, HTML.
    pub fn write_reports(&self, course: &Course, version: &GraderVersion, chapters: &[&Chapter]) -> Result<()> {
        self.write_all(course, version, chapters).with_context(|| {
            format!("failed to write the reports into {}; the marks are kept, --resume goes on", self.folder.display())
        })
    }

    fn write_all(&self, course: &Course, version: &GraderVersion, chapters: &[&Chapter]) -> Result<()> {
        let create = |name: &str| -> Result<BufWriter<File>> {
            let file = self.folder.join(name);
            Ok(BufWriter::new(File::create(&file).with_context(|| format!("failed to write {}", file.display()))?))
        };
        let others = self.others();
        let mut writers: Vec<Box<dyn ReportWriter>> = vec![
            Box::new(Json::begin(create("report.json")?, version, &others)?),
            Box::new(Csv::begin(create("marks.csv")?, chapters)?),
        ];
        let (mut statistics, mut rows) = (Statistics::default(), vec![]);
        self.each(|Graded { marks, .. }| {
            for writer in &mut writers {
                writer.submission(&marks)?;
            }
            let name = file_name(&marks.id);
            // A platform takes what is in the file for the mark.
            if marks.infra().is_none() {
                fs::write(
                    self.folder.join("gradescope").join(&name).with_added_extension("json"),
                    gradescope::render(&marks)?,
                )?;
            }
            fs::write(
                self.folder.join("students").join(&name).with_added_extension("html"),
                html::student(course, &marks),
            )?;
            let mut junit = Box::new(Junit::begin(create(&format!("junit/{name}.xml"))?));
            junit.submission(&marks)?;
            junit.finish()?;
            statistics.add(&marks);
            rows.push(Row {
                page: format!("students/{}.html", name.replace('%', "%25")),
                score: marks.graded(),
                chapters: marks.chapters.iter().map(ChapterMarks::graded).collect(),
                unread: marks.unread().map(str::to_owned),
                id: marks.id,
            });
            Ok(())
        })?;
        for writer in writers {
            writer.finish()?;
        }
        write_atomically(
            &self.folder.join("index.html"),
            html::class(course, version, &rows, &others, &statistics).as_bytes(),
        )
    }
}

/// A file name for any submission: letters and digits stay, everything else is written as its bytes. A long name is cut
/// and ends with a hash, so that no two submissions share a file.
pub fn file_name(id: &str) -> String {
    let mut name = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => name.push(char::from(byte)),
            _ => name.push_str(&format!("%{byte:02x}")),
        }
    }
    if name.len() > LONGEST_NAME {
        name.truncate(LONGEST_NAME - 17);
        name.push('-');
        let mut hash = Hash::default();
        hash.add(id);
        name.push_str(&hash.hex()[..16]);
    }
    name
}

/// With its extension and the suffix of a temporary file, a name stays below the 255 bytes that file systems allow.
const LONGEST_NAME: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_leave_the_folder() {
        assert_eq!(file_name("anna-2"), "anna-2");
        assert_eq!(file_name("../x"), "%2e%2e%2fx");
        assert_eq!(file_name("Анна"), "%d0%90%d0%bd%d0%bd%d0%b0");
    }

    #[test]
    fn long_names_that_begin_alike_have_files_of_their_own() {
        let long = "Лабораторная работа по нейронным сетям, группа 1, ".to_owned();
        let (anna, boris) = (file_name(&(long.clone() + "Анна")), file_name(&(long + "Борис")));
        assert!(anna != boris && anna.len() == LONGEST_NAME, "{anna} {boris}");
    }
}
