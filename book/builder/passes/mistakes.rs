//! `{{mistakes CHAPTER}}`: the mistakes that the tests of a chapter know, each with what they say to it.

use crate::page::Page;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// A known mistake, as the first lines of its file tell it.
#[derive(Debug, PartialEq)]
struct Mistake {
    /// The task's number, from a file name such as `t6_sum.rs`.
    task: u32,
    /// What goes wrong, in a sentence or two.
    explanation: String,
    /// What the tests say to it.
    says: String,
}

/// Replaces each `{{mistakes CHAPTER}}` by a list of what is in `solutions/CHAPTER/mistakes/`.
pub fn expand(root: &Path, page: &mut Page) -> Result<()> {
    page.expand_blocks("mistakes", |page, line, words| {
        let [chapter] = words else { bail!(page.error(line, "write {{mistakes CHAPTER}}, with one chapter")) };
        let mistakes = read(root, chapter).map_err(|error| page.error(line, format!("{error:#}")))?;
        Ok(mistakes.chunk_by(|a, b| a.task == b.task).flat_map(|mistakes| draw(chapter, mistakes)).collect())
    })
}

fn read(root: &Path, chapter: &str) -> Result<Vec<Mistake>> {
    let folder = format!("solutions/{chapter}/mistakes");
    let entries = std::fs::read_dir(root.join(&folder)).with_context(|| format!("{folder} cannot be read"))?;
    let mut files: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    files.retain(|file| file.ends_with(".rs"));
    files.sort_unstable();
    let mut mistakes = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(root.join(&folder).join(file))?;
        mistakes.push(parse(file, &text).with_context(|| format!("{folder}/{file}"))?);
    }
    if mistakes.is_empty() {
        bail!("{folder} has no mistakes yet: put one there, or take {{{{mistakes {chapter}}}}} out");
    }
    mistakes.sort_by_key(|mistake| mistake.task);
    Ok(mistakes)
}

fn parse(file: &str, text: &str) -> Result<Mistake> {
    let task = file.strip_prefix('t').and_then(|rest| rest.split('_').next()?.parse().ok());
    let task = task.context("its name must begin with its task, as in t6_sum.rs")?;
    let doc: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let says = doc.iter().position(|line| line.starts_with("Says:")).context("no line begins with `//! Says:`")?;
    let explanation = doc[..says].join(" ").trim().to_string();
    let said: Vec<&str> = doc[says..].iter().copied().take_while(|line| !line.is_empty()).collect();
    let said = said.join(" ").trim_start_matches("Says:").trim().to_string();
    if explanation.is_empty() || said.is_empty() {
        bail!("it must begin with `//!` and what goes wrong, then `//! Says:` and what the tests say");
    }
    Ok(Mistake { task, explanation, says: said })
}

/// The mistakes of one task.
fn draw(chapter: &str, mistakes: &[Mistake]) -> Vec<String> {
    let task = mistakes[0].task;
    let mut lines = vec![format!("[Task {task}](#{chapter}-t{task}):"), String::new()];
    for Mistake { explanation, says, .. } in mistakes {
        lines.push(format!("- {explanation}\\"));
        lines.push(format!("  <span class=\"nn-says\">The test says:</span> “… {} …”", escape(says)));
    }
    lines.push(String::new());
    lines
}

/// A message is text: its stars and angle brackets are no Markdown.
fn escape(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if "\\*_<>[]$`{}".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_of_a_mistake_tell_it() {
        let text =
            "//! The squares are added up\n//! and not averaged.\n//! Says: you returned 3× the value\n\nfn x() {}\n";
        let mistake = parse("t6_sum.rs", text).unwrap();
        assert_eq!(mistake.task, 6);
        assert_eq!(mistake.explanation, "The squares are added up and not averaged.");
        assert_eq!(mistake.says, "you returned 3× the value");
    }

    #[test]
    fn a_mistake_that_does_not_say_what_is_said_is_refused() {
        assert!(parse("t6_sum.rs", "//! Added up.\n").unwrap_err().to_string().contains("Says:"));
        assert!(parse("sum.rs", "//! Added up.\n").unwrap_err().to_string().contains("t6_sum.rs"));
    }

    #[test]
    fn a_chapter_without_mistakes_fails_and_says_where_they_belong() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("solutions/ch01/mistakes")).unwrap();
        let mut page = Page::new(Path::new("src/ch01.md"), "a\n{{mistakes ch01}}");
        let error = expand(root.path(), &mut page).unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01.md:2: solutions/ch01/mistakes has no mistakes yet"), "{error}");
    }
}
