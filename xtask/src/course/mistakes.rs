//! Known mistakes and other right answers: versions of a chapter's functions, kept beside the reference as small files.

use super::{Chapter, Course, Place, file_name, sorted_entries};
use crate::functions;
use crate::submission::Sources;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// A wrong version of a function that people really write, and the message that it must get.
///
/// It stands in `solutions/chNN/mistakes/t<task>_<name>.rs`: what is wrong in one sentence as the file's documentation,
/// then a line `//! Says: …` with words of the message's first line, then the function.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// The number of the task.
    pub task: u32,
    /// What is wrong, in one sentence.
    pub explanation: String,
    /// Words of the first line of the message.
    pub says: String,
    /// The wrong function.
    pub code: String,
    /// Where it stands.
    pub place: Place,
}

/// Another right way to write one or more functions of a chapter, from `solutions/chNN/right/*.rs`: every test must
/// accept it.
#[derive(Debug, Clone)]
pub struct RightAnswer {
    /// The functions.
    pub code: String,
    /// Where it stands.
    pub place: Place,
}

impl Chapter {
    /// The chapter's known mistakes, by task.
    pub fn mistakes(&self, course: &Course) -> Result<Vec<Mistake>> {
        let files = files(course, &Path::new("solutions").join(&self.name).join("mistakes"))?;
        files.into_iter().map(|(place, text)| parse(place, &text)).collect()
    }

    /// The chapter's other right answers.
    pub fn right_answers(&self, course: &Course) -> Result<Vec<RightAnswer>> {
        let files = files(course, &Path::new("solutions").join(&self.name).join("right"))?;
        Ok(files.into_iter().map(|(place, code)| RightAnswer { code, place }).collect())
    }
}

/// The sources with the functions of `code` in the place of those with the same names. What else `code` holds is added
/// to each file that changed.
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

fn files(course: &Course, folder: &Path) -> Result<Vec<(Place, String)>> {
    let absolute = course.root.join(folder);
    if !absolute.is_dir() {
        return Ok(vec![]);
    }
    let mut found = vec![];
    for file in sorted_entries(&absolute)? {
        let text = fs::read_to_string(&file).with_context(|| format!("failed to read {}", file.display()))?;
        found.push((Place { file: folder.join(file_name(&file)), line: 1 }, text));
    }
    Ok(found)
}

fn parse(place: Place, text: &str) -> Result<Mistake> {
    let head: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let (says, explanation): (Vec<&str>, Vec<&str>) = head.iter().partition(|line| line.starts_with("Says:"));
    let task = file_name(&place.file).strip_prefix('t').and_then(|rest| rest.split_once('_')?.0.parse().ok());
    let (Some(task), [says]) = (task, says.as_slice()) else {
        bail!("{place}: a mistake is named `t<task>_<what>.rs` and has one line `//! Says: words of the message`");
    };
    let explanation = explanation.join(" ").trim().to_owned();
    if explanation.is_empty() {
        bail!("{place}: the first line says what is wrong, `//! The squares are summed, not averaged.`");
    }
    Ok(Mistake { task, explanation, says: says["Says:".len()..].trim().to_owned(), code: text.to_owned(), place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_has_an_explanation_and_the_words_of_its_message() {
        let place = Place { file: "solutions/ch01/mistakes/t6_sum.rs".into(), line: 1 };
        let text = "//! The squares are summed,\n//! not averaged.\n//! Says: divide by n\n\npub fn mse() {}\n";
        let mistake = parse(place.clone(), text).unwrap();
        assert_eq!(mistake.task, 6);
        assert_eq!(mistake.explanation, "The squares are summed, not averaged.");
        assert_eq!(mistake.says, "divide by n");
        let error = parse(place.clone(), "//! Wrong.\n\npub fn mse() {}\n").unwrap_err();
        assert!(error.to_string().starts_with("solutions/ch01/mistakes/t6_sum.rs:1: a mistake is named"), "{error}");
        assert!(parse(place, "//! Says: divide\n").is_err());
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
