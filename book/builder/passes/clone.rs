//! `{{clone}}` and the paragraph after it: how to get the course. Where the address of the repository is known, its
//! command stands there; where it is not, the paragraph does.

use super::figures::caption;
use crate::page::Page;
use anyhow::Result;

/// Replaces each `{{clone}}`. On a page without a paragraph after it, nothing stands there where no address is known.
pub fn expand(page: &mut Page, repository: Option<&str>) -> Result<()> {
    let Some(address) = repository else {
        return page.expand_blocks("clone", |_, _, _| Ok(vec![]));
    };
    let mut other = vec![];
    page.expand_blocks("clone", |page, line, _| {
        other.extend(line + 1..=line + caption(page, line).len());
        let command = format!("git clone {}", address.trim_end_matches('/'));
        let block = ["<div class=\"nn-shell\">", "", "```text", &command, "```", "", "</div>"];
        Ok(block.map(String::from).to_vec())
    })?;
    page.lines.retain(|line| !other.contains(&line.number));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_command_or_the_paragraph_stands_there_and_not_both() {
        let expanded = |repository| {
            let mut page = Page::new(Path::new("src/a.md"), "before\n\n{{clone}}\nFrom where\nyou got it.\n\nafter\n");
            expand(&mut page, repository).unwrap();
            page.text()
        };
        assert_eq!(expanded(None), "before\n\nFrom where\nyou got it.\n\nafter\n");
        let known = expanded(Some("https://example.org/a/b/"));
        assert!(known.contains("\ngit clone https://example.org/a/b\n") && !known.contains("From where"), "{known}");
        assert!(known.ends_with("</div>\n\nafter\n"), "{known}");
    }
}
