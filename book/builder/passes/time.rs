//! `{{time}}`: how long the chapter takes, from what is on its pages.
//!
//! The numbers are those of somebody new to the subject who reads with a pencil and follows each line of a formula. How
//! they were found is on the authors' page of measurements.

use crate::html::orientation::Entry;
use crate::page::{LineKind, Page, Span};
use anyhow::{Result, bail};
use xtask::course::Course;

/// Seconds for each of what a page consists of.
const WORD: f64 = 60.0 / 200.0;
const FORMULA: f64 = 5.0;
const LINE_OF_FORMULA: f64 = 20.0;
const LINE_OF_CODE: f64 = 4.0;
const OUTPUT: f64 = 5.0;
const ROW: f64 = 5.0;
const FIGURE: f64 = 30.0;
const MOVING_FIGURE: f64 = 180.0;
/// To think before the answer is chosen; its words are counted besides.
const QUESTION: f64 = 40.0;

/// Minutes for each point of a task.
const POINT: f64 = 1.5;

/// Replaces `{{time}}` by what the pages of the chapter take together.
pub fn expand(page: &mut Page, entries: &[Entry]) -> Result<()> {
    let folder = page.chapter().map(|chapter| format!("{chapter}/"));
    page.expand_inline("time", |page, line, _| {
        let Some(folder) = &folder else { bail!(page.error(line, "{{time}} stands on a page of a chapter")) };
        let pages: Vec<&Entry> = entries.iter().filter(|entry| entry.address.starts_with(folder)).collect();
        let sum = |of: fn(&Entry) -> usize| pages.iter().map(|entry| of(entry)).sum::<usize>();
        let (reading, tasks) = (sum(|entry| entry.minutes), sum(|entry| entry.task_minutes));
        Ok(format!(
            "{reading} minutes to read with a pencil, on {} pages, and about {} for the {} tasks",
            pages.len(),
            duration(tasks),
            sum(|entry| entry.tasks)
        ))
    })
}

/// `35 minutes`, or from an hour and a half on `2 hours`, to half an hour.
fn duration(minutes: usize) -> String {
    match (minutes + 15) / 30 {
        0..=2 => format!("{minutes} minutes"),
        halves if halves % 2 == 0 => format!("{} hours", halves / 2),
        halves => format!("{}½ hours", halves / 2),
    }
}

/// Minutes to read a page, whose code has been included.
pub fn reading(page: &Page) -> usize {
    ((seconds(page) / 60.0).round() as usize).max(1)
}

/// Minutes for the tasks on a page.
pub fn tasks(page: &Page, course: &Course) -> usize {
    let Some(chapter) = course.chapters.iter().find(|chapter| Some(&*chapter.name) == page.chapter()) else { return 0 };
    let here = chapter.tasks.iter().filter(|task| super::exercises::is_on(page, chapter, task));
    let points: u32 = here.flat_map(|task| &task.tests).map(|test| test.points).sum();
    // To five minutes: it is an estimate, and looks like one.
    (f64::from(points) * POINT / 5.0).ceil() as usize * 5
}

fn seconds(page: &Page) -> f64 {
    let mut folded = false;
    let lines = page.lines.iter().zip(page.syntax()).map(|(line, syntax)| {
        let text = line.text.trim();
        folded = (folded || text.starts_with("<details")) && !text.starts_with("</details>");
        match syntax.kind {
            _ if folded || text.is_empty() => 0.0,
            LineKind::Fence => 0.0,
            LineKind::Math if text.starts_with("\\begin{") || text.starts_with("\\end{") || is_space(text) => 0.0,
            LineKind::Math => LINE_OF_FORMULA,
            LineKind::Code => LINE_OF_CODE,
            LineKind::Prose => prose(text, &syntax.spans(&line.text)),
        }
    });
    lines.sum()
}

/// Whether a line of a formula only keeps two of its parts apart, and holds nothing to follow.
fn is_space(line: &str) -> bool {
    ["\\qquad", "\\quad", "\\;", "\\,", "\\\\"]
        .iter()
        .fold(line.to_string(), |rest, space| rest.replace(space, ""))
        .trim()
        .is_empty()
}

/// A line of running text, of a table, of choices, or a directive.
fn prose(text: &str, spans: &[Span]) -> f64 {
    let directive = text.strip_prefix("{{").and_then(|rest| rest.split(' ').next());
    match directive {
        Some("figure") => return FIGURE,
        Some("widget") => return MOVING_FIGURE,
        Some("output") => return OUTPUT,
        Some("exercise") => return 0.0,
        _ if text.starts_with('<') => return 0.0,
        _ => {}
    }
    let row = if text.starts_with('|') && text.chars().any(char::is_alphanumeric) { ROW } else { 0.0 };
    // Each question has one right choice.
    let question = if text.starts_with("- [x]") { QUESTION } else { 0.0 };
    let spans = spans.iter().map(|span| match span {
        Span::Text(text) => words(text) as f64 * WORD,
        Span::Code(_) => WORD,
        Span::Formula(_) => FORMULA,
    });
    row + question + spans.sum::<f64>()
}

