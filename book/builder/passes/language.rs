//! Words in Russian: the terms of the lecture, which the glossary gives beside the English ones.

use crate::page::{LineKind, Page, Span};

/// Marks each run of Russian words, so that a screen reader pronounces them as such.
pub fn mark(page: &mut Page) {
    let syntax = page.syntax();
    for (line, syntax) in page.lines.iter_mut().zip(syntax) {
        if syntax.kind == LineKind::Prose && line.text.contains(russian) {
            let pieces = syntax.spans(&line.text).into_iter().map(|span| match span {
                Span::Text(text) => marked(text),
                Span::Code(text) => text.into(),
                Span::Formula(tex) => format!("$`{tex}`$"),
            });
            line.text = pieces.collect();
        }
    }
}

fn russian(c: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&c)
}

/// Words that follow each other are one run, with what stands between them.
fn marked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(russian) {
        let run = &rest[start..];
        let ends = run.char_indices().find(|(_, c)| !russian(*c) && !matches!(c, ' ' | '-' | ','));
        let end = run[..ends.map_or(run.len(), |(at, _)| at)].trim_end_matches([' ', '-', ',']).len();
        out.push_str(&format!("{}<span lang=\"ru\">{}</span>", &rest[..start], &run[..end]));
        rest = &run[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_run_of_russian_words_is_marked_once_and_code_is_left_alone() {
        let mut page = Page::new(Path::new("src/a.md"), "*пре-активация, вход.* Not $`x`$ `я`.\n```text\nя\n```");
        mark(&mut page);
        let marked = "*<span lang=\"ru\">пре-активация, вход</span>.* Not $`x`$ `я`.\n```text\nя\n```\n";
        assert_eq!(page.text(), marked);
    }
}
