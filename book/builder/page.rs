//! One page of the book as Markdown, line by line: what the passes read and change before mdBook gets it.

mod directives;
mod markdown;

pub use markdown::{LineKind, Span};

use crate::files::slashes;
use anyhow::{Error, anyhow};
use std::path::{Path, PathBuf};

/// A line, and its place in the file. Lines that a pass adds carry the number of the directive's line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// Without its end.
    pub text: String,
}

/// A page on its way from its file to mdBook.
#[derive(Debug, Clone)]
pub struct Page {
    /// From the book's folder, such as `src/introduction.md`.
    pub file: PathBuf,
    pub lines: Vec<Line>,
}

impl Page {
    /// A page as it was read from `file`.
    pub fn new(file: &Path, text: &str) -> Page {
        let lines = text.lines().enumerate();
        Page {
            file: file.to_path_buf(),
            lines: lines.map(|(at, text)| Line { number: at + 1, text: text.into() }).collect(),
        }
    }

    /// The current Markdown.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// The chapter's package, `chNN`, for a page in the folder of that name.
    pub fn chapter(&self) -> Option<&str> {
        let folder = self.file.parent()?.strip_prefix("src").ok()?.to_str()?;
        let number = folder.strip_prefix("ch")?;
        (number.len() == 2 && number.chars().all(|c| c.is_ascii_digit())).then_some(folder)
    }

    /// An error with the place that it is about in front: `book/src/ch01.md:12: …`.
    pub fn error(&self, line: usize, message: impl std::fmt::Display) -> Error {
        anyhow!("book/{}:{line}: {message}", slashes(&self.file))
    }

    /// The headings, as `(line, text)`, without marks and attributes.
    pub fn headings(&self) -> Vec<(usize, String)> {
        let prose = self.lines.iter().zip(self.syntax()).filter(|(_, syntax)| syntax.kind == LineKind::Prose);
        prose
            .filter_map(|(line, _)| {
                let text = line.text.trim_start_matches('#');
                let marks = line.text.len() - text.len();
                let text = text.strip_prefix(' ').filter(|_| (1..=6).contains(&marks))?;
                Some((line.number, text.split(" {#").next().unwrap_or(text).trim().to_string()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/x.md"), text)
    }

    #[test]
    fn a_page_knows_its_chapter_by_its_folder() {
        assert_eq!(page("").chapter(), Some("ch01"));
        assert_eq!(Page::new(Path::new("src/introduction.md"), "").chapter(), None);
        assert_eq!(Page::new(Path::new("src/chapters/one.md"), "").chapter(), None);
    }

    #[test]
    fn headings_lose_their_marks_and_attributes() {
        assert_eq!(
            page("# One\n\n## Two {#two}\n```\n# three\n```").headings(),
            [(1, "One".into()), (3, "Two".into())]
        );
    }
}
