//! Where a reader is, and what comes next: chapter numbers in headings, and the links at each page's end in words.

use anyhow::{Context, Result};

/// What is said of a page where another one leads to it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// From the top of the site, such as `introduction.html`.
    pub address: String,
    /// As SUMMARY.md calls it.
    pub name: String,
    /// For a page of a chapter.
    pub place: Option<Place>,
    /// To read it.
    pub minutes: usize,
    pub tasks: usize,
    /// For these.
    pub task_minutes: usize,
}

/// A page's place in its chapter.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub chapter: u32,
    /// From 1.
    pub page: usize,
    /// How many pages the chapter has.
    pub pages: usize,
}

/// The page with both; `address` is its own.
///
/// # Errors
/// If mdBook's template has changed.
pub fn orient(page: &str, address: &str, entries: &[Entry]) -> Result<String> {
    if !page.contains("id=\"mdbook-menu-bar\"") {
        return Ok(page.into());
    }
    let changed = "mdBook's template has changed: see book/builder/html/orientation.rs";
    let page = if address == "index.html" { front(page).context(changed)? } else { page.into() };
    reading(&links(&numbered(&page, entries), address, entries).context(changed)?).context(changed)
}

/// Tells the style sheet that this is the title page. With `html:has(…)` it would find out by itself, and a browser
/// would compute the style of a whole page whenever a figure on it moves.
fn front(page: &str) -> Result<String> {
    let html = "<html lang=\"en\"";
    Ok(page.replacen(page.find(html).map(|_| html).context("no <html lang>")?, &format!("{html} data-front"), 1))
}

/// The chapter and the page stand above the title, in the book in one piece too.
fn numbered(page: &str, entries: &[Entry]) -> String {
    entries.iter().fold(page.to_string(), |text, Entry { name, place, minutes, .. }| match place {
        Some(Place { chapter, page, pages }) => text.replace(
            &format!("\">{name}</a></h1>"),
            &format!("\"><span class=\"nn-number\">Chapter {chapter}, page {page} of {pages} · {minutes} min </span>{name}</a></h1>"),
        ),
        None => text,
    })
}

/// The line under the menu that shows how far the page is read; the style sheet moves it.
fn reading(page: &str) -> Result<String> {
    let menu = "id=\"mdbook-menu-bar\"";
    let start = page.find(menu).and_then(|at| Some(at + page[at..].find('>')? + 1)).context("no menu")?;
    Ok(format!("{}<div class=\"nn-read\"></div>{}", &page[..start], &page[start..]))
}

/// Takes mdBook's chevrons away. The same links stand at the end of the text, with names.
fn links(page: &str, address: &str, entries: &[Entry]) -> Result<String> {
    let mut page = without(page, "<nav class=\"nav-wrapper\"", "</nav>")?;
    page = without(&page, "<nav class=\"nav-wide-wrapper\"", "</nav>")?;
    let Some(at) = entries.iter().position(|entry| entry.address == address) else { return Ok(page) };
    let up = "../".repeat(address.matches('/').count());
    let link = |entry: &Entry, side: &str, rel: &str, key: &str, said: String| {
        let number = match entry.place {
            Some(Place { chapter, page: 1, .. }) => format!("{chapter}. "),
            _ => String::new(),
        };
        format!(
            "<a class=\"nav-chapters {side}\" href=\"{up}{}\" rel=\"{rel}\" aria-keyshortcuts=\"{key}\">\
             <span>{said}</span> <strong>{number}{}</strong></a>",
            entry.address, entry.name
        )
    };
    let before =
        at.checked_sub(1).map(|at| link(&entries[at], "nn-before previous", "prev", "Left", "Before this".into()));
    let next = entries.get(at + 1).map(|entry| link(entry, "next", "next", "Right", said(entry)));
    let nav = format!(
        "<nav class=\"nn-next\" aria-label=\"Next and previous page\">{}{}</nav>\n",
        before.unwrap_or_default(),
        next.unwrap_or_default()
    );
    let end = page.rfind("</main>").context("no </main>")?;
    page.insert_str(end, &nav);
    Ok(page)
}

