//! Known mistakes and other right answers: versions of a chapter's functions, kept next to the reference as small
//! files.

use super::functions;
use super::{Chapter, Course, Location, Sources};
use crate::files::{file_name, read, sorted_entries};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// A wrong version of a function that people really write, and the message that it must get.
///
/// `solutions/chNN/mistakes/t<task>_<name>.rs` says in its documentation what is wrong, has a line `//! Says: …` with
/// words from the first line of the message, and then the function.
#[derive(Debug, Clone)]
pub struct Mistake {
    pub task: u32,
    /// What is wrong, in one sentence.
    pub explanation: String,
    /// Words of the first line of the message.
    pub says: String,
    pub code: String,
    pub location: Location,
}

/// Another right version of one or more functions, from `solutions/chNN/right/*.rs`. Every test must accept it.
#[derive(Debug, Clone)]
pub struct RightAnswer {
    pub code: String,
    pub location: Location,
}

impl Chapter {
    pub fn mistakes(&self, course: &Course) -> Result<Vec<Mistake>> {
        let files = files(course, &Path::new("solutions").join(&self.name).join("mistakes"))?;
        files.into_iter().map(|(location, text)| parse(location, &text)).collect()
    }

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

fn parse(location: Location, text: &str) -> Result<Mistake> {
    let head: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let (says, explanation): (Vec<&str>, Vec<&str>) = head.iter().partition(|line| line.starts_with("Says:"));
    let task = file_name(&location.file).strip_prefix('t').and_then(|rest| rest.split_once('_')?.0.parse().ok());
    let (Some(task), [says]) = (task, says.as_slice()) else {
        bail!("{location}: a mistake is named `t<task>_<what>.rs` and has one line `//! Says: words of the message`");
    };
    let explanation = explanation.join(" ").trim().to_owned();
    if explanation.is_empty() {
        bail!("{location}: the first line says what is wrong, `//! The squares are summed, not averaged.`");
    }
    Ok(Mistake { task, explanation, says: says["Says:".len()..].trim().to_owned(), code: text.to_owned(), location })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_has_an_explanation_and_the_words_of_its_message() {
        let location = Location { file: "solutions/chNN/mistakes/t6_sum.rs".into(), line: 1 };
        let text = "//! The squares are summed,\n//! not averaged.\n//! Says: divide by n\n\npub fn mse() {}\n";
        let mistake = parse(location.clone(), text).unwrap();
        assert_eq!(mistake.task, 6);
        assert_eq!(mistake.explanation, "The squares are summed, not averaged.");
        assert_eq!(mistake.says, "divide by n");
        let error = parse(location.clone(), "//! Wrong.\n\npub fn mse() {}\n").unwrap_err();
        assert!(error.to_string().starts_with("solutions/chNN/mistakes/t6_sum.rs:1: a mistake is named"), "{error}");
        assert!(parse(location, "//! Says: divide\n").is_err());
    }

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
