//! Directives: `{{name words}}` in a page, which code replaces.

use super::markdown::Syntax;
use super::{Line, LineKind, Page, Span};
use crate::nearest::nearest;
use anyhow::{Result, bail};

impl Page {
    /// Replaces each `{{name …}}` on a line of its own with lines of Markdown, which the function makes of the words
    /// after the name.
    pub fn expand_blocks(
        &mut self,
        name: &str,
        mut lines_for: impl FnMut(&Page, usize, &[&str]) -> Result<Vec<String>>,
    ) -> Result<()> {
        let mut expanded = Vec::with_capacity(self.lines.len());
        for (line, syntax) in self.lines.iter().zip(self.syntax()) {
            let words = directive_words(line.text.trim())
                .filter(|words| syntax.kind == LineKind::Prose && words.first() == Some(&name));
            match words {
                Some(words) => {
                    let made = lines_for(self, line.number, &words[1..])?;
                    expanded.extend(made.into_iter().map(|text| Line { number: line.number, text }));
                }
                None => expanded.push(line.clone()),
            }
        }
        self.lines = expanded;
        Ok(())
    }

    /// Replaces each `{{name …}}` in running text and in formulas by what the function makes of the words after the
    /// name.
    pub fn expand_inline(
        &mut self,
        name: &str,
        mut text_for: impl FnMut(&Page, usize, &[&str]) -> Result<String>,
    ) -> Result<()> {
        let mut expanded = self.lines.clone();
        for (line, syntax) in expanded.iter_mut().zip(self.syntax()) {
            line.text = replace_in_line(&line.text, &syntax, &mut |words| match words.split_first() {
                Some((first, rest)) if *first == name => text_for(self, line.number, rest).map(Some),
                _ => Ok(None),
            })?;
        }
        self.lines = expanded;
        Ok(())
    }

    /// Fails at the first directive that no pass has replaced.
    pub fn no_directive_left(&self, known: &[&str]) -> Result<()> {
        for (line, syntax) in self.lines.iter().zip(self.syntax()) {
            replace_in_line(&line.text, &syntax, &mut |words| match words.first() {
                Some(name) if known.contains(name) => {
                    bail!(self.error(line.number, format!("{{{{{name} …}}}} must be on a line of its own")))
                }
                // TeX has double braces too: a name has two letters at least.
                Some(name) if name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase()) => {
                    let nearest = nearest(name, known.iter().copied());
                    bail!(self.error(line.number, format!("no directive is called `{name}`; did you mean {nearest}?")))
                }
                _ => Ok(None),
            })?;
            let torn = line.text.rsplit_once("{{").map(|(_, rest)| rest).filter(|rest| !rest.contains('}'));
            if let Some(name) = torn.and_then(|rest| rest.split_whitespace().next())
                && syntax.kind != LineKind::Code
                && known.contains(&name)
            {
                bail!(self.error(line.number, format!("{{{{{name} …}}}} must end on the line on which it begins")));
            }
        }
        Ok(())
    }
}

/// `{{value a.b}}` is `["value", "a.b"]`; anything else is not a directive alone on its line.
fn directive_words(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix("{{")?.strip_suffix("}}")?;
    (!inner.contains("{{") && !inner.contains("}}")).then(|| inner.split_whitespace().collect())
}

/// Replaces directives in a line that is running text, or one that is a formula. `None` leaves a directive as it is.
fn replace_in_line(
    line: &str,
    syntax: &Syntax,
    replace: &mut dyn FnMut(&[&str]) -> Result<Option<String>>,
) -> Result<String> {
    match syntax.kind {
        LineKind::Math => replace_directives(line, replace),
        LineKind::Prose => {
            let pieces = syntax.spans(line).into_iter().map(|span| match span {
                Span::Text(text) => replace_directives(text, replace),
                Span::Code(code) => Ok(code.into()),
                Span::Formula(formula) => Ok(format!("$`{}`$", replace_directives(formula, replace)?)),
            });
            pieces.collect()
        }
        LineKind::Fence | LineKind::Code => Ok(line.into()),
    }
}

fn replace_directives(text: &str, replace: &mut dyn FnMut(&[&str]) -> Result<Option<String>>) -> Result<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find("}}");
        let new = match end {
            Some(end) if !out.ends_with('\\') => {
                replace(&rest[2..end].split_whitespace().collect::<Vec<_>>())?.map(|new| (new, end + 2))
            }
            _ => None,
        };
        // One brace on: `\frac{{{value a}}}` holds a directive in the braces of TeX.
        let (new, used) = new.unwrap_or(("{".into(), 1));
        out.push_str(&new);
        rest = &rest[used..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/x.md"), text)
    }

    #[test]
    fn directives_are_read_in_prose_and_formulas_and_left_alone_in_code() {
        let mut page =
            page("{{v a}} `{{v a}}` $`{{v a}}`$ \\frac{{{v a}}}\n```text\n{{v a}}\n```\n```math\n{{v a}}\n```");
        page.expand_inline("v", |_, _, words| Ok(words.join("+").to_uppercase())).unwrap();
        assert_eq!(page.text(), "A `{{v a}}` $`A`$ \\frac{A}\n```text\n{{v a}}\n```\n```math\nA\n```\n");
    }

    #[test]
    fn an_unknown_directive_fails_with_its_place_and_the_nearest_name() {
        let error = page("a\n\n{{figur hubble}}").no_directive_left(&["value", "figure"]).unwrap_err();
        assert_eq!(error.to_string(), "book/src/ch01/x.md:3: no directive is called `figur`; did you mean `figure`?");
    }

    #[test]
    fn a_directive_that_goes_on_in_the_next_line_fails() {
        let error = page("it is {{value\na.b}} wide").no_directive_left(&["value"]).unwrap_err();
        assert_eq!(error.to_string(), "book/src/ch01/x.md:1: {{value …}} must end on the line on which it begins");
    }
}
