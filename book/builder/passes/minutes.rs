//! `{{minutes}}`: how long the page takes to read.

use crate::page::{LineKind, Page};
use anyhow::Result;

/// Words that a reader of a text with formulas takes in each minute.
const WORDS_PER_MINUTE: usize = 200;

/// Replaces `{{minutes}}` by the minutes that the page's prose takes; code, tasks and folded answers are not counted:
/// they take as long as one works on them.
pub fn expand(page: &mut Page) -> Result<()> {
    let minutes = minutes(page);
    page.expand_inline("minutes", |_, _, _| Ok(minutes.to_string()))
}

/// The same for a page as it is written, before any pass.
pub fn minutes(page: &Page) -> usize {
    words(page).div_ceil(WORDS_PER_MINUTE).max(1)
}

fn words(page: &Page) -> usize {
    let mut folded = false;
    let prose = page.lines.iter().zip(page.syntax()).filter(|(line, syntax)| {
        folded = (folded || line.text.starts_with("<details")) && !line.text.starts_with("</details>");
        syntax.kind == LineKind::Prose && !folded && !line.text.starts_with('<')
    });
    prose.map(|(line, _)| words_of_line(&line.text)).sum()
}

/// A value counts as one word; a figure or a task as none.
fn words_of_line(line: &str) -> usize {
    let mut pieces = line.split("{{");
    let plain = |text: &str| text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let before = pieces.next().map_or(0, plain);
    let directives = pieces.filter_map(|piece| piece.split_once("}}"));
    before + directives.map(|(name, rest)| usize::from(name.starts_with("value")) + plain(rest)).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_value_is_a_word_and_a_figure_is_none() {
        assert_eq!(words_of_line("the slope is {{value gd.slope}}, and falls"), 6);
        assert_eq!(words_of_line("{{figure walk-start}}"), 0);
    }

    #[test]
    fn prose_is_counted_and_code_and_folded_answers_are_not() {
        let (few, many) = ("word ".repeat(398), "word ".repeat(900));
        let text =
            format!("{{{{minutes}}}} minutes | {few}\n```text\n{many}\n```\n<details>\n\n{many}\n\n</details>\n");
        let mut page = Page::new(Path::new("src/a.md"), &text);
        expand(&mut page).unwrap();
        assert!(page.text().starts_with("2 minutes"), "{}", &page.text()[..20]);
    }
}
