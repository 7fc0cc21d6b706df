//! `{{exercise ch01 t6}}`: the box of an exercise, from what the tests and the stub say about it.

use crate::nearest::nearest;
use crate::page::Page;
use anyhow::{Result, bail};
use xtask::course::{Chapter, Course, Task};

/// What the three hints of a task are, each saying more than the one before.
const HINTS: [&str; 3] = ["the idea", "the formula", "the shapes"];

/// Replaces each `{{exercise CHAPTER tN}}` by the box of that task.
pub fn expand(course: &Course, page: &mut Page) -> Result<()> {
    page.expand_blocks("exercise", |page, line, words| {
        let [chapter, task] = words else { bail!(page.error(line, "write {{exercise ch01 t6}}: a chapter and a task")) };
        let Some(chapter) = course.chapters.iter().find(|known| known.name == **chapter) else {
            let nearest = nearest(chapter, course.chapters.iter().map(|known| known.name.as_str()));
            bail!(page.error(line, format!("no chapter is called `{chapter}`; the nearest is {nearest}")))
        };
        let number = task.strip_prefix('t').and_then(|digits| digits.parse::<u32>().ok());
        match chapter.tasks.iter().find(|known| Some(known.number) == number) {
            Some(task) => Ok(draw(chapter, task)),
            None => {
                let names: Vec<String> = chapter.tasks.iter().map(|task| format!("t{}", task.number)).collect();
                let there = names.join(", ");
                bail!(page.error(line, format!("{} has no task `{task}`; it has {there}", chapter.name)))
            }
        }
    })
}

/// Fails unless the page of a chapter has, for each of its tasks, the heading that the task names and the box.
pub fn check(course: &Course, page: &Page) -> Result<()> {
    let Some(chapter) = course.chapters.iter().find(|chapter| Some(chapter.name.as_str()) == page.chapter()) else {
        return Ok(());
    };
    let headings = page.headings();
    for task in &chapter.tasks {
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
        let directive = format!("{{{{exercise {} t{}}}}}", chapter.name, task.number);
        if !page.lines.iter().any(|line| line.text.trim() == directive) {
            bail!(page.error(1, format!("the page has no box for task {}: add {directive}", task.number)));
        }
    }
    Ok(())
}

fn draw(chapter: &Chapter, task: &Task) -> Vec<String> {
    let name = format!("t{}", task.number);
    let file = task.stub.file.display().to_string().replace('\\', "/");
    let mut lines = vec![
        "<div class=\"nn-exercise\">".into(),
        String::new(),
        format!("### Exercise {}: {} {{#{name}}}", task.number, task.title),
        String::new(),
        format!("Write `{}` in `{file}`, line {}:", task.function, task.stub.line),
        String::new(),
        "```rust".into(),
    ];
    lines.extend(task.signature.lines().map(String::from));
    lines.extend(["```".into(), String::new(), "Then ask the tests:".into(), String::new()]);
    lines.extend(["```console".into(), format!("$ cargo test -p {} {name}", chapter.name), "```".into(), String::new()]);
    for (number, (what, hint)) in HINTS.iter().zip(&task.hints).enumerate() {
        let summary = format!("<details class=\"nn-hint\"><summary>Hint {}: {what}</summary>", number + 1);
        lines.extend([summary, String::new()]);
        lines.extend(hint.lines().map(String::from));
        lines.push(String::new());
    }
    lines.extend(["</details>".repeat(HINTS.len()), String::new(), "</div>".into()]);
    lines
}