fn said(entry: &Entry) -> String {
    let minutes = if entry.minutes == 1 { "1 minute".into() } else { format!("{} minutes", entry.minutes) };
    match entry.tasks {
        0 => format!("Next · {minutes}"),
        1 => format!("Next · {minutes}, and {} for the task", entry.task_minutes),
        tasks => format!("Next · {minutes}, and {} for {tasks} tasks", entry.task_minutes),
    }
}

fn without(page: &str, start: &str, end: &str) -> Result<String> {
    let from = page.find(start).with_context(|| format!("no {start}"))?;
    let to = from + page[from..].find(end).with_context(|| format!("no {end}"))? + end.len();
    Ok(format!("{}{}", &page[..from], &page[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(address: &str, name: &str, chapter: u32, page: usize, tasks: usize) -> Entry {
        let place = Some(Place { chapter, page, pages: 2 });
        Entry { address: address.into(), name: name.into(), place, minutes: 23, tasks, task_minutes: 10 * tasks }
    }

    const TEMPLATE: &str = "<div id=\"mdbook-menu-bar\"></div><main><h1 id=\"a\"><a class=\"header\" href=\"#a\">A line</a></h1>\
                            </main><nav class=\"nav-wrapper\">‹</nav><nav class=\"nav-wide-wrapper\">›</nav>";

    #[test]
    fn a_heading_has_its_number_and_the_next_page_is_named_with_its_time() {
        let entries = [
            entry("a.html", "A line", 1, 2, 5),
            entry("b/c.html", "The neuron", 2, 1, 4),
            entry("b/d.html", "A layer", 2, 2, 1),
        ];
        let page = orient(TEMPLATE, "a.html", &entries).unwrap();
        assert!(
            page.contains("<span class=\"nn-number\">Chapter 1, page 2 of 2 · 23 min </span>A line</a></h1>"),
            "{page}"
        );
        assert!(page.contains("href=\"b/c.html\""), "{page}");
        assert!(
            page.contains(
                "<span>Next · 23 minutes, and 40 for 4 tasks</span> <strong>2. The neuron</strong></a></nav>"
            ),
            "{page}"
        );
        assert!(!page.contains('›') && !page.contains('‹'), "{page}");
        assert!(page.starts_with("<div id=\"mdbook-menu-bar\"><div class=\"nn-read\"></div></div>"), "{page}");
        let page = orient(TEMPLATE, "b/c.html", &entries).unwrap();
        assert!(page.contains("href=\"../a.html\" rel=\"prev\""), "{page}");
        assert!(
            page.contains("<span>Next · 23 minutes, and 10 for the task</span> <strong>A layer</strong>"),
            "{page}"
        );
    }

    #[test]
    fn only_the_title_page_is_marked_and_no_rule_asks_the_whole_page() {
        let html = |address| orient(&format!("<html lang=\"en\" class=\"light\">{TEMPLATE}"), address, &[]).unwrap();
        assert!(html("index.html").starts_with("<html lang=\"en\" data-front class="));
        assert!(html("a.html").starts_with("<html lang=\"en\" class="));
        let rules = include_str!("../../theme/course.css").lines().filter(|line| !line.trim_start().starts_with("/*"));
        for rule in rules {
            assert!(!["html:has(", "body:has(", "main:has("].iter().any(|whole| rule.contains(whole)), "{rule}");
        }
    }

    #[test]
    fn a_page_outside_the_contents_leads_nowhere_and_a_changed_template_fails() {
        assert!(!orient(TEMPLATE, "404.html", &[]).unwrap().contains("nn-next"));
        assert!(orient("<div id=\"mdbook-menu-bar\">", "a.html", &[]).is_err());
        assert_eq!(orient("<p>", "toc.html", &[]).unwrap(), "<p>");
    }
}
