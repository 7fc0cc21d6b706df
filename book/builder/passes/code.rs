//! Rust code in a chapter: only what a compiler has read.

use crate::page::{Kind, Page};
use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};

/// Folders whose Rust files are compiled by `cargo test`.
const COMPILED: [&str; 3] = ["book/examples", "exercises", "solutions"];

/// Fails unless every `rust` block of the page is one `{{#include file:anchor}}` from a compiled file that has this anchor.
///
/// mdBook itself leaves a block empty whose anchor does not exist, and says nothing.
pub fn check(root: &Path, page: &Page) -> Result<()> {
    let kinds = page.kinds();
    let mut at = 0;
    while at < page.lines.len() {
        let opening = &page.lines[at];
        let inside = kinds[at + 1..].iter().take_while(|kind| **kind == Kind::Code).count();
        if kinds[at] == Kind::Fence {
            let block = &page.lines[at + 1..at + 1 + inside];
            if is_rust(&opening.text) {
                let [line] = block else {
                    bail!(page.error(
                        opening.number,
                        "a rust block must be one {{#include file:anchor}} from a file that is compiled, such as book/examples/ch01.rs"
                    ))
                };
                check_include(root, page, &line.text).map_err(|error| page.error(line.number, error))?;
            }
            // On, past the closing fence.
            at += inside + 1;
        }
        at += 1;
    }
    Ok(())
}

fn is_rust(fence: &str) -> bool {
    let language = fence.trim_start_matches(['`', '~', ' ', '>']);
    language.split([',', ' ']).next().is_some_and(|word| matches!(word, "rust" | "rs"))
}

fn check_include(root: &Path, page: &Page, line: &str) -> Result<()> {
    let target = line.trim().strip_prefix("{{#include ").and_then(|rest| rest.strip_suffix("}}"));
    let Some((file, anchor)) = target.and_then(|target| target.trim().split_once(':')) else {
        bail!("a rust block must be one {{{{#include file:anchor}}}}, not `{}`", line.trim())
    };
    let from = root.join("book").join(page.file.parent().unwrap_or(Path::new("")));
    let path = normal(&from.join(file));
    let inside = path.strip_prefix(normal(root)).unwrap_or(&path);
    if !COMPILED.iter().any(|folder| inside.starts_with(folder)) {
        bail!("`{file}` is not compiled: include from {}", COMPILED.join(", "));
    }
    let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", inside.display()))?;
    let has = |word: &str| text.lines().any(|line| line.trim().trim_start_matches('/').trim() == format!("{word}: {anchor}"));
    if !has("ANCHOR") || !has("ANCHOR_END") {
        bail!("{} has no `// ANCHOR: {anchor}` with its `// ANCHOR_END: {anchor}`", inside.display());
    }
    Ok(())
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
        check(root, &Page::new(Path::new("src/ch01.md"), text)).unwrap_err().to_string()
    }

    #[test]
    fn code_that_nobody_compiles_is_refused() {
        assert!(error("```rust\nlet x = 1;\n```").starts_with("book/src/ch01.md:2: a rust block must be one"));
        assert!(error("```rust,ignore\nlet x = 1;\nlet y = 2;\n```").starts_with("book/src/ch01.md:1: a rust block must be one"));
        assert!(error("```rust\n{{#include ../book.toml:a}}\n```").contains("is not compiled"));
    }

    #[test]
    fn an_anchor_that_does_not_exist_is_refused() {
        let error = error("a\n```rust\n{{#include ../examples/ch01.rs:nothing}}\n```");
        assert_eq!(
            error.replace('\\', "/"),
            "book/src/ch01.md:3: book/examples/ch01.rs has no `// ANCHOR: nothing` with its `// ANCHOR_END: nothing`"
        );
    }
}
