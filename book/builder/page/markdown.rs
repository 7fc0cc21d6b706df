//! What each part of a page is to Markdown, as mdBook's own parser sees it.

use super::Page;
use mdbook_markdown::pulldown_cmark::{CodeBlockKind, Event, Tag};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use std::ops::Range;

/// What a line is to Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Running text: directives and inline formulas are read here.
    Prose,
    /// The opening or the closing line of a fenced block.
    Fence,
    /// Inside a `math` block: directives are read, so that a formula can show a computed number.
    Math,
    /// Inside any other block of code: left as it is.
    Code,
}

/// A piece of a line of running text. The pieces of a line, one after another, are the line again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Span<'a> {
    Text(&'a str),
    /// A code span with its backticks.
    Code(&'a str),
    /// A formula between `` $` `` and `` `$ ``, without these.
    Formula(&'a str),
}

/// A line as Markdown sees it.
#[derive(Debug, Clone)]
pub struct Syntax {
    pub kind: LineKind,
    /// Where the line has code spans, and whether they are formulas.
    code: Vec<(Range<usize>, bool)>,
}

impl Syntax {
    /// Cuts the line, which must be the one that this was made from.
    pub fn spans<'a>(&self, line: &'a str) -> Vec<Span<'a>> {
        let mut spans = Vec::new();
        let mut from = 0;
        for (range, formula) in &self.code {
            // A formula takes the dollar signs around its code span.
            let dollar = usize::from(*formula);
            spans.push(Span::Text(&line[from..range.start - dollar]));
            let code = &line[range.clone()];
            spans.push(if *formula { Span::Formula(&code[1..code.len() - 1]) } else { Span::Code(code) });
            from = range.end + dollar;
        }
        spans.push(Span::Text(&line[from..]));
        spans.retain(|span| *span != Span::Text(""));
        spans
    }
}

impl Page {
    /// Each line as Markdown sees it.
    pub fn syntax(&self) -> Vec<Syntax> {
        let text = self.text();
        let starts: Vec<usize> =
            self.lines.iter().scan(0, |at, line| Some(std::mem::replace(at, *at + line.text.len() + 1))).collect();
        let line_of = |at: usize| starts.partition_point(|start| *start <= at) - 1;
        let mut syntax = vec![Syntax { kind: LineKind::Prose, code: vec![] }; self.lines.len()];
        for (event, range) in new_cmark_parser(&text, &MarkdownOptions::default()).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(block)) => {
                    let (first, last) = (line_of(range.start), line_of(range.end - 1));
                    let inside = match &block {
                        CodeBlockKind::Fenced(language) if &**language == "math" => LineKind::Math,
                        _ => LineKind::Code,
                    };
                    syntax[first..=last].iter_mut().for_each(|line| line.kind = inside);
                    if matches!(block, CodeBlockKind::Fenced(_)) {
                        syntax[first].kind = LineKind::Fence;
                        let end = self.lines[last].text.trim_start_matches([' ', '>']);
                        if last > first && (end.starts_with("```") || end.starts_with("~~~")) {
                            syntax[last].kind = LineKind::Fence;
                        }
                    }
                }
                Event::Code(_) => {
                    let single = !text[range.clone()].starts_with("``");
                    let formula = single && text[..range.start].ends_with('$') && text[range.end..].starts_with('$');
                    // A code span that goes on in the next line is one piece in each.
                    for number in line_of(range.start)..=line_of(range.end - 1) {
                        let (start, length) = (starts[number], self.lines[number].text.len());
                        let part = range.start.max(start) - start..range.end.min(start + length) - start;
                        // A formula must not: its `$ is missed where it should be.
                        if !formula || part.len() == range.len() {
                            syntax[number].code.push((part, formula));
                        }
                    }
                }
                _ => {}
            }
        }
        syntax
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Span::{Code, Formula, Text};
    use std::path::Path;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/x.md"), text)
    }

    fn kinds(text: &str) -> Vec<LineKind> {
        page(text).syntax().iter().map(|line| line.kind).collect()
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        use LineKind::{Fence, Math, Prose};
        assert_eq!(kinds("a\n````math\nx\n```\n````\nb"), [Prose, Fence, Math, Math, Fence, Prose]);
    }

    #[test]
    fn blocks_in_quotations_and_by_indentation_are_code() {
        use LineKind::{Code, Fence, Prose};
        assert_eq!(
            kinds("> a\n> ```text\n> x\n> ```\n\n    y\n\nb"),
            [Prose, Fence, Code, Fence, Prose, Code, Prose, Prose]
        );
    }

    #[test]
    fn text_code_and_formulas_are_told_apart() {
        let spans = |line: &'static str| page(line).syntax()[0].spans(line);
        assert_eq!(spans("a `b` $`c`$ d"), [Text("a "), Code("`b`"), Text(" "), Formula("c"), Text(" d")]);
        assert_eq!(spans("`` $`c`$ ``, then"), [Code("`` $`c`$ ``"), Text(", then")]);
        assert_eq!(spans("a lone ` stays"), [Text("a lone ` stays")]);
    }

    #[test]
    fn a_code_span_may_go_on_in_the_next_line() {
        let page = page("a `b\nc` d");
        let syntax = page.syntax();
        assert_eq!(syntax[0].spans(&page.lines[0].text), [Text("a "), Code("`b")]);
        assert_eq!(syntax[1].spans(&page.lines[1].text), [Code("c`"), Text(" d")]);
    }
}
