//! Where the address of the repository is known: at each page's end, how to mend it.

use anyhow::{Context, Result};

/// The page with a link to report a mistake in it and one to edit it, which mdBook has put into its bar as well.
///
/// # Errors
/// If mdBook's template has changed.
pub fn links(page: &str, repository: Option<&str>) -> Result<String> {
    let Some(repository) = repository.map(|address| address.trim_end_matches('/')) else { return Ok(page.into()) };
    // The book in one piece, and the page for missing addresses, have no source of their own.
    let Some(edit) = edit_address(page) else { return Ok(page.into()) };
    let line = format!(
        "<p class=\"nn-mend\">Is something wrong here? <a href=\"{repository}/issues/new\">Report a mistake</a>, or \
         <a href=\"{edit}\">edit this page</a>.</p>\n"
    );
    let end = page.rfind("</main>").context("mdBook's template has changed: there is no </main>")?;
    Ok(format!("{}{line}{}", &page[..end], &page[end..]))
}

/// The address in mdBook's button.
fn edit_address(page: &str) -> Option<&str> {
    let (before, _) = page.split_once("rel=\"edit\"")?;
    let (_, href) = before.rsplit_once("href=\"")?;
    href.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<a href=\"https://example.org/edit/a.md\" title=\"Edit\" rel=\"edit\"></a><main>text</main>";

    #[test]
    fn a_page_says_where_to_report_a_mistake_if_there_is_such_a_place() {
        let page = links(PAGE, Some("https://example.org/")).unwrap();
        assert!(
            page.contains("<a href=\"https://example.org/issues/new\">") && page.ends_with("</p>\n</main>"),
            "{page}"
        );
        assert!(page.contains("<a href=\"https://example.org/edit/a.md\">edit this page</a>"), "{page}");
        assert_eq!(links(PAGE, None).unwrap(), PAGE);
        assert_eq!(links("<main></main>", Some("https://example.org")).unwrap(), "<main></main>");
    }
}
