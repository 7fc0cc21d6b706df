//! Numbers as a person reads them in a message: rounded, and cut in the middle when there are many.

use crate::close;

/// A file as a message names it, on every system with slashes and without detours: rustc names the tests
/// `exercises/ch01/src/../tests/grade/t6_mse.rs`, because a line in `src/lib.rs` makes them part of the library.
pub fn path(file: &str) -> String {
    let mut parts: Vec<&str> = vec![];
    for part in file.split(['/', '\\']) {
        if part == ".." && parts.last().is_some_and(|&last| last != "..") {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Entries of a vector that are shown before the middle is left out.
const ENTRIES: usize = 8;
/// Rows of a matrix that are shown before the middle is left out.
const ROWS: usize = 6;

/// The numbers of an array of this shape, with all digits where fewer would hide that two of them differ.
pub fn numbers(shape: &[usize], values: &[f64]) -> String {
    let differ = |a: f64, b: f64| a.is_finite() && b.is_finite() && !close(a, b, 0.0, 1e-12) && number(a) == number(b);
    let few = values.len() <= ENTRIES;
    let hidden = few && values.iter().enumerate().any(|(at, &a)| values[..at].iter().any(|&b| differ(a, b)));
    let number = if hidden { exact } else { number };
    match *shape {
        [] => number(values[0]),
        [n] if n > ENTRIES => format!("{}  ({n} entries)", row(values, number)),
        [_] => row(values, number),
        [n, k] => matrix(n, k, values, number),
        _ => format!("{values:?} of shape {}", self::shape(shape)),
    }
}

/// A shape as the course writes it: `(k,)` for a vector of k entries, `(n, k)` for a matrix.
pub fn shape(sizes: &[usize]) -> String {
    match sizes {
        [n] => format!("({n},)"),
        _ => format!("({})", sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// One number with at most six significant digits and no trailing zeros.
pub fn number(value: f64) -> String {
    if value == 0.0 {
        // Of the two zeros only one is shown: in an array, the other's sign says nothing.
        return "0".into();
    }
    if !value.is_finite() {
        return value.to_string();
    }
    let rounded: f64 = format!("{value:.5e}").parse().expect("what was formatted as a float is a float");
    if (1e-4..1e7).contains(&rounded.abs()) { rounded.to_string() } else { format!("{rounded:e}") }
}

/// One number with all its digits, and a power of ten where it would be longer than a line.
pub fn exact(value: f64) -> String {
    if value == 0.0 {
        // Of the two zeros only one is shown.
        return "0".into();
    }
    let plain = !value.is_finite() || (1e-6..1e16).contains(&value.abs());
    if plain { value.to_string() } else { format!("{value:e}") }
}

fn row(values: &[f64], number: fn(f64) -> String) -> String {
    let all: Vec<String> = values.iter().copied().map(number).collect();
    if all.len() <= ENTRIES {
        return format!("[{}]", all.join(", "));
    }
    let (head, tail) = (&all[..ENTRIES - 2], &all[all.len() - 1..]);
    format!("[{}, …, {}]", head.join(", "), tail.join(", "))
}

fn matrix(n: usize, k: usize, values: &[f64], number: fn(f64) -> String) -> String {
    if values.is_empty() {
        return format!("an empty matrix of shape ({n}, {k})");
    }
    let rows: Vec<String> = values.chunks(k).map(|values| row(values, number)).collect();
    let shown =
        if n <= ROWS { rows.join("\n ") } else { format!("{}\n …\n {}", rows[..ROWS - 2].join("\n "), rows[n - 1]) };
    let size = if n > ROWS || k > ENTRIES { format!("  (shape ({n}, {k}))") } else { String::new() };
    format!("[{shown}]{size}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_slashes_and_no_detours() {
        assert_eq!(path("exercises/ch01/src/../tests/grade/t6_mse.rs"), "exercises/ch01/tests/grade/t6_mse.rs");
        assert_eq!(path(r"exercises\ch01\src\../tests/grade\t6_mse.rs"), "exercises/ch01/tests/grade/t6_mse.rs");
        assert_eq!(path("../../book/lib.rs"), "../../book/lib.rs");
    }

    #[test]
    fn a_number_has_at_most_six_significant_digits() {
        assert_eq!(number(14.0 / 3.0), "4.66667");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(-40.783_649), "-40.7836");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(1e-9), "1e-9");
        assert_eq!(number(f64::NAN), "NaN");
        assert_eq!(number(f64::NEG_INFINITY), "-inf");
    }

    #[test]
    fn a_number_with_all_its_digits_is_never_longer_than_a_line() {
        assert_eq!(exact(14.0 / 3.0), "4.666666666666667");
        assert_eq!(exact(-1e-304), "-1e-304");
        assert_eq!(exact(0.0), "0");
        assert_eq!(exact(f64::NAN), "NaN");
    }

    #[test]
    fn a_long_vector_is_cut_and_says_how_long_it_is() {
        let values: Vec<f64> = (1..=24).map(f64::from).collect();
        assert_eq!(numbers(&[24], &values), "[1, 2, 3, 4, 5, 6, …, 24]  (24 entries)");
        assert_eq!(numbers(&[3], &values[..3]), "[1, 2, 3]");
    }

    #[test]
    fn two_numbers_that_differ_are_not_shown_as_one() {
        assert_eq!(numbers(&[2, 1], &[1e8, 1e8 + 1.0]), "[[100000000]\n [100000001]]");
        assert_eq!(numbers(&[2], &[0.1 + 0.2, 0.3]), "[0.3, 0.3]");
        assert_eq!(numbers(&[2], &[1e8, 1e8]), "[1e8, 1e8]");
    }

    #[test]
    fn a_matrix_stands_in_rows() {
        assert_eq!(numbers(&[2, 2], &[1.0, 2.0, 3.0, 4.5]), "[[1, 2]\n [3, 4.5]]");
        let tall: Vec<f64> = (0..8).map(f64::from).collect();
        assert_eq!(numbers(&[8, 1], &tall), "[[0]\n [1]\n [2]\n [3]\n …\n [7]]  (shape (8, 1))");
        assert_eq!(numbers(&[0, 3], &[]), "an empty matrix of shape (0, 3)");
    }
}
