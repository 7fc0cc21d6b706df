//! Formulas: `` $`…`$ `` in a line, a `math` fence between paragraphs.
//!
//! KaTeX draws them when the book is built, as HTML for the eye and MathML for screen readers: pages need no script.

use crate::page::{Line, LineKind, Page, Span};
use crate::placeholders::{Formula, Placeholders};
use anyhow::{Result, bail};
use katex::macro_expander::MacroMap;
use katex::macros::MacroDefinition;
use katex::{KatexContext, Settings, StrictMode, StrictReturn, StrictSetting, TrustSetting};
use std::sync::Arc;

mod normalise;
mod symbols;

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
    CONTEXT.with(|context| katex::render_to_string(context, tex, &settings)).map(|html| normalise::normalise(&html))
}

/// Draws a formula between paragraphs, in parts: at a `\qquad` it may go on in a new line where the screen is narrow.
fn draw_display(tex: &str) -> Result<Vec<Formula>, katex::ParseError> {
    let drawn = |tex: &str| draw(tex, true).map(|html| Formula { tex: tex.into(), display: true, html });
    let parts = tex.split("\\qquad").map(str::trim).filter(|part| !part.is_empty());
    // What cannot stand alone, such as half a table, is drawn in one piece.
    parts.map(drawn).collect::<Result<_, _>>().or_else(|_| Ok(vec![drawn(tex)?]))
}

/// Replaces each formula of the page by a placeholder for its HTML.
pub fn expand(page: &mut Page, placeholders: &mut Placeholders) -> Result<()> {
    let syntax = page.syntax();
    let mut lines: Vec<Line> = Vec::with_capacity(page.lines.len());
    let mut at = 0;
    while at < page.lines.len() {
        let line = &page.lines[at];
        let inside = syntax[at + 1..].iter().take_while(|line| line.kind == LineKind::Math).count();
        if syntax[at].kind == LineKind::Fence && inside > 0 {
            let tex: Vec<&str> = page.lines[at + 1..at + 1 + inside].iter().map(|line| line.text.trim()).collect();
            let parts = draw_display(&tex.join("\n")).map_err(|error| {
                let before =
                    error.position().map_or(0, |at| tex.join("\n").chars().take(at).filter(|c| *c == '\n').count());
                page.error(page.lines[at + 1 + before.min(inside - 1)].number, error)
            })?;
            let html: String = parts.iter().map(|part| part.html.as_str()).collect();
            placeholders.formulas.extend(parts);
            let indent = &line.text[..line.text.len() - line.text.trim_start().len()];
            let block =
                format!("<div class=\"nn-formula\" tabindex=\"0\" role=\"group\" aria-label=\"formula\">{html}</div>");
            lines.push(Line { number: line.number, text: format!("{indent}{}", placeholders.block(block)) });
            // Past the closing fence.
            at += inside + 2;
            continue;
        }
        let text = match syntax[at].kind {
            LineKind::Prose => inline(page, line, syntax[at].spans(&line.text), placeholders)?,
            _ => line.text.clone(),
        };
        lines.push(Line { number: line.number, text });
        at += 1;
    }
    page.lines = lines;
    Ok(())
}

fn inline(page: &Page, line: &Line, spans: Vec<Span>, placeholders: &mut Placeholders) -> Result<String> {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) if text.contains("$`") => {
                bail!(page.error(line.number, "a formula begins with $` and does not end with `$ on its line"))
            }
            Span::Text(text) | Span::Code(text) => out.push_str(text),
            Span::Formula(tex) => match draw(tex, false) {
                Ok(html) => {
                    placeholders.formulas.push(Formula { tex: tex.into(), display: false, html: html.clone() });
                    out.push_str(&placeholders.inline(html));
                }
                Err(error) => bail!(page.error(line.number, error)),
            },
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn expanded(text: &str) -> Result<(String, Placeholders)> {
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        let mut placeholders = Placeholders::default();
        expand(&mut page, &mut placeholders)?;
        Ok((page.text(), placeholders))
    }

    #[test]
    fn parts_of_a_formula_that_can_stand_alone_are_drawn_alone() {
        let drawn = |tex| draw_display(tex).unwrap().len();
        assert_eq!(drawn("a = b \\qquad\\qquad c = d"), 2);
        assert_eq!(drawn("\\begin{aligned} a &= b \\qquad c = d \\end{aligned}"), 1);
    }

    #[test]
    fn formulas_leave_placeholders_and_come_back_coloured() {
        let (text, placeholders) = expanded("a $`\\w`$ `$x`\n\n```math\n\\X\\w\n```\nb").unwrap();
        assert_eq!(text, "a <span data-placeholder=\"0\"></span> `$x`\n\n<div data-placeholder=\"1\"></div>\nb\n");
        let html = placeholders.fill(&text).unwrap();
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
