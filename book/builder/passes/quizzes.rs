//! Questions with choices. In a page they are Markdown that can be read as it is:
//!
//! ```text
//! **Why not take the sum of the residuals as the error?**
//!
//! - [ ] It would be too large for big batches.
//!   > That is true of any sum, and a mean cures it.
//! - [x] A model that is far too high here and far too low there would count as perfect.
//!   > Errors of opposite sign cancel.
//! ```
//!
//! A reader who chooses gets the reason for that choice, by native radio buttons and style alone.

use crate::page::{Line, LineKind, Page};
use anyhow::{Result, bail};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A question as a page asks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// Markdown, like all that follows.
    pub question: String,
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub right: bool,
    pub text: String,
    /// Why it is right, or is not.
    pub why: String,
}

/// Where a quiz stands: its first line and the one after its last, counted in the page's lines, and what it asks.
type Found = (usize, usize, Quiz);

/// Replaces each list of choices, and the question before it, by radio buttons.
///
/// # Errors
/// If a question does not have exactly one right choice, or a choice has no reason.
pub fn expand(page: &mut Page) -> Result<()> {
    let mut lines = Vec::with_capacity(page.lines.len());
    let mut done = 0;
    for (number, (from, to, quiz)) in (1..).zip(read(page)?) {
        lines.extend_from_slice(&page.lines[done..from]);
        let place = page.lines[from].number;
        lines.extend(draw(number, &quiz).into_iter().map(|text| Line { number: place, text }));
        done = to;
    }
    lines.extend_from_slice(&page.lines[done..]);
    page.lines = lines;
    Ok(())
}

/// All questions of a page.
///
/// # Errors
/// As for [`expand`].
pub fn read(page: &Page) -> Result<Vec<Found>> {
    let syntax = page.syntax();
    let text = |at: usize| page.lines.get(at).filter(|_| syntax[at].kind == LineKind::Prose).map(|line| &*line.text);
    let mut found = vec![];
    let mut at = 0;
    while at < page.lines.len() {
        if text(at).and_then(choice).is_none() {
            at += 1;
            continue;
        }
        let fault = |what: &str| page.error(page.lines[at].number, what);
        let (from, question) = question(page, at);
        let Some(question) = question else {
            bail!(fault("choices need a question: a paragraph in **bold** before them, with an empty line between"))
        };
        let mut to = at;
        let mut choices: Vec<Choice> = vec![];
        while let Some(line) = text(to).filter(|line| !line.trim().is_empty()) {
            match (choice(line), choices.last_mut()) {
                (Some((right, text)), _) => choices.push(Choice { right, text: text.into(), why: String::new() }),
                (None, Some(last)) => match line.trim_start().strip_prefix('>') {
                    Some(reason) => append(&mut last.why, reason.trim_start()),
                    None if last.why.is_empty() => append(&mut last.text, line.trim()),
                    None => append(&mut last.why, line.trim()),
                },
                (None, None) => unreachable!("the first line is a choice"),
            }
            to += 1;
        }
        match choices.iter().filter(|choice| choice.right).count() {
            1 if choices.len() > 1 => {}
            1 => bail!(fault("one choice is none: add another to this question")),
            0 => bail!(fault("none of these choices is right: mark one by [x]")),
            _ => bail!(fault("more than one of these choices is right: leave one [x], or make them two questions")),
        }
        if let Some(bare) = choices.iter().find(|choice| choice.why.is_empty()) {
            let reason = "has no reason: add it below, as a line that begins with two spaces and >";
            bail!(fault(&format!("the choice “{}” {reason}", bare.text)))
        }
        found.push((from, to, Quiz { question, choices }));
        at = to;
    }
    Ok(found)
}

/// Whether a line begins a choice, and a right one.
fn choice(line: &str) -> Option<(bool, &str)> {
    let right = line.strip_prefix("- [x] ").or_else(|| line.strip_prefix("- [X] "));
    right.map(|text| (true, text)).or_else(|| Some((false, line.strip_prefix("- [ ] ")?)))
}

