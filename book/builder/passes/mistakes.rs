//! `{{mistakes CHAPTER}}`: for each task, what the tests say of its commonest mistakes.

use crate::page::Page;
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use xtask::course::{Course, Mistake};

/// How many mistakes of a task are shown. The tables begin with the commonest and hold many more.
const SHOWN: usize = 6;

/// Replaces each `{{mistakes CHAPTER}}` by a list for each task, from the tables that the tests use.
pub fn expand(course: &Course, page: &mut Page) -> Result<()> {
    page.expand_blocks("mistakes", |page, line, words| {
        let [name] = words else { bail!(page.error(line, "write {{mistakes CHAPTER}}, with one chapter")) };
        let Some(chapter) = course.chapters.iter().find(|chapter| chapter.name == *name) else {
            bail!(page.error(line, format!("there is no chapter {name}")))
        };
        let mistakes = chapter.mistakes(course).map_err(|error| page.error(line, format!("{error:#}")))?;
        if mistakes.is_empty() {
            bail!(page.error(line, format!("exercises/{name}/mistakes has no mistakes yet")));
        }
        Ok(mistakes.chunk_by(|a, b| a.task == b.task).flat_map(|mistakes| list(name, mistakes)).collect())
    })
}

/// The mistakes of one task.
fn list(chapter: &str, mistakes: &[Mistake]) -> Vec<String> {
    let task = mistakes[0].task;
    let mut lines = vec![format!("[Task {task}](#{chapter}-t{task}):"), String::new()];
    let mut shown = BTreeSet::new();
    for mistake in mistakes {
        if shown.len() < SHOWN && shown.insert(mistake.sentence.as_str()) {
            lines.push(format!("- {}", escape(&mistake.sentence)));
        }
    }
    lines.push(String::new());
    lines
}

/// Stars and angle brackets of a message are no Markdown. Code in it stays code.
fn escape(text: &str) -> String {
    let mut in_code = false;
    text.chars().fold(String::new(), |mut out, c| {
        in_code ^= c == '`';
        if !in_code && "\\*_<>[]${}".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_text_and_its_code_stays_code() {
        assert_eq!(escape("w*x < `a[i] * b`: [0]"), "w\\*x \\< `a[i] * b`: \\[0\\]");
    }
}
