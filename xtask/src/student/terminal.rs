//! The size of the terminal, and text that fits it.

use anstyle::{AnsiColor, Style};
use console::Term;
use textwrap::{Options, WordSplitter};

/// Rows and columns if the output does not go to a terminal.
const PAGE: (usize, usize) = (60, 100);

/// A terminal that reports fewer columns than this is not believed.
const NARROWEST: usize = 20;

/// Rows and columns of standard output.
pub fn size() -> (usize, usize) {
    let size = Term::stdout().size_checked().map(|(rows, columns)| (rows.into(), columns.into()));
    size.filter(|&(rows, columns): &(usize, usize)| rows >= 5 && columns >= NARROWEST).unwrap_or(PAGE)
}

/// Breaks text between words into lines of at most `width` columns. A continuation line is indented to the text of its
/// first line, which in the evidence of a message begins in the second of two columns.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let wrap_line = |line| {
        let indent = " ".repeat(text_start(line).min(width / 2));
        let options = Options::new(width).subsequent_indent(&indent).word_splitter(WordSplitter::NoHyphenation);
        textwrap::wrap(line, options).into_iter().map(String::from).collect::<Vec<_>>()
    };
    text.lines().flat_map(wrap_line).collect()
}

/// Where the text of a line begins: after its indentation, and after a label that is followed by two spaces.
fn text_start(line: &str) -> usize {
    let start = line.len() - line.trim_start().len();
    if start == 0 {
        return 0;
    }
    let Some(gap) = line[start..].find("  ").filter(|&gap| gap < 12) else { return start };
    let label = &line[..start + gap];
    let rest = &line[start + gap..];
    label.chars().count() + rest.len() - rest.trim_start().len()
}

/// A bar with this many columns for the share that is done.
pub fn bar(done: usize, of: usize, columns: usize) -> String {
    let full = (done * columns).checked_div(of).unwrap_or(0);
    let green = Style::new().fg_color(Some(AnsiColor::Green.into()));
    format!("{green}{}{green:#}{}", "█".repeat(full), "░".repeat(columns - full))
}

pub fn bold(text: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use console::measure_text_width;

    #[test]
    fn continuation_lines_are_indented_to_the_text_of_the_first() {
        let lines = wrap("  expected  one two three four five", 24);
        assert_eq!(lines, ["  expected  one two", "            three four", "            five"]);
        assert_eq!(wrap("one two three four five six", 20), ["one two three four", "five six"]);
        assert_eq!(wrap("it ends just before a space here", 24), ["it ends just before a", "space here"]);
        assert_eq!(wrap("it ends with twenty fou r", 24), ["it ends with twenty fou", "r"]);
        assert_eq!(wrap("short\n\nlines", 20), ["short", "", "lines"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_too() {
        let lines = wrap(&"x".repeat(50), 20);
        assert!(lines.iter().all(|line| line.chars().count() <= 20), "{lines:?}");
        assert_eq!(lines.concat().len(), 50);
    }

    #[test]
    fn a_bar_has_its_width_whatever_is_done() {
        for (done, of) in [(0, 9), (4, 9), (9, 9), (0, 0)] {
            assert_eq!(measure_text_width(&bar(done, of, 12)), 12);
        }
    }
}
