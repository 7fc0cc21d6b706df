//! `{{figure NAME}}` and the paragraph after it: a figure with its caption. `{{widget CHAPTER NAME}}` is the same for a
//! figure that a reader can move.

use crate::chapters;
use crate::figures::Figure;
use crate::nearest::nearest;
use crate::page::Page;
use crate::placeholders::Placeholders;
use crate::widgets::Widgets;
use anyhow::{Result, bail};

/// Replaces each `{{figure NAME}}` by the figure of that name, drawn now; the paragraph that follows at once becomes
/// its caption. For `{{widget CHAPTER NAME}}` the same figure is shown until the chapter's script draws over it.
pub fn expand(page: &mut Page, placeholders: &mut Placeholders, widgets: &Widgets) -> Result<()> {
    let all = chapters::figures();
    page.expand_blocks("figure", |page, line, words| {
        let [name] = words else { bail!(page.error(line, "write {{figure NAME}}, with one name")) };
        figure(page, line, placeholders, &all, name, "")
    })?;
    let mut one = false;
    page.expand_blocks("widget", |page, line, words| {
        let [chapter, name] = words else { bail!(page.error(line, "write {{widget CHAPTER NAME}}, with two names")) };
        if !chapters::widgets().any(|(known, _)| known == *chapter) {
            let nearest = nearest(chapter, chapters::widgets().map(|(known, _)| known));
            bail!(page.error(line, format!("no figure of `{chapter}` moves; the nearest that does is of {nearest}")))
        }
        if std::mem::replace(&mut one, true) {
            bail!(page.error(line, "a page has one figure that moves: its address keeps the state of one"));
        }
        figure(page, line, placeholders, &all, name, &format!(" id=\"try-{chapter}\"{}", widgets.attributes(chapter)))
    })?;
    drop_captions(page);
    Ok(())
}

/// The figure of that name with its caption, and with these attributes.
fn figure(
    page: &Page,
    line: usize,
    placeholders: &mut Placeholders,
    all: &[Figure],
    name: &str,
    attributes: &str,
) -> Result<Vec<String>> {
    let Some(figure) = all.iter().find(|figure| figure.name == name) else {
        let nearest = nearest(name, all.iter().map(|figure| figure.name));
        bail!(page.error(line, format!("no figure is called `{name}`; the nearest is {nearest}")))
    };
    let caption = caption(page, line);
    if caption.is_empty() {
        bail!(page.error(line, "a figure needs a caption: write it as the paragraph that follows at once"));
    }
    let (caption, task) = if attributes.is_empty() { (caption, None) } else { split(&caption.join("\n")) };
    let svg = figure.for_page(&format!("figure-{}", placeholders.next()))?;
    let mut lines = vec![format!("<figure class=\"nn-figure\"{attributes}>")];
    if let Some(task) = task {
        lines.extend(["<div class=\"nn-try\">".into(), String::new(), task, String::new(), "</div>".into()]);
    }
    lines.extend([
        format!("<div class=\"nn-art\">{}</div>", placeholders.block(svg)),
        "<figcaption>".into(),
        String::new(),
    ]);
    lines.extend(caption);
    lines.extend([String::new(), "</figcaption>".into(), "</figure>".into(), String::new()]);
    Ok(lines)
}

/// Where the task of a moving figure begins in its caption, and what begins the text after it.
const TRY: (&str, &str) = ("**Try:**", "**What to");

/// The caption without its task, and the task, which stands above the picture.
fn split(caption: &str) -> (Vec<String>, Option<String>) {
    let Some((before, task)) = caption.split_once(TRY.0) else { return (vec![caption.into()], None) };
    let (task, after) = task.split_at(task.find(TRY.1).unwrap_or(task.len()));
    let before = before.trim_end().trim_end_matches('\\');
    (vec![before.into(), after.into()], Some(format!("{} {}", TRY.0, task.trim())))
}

/// The lines right after line `number`, up to an empty one.
pub fn caption(page: &Page, number: usize) -> Vec<String> {
    let after = page.lines.iter().skip_while(|line| line.number <= number);
    after.map(|line| line.text.clone()).take_while(|text| !text.trim().is_empty()).collect()
}

/// Removes the paragraphs after figures: they are in the captions now.
fn drop_captions(page: &mut Page) {
    let mut in_caption = false;
    let mut closing_line = 0;
    page.lines.retain(|line| {
        if line.text == "</figure>" {
            closing_line = line.number;
            in_caption = true;
        } else if line.number > closing_line && line.text.trim().is_empty() {
            in_caption = false;
        }
        !in_caption || line.number <= closing_line
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn expanded(text: &str) -> Result<String> {
        let mut page = Page::new(Path::new("src/ch01.md"), text);
        expand(&mut page, &mut Placeholders::default(), &Widgets::none())?;
        Ok(page.text())
    }

    #[test]
    fn the_paragraph_after_a_figure_is_its_caption_and_stands_there_once() {
        let text = expanded("before\n\n{{figure hubble}}\nThe caption\nin two lines.\n\nafter").unwrap();
        assert_eq!(text.matches("The caption").count(), 1);
        assert!(
            text.contains("<figcaption>\n\nThe caption\nin two lines.\n\n</figcaption>\n</figure>\n\n\nafter"),
            "{text}"
        );
    }

    #[test]
    fn a_figure_that_moves_has_an_address_and_there_is_one_on_a_page() {
        let text = expanded("{{widget ch01 hubble}}\nCaption.\n\nafter").unwrap();
        assert!(text.starts_with("<figure class=\"nn-figure\" id=\"try-ch01\">\n"), "{text}");
        let error = expanded("{{widget ch01 hubble}}\nA.\n\n{{widget ch01 hubble}}\nB.").unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01.md:4: a page has one figure that moves"), "{error}");
    }

    #[test]
    fn the_task_of_a_figure_that_moves_stands_above_it() {
        let text = expanded("{{widget ch01 hubble}}\nWhat\nit is.\\\n**Try:** pull\nit. **What to notice:** it moves.")
            .unwrap();
        let parts = [
            "<div class=\"nn-try\">\n\n**Try:** pull\nit.\n\n</div>",
            "<figcaption>\n\nWhat\nit is.\n**What to notice:** it moves.\n",
        ];
        let places = parts.map(|part| text.find(part).unwrap_or_else(|| panic!("{part} is not in {text}")));
        assert!(places.is_sorted(), "{text}");
        assert!(expanded("{{figure hubble}}\nA. **Try:** b.").unwrap().contains("A. **Try:** b."));
    }

    #[test]
    fn a_figure_without_a_caption_or_with_an_unknown_name_fails() {
        let error = expanded("{{figure hubble}}\n\nafter").unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01.md:1: a figure needs a caption"), "{error}");
        let error = expanded("{{figure huble}}\nCaption.").unwrap_err().to_string();
        assert_eq!(error, "book/src/ch01.md:1: no figure is called `huble`; the nearest is `hubble`");
    }
}
