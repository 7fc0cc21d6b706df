//! Code in a chapter: Rust that a compiler has read, and Python that has run.

use crate::page::{Line, LineKind, Page};
use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};

/// Folders whose Rust files are compiled by `cargo test`, and whose Python runs by `cargo xtask book libraries`.
const COMPILED: [&str; 3] = ["book/src", "exercises", "solutions"];

/// What a block may be written in: formulas, and the languages that `theme/highlight.js` colours. That of mdBook knows
/// 48, and each page would load them all.
const LANGUAGES: [&str; 4] = ["math", "python", "rust", "text"];

/// What is said to a block that breaks the rule.
const RULE: &str = "a rust block must be one {{#include file:anchor}} from a file that is compiled, such as the \
                    chapter's examples.rs, and a python block from one in its folder libraries/; write `text` for what \
                    is neither";

/// Puts in the code of every `rust` and `python` block, which must be one `{{#include file:anchor}}` from a file that
/// is compiled or run, and that has this anchor.
///
/// mdBook would do it too, but it leaves a block empty whose anchor does not exist, and says nothing, and it keeps the
/// indent.
pub fn expand(root: &Path, page: &mut Page) -> Result<()> {
    let kinds: Vec<LineKind> = page.syntax().iter().map(|line| line.kind).collect();
    let mut lines = Vec::with_capacity(page.lines.len());
    let mut at = 0;
    while at < page.lines.len() {
        let opening = &page.lines[at];
        lines.push(opening.clone());
        at += 1;
        if kinds[at - 1] != LineKind::Fence {
            continue;
        }
        let inside = kinds[at..].iter().take_while(|kind| matches!(kind, LineKind::Code | LineKind::Math)).count();
        let block = &page.lines[at..at + inside];
        let language = language(&opening.text);
        if !LANGUAGES.contains(&language) {
            bail!(page.error(
                opening.number,
                format!(
                    "a block says which language it is in: {}. `{language}` would have to be added to \
                     book/theme/highlight.js and in book/builder/passes/code.rs",
                    LANGUAGES.join(", ")
                )
            ));
        }
        if ["rust", "python"].contains(&language) {
            let [line] = block else { bail!(page.error(opening.number, RULE)) };
            let code =
                include(root, page, &line.text).map_err(|error| page.error(line.number, format!("{error:#}")))?;
            lines.extend(code.into_iter().map(|text| Line { number: line.number, text }));
        } else {
            lines.extend_from_slice(block);
        }
        // The closing fence.
        lines.extend(page.lines.get(at + inside).cloned());
        at += inside + 1;
    }
    page.lines = lines;
    Ok(())
}

/// The language of a block, from the line that opens it.
fn language(fence: &str) -> &str {
    let words = fence.trim_start_matches(['`', '~', ' ', '>']);
    match words.split([',', ' ']).next().unwrap_or(words) {
        "rs" => "rust",
        language => language,
    }
}

fn include(root: &Path, page: &Page, line: &str) -> Result<Vec<String>> {
    let target = line.trim().strip_prefix("{{#include ").and_then(|rest| rest.strip_suffix("}}"));
    let Some((file, anchor)) = target.and_then(|target| target.trim().split_once(':')) else { bail!(RULE) };
    let from = root.join("book").join(page.file.parent().unwrap_or(Path::new("")));
    let path = normal(&from.join(file));
    let inside = path.strip_prefix(normal(root)).unwrap_or(&path);
    if !COMPILED.iter().any(|folder| inside.starts_with(folder)) {
        bail!("`{file}` is not compiled: include from {}", COMPILED.join(", "));
    }
    let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", inside.display()))?;
    let lines: Vec<&str> = text.lines().collect();
    let place = |mark: &str| lines.iter().position(|line| comment(line) == format!("{mark}: {anchor}"));
    let (Some(start), Some(end)) = (place("ANCHOR"), place("ANCHOR_END")) else {
        bail!("{} has no comment `ANCHOR: {anchor}` with its `ANCHOR_END: {anchor}`", inside.display())
    };
    let code = lines.get(start + 1..end).unwrap_or_default().iter().filter(|line| !comment(line).starts_with("ANCHOR"));
    Ok(without_indent(code.copied().collect()))
}

/// The words of a line that is a comment alone, in Rust or in Python.
fn comment(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix("//").or_else(|| line.strip_prefix('#')).map_or("", str::trim)
}

fn without_indent(lines: Vec<&str>) -> Vec<String> {
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let indent = filled.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    lines.iter().map(|line| line.get(indent..).unwrap_or("").to_string()).collect()
}

/// The path without `..`, read by its letters alone.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::CurDir => {}
            part => path.push(part),
        }
        path
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        expand(root, &mut Page::new(Path::new("src/ch01.md"), text)).unwrap_err().to_string()
    }

    #[test]
    fn code_that_is_not_compiled_is_refused() {
        assert!(error("```rust\nlet x = 1;\n```").starts_with("book/src/ch01.md:2: a rust block must be one"));
        assert!(
            error("```rust,ignore\nlet x = 1;\nlet y = 2;\n```")
                .starts_with("book/src/ch01.md:1: a rust block must be one")
        );
        assert!(error("```rust\n{{#include ../book.toml:a}}\n```").contains("is not compiled"));
        assert!(
            error("a\n```toml\na = 1\n```")
                .starts_with("book/src/ch01.md:2: a block says which language it is in: math")
        );
    }

    #[test]
    fn code_comes_without_its_indent() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = "a\n```rust\n{{#include ch01/examples.rs:columns}}\n```\n```text\nb\n```\nc";
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        expand(root, &mut page).unwrap();
        assert!(page.text().starts_with("a\n```rust\nlet x = array!"), "{}", page.text());
        assert!(page.text().ends_with("```\n```text\nb\n```\nc\n"), "{}", page.text());
    }

    #[test]
    fn python_is_shown_as_it_has_run() {
        assert!(error("```python\nimport torch\n```").contains("a python block from one in its folder libraries/"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = "```python\n{{#include ch01/libraries/pytorch.py:gradient}}\n```";
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        expand(root, &mut page).unwrap();
        assert!(page.text().starts_with("```python\nimport torch"), "{}", page.text());
    }

    #[test]
    fn an_anchor_that_does_not_exist_is_refused() {
        let error = error("a\n```rust\n{{#include ch01/examples.rs:nothing}}\n```");
        assert_eq!(
            error.replace('\\', "/"),
            "book/src/ch01.md:3: book/src/ch01/examples.rs has no comment `ANCHOR: nothing` with its `ANCHOR_END: nothing`"
        );
    }
}
