//! No line of a solution stands in what students get.

use crate::course::{Chapter, Course, Location, file_name, sorted_entries};
use crate::grader::submission::read_sources;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;

/// Lines of solutions that may stand anywhere in the handout, each with the reason.
const EXCEPTIONS: [(&str, &str); 6] = [
    ("let (n, k) = x.dim();", "names for what is there"),
    ("Cache { a1, h, a2, y_hat }", "names for what is there"),
    ("let mut w = start.clone();", "a copy of what came in"),
    ("sum / y.nrows() as f64", "every mean ends like this; the tests of chapter 6 compute with their own"),
    ("1.0 / (1.0 + (-a).exp())", "the definition, as the page prints it; tests that need a sigmoid bring their own"),
    (
        "if a > 0.0 { 1.0 } else { 0.0 }",
        "the definition, as the page prints it; tests that need a step bring their own",
    ),
];

/// A line that is shorter tells nothing: `}`, `sum`, `let mut sum = 0.0;`.
const SHORTEST: usize = 20;

/// A line of a solution, and where in the handout it was found.
#[derive(Debug)]
pub struct Leak {
    /// The line.
    pub line: String,
    /// Where it stands among the solutions.
    pub from: Location,
    /// Where it stands in the handout.
    pub found: Location,
}

impl Display for Leak {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "  {}: `{}`, from {}", self.found, self.line, self.from)
    }
}

/// The lines of all solutions that are in this folder. Pages of the book are read as they are shown.
///
/// Chapters are islands: what one asks for, a later one is given finished, and its tests compute with it. So a chapter's lines are
/// looked for everywhere but in the other chapters' exercises.
pub fn leaks(course: &Course, handout: &Path) -> Result<Vec<Leak>> {
    let mut secret = BTreeMap::new();
    for chapter in &course.chapters {
        secret.extend(secret_lines(course, chapter)?);
    }
    let mut leaks = vec![];
    search(handout, Path::new(""), &secret, &mut leaks)?;
    Ok(leaks)
}

/// The lines that a solution has and its stub has not. What the whole course shows as its stub, or gives, is no secret.
fn secret_lines(course: &Course, chapter: &Chapter) -> Result<BTreeMap<String, Location>> {
    let folder = Path::new("solutions").join(&chapter.name).join("src");
    let stubs = read_sources(&course.root.join("exercises").join(&chapter.name).join("src"))?;
    let mut lines = BTreeMap::new();
    for (name, text) in read_sources(&course.root.join(&folder))? {
        let stub = stubs.get(&name).map(String::as_str).unwrap_or_default();
        for (number, line) in text.lines().enumerate() {
            let line = normal(line);
            let known = stub.lines().any(|other| normal(other) == line);
            let excepted = EXCEPTIONS.iter().any(|(exception, _)| *exception == line);
            if !known && !trivial(&line) && !excepted {
                lines.insert(line, Location { file: folder.join(&name), line: number + 1 });
            }
        }
    }
    Ok(lines)
}

fn search(folder: &Path, below: &Path, secret: &BTreeMap<String, Location>, leaks: &mut Vec<Leak>) -> Result<()> {
    for entry in sorted_entries(&folder.join(below))? {
        let name = below.join(file_name(&entry));
        if entry.is_dir() {
            search(folder, &name, secret, leaks)?;
            continue;
        }
        let Ok(text) = fs::read_to_string(&entry) else { continue };
        let shown = if name.extension().is_some_and(|it| it == "html") { without_markup(&text) } else { text };
        for (number, line) in shown.lines().enumerate() {
            let line = normal(line);
            if let Some(from) = secret.get(&line).filter(|from| !of_another_chapter(&name, from)) {
                leaks.push(Leak { line, from: from.clone(), found: Location { file: name.clone(), line: number + 1 } });
            }
        }
    }
    Ok(())
}

/// Comments, attributes, imports, and lines that only open a loop or set a number to where it starts.
fn trivial(line: &str) -> bool {
    let opens_a_loop = line.starts_with("for ") && line.ends_with('{') && !line.contains('|');
    let starts_at = line.strip_prefix("let mut ").and_then(|rest| rest.split_once(" = "));
    let starts_at_a_number =
        starts_at.is_some_and(|(_, value)| value.starts_with(|letter: char| letter.is_ascii_digit()));
    let attribute = line.starts_with("#[") && line.ends_with(']');
    let says_nothing = attribute || line.starts_with("//") || line.starts_with("use ");
    line.len() < SHORTEST || says_nothing || opens_a_loop || starts_at_a_number
}

/// Whether a file belongs to another chapter's exercises than this solution.
fn of_another_chapter(name: &Path, solution: &Location) -> bool {
    let part = |path: &Path, number: usize| path.iter().nth(number).unwrap_or_default().to_owned();
    let chapter = part(name, 1);
    part(name, 0) == "exercises"
        && chapter.to_string_lossy().starts_with("ch")
        && chapter != "checks"
        && chapter != part(&solution.file, 1)
}

/// Without indentation, and with single spaces.
fn normal(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page as it is read: without tags, and with the characters that stand for others put back.
fn without_markup(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<') {
        text += piece.split_once('>').map_or(piece, |(_, rest)| rest);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_they_are_shown() {
        let page = "<pre><span class=\"k\">let</span> y = &amp;x<span> </span>* 2.0 &lt; 3.0;\n</pre>";
        assert_eq!(normal(&without_markup(page)), "let y = &x * 2.0 < 3.0;");
    }
}
