//! The book in one piece, made for paper: its contents, after the title page.

use super::orientation::{Entry, Place};
use anyhow::{Context, Result};

/// What mdBook puts before each page but the first.
const BREAK: &str = "<div style=\"break-before: page;";

/// The page with a list of its parts, if it is the one that holds all others.
///
/// # Errors
/// If mdBook writes it in another way.
pub fn contents(page: &str, address: &str, entries: &[Entry]) -> Result<String> {
    if address != "print.html" {
        return Ok(page.into());
    }
    let changed = "mdBook's page for printing has changed: see book/builder/html/paper.rs";
    let ids: Vec<&str> = page.split("<h1 id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    anyhow::ensure!(ids.len() == entries.len(), changed);
    let items = ids.iter().zip(entries).map(|(id, Entry { name, place, .. })| {
        let (class, number) = match place {
            Some(Place { chapter, page: 1, .. }) => ("", format!("{chapter}. ")),
            Some(_) => (" class=\"nn-part\"", String::new()),
            None => ("", String::new()),
        };
        format!("<li{class}>{number}<a href=\"#{id}\">{name}</a></li>\n")
    });
    let list: String = items.collect();
    let at = page.find(BREAK).context(changed)?;
    Ok(format!(
        "{}<nav class=\"nn-paper\" aria-label=\"Contents\"><h2>Contents</h2>\n<ul>\n{list}</ul></nav>\n{}",
        &page[..at],
        &page[at..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contents_stand_after_the_first_page() {
        let entry = |name: &str, page: Option<usize>| Entry {
            address: String::new(),
            name: name.into(),
            place: page.map(|page| Place { chapter: 4, page, pages: 2 }),
            minutes: 1,
            tasks: 0,
            task_minutes: 0,
        };
        let entries = [entry("Title", None), entry("Layers", Some(1)), entry("Any curve", Some(2))];
        let page = format!("<h1 id=\"t\">…</h1>{BREAK}\"></div><h1 id=\"l\">…</h1>{BREAK}\"></div><h1 id=\"c\">…</h1>");
        let made = contents(&page, "print.html", &entries).unwrap();
        assert!(made.starts_with("<h1 id=\"t\">…</h1><nav class=\"nn-paper\""), "{made}");
        assert!(made.contains("<li>4. <a href=\"#l\">Layers</a></li>"), "{made}");
        assert!(made.contains("<li class=\"nn-part\"><a href=\"#c\">Any curve</a></li>"), "{made}");
        assert_eq!(contents(&page, "index.html", &entries).unwrap(), page);
        assert!(contents(&page, "print.html", &entries[1..]).is_err());
    }
}
