//! The title page: `{{hero CHAPTER}}`, what moves on it, and `{{cards}}`, the chapters.

use super::figures::caption;
use crate::chapters;
use crate::figures::card;
use crate::html::orientation::Entry;
use crate::page::Page;
use crate::placeholders::Placeholders;
use crate::widgets::Widgets;
use anyhow::{Context, Result, bail};
use xtask::course::Course;

/// Replaces `{{hero CHAPTER}}`, with its caption as the next paragraph, and `{{cards}}`, with a list as the next block:
/// an item `1. Title: a sentence.` for each chapter. It becomes a card that leads to the chapter, with its drawing, its
/// time and its tasks.
/// `{{known mistakes}}` becomes how many the tests know, rounded down to hundreds.
pub fn expand(
    course: &Course,
    entries: &[Entry],
    page: &mut Page,
    placeholders: &mut Placeholders,
    widgets: &Widgets,
) -> Result<()> {
    page.expand_blocks("hero", |page, line, words| hero(page, line, words, placeholders, widgets))?;
    let mut list = 0..0;
    page.expand_blocks("cards", |page, line, _| {
        let items = caption(page, line);
        list = line + 1..line + 1 + items.len();
        cards(page, line, &items.join("\n"), entries, placeholders)
    })?;
    page.lines.retain(|line| !list.contains(&line.number));
    page.expand_inline("known", |_, _, _| {
        let counts = course.chapters.iter().map(|chapter| Ok(chapter.mistakes(course)?.len()));
        Ok((counts.sum::<Result<usize>>()? / 100 * 100).to_string())
    })
}

fn hero(
    page: &Page,
    line: usize,
    words: &[&str],
    placeholders: &mut Placeholders,
    widgets: &Widgets,
) -> Result<Vec<String>> {
    let moving =
        chapters::all().iter().find(|(name, _)| words == [*name]).and_then(|(name, code)| Some((name, code.hero?)));
    let Some((chapter, hero)) = moving else {
        bail!(page.error(line, "write {{hero CHAPTER}}, with a chapter whose `CODE` in book/src/ has a hero"))
    };
    let hero = hero();
    let start: Vec<String> = hero.start.iter().map(f64::to_string).collect();
    let attributes = widgets.hero_attributes(chapter);
    let mut lines = vec![
        format!("<figure class=\"nn-hero\" id=\"hero\" data-start=\"{}\"{attributes}>", start.join(",")),
        placeholders.block(hero.svg),
        "<figcaption>".into(),
        String::new(),
        format!("<output aria-live=\"off\">{}</output>", hero.said),
    ];
    lines.extend(caption(page, line));
    lines.extend([String::new(), "</figcaption>".into(), "</figure>".into(), String::new()]);
    Ok(lines)
}

fn cards(
    page: &Page,
    line: usize,
    items: &str,
    entries: &[Entry],
    placeholders: &mut Placeholders,
) -> Result<Vec<String>> {
    let mut lines = vec!["<ol class=\"nn-cards\">".to_string(), String::new()];
    let chapters: Vec<&Entry> = entries.iter().filter(|entry| entry.place.is_some()).collect();
    let mut count = 0;
    for item in items.split_inclusive('\n').fold(Vec::<String>::new(), joined) {
        count += 1;
        let parts = item.split_once(". ").and_then(|(number, rest)| Some((number, rest.split_once(": ")?)));
        let Some((_, (title, says))) = parts.filter(|(number, _)| *number == count.to_string()) else {
            bail!(page.error(line, format!("write item {count} as `{count}. Title: a sentence.` and not as `{item}`")))
        };
        let of_chapter: Vec<&&Entry> = chapters.iter().filter(|entry| number_of(entry) == count).collect();
        let Some(first) = of_chapter.first() else {
            bail!(page.error(line, format!("SUMMARY.md has no chapter {count}, and this list calls it “{title}”")))
        };
        if first.name != title {
            bail!(
                page.error(line, format!("SUMMARY.md calls chapter {count} “{}”, and this list “{title}”", first.name))
            )
        }
        let sums = of_chapter.iter().fold((0, 0), |(minutes, tasks), it| (minutes + it.minutes, tasks + it.tasks));
        lines.extend(card_of(first, sums, says, placeholders)?);
    }
    if let Some(missing) = chapters.iter().find(|entry| number_of(entry) > count) {
        bail!(page.error(line, format!("the list has no item for “{}”", missing.name)))
    }
    lines.extend([String::new(), "</ol>".into(), String::new()]);
    Ok(lines)
}

