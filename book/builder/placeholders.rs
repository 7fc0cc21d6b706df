//! Finished HTML that mdBook must not see: formulas and figures, which are neither Markdown nor text for the search
//! index.
//!
//! Each leaves an empty element with a number in the page, which is replaced in the HTML that mdBook has written.

use anyhow::{Result, bail};

/// A formula as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// Its source, with computed numbers in it.
    pub tex: String,
    /// Whether it is a paragraph of its own.
    pub display: bool,
    /// The drawing.
    pub html: String,
}

/// The HTML of one build, by number.
#[derive(Debug, Default)]
pub struct Placeholders {
    html: Vec<String>,
    /// The formulas among it, for a comparison with npm's KaTeX.
    pub formulas: Vec<Formula>,
}

impl Placeholders {
    /// Keeps `html` and returns its placeholder within a line of text.
    pub fn inline(&mut self, html: String) -> String {
        self.keep("span", html)
    }

    /// Keeps `html` and returns its placeholder between paragraphs.
    pub fn block(&mut self, html: String) -> String {
        self.keep("div", html)
    }

    /// The number that the next piece of HTML will get: unique in the book, so it can make an `id` unique.
    pub fn next(&self) -> usize {
        self.html.len()
    }

    fn keep(&mut self, element: &str, html: String) -> String {
        self.html.push(html);
        format!("<{element} data-placeholder=\"{}\"></{element}>", self.html.len() - 1)
    }

    /// Puts the HTML in its places in a page that mdBook has written.
    ///
    /// # Errors
    /// If a placeholder was changed on the way.
    pub fn fill(&self, page: &str) -> Result<String> {
        const MARK: &str = " data-placeholder=\"";
        let mut out = String::with_capacity(page.len() * 2);
        let mut rest = page;
        while let Some(at) = rest.find(MARK) {
            let (before, after) = (&rest[..at], &rest[at + MARK.len()..]);
            let element = ["span", "div"].into_iter().find(|name| before.ends_with(&format!("<{name}")));
            let number = after.split('"').next().and_then(|digits| digits.parse::<usize>().ok());
            let (Some(element), Some(html)) = (element, number.and_then(|number| self.html.get(number))) else {
                bail!("a placeholder was changed on the way: {}", after.chars().take(60).collect::<String>());
            };
            let end = format!("></{element}>");
            let Some(skip) = after.find(&end).filter(|skip| after[..*skip].ends_with('"')) else {
                bail!("a placeholder does not end where it should: {}", after.chars().take(60).collect::<String>());
            };
            out.push_str(&before[..before.len() - element.len() - 1]);
            out.push_str(html);
            rest = &after[skip + end.len()..];
        }
        out.push_str(rest);
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_away_comes_back() {
        let mut placeholders = Placeholders::default();
        let page = format!(
            "<p>a {} b</p>{}",
            placeholders.inline("<i>x</i>".into()),
            placeholders.block("<svg></svg>".into())
        );
        assert!(!page.contains("<i>"));
        assert_eq!(placeholders.fill(&page).unwrap(), "<p>a <i>x</i> b</p><svg></svg>");
    }

    #[test]
    fn an_unknown_number_is_an_error() {
        assert!(
            Placeholders::default()
                .fill("<span data-placeholder=\"4\"></span>")
                .unwrap_err()
                .to_string()
                .contains("placeholder")
        );
    }
}
