//! One page of the book as Markdown, line by line.

use crate::nearest::nearest;
use crate::spans::{Span, spans};
use anyhow::{Error, Result, anyhow, bail};
use std::path::{Path, PathBuf};

/// A line, and where it stands in the file. Lines that a pass adds carry the number of the line that asked for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// Without its end.
    pub text: String,
}

/// What a line is to Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Running text: directives and inline formulas are read here.
    Prose,
    /// The opening line of a fence, or its closing line.
    Fence,
    /// Inside a `math` fence: directives are read, so that a formula can show a computed number.
    Math,
    /// Inside any other fence: left as it is.
    Code,
}

/// A page on its way from its file to mdBook.
#[derive(Debug, Clone)]
pub struct Page {
    /// From the book's folder: `src/ch01-linear-regression.md`.
    pub file: PathBuf,
    /// What stands in it by now.
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

    /// The Markdown that has become of it.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// The chapter's package, `ch01`, for a page whose file name begins with it.
    pub fn chapter(&self) -> Option<&str> {
        let name = self.file.file_name()?.to_str()?.get(..4)?;
        let number = name.strip_prefix("ch")?;
        number.chars().all(|c| c.is_ascii_digit()).then_some(name)
    }

    /// An error with the place that it is about in front: `book/src/ch01.md:12: …`.
    pub fn error(&self, line: usize, message: impl std::fmt::Display) -> Error {
        anyhow!("book/{}:{line}: {message}", self.file.display().to_string().replace('\\', "/"))
    }

    /// The headings, as `(line, text)`, without marks and attributes.
    pub fn headings(&self) -> Vec<(usize, String)> {
        let prose = self.lines.iter().zip(self.kinds()).filter(|(_, kind)| *kind == Kind::Prose);
        prose
            .filter_map(|(line, _)| {
                let text = line.text.trim_start_matches('#');
                let marks = line.text.len() - text.len();
                let text = text.strip_prefix(' ').filter(|_| (1..=6).contains(&marks))?;
                Some((line.number, text.split(" {#").next().unwrap_or(text).trim().to_string()))
            })
            .collect()
    }

    /// What each line is to Markdown.
    pub fn kinds(&self) -> Vec<Kind> {
        let mut open: Option<Fence> = None;
        let mut kinds = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let fence = Fence::read(&line.text);
            kinds.push(match (&open, fence) {
                (None, None) => Kind::Prose,
                (None, Some(fence)) => {
                    open = Some(fence);
                    Kind::Fence
                }
                (Some(opened), Some(fence)) if fence.closes(opened) => {
                    open = None;
                    Kind::Fence
                }
                (Some(opened), _) if opened.language == "math" => Kind::Math,
                (Some(_), _) => Kind::Code,
            });
        }
        kinds
    }

    /// Replaces each `{{name …}}` that stands on a line of its own by lines of Markdown, which the function makes of the words after the name.
    pub fn expand_blocks(
        &mut self,
        name: &str,
        mut lines_for: impl FnMut(&Page, usize, &[&str]) -> Result<Vec<String>>,
    ) -> Result<()> {
        let mut expanded = Vec::with_capacity(self.lines.len());
        for (line, kind) in self.lines.iter().zip(self.kinds()) {
            let words =
                directive_words(line.text.trim()).filter(|words| kind == Kind::Prose && words.first() == Some(&name));
            match words {
                Some(words) => {
                    let made = lines_for(self, line.number, &words[1..])?;
                    expanded.extend(made.into_iter().map(|text| Line { number: line.number, text }));
                }
                None => expanded.push(line.clone()),
            }
        }
        self.lines = expanded;
        Ok(())
    }

    /// Replaces each `{{name …}}` in running text and in formulas by what the function makes of the words after the name.
    pub fn expand_inline(
        &mut self,
        name: &str,
        mut text_for: impl FnMut(&Page, usize, &[&str]) -> Result<String>,
    ) -> Result<()> {
        let mut expanded = self.lines.clone();
        for (line, kind) in expanded.iter_mut().zip(self.kinds()) {
            line.text = replace_in_line(&line.text, kind, &mut |words| match words.split_first() {
                Some((first, rest)) if *first == name => text_for(self, line.number, rest).map(Some),
                _ => Ok(None),
            })?;
        }
        self.lines = expanded;
        Ok(())
    }

    /// Fails at the first directive that no pass has replaced.
    pub fn no_directive_left(&self, known: &[&str]) -> Result<()> {
        for (line, kind) in self.lines.iter().zip(self.kinds()) {
            replace_in_line(&line.text, kind, &mut |words| match words.first() {
                Some(name) if known.contains(name) => {
                    bail!(self.error(line.number, format!("{{{{{name} …}}}} must stand on a line of its own")))
                }
                // TeX has double braces too: a name has two letters at least.
                Some(name) if name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase()) => {
                    let nearest = nearest(name, known.iter().copied());
                    bail!(self.error(line.number, format!("no directive is called `{name}`; did you mean {nearest}?")))
                }
                _ => Ok(None),
            })?;
        }
        Ok(())
    }
}

