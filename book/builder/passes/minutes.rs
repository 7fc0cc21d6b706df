//! `{{minutes}}`: how long the page takes to read.

use crate::page::{Kind, Page};
use anyhow::Result;

/// Words that a reader of a text with formulas takes in each minute.
const WORDS_PER_MINUTE: usize = 200;

/// Replaces `{{minutes}}` by the minutes that the page's prose takes; code, tasks and folded answers are not counted: they
/// take as long as one works on them.
pub fn expand(page: &mut Page) -> Result<()> {
    let minutes = words(page).div_ceil(WORDS_PER_MINUTE).max(1);
    page.expand_inline("minutes", |_, _, _| Ok(minutes.to_string()))
}

fn words(page: &Page) -> usize {
    let mut folded = false;
    let prose = page.lines.iter().zip(page.kinds()).filter(|(line, kind)| {
        folded = (folded || line.text.starts_with("<details")) && !line.text.starts_with("</details>");
        *kind == Kind::Prose && !folded && !line.text.starts_with('<')
    });
    let words = prose.flat_map(|(line, _)| line.text.split_whitespace());
    words.filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

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
