//! Formulas: `` $`…`$ `` in a line, a `math` fence between paragraphs.
//!
//! KaTeX draws them now, as HTML for the eye and MathML for a screen reader; the page of a reader runs no script for
//! it.

use crate::page::{Kind, Line, Page};
use crate::slots::{Formula, Slots};
use crate::spans::{Span, spans};
use anyhow::{Result, bail};
use katex::macro_expander::MacroMap;
use katex::macros::MacroDefinition;
use katex::{KatexContext, Settings, StrictMode, StrictReturn, StrictSetting, TrustSetting};
use std::sync::Arc;

mod compact;
mod lean;
mod symbols;
mod tidy;

pub use symbols::SYMBOLS;

/// Draws one formula, or says what is wrong with it.
pub fn draw(tex: &str, display: bool) -> Result<String, katex::ParseError> {
    thread_local! {
        static CONTEXT: KatexContext = KatexContext::default();
    }
    let macros: MacroMap =
        SYMBOLS.iter().map(|symbol| (symbol.name.into(), MacroDefinition::String(symbol.tex()))).collect();
    // The colours are an extension that LaTeX does not know. Any other is a slip.
    let strict = StrictSetting::Function(Arc::new(|code, _, _| {
        let allowed = matches!(code, "htmlExtension" | "unicodeTextInMathMode");
        Some(StrictReturn::Mode(if allowed { StrictMode::Ignore } else { StrictMode::Error }))
    }));
    let settings =
        Settings::builder().display_mode(display).macros(macros).strict(strict).trust(TrustSetting::Bool(true)).build();
    CONTEXT.with(|context| katex::render_to_string(context, tex, &settings)).map(|html| lean::lean(&tidy::tidy(&html)))
}

/// Replaces each formula of the page by a slot with its HTML.
pub fn expand(page: &mut Page, slots: &mut Slots) -> Result<()> {
    let kinds = page.kinds();
    let mut lines: Vec<Line> = Vec::with_capacity(page.lines.len());
    let mut at = 0;
    while at < page.lines.len() {
        let line = &page.lines[at];
        let inside = kinds[at + 1..].iter().take_while(|kind| **kind == Kind::Math).count();
        if kinds[at] == Kind::Fence && inside > 0 {
            let tex: Vec<&str> = page.lines[at + 1..at + 1 + inside].iter().map(|line| line.text.trim()).collect();
            let html = draw(&tex.join("\n"), true).map_err(|error| {
                let before =
                    error.position().map_or(0, |at| tex.join("\n").chars().take(at).filter(|c| *c == '\n').count());
                page.error(page.lines[at + 1 + before.min(inside - 1)].number, error)
            })?;
            slots.formulas.push(Formula { tex: tex.join("\n"), display: true, html: html.clone() });
            let indent = &line.text[..line.text.len() - line.text.trim_start().len()];
            let block =
                format!("<div class=\"nn-formula\" tabindex=\"0\" role=\"group\" aria-label=\"formula\">{html}</div>");
            lines.push(Line { number: line.number, text: format!("{indent}{}", slots.block(block)) });
            // On, past the closing fence.
            at += inside + 2;
            continue;
        }
        let text = if kinds[at] == Kind::Prose { inline(page, line, slots)? } else { line.text.clone() };
        lines.push(Line { number: line.number, text });
        at += 1;
    }
    page.lines = lines;
    Ok(())
}

fn inline(page: &Page, line: &Line, slots: &mut Slots) -> Result<String> {
    let mut out = String::new();
    for span in spans(&line.text) {
        match span {
            Span::Text(text) | Span::Code(text) => out.push_str(text),
            Span::Formula(tex) => match draw(tex, false) {
                Ok(html) => {
                    slots.formulas.push(Formula { tex: tex.into(), display: false, html: html.clone() });
                    out.push_str(&slots.inline(html));
                }
                Err(error) => bail!(page.error(line.number, error)),
            },
            Span::Unclosed(_) => {
                bail!(page.error(line.number, "a formula begins with $` and does not end with `$ on its line"))
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn expanded(text: &str) -> Result<(String, Slots)> {
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        let mut slots = Slots::default();
        expand(&mut page, &mut slots)?;
        Ok((page.text(), slots))
    }

    #[test]
    fn formulas_leave_slots_and_come_back_coloured() {
        let (text, slots) = expanded("a $`\\w`$ `$x`\n\n```math\n\\X\\w\n```\nb").unwrap();
        assert_eq!(text, "a <span data-slot=\"0\"></span> `$x`\n\n<div data-slot=\"1\"></div>\nb\n");
        let html = slots.fill(&text).unwrap();
        assert!(html.contains("nn-w") && html.contains("nn-x") && html.contains("<math"), "{html}");
    }

    #[test]
    fn a_formula_that_does_not_parse_fails_with_its_place() {
        let error = expanded("a\n\nb $`\\frac{1}`$").map(|_| ()).unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01.md:3: KaTeX parse error"), "{error}");
        let error = expanded("```math\na\n\\nope\n```").map(|_| ()).unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01.md:3: KaTeX parse error"), "{error}");
        let error = expanded("open $`a").map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("does not end"), "{error}");
    }

    #[test]
    fn the_same_formula_gives_the_same_bytes() {
        let tex = r"\begin{aligned} \yhat &= \X\w \\ E &= \frac{1}{n} \sum_{j=1}^n (\syhat_j - \sy_j)^2 \end{aligned}";
        let first = draw(tex, true).unwrap();
        for _ in 0..20 {
            assert_eq!(draw(tex, true).unwrap(), first);
        }
    }
}
