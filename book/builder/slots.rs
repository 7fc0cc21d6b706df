//! Finished HTML that waits outside Markdown until mdBook is done.
//!
//! A formula or a figure is HTML of its own, which Markdown must not read, and whose letters do not belong into the
//! search index. So each leaves an empty element with a number in the page, and takes its place in the pages that
//! mdBook has written.

use anyhow::{Result, bail};

/// A formula as it was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// Its source, with computed numbers in it.
    pub tex: String,
    /// Whether it stands between paragraphs.
    pub display: bool,
    /// What it has become.
    pub html: String,
}

/// The HTML of one build, by number.
#[derive(Debug, Default)]
pub struct Slots {
    html: Vec<String>,
    /// The formulas among it, so that they can be held against those of another program.
    pub formulas: Vec<Formula>,
}

impl Slots {
    /// Keeps `html` and returns what stands for it within a line of text.
    pub fn inline(&mut self, html: String) -> String {
        self.keep("span", html)
    }

    /// Keeps `html` and returns what stands for it between paragraphs.
    pub fn block(&mut self, html: String) -> String {
        self.keep("div", html)
    }

    /// The number that the next piece of HTML will get: unique in the book, so it can make an `id` unique.
    pub fn next(&self) -> usize {
        self.html.len()
    }

    fn keep(&mut self, element: &str, html: String) -> String {
        self.html.push(html);
        format!("<{element} data-slot=\"{}\"></{element}>", self.html.len() - 1)
    }

    /// Puts the HTML in its places in a page that mdBook has written.
    ///
    /// # Errors
    /// If something has become of a placeholder that is not understood here.
    pub fn fill(&self, page: &str) -> Result<String> {
        const MARK: &str = " data-slot=\"";
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
        let mut slots = Slots::default();
        let page = format!("<p>a {} b</p>{}", slots.inline("<i>x</i>".into()), slots.block("<svg></svg>".into()));
        assert!(!page.contains("<i>"));
        assert_eq!(slots.fill(&page).unwrap(), "<p>a <i>x</i> b</p><svg></svg>");
    }

    #[test]
    fn an_unknown_number_is_an_error() {
        assert!(
            Slots::default().fill("<span data-slot=\"4\"></span>").unwrap_err().to_string().contains("placeholder")
        );
    }
}