/// The bold paragraph before line `at`, without its stars, and where it begins.
fn question(page: &Page, at: usize) -> (usize, Option<String>) {
    let blank = |line: &Line| line.text.trim().is_empty();
    let gap = page.lines[..at].iter().rev().take_while(|line| blank(line)).count();
    let length = page.lines[..at - gap].iter().rev().take_while(|line| !blank(line)).count();
    let from = at - gap - length;
    let words: Vec<&str> = page.lines[from..at - gap].iter().map(|line| line.text.trim()).collect();
    let words = words.join("\n");
    let bold = words.strip_prefix("**").and_then(|words| words.strip_suffix("**")).filter(|_| gap > 0);
    (from, bold.map(String::from))
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// The question as HTML around Markdown. What may hold no paragraph gets a name of its own here, which
/// [`crate::html::quizzes`] replaces.
fn draw(number: usize, quiz: &Quiz) -> Vec<String> {
    // What a browser remembers of an answer is forgotten when the question changes.
    let mut hasher = DefaultHasher::new();
    quiz.question.hash(&mut hasher);
    quiz.choices.iter().for_each(|choice| choice.text.hash(&mut hasher));
    let id = format!("quiz-{:08x}", hasher.finish() as u32);
    let mut lines = vec!["<fieldset class=\"nn-quiz\">".to_string(), String::new()];
    lines.extend([format!("<nn-legend>{number}. {}</nn-legend>", quiz.question), String::new()]);
    for (letter, choice) in ('a'..).zip(&quiz.choices) {
        let (right, answer) = if choice.right { (" nn-right", "Yes.") } else { ("", "Not quite.") };
        let input = format!("<input type=\"radio\" name=\"{id}\" id=\"{id}-{letter}\">");
        lines.extend(["<div>".into(), String::new()]);
        lines.push(format!("<nn-choice>{input}<label for=\"{id}-{letter}\">{}</label></nn-choice>", choice.text));
        lines.extend([String::new(), format!("<div class=\"nn-why{right}\">"), String::new()]);
        lines.extend([format!("<b>{answer}</b> {}", choice.why), String::new(), "</div></div>".into()]);
    }
    lines.extend(["</fieldset>".into(), String::new()]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const PAGE: &str = "before\n\n**Why\nnot?**\n\n- [ ] It is `large`\n  and long.\n  > A mean\n  cures it.\n- [x] It cancels.\n  > Yes, \
                        it does.\n\nafter\n";

    fn page(text: &str) -> Page {
        Page::new(Path::new("src/ch01/a.md"), text)
    }

    #[test]
    fn a_question_is_read_with_its_choices_and_their_reasons() {
        let (from, to, quiz) = read(&page(PAGE)).unwrap().remove(0);
        assert_eq!((from, to, &*quiz.question), (2, 11, "Why\nnot?"));
        let choice = |right, text: &str, why: &str| Choice { right, text: text.into(), why: why.into() };
        let large = choice(false, "It is `large`\nand long.", "A mean\ncures it.");
        assert_eq!(quiz.choices, [large, choice(true, "It cancels.", "Yes, it does.")]);
    }

    #[test]
    fn radio_buttons_take_the_place_of_the_list() {
        let mut page = page(PAGE);
        expand(&mut page).unwrap();
        let text = page.text();
        assert!(
            text.starts_with("before\n\n<fieldset class=\"nn-quiz\">\n\n<nn-legend>1. Why\nnot?</nn-legend>"),
            "{text}"
        );
        assert_eq!(text.matches("type=\"radio\"").count(), 2);
        assert!(text.contains("<div class=\"nn-why nn-right\">\n\n<b>Yes.</b> Yes, it does."), "{text}");
        assert!(text.ends_with("</fieldset>\n\n\nafter\n"), "{text}");
    }

    #[test]
    fn a_list_in_code_is_none_and_what_is_malformed_fails_with_its_line() {
        assert!(read(&page("```text\n- [ ] a\n```")).unwrap().is_empty());
        let error = |text: &str| read(&page(text)).unwrap_err().to_string();
        assert!(
            error("a\n\n- [ ] b\n  > c\n- [x] d\n  > e").starts_with("book/src/ch01/a.md:3: choices need a question")
        );
        assert!(error("**a**\n\n- [ ] b\n  > c\n- [ ] d\n  > e").contains("none of these choices is right"));
        assert!(error("**a**\n\n- [x] b\n  > c\n- [x] d\n  > e").contains("more than one"));
        assert!(error("**a**\n\n- [ ] b\n- [x] d\n  > e").contains("“b” has no reason"));
        assert!(error("**a**\n\n- [x] d\n  > e").contains("add another"));
    }
}
