//! Texts that are compared as a whole: a table, or a picture in letters, made from a student's results.
//!
//! Each stands in its test as an inline snapshot of insta. With the feature `review`, as the reference is tested, insta
//! compares it too, and `cargo insta test` collects what has changed, for its authors to review. A student has nothing
//! to review, and waits for ten crates less.

use crate::failure::{self, Failure};
use crate::show;
use std::panic::Location;

/// Compares a text with the one in the test: `assert_snapshot!(table, @"…")`.
///
/// The message is about the function that the last check was about, or about the first of the task. The text in the
/// test may be indented; blanks at the end of a line, and those that all lines begin with, do not count.
#[macro_export]
macro_rules! assert_snapshot {
    ($text:expr, @$expected:literal $(,)?) => {{
        let text = $text;
        $crate::expect_text(&text, $expected);
        $crate::review!(text, @$expected);
    }};
}

#[cfg(feature = "review")]
#[doc(hidden)]
#[macro_export]
macro_rules! review {
    ($text:expr, @$expected:literal) => {
        // insta takes a snapshot for one that changes if it meets it twice.
        if !$crate::tries_mistakes() {
            $crate::insta::assert_snapshot!($text, @$expected)
        }
    };
}

#[cfg(not(feature = "review"))]
#[doc(hidden)]
#[macro_export]
macro_rules! review {
    ($text:expr, @$expected:literal) => {};
}

/// Whether `cargo insta test` is at work, which lets every snapshot pass and collects those that differ.
fn collecting() -> bool {
    cfg!(feature = "review") && std::env::var_os("INSTA_FORCE_PASS").is_some()
}

/// A text that another function than the last or the first has made: `assert_snapshot!(printed_by("train", log),
/// @"…")`.
pub fn printed_by(function: &'static str, text: String) -> String {
    failure::remember_function(function);
    text
}

/// Fails unless the text is the expected one. Students print nothing: so the words are about a table or a picture, and
/// say where it begins to differ.
#[doc(hidden)]
#[track_caller]
pub fn expect_text(text: &str, literal: &str) {
    if collecting() {
        return;
    }
    let (yours, expected) = (lines(text), lines(literal));
    let same = yours.iter().zip(&expected).take_while(|(yours, expected)| yours == expected).count();
    if same < yours.len().max(expected.len()) {
        let place = Location::caller();
        let number = same + 1;
        Failure::new(format!("what this test prints from your results differs, first in line {number}"))
            .line("yours", yours.join("\n"))
            .line("expected", expected.join("\n"))
            .line("test", format!("{}:{}", show::path(place.file()), place.line()))
            .end();
    }
}

/// The lines that are compared, without what all of them are indented by: in a test, that is much.
fn lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.trim_start_matches(['\n', '\r']).trim_end().lines().map(str::trim_end).collect();
    let indentation = |line: &&str| line.len() - line.trim_start().len();
    let common = lines.iter().filter(|line| !line.is_empty()).map(indentation).min().unwrap_or(0);
    lines.into_iter().map(|line| line.get(common..).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic;

    #[test]
    fn indentation_and_blanks_at_the_end_do_not_count() {
        assert_snapshot!("x  y\n  1  2\n", @"
            x  y
              1  2
        ");
        assert_snapshot!("one line", @"one line");
        expect_text(" x  \n\n y\n\n", "\n    x\n\n    y\n    ");
    }

    #[test]
    fn any_other_text_fails() {
        for text in ["", "x", "x y", "x\ny\nz", "x\n y", " x\ny", "x\n\ny"] {
            assert!(panic::catch_unwind(|| expect_text(text, "x\ny")).is_err(), "{text:?}");
            failure::take();
        }
        assert!(panic::catch_unwind(|| expect_text("x", "")).is_err());
    }
}
