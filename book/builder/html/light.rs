//! Scripts and style sheets without what is only for those who write them: comments, indentation, and the sizes that no
//! formula has. A reader's browser loads all of them with the first page.

use crate::site::files;
use crate::widgets::lean;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The sizes that KaTeX's style sheet may forget: those of what stands within tiny, small, large or huge letters, in
/// which no formula of the book is written. 6 is the size of a formula, 3 that of an index.
const FORGOTTEN: [&str; 9] = ["1", "2", "4", "5", "7", "8", "9", "10", "11"];

/// Makes the built book's scripts and style sheets lighter.
///
/// # Errors
/// If a page needs what is left out, or a file cannot be read or written.
pub fn lighten(html: &Path) -> Result<()> {
    for file in files(html)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // The index of the search is a single line, and what is written by hand for the figures is lean already.
        let is = |start: &str, end: &str| name.starts_with(start) && name.ends_with(end);
        let lighter: fn(&str) -> String = if is("katex", ".css") {
            |style| without_sizes(style)
        } else if name.ends_with(".css") && !name.contains(".min.") {
            style
        } else if is("book-", ".js") || is("toc-", ".js") || is("course-", ".js") {
            lean
        } else {
            continue;
        };
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        fs::write(&file, lighter(&text))?;
    }
    Ok(())
}

/// Fails if a page has a formula in a size that is left out of the style sheet.
pub fn check(page: &str) -> Result<()> {
    match FORGOTTEN.iter().find(|size| page.contains(&format!("reset-size{size} "))) {
        Some(size) => {
            bail!("a formula changes its size within size {size}, which book/builder/html/light.rs leaves out")
        }
        None => Ok(()),
    }
}

/// A style sheet without comments and without space around its lines.
fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// KaTeX's style sheet without the rules for sizes that no formula has. It is a single line.
fn without_sizes(style: &str) -> String {
    let forgotten = |rule: &&str| {
        FORGOTTEN.iter().any(|size| rule.starts_with(&format!(".katex .fontsize-ensurer.reset-size{size}.")))
    };
    style.split_inclusive('}').filter(|rule| !forgotten(rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_loses_its_comments_and_its_indentation() {
        assert_eq!(style("/* why */\na {\n    b: c;\n}\n\n/* d */ e { f: g; }\n"), "a {\nb: c;\n}\ne { f: g; }\n");
    }

    #[test]
    fn the_sizes_of_formulas_and_of_indices_stay() {
        let rule = |from: &str, to: &str| {
            format!(
                ".katex .fontsize-ensurer.reset-size{from}.size{to},.katex .katex-sizing.reset-size{from}.size{to}{{a:b}}"
            )
        };
        let kept = ["6", "3"].map(|from| rule(from, "1")).concat();
        assert_eq!(without_sizes(&format!("{}{kept}{}", rule("1", "6"), rule("11", "6"))), kept);
        assert!(check("<span class=\"katex-sizing reset-size6 size1\">").is_ok());
        assert!(check("<span class=\"katex-sizing reset-size1 size6\">").is_err());
    }
}
