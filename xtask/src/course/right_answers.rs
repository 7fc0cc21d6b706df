//! Other right answers: versions of a chapter's functions, kept next to the reference as small files.

use super::functions;
use super::{Chapter, Course, Location, Sources};
use crate::files::{file_name, read, sorted_entries};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Another right version of one or more functions, from `solutions/chNN/right/*.rs`. Every test must accept it.
#[derive(Debug, Clone)]
pub struct RightAnswer {
    pub code: String,
    pub location: Location,
}

impl Chapter {
    pub fn right_answers(&self, course: &Course) -> Result<Vec<RightAnswer>> {
        let files = files(course, &Path::new("solutions").join(&self.name).join("right"))?;
        Ok(files.into_iter().map(|(location, code)| RightAnswer { code, location }).collect())
    }
}

/// Replaces functions in the sources by those of the same name in `code`. Everything else in `code`, such as imports
/// and helpers, is appended to each file that changed.
pub fn overlay(sources: &Sources, code: &str) -> Result<Sources> {
    let mut result = sources.clone();
    let mut replaced = vec![];
    let mut changed: Vec<PathBuf> = vec![];
    for (name, text) in &mut result {
        let (new, functions) = functions::overlay(text, code)?;
        if !functions.is_empty() {
            *text = new;
            changed.push(name.clone());
            replaced.extend(functions);
        }
    }
    if changed.is_empty() {
        bail!("it replaces no function of the chapter: a function has the name that it has in the reference");
    }
    let helpers = functions::without(code, &replaced)?;
    for name in changed {
        result.entry(name).and_modify(|text| text.push_str(&helpers));
    }
    Ok(result)
}

fn files(course: &Course, folder: &Path) -> Result<Vec<(Location, String)>> {
    let absolute = course.root.join(folder);
    if !absolute.is_dir() {
        return Ok(vec![]);
    }
    let mut found = vec![];
    for file in sorted_entries(&absolute)? {
        found.push((Location { file: folder.join(file_name(&file)), line: 1 }, read(&file)?));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helpers_and_imports_come_along() {
        let sources =
            Sources::from([("a.rs".into(), "pub fn f() {}\n".into()), ("b.rs".into(), "pub fn g() {}\n".into())]);
        let code = "//! Doc.\nuse std::fmt;\npub fn g() { h() }\nfn h() {}\n";
        let result = overlay(&sources, code).unwrap();
        assert_eq!(result[Path::new("a.rs")], "pub fn f() {}\n");
        assert_eq!(result[Path::new("b.rs")], "pub fn g() { h() }\n\nuse std::fmt;\n\nfn h() {}\n");
        assert!(overlay(&sources, "fn unknown() {}\n").is_err());
    }
}