/// A value counts as one word.
fn words(text: &str) -> usize {
    let mut pieces = text.split("{{");
    let plain = |text: &str| text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let before = pieces.next().map_or(0, plain);
    let directives = pieces.filter_map(|piece| piece.split_once("}}"));
    before + directives.map(|(name, rest)| usize::from(name.starts_with("value")) + plain(rest)).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::orientation::Place;
    use std::path::Path;

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/a.md"), text)
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn a_value_is_a_word_and_a_figure_is_looked_at() {
        assert_eq!(words("the slope is {{value gd.slope}}, and falls"), 6);
        assert!(close(seconds(&page("{{figure walk-start}}\nThree words here")), FIGURE + 3.0 * WORD));
        assert!(close(seconds(&page("{{widget ch05 walk}}")), MOVING_FIGURE));
    }

    #[test]
    fn formulas_code_and_tables_take_time_and_what_is_folded_takes_none() {
        let text = "a $`x + 1`$ b\n\n```math\n\\begin{aligned}\nx &= 1 \\\\\ny &= 2\n\\end{aligned}\n```\n\n```rust\nlet x = 1;\n```";
        assert!(close(seconds(&page(text)), 2.0 * WORD + FORMULA + 2.0 * LINE_OF_FORMULA + LINE_OF_CODE));
        assert!(close(seconds(&page("```math\nx = 1\n\\qquad\\qquad\ny = 2\n```")), 2.0 * LINE_OF_FORMULA));
        assert!(close(seconds(&page("| a | b |\n|:--|:--|\n| c | d |")), 2.0 * (ROW + 2.0 * WORD)));
        assert!(close(seconds(&page("**Why?**\n\n- [x] yes\n- [ ] no")), QUESTION + 4.0 * WORD));
        assert!(close(seconds(&page("<details>\n\nwords\n\n</details>\nword")), WORD));
    }

    /// To read a page of the book, by its file below `book/`.
    fn minutes(file: &Path) -> usize {
        let root = crate::files::root();
        let mut page = Page::new(file, &std::fs::read_to_string(root.join("book").join(file)).unwrap());
        super::super::code::expand(&root, &mut page).unwrap();
        reading(&page)
    }

    #[test]
    fn a_page_is_read_in_a_quarter_of_an_hour() {
        let book = crate::files::root().join("book");
        let mut pages = 0;
        for file in crate::files::files(&book.join("src")).unwrap() {
            let file = file.strip_prefix(&book).unwrap();
            let is_page = file.extension().is_some_and(|extension| extension == "md");
            if is_page && Page::new(file, "").chapter().is_some() {
                let minutes = minutes(file);
                assert!(minutes <= 15, "{}: {minutes} minutes: tell less, or cut it in two", file.display());
                pages += 1;
            }
        }
        assert!(pages > 50, "{pages} pages of chapters");
    }

    /// The minutes of the authors' page of measurements.
    #[test]
    fn three_pages_take_what_a_slow_reading_with_a_pencil_took() {
        let read = |name: &&str| minutes(&Path::new("src").join(name).with_extension("md"));
        // The last one has been cut in two since.
        let step_size = ["ch05/step-size", "ch05/many-weights"];
        for (names, minutes) in [(&["ch01/error-and-gradient"][..], 17), (&["ch03/softmax"], 15), (&step_size, 26)] {
            let said: usize = names.iter().map(read).sum();
            assert!(said.abs_diff(minutes) * 4 <= minutes, "{names:?} say {said} minutes, and took {minutes}");
        }
    }

    #[test]
    fn the_tasks_of_a_page_take_a_time_that_goes_with_their_points() {
        let course = Course::open(&crate::files::root()).unwrap();
        assert_eq!(tasks(&page(""), &course), 0);
        let one = tasks(&page("{{exercise ch01 t1}}"), &course);
        assert!(one > 0 && one.is_multiple_of(5));
        assert!(tasks(&page("{{exercise ch01 t1}}\n\n{{exercise ch01 t8}}"), &course) > one);
    }

    #[test]
    fn a_chapter_takes_what_its_pages_take() {
        let entry = |address: &str, page| Entry {
            address: address.into(),
            name: "A".into(),
            place: Some(Place { chapter: 1, page, pages: 2 }),
            minutes: 12,
            tasks: 3,
            task_minutes: 50,
        };
        let entries = [entry("ch01/index.html", 1), entry("ch01/b.html", 2), entry("ch02/index.html", 1)];
        let mut first = page("It takes {{time}}.");
        expand(&mut first, &entries).unwrap();
        let said = "It takes 24 minutes to read with a pencil, on 2 pages, and about 1½ hours for the 6 tasks.\n";
        assert_eq!(first.text(), said);
    }
}