/// The chapter of a page.
fn number_of(entry: &Entry) -> u32 {
    entry.place.map_or(0, |place| place.chapter)
}

/// Lines that belong to one item are put together.
fn joined(mut items: Vec<String>, line: &str) -> Vec<String> {
    match items.last_mut() {
        Some(item) if line.starts_with(' ') => *item += &format!(" {}", line.trim()),
        _ => items.push(line.trim().into()),
    }
    items
}

/// The card of a chapter, with its minutes and tasks, that leads to its first page.
fn card_of(
    first: &Entry,
    (minutes, tasks): (usize, usize),
    says: &str,
    placeholders: &mut Placeholders,
) -> Result<Vec<String>> {
    let chapter = first.address.split('/').next().unwrap_or_default();
    let drawing = chapters::all().iter().find(|(name, _)| *name == chapter).and_then(|(_, code)| code.card);
    let drawing = drawing.map(card::svg).transpose().with_context(|| format!("drawing the card of {chapter}"))?;
    let number = number_of(first);
    Ok(vec![
        format!("<li data-chapter=\"{chapter}\">{}<div>", placeholders.block(drawing.unwrap_or_default())),
        format!("<h3><span class=\"nn-no\">{number}</span><a href=\"{}\">{}</a></h3>", first.address, first.name),
        format!("<p>{says}</p>"),
        format!(
            "<p class=\"nn-facts\"><span>{minutes} min to read</span><span class=\"nn-tasks\">{tasks} tasks</span></p></div></li>"
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::orientation::Place;
    use std::path::Path;

    fn expanded(text: &str) -> Result<String> {
        let entry = |address: &str, minutes| Entry {
            address: address.into(),
            name: "A line".into(),
            place: Some(Place { chapter: 1, page: 1, pages: 2 }),
            minutes,
            tasks: 4,
            task_minutes: 20,
        };
        let mut page = Page::new(Path::new("src/index.md"), text);
        let entries = [entry("ch01/a.html", 10), entry("ch01/b.html", 12)];
        let course = Course::open(&crate::files::root())?;
        expand(&course, &entries, &mut page, &mut Placeholders::default(), &Widgets::none())?;
        Ok(page.text())
    }

    #[test]
    fn each_chapter_has_a_card_that_leads_to_it() {
        let text = expanded("{{cards}}\n1. A line: it is\n   straight.\n\nafter").unwrap();
        assert!(
            text.contains("<a href=\"ch01/a.html\">A line</a>") && text.contains("<p>it is straight.</p>"),
            "{text}"
        );
        assert!(text.contains("22 min to read") && text.contains("8 tasks"), "{text}");
        assert!(text.ends_with("</ol>\n\n\nafter\n") && !text.contains("1. A line"), "{text}");
    }

    #[test]
    fn a_list_that_does_not_fit_the_contents_fails() {
        let error = |text: &str| expanded(text).unwrap_err().to_string();
        assert!(error("{{cards}}\n1. A lime: x").ends_with("chapter 1 “A line”, and this list “A lime”"));
        assert!(error("\n{{cards}}\n1. A line").starts_with("book/src/index.md:2: write item 1 as `1. Title"));
        assert!(error("{{cards}}\n\nafter").ends_with("no item for “A line”"));
        assert!(
            error("{{cards}}\n1. A line: x\n2. A bend: y").ends_with("no chapter 2, and this list calls it “A bend”")
        );
    }

    #[test]
    fn the_hero_has_a_caption_and_what_its_script_starts_from() {
        let text = expanded("{{hero ch06}}\nYou write it.\n\nafter").unwrap();
        assert!(text.starts_with("<figure class=\"nn-hero\" id=\"hero\" data-start=\"1,6,"), "{text}");
        assert!(text.contains("points are on the right side.</output>\nYou write it.\n\n</figcaption>"), "{text}");
        assert!(expanded("{{hero ch01}}").is_err());
    }
}
