//! A line of running text, cut where Markdown changes its mind: text, code, formula.

/// A piece of a line. The pieces of a line, one after another, are the line again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Span<'a> {
    /// Running text.
    Text(&'a str),
    /// A code span with its backticks.
    Code(&'a str),
    /// A formula between `` $` `` and `` `$ ``, without these.
    Formula(&'a str),
    /// A formula that is opened and never closed on this line, with its `` $` ``.
    Unclosed(&'a str),
}

/// Cuts a line into its spans.
pub fn spans(line: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = line;
    let mut from = 0;
    while let Some(at) = rest[from..].find('`').map(|at| from + at) {
        let ticks = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        if ticks == 1 && rest[..at].ends_with('$') {
            push_text(&mut spans, &rest[..at - 1]);
            let Some(length) = rest[at + 1..].find("`$") else {
                spans.push(Span::Unclosed(&rest[at - 1..]));
                return spans;
            };
            spans.push(Span::Formula(&rest[at + 1..at + 1 + length]));
            rest = &rest[at + 1 + length + 2..];
            from = 0;
        } else if let Some(end) = code_end(rest, at + ticks, ticks) {
            push_text(&mut spans, &rest[..at]);
            spans.push(Span::Code(&rest[at..end]));
            rest = &rest[end..];
            from = 0;
        } else {
            from = at + ticks;
        }
    }
    push_text(&mut spans, rest);
    spans
}

/// Where the code span that was opened with `ticks` backticks ends: after the next run of as many.
fn code_end(text: &str, from: usize, ticks: usize) -> Option<usize> {
    let mut at = from;
    while let Some(start) = text[at..].find('`').map(|found| at + found) {
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + run;
        if run == ticks {
            return Some(at);
        }
    }
    None
}

fn push_text<'a>(spans: &mut Vec<Span<'a>>, text: &'a str) {
    if !text.is_empty() {
        spans.push(Span::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Span::{Code, Formula, Text, Unclosed};

    #[test]
    fn text_code_and_formulas_are_told_apart() {
        assert_eq!(spans("a `b` $`c`$ d"), [Text("a "), Code("`b`"), Text(" "), Formula("c"), Text(" d")]);
        assert_eq!(spans("`` $`c`$ ``, then"), [Code("`` $`c`$ ``"), Text(", then")]);
        assert_eq!(spans("a lone ` stays"), [Text("a lone ` stays")]);
        assert_eq!(spans("open $`a"), [Text("open "), Unclosed("$`a")]);
    }
}
