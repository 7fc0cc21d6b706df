//! What each line of a page is to Markdown.

use super::Page;

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

impl Page {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01-x.md"), text)
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        let kinds = page("a\n````math\nx\n```\n````\nb").kinds();
        assert_eq!(kinds, [Kind::Prose, Kind::Fence, Kind::Math, Kind::Math, Kind::Fence, Kind::Prose]);
    }
}