/// The marks that open or close a code block.
struct Fence {
    mark: char,
    length: usize,
    language: String,
}

impl Fence {
    fn read(line: &str) -> Option<Fence> {
        let text = line.trim_start().trim_start_matches("> ").trim_start();
        let mark = text.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let rest = text.trim_start_matches(mark);
        let length = text.len() - rest.len();
        (length >= 3 && !rest.contains('`')).then(|| Fence { mark, length, language: rest.trim().into() })
    }

    fn closes(&self, opened: &Fence) -> bool {
        self.mark == opened.mark && self.length >= opened.length && self.language.is_empty()
    }
}

/// `{{value a.b}}` is `["value", "a.b"]`; anything else is not a directive alone on its line.
fn directive_words(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix("{{")?.strip_suffix("}}")?;
    (!inner.contains("{{") && !inner.contains("}}")).then(|| inner.split_whitespace().collect())
}

/// Replaces directives in a line that is running text, or one that is a formula. `None` leaves a directive as it is.
fn replace_in_line(
    line: &str,
    kind: Kind,
    replace: &mut dyn FnMut(&[&str]) -> Result<Option<String>>,
) -> Result<String> {
    match kind {
        Kind::Math => replace_directives(line, replace),
        Kind::Prose => {
            let pieces = spans(line).into_iter().map(|span| match span {
                Span::Text(text) | Span::Unclosed(text) => replace_directives(text, replace),
                Span::Code(code) => Ok(code.into()),
                Span::Formula(formula) => Ok(format!("$`{}`$", replace_directives(formula, replace)?)),
            });
            pieces.collect()
        }
        Kind::Fence | Kind::Code => Ok(line.into()),
    }
}

fn replace_directives(text: &str, replace: &mut dyn FnMut(&[&str]) -> Result<Option<String>>) -> Result<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find("}}");
        let new = match end {
            Some(end) if !out.ends_with('\\') => {
                replace(&rest[2..end].split_whitespace().collect::<Vec<_>>())?.map(|new| (new, end + 2))
            }
            _ => None,
        };
        // One brace on: `\frac{{{value a}}}` holds a directive in the braces of TeX.
        let (new, used) = new.unwrap_or(("{".into(), 1));
        out.push_str(&new);
        rest = &rest[used..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01-x.md"), text)
    }

    #[test]
    fn a_page_knows_its_chapter_by_its_file_name() {
        assert_eq!(page("").chapter(), Some("ch01"));
        assert_eq!(Page::new(Path::new("src/introduction.md"), "").chapter(), None);
        assert_eq!(Page::new(Path::new("src/chapters.md"), "").chapter(), None);
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        let kinds = page("a\n````math\nx\n```\n````\nb").kinds();
        assert_eq!(kinds, [Kind::Prose, Kind::Fence, Kind::Math, Kind::Math, Kind::Fence, Kind::Prose]);
    }

    #[test]
    fn directives_are_read_in_prose_and_formulas_and_left_alone_in_code() {
        let mut page =
            page("{{v a}} `{{v a}}` $`{{v a}}`$ \\frac{{{v a}}}\n```text\n{{v a}}\n```\n```math\n{{v a}}\n```");
        page.expand_inline("v", |_, _, words| Ok(words.join("+").to_uppercase())).unwrap();
        assert_eq!(page.text(), "A `{{v a}}` $`A`$ \\frac{A}\n```text\n{{v a}}\n```\n```math\nA\n```\n");
    }

    #[test]
    fn headings_lose_their_marks_and_attributes() {
        assert_eq!(
            page("# One\n\n## Two {#two}\n```\n# three\n```").headings(),
            [(1, "One".into()), (3, "Two".into())]
        );
    }

    #[test]
    fn a_directive_that_nobody_knows_fails_with_its_place_and_the_nearest_name() {
        let error = page("a\n\n{{figur hubble}}").no_directive_left(&["value", "figure"]).unwrap_err();
        assert_eq!(error.to_string(), "book/src/ch01-x.md:3: no directive is called `figur`; did you mean `figure`?");
    }
}
