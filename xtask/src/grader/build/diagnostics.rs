//! The messages of rustc, read from its JSON.

use serde_json::Value;
use std::ops::Range;

/// An error or a warning.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub level: String,
    /// The message as rustc prints it, with the source lines.
    pub rendered: String,
    /// The file and the line, counted from 1.
    pub location: Option<(String, usize)>,
    /// The files and bytes that it is about.
    pub spans: Vec<(String, Range<usize>)>,
    /// Other locations that it mentions, such as the brace that is not closed.
    pub others: Vec<(String, usize)>,
}

impl Diagnostic {
    /// An error without a location in the sources.
    pub fn without_location(text: &str) -> Self {
        Self { level: "error".into(), rendered: text.to_owned(), location: None, spans: vec![], others: vec![] }
    }

    pub fn is_error(&self) -> bool {
        self.level == "error"
    }
}

/// The warnings, or why the code does not compile.
pub type CompileResult = Result<Vec<Diagnostic>, CompileError>;

#[derive(Debug)]
pub struct CompileError {
    /// Set if the compiler ended without an error message.
    pub reason: Option<String>,
    /// Whether a signal ended the compiler.
    pub crashed: bool,
    pub errors: Vec<Diagnostic>,
}

impl CompileError {
    /// The first error, or why there is none.
    pub fn first(&self) -> String {
        let first = self.errors.first().map(|error| error.rendered.trim_end().to_owned());
        first.or_else(|| self.reason.clone()).unwrap_or_else(|| "the compiler gave no reason".into())
    }
}

/// The errors and warnings among the lines that rustc printed.
pub fn read(text: &str) -> Vec<Diagnostic> {
    let messages = text.lines().filter_map(|line| parse(&serde_json::from_str(line).ok()?));
    messages.map(|it| Diagnostic { rendered: without_foreign_lines(&it.rendered), ..it }).collect()
}

fn parse(message: &Value) -> Option<Diagnostic> {
    let level = message["level"].as_str()?;
    let rendered = message["rendered"].as_str()?;
    // Summaries such as "3 warnings emitted" and "aborting due to …".
    let spans = message["spans"].as_array()?;
    let summary = spans.is_empty() && (rendered.contains("emitted") || rendered.contains("aborting due to"));
    if !matches!(level, "error" | "warning") || summary {
        return None;
    }
    let location = |span: &Value| Some((span["file_name"].as_str()?.to_owned(), span["line_start"].as_u64()? as usize));
    let bytes = |span: &Value| {
        let byte = |name: &str| Some(span[name].as_u64()? as usize);
        Some((span["file_name"].as_str()?.to_owned(), byte("byte_start")?..byte("byte_end")?))
    };
    let (primary, others): (Vec<&Value>, Vec<&Value>) = spans.iter().partition(|span| span["is_primary"] == true);
    Some(Diagnostic {
        level: level.into(),
        rendered: rendered.into(),
        spans: primary.iter().filter_map(|span| bytes(span)).collect(),
        location: primary.first().and_then(|span| location(span)),
        others: others.into_iter().filter_map(location).collect(),
    })
}

/// The message without the lines of files that are not the submission's or the course's, which `#[path]` can draw in.
fn without_foreign_lines(rendered: &str) -> String {
    let mut shown = String::new();
    let mut is_foreign = false;
    for line in rendered.lines() {
        let start = line.trim_start();
        let snippet = start.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
        if let Some(place) = start.strip_prefix("--> ").or_else(|| start.strip_prefix("::: ")) {
            is_foreign = place.starts_with(['/', '\\']) || place.get(1..2) == Some(":") || place.contains("..");
            let place = if is_foreign { "--> a file outside of the submission" } else { line };
            shown.push_str(place);
        } else if is_foreign && (snippet.starts_with('|') || start.starts_with("...") || start.starts_with("LL")) {
            continue;
        } else {
            // Other text, after which the next place is named again.
            is_foreign &= line.is_empty();
            shown.push_str(line);
        }
        shown.push('\n');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::without_foreign_lines;

    #[test]
    fn lines_of_other_files_are_not_shown() {
        let own = "error: a\n  --> exercises/ch01/src/model.rs:3:1\n   |\n 3 | let x\n   | ^^^\n   = note: b\n";
        assert_eq!(without_foreign_lines(own), own);
        for place in ["/usr/lib/os-release:1:5", "exercises/ch01/src/../../../usr/lib/os-release:1:5"] {
            let foreign = format!(
                "error: a\n  --> {place}\n   |\n 1 | PRETTY_NAME=\"x\"\n...\n12 |   ID=y\n   |   ^\n   = note: b\n\n"
            );
            let expected = "error: a\n--> a file outside of the submission\n   = note: b\n\n";
            assert_eq!(without_foreign_lines(&foreign), expected);
            assert_eq!(without_foreign_lines(&(own.to_owned() + &foreign)), own.to_owned() + expected);
        }
    }
}
