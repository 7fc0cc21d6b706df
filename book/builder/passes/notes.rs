//! Notes beside the text: the four facts at a chapter's head, and asides in the margin.

use crate::page::{Line, LineKind, Page};
use anyhow::{Result, bail};

/// Makes each block `> [!NOTE]` or `> [!TIP]` a note in the margin. One whose lines are bold terms with their
/// explanations, each ended by a backslash, becomes a list of these terms: what a chapter promises.
pub fn expand(page: &mut Page) -> Result<()> {
    let syntax = page.syntax();
    let mut lines = Vec::with_capacity(page.lines.len());
    let mut at = 0;
    while at < page.lines.len() {
        let line = &page.lines[at];
        if ["> [!NOTE] ", "> [!TIP] "].iter().any(|start| line.text.starts_with(start)) {
            bail!(page.error(line.number, "the words of a note begin on the line below it"));
        }
        let is_note = ["> [!NOTE]", "> [!TIP]"].contains(&line.text.trim()) && syntax[at].kind == LineKind::Prose;
        at += 1;
        if !is_note {
            lines.push(line.clone());
            continue;
        }
        let quoted = page.lines[at..].iter().map_while(|line| line.text.strip_prefix('>'));
        let text: Vec<&str> = quoted.map(|text| text.strip_prefix(' ').unwrap_or(text)).collect();
        at += text.len();
        let made = facts(&text).unwrap_or_else(|| aside(&text));
        lines.extend(made.into_iter().map(|text| Line { number: line.number, text }));
    }
    page.lines = lines;
    Ok(())
}

/// The terms and their explanations, if there is nothing else.
fn facts(text: &[&str]) -> Option<Vec<String>> {
    let mut made = vec!["<dl class=\"nn-promise\">".to_string()];
    for fact in text.join("\n").split("\\\n") {
        let (term, words) = fact.strip_prefix("**")?.split_once("**")?;
        made.push(format!("<div><dt>{}</dt><dd>", term.trim_end_matches(':')));
        made.push(String::new());
        made.extend(words.trim().lines().map(String::from));
        made.extend([String::new(), "</dd></div>".into()]);
    }
    made.extend(["</dl>".into(), String::new()]);
    Some(made)
}

fn aside(text: &[&str]) -> Vec<String> {
    let mut made = vec!["<div class=\"nn-side\" role=\"note\">".to_string(), String::new()];
    made.extend(text.iter().map(|line| (*line).to_string()));
    made.extend([String::new(), "</div>".into(), String::new()]);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn expanded(text: &str) -> String {
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        expand(&mut page).unwrap();
        page.text()
    }

    #[test]
    fn bold_terms_become_facts() {
        let text = expanded("> [!NOTE]\n> **You build** a\n> line.\\\n> **Time:** about {{minutes}}\n\nafter");
        assert!(text.contains("<dt>You build</dt><dd>\n\na\nline.\n\n</dd>"), "{text}");
        assert!(text.contains("<dt>Time</dt>") && !text.contains("[!NOTE]"), "{text}");
        assert!(text.ends_with("</dl>\n\n\nafter\n"), "{text}");
    }

    #[test]
    fn any_other_note_stands_aside() {
        let text = expanded("> [!TIP]\n> Take `solve`.\n");
        assert!(text.starts_with("<div class=\"nn-side\" role=\"note\">\n\nTake `solve`.\n\n</div>"), "{text}");
        assert_eq!(expanded("```text\n> [!TIP]\n```"), "```text\n> [!TIP]\n```\n");
    }
}
