//! `{{exercise CHAPTER tN}}`: the box of a task, from what the tests and the stub say about it.

mod mistakes;
mod signature;

use crate::files::slashes;
use crate::nearest::nearest;
use crate::page::Page;
use anyhow::{Result, bail};
use xtask::course::{Chapter, Course, Mistake, Stub, Task};

/// What the three hints of a task are, each saying more than the one before.
const HINTS: [&str; 3] = ["the idea", "the formula", "the shape"];

/// Replaces each `{{exercise CHAPTER tN}}` by the box of that task.
pub fn expand(course: &Course, page: &mut Page) -> Result<()> {
    page.expand_blocks("exercise", |page, line, words| {
        let [chapter, task] = words else {
            bail!(page.error(line, "write {{exercise CHAPTER tN}}: a chapter and a task"))
        };
        let Some(chapter) = course.chapters.iter().find(|known| known.name == **chapter) else {
            let nearest = nearest(chapter, course.chapters.iter().map(|known| known.name.as_str()));
            bail!(page.error(line, format!("no chapter is called `{chapter}`; the nearest is {nearest}")))
        };
        let number = task.strip_prefix('t').and_then(|digits| digits.parse::<u32>().ok());
        match chapter.tasks.iter().find(|known| Some(known.number) == number) {
            Some(task) => {
                let mistakes = chapter.mistakes(course).map_err(|error| page.error(line, format!("{error:#}")))?;
                Ok(draw(chapter, task, &mistakes))
            }
            None => {
                let names: Vec<String> = chapter.tasks.iter().map(|task| format!("t{}", task.number)).collect();
                let there = names.join(", ");
                bail!(page.error(line, format!("{} has no task `{task}`; it has {there}", chapter.name)))
            }
        }
    })
}

/// Fails unless a chapter's pages have the box of each of its tasks, and beside it the heading that the task names.
pub fn check(course: &Course, pages: &[Page]) -> Result<()> {
    for chapter in &course.chapters {
        let pages = || pages.iter().filter(|page| page.chapter() == Some(&chapter.name));
        let Some(first) = pages().next() else { continue };
        for task in &chapter.tasks {
            let Some(page) = pages().find(|page| is_on(page, chapter, task)) else {
                let (name, directive) = (&chapter.name, directive(chapter, task));
                bail!(first.error(1, format!("no page of {name} has a box for task {}: add {directive}", task.number)));
            };
            let headings = page.headings();
            if !headings.iter().any(|(_, heading)| *heading == task.section) {
                let nearest = nearest(&task.section, headings.iter().map(|(_, heading)| heading.as_str()));
                bail!(page.error(
                    1,
                    format!(
                        "no heading is “{}”, which task {} of {} names as its section. Add it, or change `section` in \
                         exercises/{}/tests/grade/{}.rs; the nearest heading is {nearest}",
                        task.section, task.number, chapter.name, chapter.name, task.module
                    )
                ));
            }
        }
    }
    Ok(())
}

/// Whether the box of a task stands on a page, as it is written.
pub fn is_on(page: &Page, chapter: &Chapter, task: &Task) -> bool {
    let directive = directive(chapter, task);
    page.lines.iter().any(|line| line.text.trim() == directive)
}

/// What stands in the page for the box of a task.
fn directive(chapter: &Chapter, task: &Task) -> String {
    format!("{{{{exercise {} t{}}}}}", chapter.name, task.number)
}

fn draw(chapter: &Chapter, task: &Task, mistakes: &[Mistake]) -> Vec<String> {
    let name = format!("t{}", task.number);
    let mut lines = vec![
        "<div class=\"nn-exercise\">".into(),
        String::new(),
        format!("### Task {}: {} {{#{}-{name}}}", task.number, task.title, chapter.name),
        String::new(),
    ];
    lines.extend(task.functions.iter().flat_map(draw_stub));
    lines.extend(["Then ask the tests:".into(), String::new()]);
    lines.extend(["<div class=\"nn-shell\">".into(), String::new(), "```text".into()]);
    lines.push(format!("cargo test -p {} {name}", chapter.name));
    lines.extend(["```".into(), String::new(), "</div>".into(), String::new()]);
    for (number, (what, hint)) in HINTS.iter().zip(&task.hints).enumerate() {
        let first = if number == 0 { "A hint" } else { "Another hint" };
        let count = format!("<small>{} of {}</small>", number + 1, HINTS.len());
        let summary = format!("<details class=\"nn-hint\"><summary>{first}: {what}{count}</summary>");
        lines.extend([summary, String::new()]);
        lines.extend(hint.lines().map(String::from));
        lines.push(String::new());
    }
    lines.extend(["</details>".repeat(HINTS.len()), String::new()]);
    lines.extend(mistakes::list(mistakes.iter().filter(|mistake| mistake.task == task.number)));
    lines.extend([String::new(), "</div>".into()]);
    lines
}

/// What to write, and where. While a student's file does not have the function, its name alone.
fn draw_stub(stub: &Stub) -> Vec<String> {
    let Some((signature, place)) = &stub.found else { return vec![format!("Write `{}`.", stub.name), String::new()] };
    let file = slashes(&place.file);
    let mut lines = vec![
        format!("Write `{}` in `{file}`, line {} of the untouched file:", stub.name, place.line),
        String::new(),
        "```rust".into(),
    ];
    lines.extend(signature::wrapped(signature));
    lines.extend(["```".into(), String::new()]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn course() -> Course {
        Course::open(&crate::files::root()).unwrap()
    }

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/x.md"), text)
    }

    #[test]
    fn a_box_holds_the_function_the_command_and_the_hints_one_within_the_other() {
        let mut page = page("a\n\n{{exercise ch01 t6}}\n");
        expand(&course(), &mut page).unwrap();
        let text = page.text();
        assert!(text.contains("Write `mse` in `exercises/ch01/src/"), "{text}");
        assert!(text.contains("\ncargo test -p ch01 t6\n"), "{text}");
        assert!(text.contains("pub fn mse("), "{text}");
        assert_eq!(text.matches("<details").count(), 4);
        assert!(text.contains("</details></details></details>"), "{text}");
        assert!(text.contains("- this is the sum of the squares, not their mean"), "{text}");
    }

    #[test]
    fn an_unknown_chapter_or_task_fails_with_what_there_is() {
        let error = expand(&course(), &mut page("\n{{exercise ch00 t1}}")).unwrap_err().to_string();
        assert!(
            error.starts_with("book/src/ch01/x.md:2: no chapter is called `ch00`; the nearest is `ch01`"),
            "{error}"
        );
        let error = expand(&course(), &mut page("{{exercise ch01 t99}}")).unwrap_err().to_string();
        assert!(error.starts_with("book/src/ch01/x.md:1: ch01 has no task `t99`; it has t1, t2"), "{error}");
    }

    #[test]
    fn a_chapter_that_does_not_explain_a_task_fails_and_says_where_to_mend_it() {
        let text = "# A page\n\n## The weighted sun\n\n{{exercise ch01 t1}}\n";
        let error = check(&course(), &[page(text)]).unwrap_err().to_string();
        assert!(
            error.contains("“The weighted sum”") && error.contains("exercises/ch01/tests/grade/t1_weighted_sum.rs"),
            "{error}"
        );
        assert!(error.ends_with("the nearest heading is `The weighted sun`"), "{error}");
        let error = check(&course(), &[page("## The weighted sum")]).unwrap_err().to_string();
        assert!(error.ends_with("no page of ch01 has a box for task 1: add {{exercise ch01 t1}}"), "{error}");
    }
}
