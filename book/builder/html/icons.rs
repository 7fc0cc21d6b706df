//! The buttons above a page have outlined drawings: mdBook's own are filled shapes, heavier than any letter beside
//! them.

use anyhow::{Context, Result};

/// What a button can be found by, and its drawing on 20 × 20 units. Some builds lack some of the buttons.
const ICONS: [(&str, &str); 5] = [
    ("id=\"mdbook-sidebar-toggle\"", "<path d=\"M3 5.5h14M3 10h14M3 14.5h9\"/>"),
    (
        "id=\"mdbook-theme-toggle\"",
        "<circle cx=\"10\" cy=\"10\" r=\"6.5\"/><path d=\"M10 3.5a6.5 6.5 0 0 1 0 13z\" fill=\"currentColor\"/>",
    ),
    ("id=\"mdbook-search-toggle\"", "<circle cx=\"9\" cy=\"9\" r=\"5.5\"/><path d=\"M13.2 13.2L17 17\"/>"),
    ("title=\"Print this book\"", "<path d=\"M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z\"/>"),
    ("title=\"Suggest an edit\"", "<path d=\"M4 16l.8-3.6 8.4-8.4 2.8 2.8-8.4 8.4zM11.4 5.8l2.8 2.8\"/>"),
];

/// The page with these drawings.
///
/// # Errors
/// If mdBook's template has changed, so that a button has no drawing to replace.
pub fn outlined(page: &str) -> Result<String> {
    let mut page = page.to_string();
    for (button, drawing) in ICONS {
        let Some(at) = page.find(button) else { continue };
        let changed =
            || format!("mdBook's template has changed: {button} has no drawing. See book/builder/html/icons.rs");
        let from = at + page[at..].find("<svg").with_context(changed)?;
        let to = from + page[from..].find("</svg>").with_context(changed)? + "</svg>".len();
        let icon = format!("<svg class=\"nn-icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">{drawing}</svg>");
        page.replace_range(from..to, &icon);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_has_its_drawing_and_what_is_not_there_is_left_out() {
        let page =
            "<button id=\"mdbook-search-toggle\"><span class=fa-svg><svg><path/></svg></span></button><svg>2</svg>";
        let page = outlined(page).unwrap();
        assert!(page.contains("<span class=fa-svg><svg class=\"nn-icon\""), "{page}");
        assert!(page.ends_with("</svg></span></button><svg>2</svg>"), "{page}");
        assert!(outlined("<a title=\"Print this book\">").is_err());
    }
}
