//! The terminal: how large it is, and text that fits it.

use anstyle::{AnsiColor, Style};
use console::{Term, measure_text_width};

/// Rows and columns for output that goes to no terminal: as much as fits a page.
const PAGE: (usize, usize) = (60, 100);

/// A line of a terminal has at least this many columns, or it is taken for none.
const NARROWEST: usize = 20;

/// How many rows and columns standard output has.
pub fn size() -> (usize, usize) {
    let size = Term::stdout().size_checked().map(|(rows, columns)| (rows.into(), columns.into()));
    size.filter(|&(rows, columns): &(usize, usize)| rows >= 5 && columns >= NARROWEST).unwrap_or(PAGE)
}

/// The text in lines of at most `width` columns, broken between words. A broken line goes on below where its own text
/// begins; with the two columns of a message's evidence, that is below the second.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.lines().flat_map(|line| wrap_line(line, width.max(NARROWEST))).collect()
}

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    if measure_text_width(line) <= width {
        return vec![line.to_owned()];
    }
    let indent = hanging(line);
    let mut lines = vec![];
    let mut current = String::new();
    for word in line.split_inclusive(' ') {
        let wide = measure_text_width(&current) + measure_text_width(word.trim_end()) > width;
        if wide && !current.trim().is_empty() {
            lines.push(current.trim_end().to_owned());
            current = " ".repeat(indent);
        }
        current.push_str(word);
        // A word that is wider than a line is broken like one.
        while measure_text_width(current.trim_end()) > width {
            let at = current.char_indices().nth(width).map_or(current.len(), |(at, _)| at);
            let rest = " ".repeat(indent.min(width / 2)) + &current.split_off(at);
            lines.push(std::mem::replace(&mut current, rest));
        }
    }
    if !current.trim().is_empty() {
        lines.push(current.trim_end().to_owned());
    }
    lines
}

/// Where the text of a line begins: after its indentation, and after a label and the gap of two spaces that follows it.
fn hanging(line: &str) -> usize {
    let start = line.len() - line.trim_start().len();
    if start == 0 {
        return 0;
    }
    let Some(gap) = line[start..].find("  ").filter(|&gap| gap < 12) else { return start };
    let label = &line[..start + gap];
    let rest = &line[start + gap..];
    label.chars().count() + rest.len() - rest.trim_start().len()
}

/// A bar of this many columns for how much of the whole is done.
pub fn bar(done: usize, of: usize, columns: usize) -> String {
    let full = (done * columns).checked_div(of).unwrap_or(0);
    let green = Style::new().fg_color(Some(AnsiColor::Green.into()));
    format!("{green}{}{green:#}{}", "█".repeat(full), "░".repeat(columns - full))
}

/// The text in bold.
pub fn bold(text: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_between_words_and_go_on_below_their_text() {
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
