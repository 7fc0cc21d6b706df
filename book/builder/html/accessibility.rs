//! What mdBook's template lacks for a keyboard and a screen reader.

use anyhow::{Result, bail};

/// A piece of mdBook's template, and its replacement.
struct Cure {
    /// As mdBook 0.5.4 writes it.
    old: &'static str,
    /// As it should be.
    new: &'static str,
}

/// What every page needs.
const CURES: [Cure; 14] = [
    // The link past the contents leads here, and the next stop of the Tab key is in the text.
    Cure {
        old: "<div id=\"mdbook-content\" class=\"content\">",
        new: "<div id=\"mdbook-content\" class=\"content\" tabindex=\"-1\">",
    },
    // A label cannot be reached by the keyboard, and may not have aria-expanded.
    Cure {
        old: "<label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" for=\"mdbook-sidebar-toggle-anchor\"",
        new: "<button id=\"mdbook-sidebar-toggle\" class=\"icon-button\" type=\"button\"",
    },
    Cure {
        old: "</label>\n                        <button id=\"mdbook-theme-toggle\"",
        new: "</button>\n                        <button id=\"mdbook-theme-toggle\"",
    },
    // All visible content must be in a landmark.
    Cure {
        old: "<div id=\"mdbook-menu-bar\" class=\"menu-bar sticky\">",
        new: "<div id=\"mdbook-menu-bar\" class=\"menu-bar sticky\" role=\"banner\">",
    },
    Cure {
        old: "<div id=\"mdbook-search-wrapper\" class=\"hidden\">",
        new: "<div id=\"mdbook-search-wrapper\" class=\"hidden\" role=\"search\">",
    },
    // A placeholder is not an accessible name, and the id that it refers to is another.
    Cure {
        old: "aria-describedby=\"searchresults-header\"",
        new: "aria-label=\"Search this book\" aria-describedby=\"mdbook-searchresults-header\"",
    },
    Cure {
        old: "<iframe class=\"sidebar-iframe-outer\"",
        new: "<iframe title=\"Contents\" class=\"sidebar-iframe-outer\"",
    },
    // Two of the five themes are kept, one light and one dark; their contrasts are checked.
    Cure {
        old: "<li role=\"none\"><button role=\"menuitem\" class=\"theme\" id=\"mdbook-theme-rust\">Rust</button></li>",
        new: "",
    },
    Cure {
        old: "<li role=\"none\"><button role=\"menuitem\" class=\"theme\" id=\"mdbook-theme-coal\">Coal</button></li>",
        new: "",
    },
    Cure { old: "id=\"mdbook-theme-navy\">Navy<", new: "id=\"mdbook-theme-navy\">Dark<" },
    // In their place, a switch for the keys with which a screen reader reads; `theme/course.js` works it.
    Cure {
        old: "<button role=\"menuitem\" class=\"theme\" id=\"mdbook-theme-ayu\">Ayu</button></li>",
        new: "<button role=\"menuitemcheckbox\" class=\"theme nn-arrows\" aria-checked=\"true\">← → turn the page</button></li>",
    },
    Cure {
        old: "title=\"Change theme\" aria-label=\"Change theme\"",
        new: "title=\"Theme and keys\" aria-label=\"Theme and keys\"",
    },
    Cure { old: "aria-label=\"Themes\" role=\"menu\"", new: "aria-label=\"Theme and keys\" role=\"menu\"" },
    Cure {
        old: "<kbd>→</kbd> to navigate between chapters",
        new: "<kbd>→</kbd> to navigate between chapters, unless “Theme and keys” says otherwise",
    },
];

/// The page with the cures.
///
/// # Errors
/// If mdBook's template has changed, so that a cure does not take any more.
pub fn cure(page: &str) -> Result<String> {
    // The list of contents for browsers without scripts is another template.
    if !page.contains("id=\"mdbook-menu-bar\"") {
        return Ok(page.into());
    }
    let mut page = page.to_string();
    for Cure { old, new } in CURES {
        if !page.contains(old) {
            bail!("mdBook's template has changed: it no longer holds `{old}`. See book/builder/html/accessibility.rs");
        }
        page = page.replacen(old, new, 1);
    }
    Ok(skip(&headings(&reachable(&contents(&page)?))))
}

/// The first stop of the keyboard: a link past the contents and the buttons.
///
/// The page for addresses that do not exist goes without, and its headings are no links: there, a fragment belongs to
/// the address that `<base>` names, and would lead away.
fn skip(page: &str) -> String {
    if page.contains("<base href=") {
        return match page
            .split_once("<a class=\"header\" href=\"#")
            .map(|(before, rest)| (before, rest.split_once("\">")))
        {
            Some((before, Some((_, rest)))) => format!("{before}{}", rest.replacen("</a>", "", 1)),
            _ => page.into(),
        };
    }
    page.replacen("<body>", "<body>\n    <a class=\"nn-skip\" href=\"#mdbook-content\">Skip to the text</a>", 1)
}

/// Without a script the buttons do nothing and are not shown, so a link leads to the contents.
fn contents(page: &str) -> Result<String> {
    let frame = page.split_once("class=\"sidebar-iframe-outer\" src=\"").and_then(|(_, rest)| rest.split_once('"'));
    let Some((toc, _)) = frame else {
        bail!("mdBook's template has changed: it has no frame for the contents any more")
    };
    let buttons = "<div class=\"left-buttons\">";
    let link = format!("<noscript><a class=\"nn-contents\" href=\"{toc}\">Contents</a></noscript>");
    Ok(page.replacen(buttons, &format!("{buttons}{link}"), 1))
}

/// What can scroll sideways must be focusable. `course.js` undoes that where nothing scrolls.
fn reachable(page: &str) -> String {
    page.replace("<div class=\"table-wrapper\">", "<div class=\"table-wrapper\" tabindex=\"0\">")
        .replace("<pre><code class=\"", "<pre><code tabindex=\"0\" class=\"")
        // Not about the keyboard: html-validate does not allow `prefetch` on a link.
        .replace("rel=\"next prefetch\"", "rel=\"next\"")
}

/// The title of the book is no heading of the page, which has its own.
fn headings(page: &str) -> String {
    let mark = "<h1 class=\"menu-title\">";
    match page.split_once(mark).and_then(|(before, after)| Some((before, after.split_once("</h1>")?))) {
        Some((before, (title, after))) => format!("{before}<div class=\"menu-title\">{title}</div>{after}"),
        None => page.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_that_has_changed_is_an_error() {
        let error = cure("<div id=\"mdbook-menu-bar\">").unwrap_err().to_string();
        assert!(error.starts_with("mdBook's template has changed: it no longer holds `<div id"), "{error}");
    }

    #[test]
    fn scrolling_code_and_tables_can_be_reached() {
        let page = reachable("<pre><code class=\"language-rust\">a</code></pre><div class=\"table-wrapper\">");
        assert_eq!(page.matches("tabindex=\"0\"").count(), 2);
        assert_eq!(
            headings("a<h1 class=\"menu-title\">T</h1><h1>P</h1>"),
            "a<div class=\"menu-title\">T</div><h1>P</h1>"
        );
    }
}
