//! Numbers as pages quote them, by name. They are computed when the book is built: none is typed into a page.

use std::collections::BTreeMap;

/// Values by name, as a page shows them.
pub type Values = BTreeMap<&'static str, String>;

/// A number with this many digits after the point, and a minus sign as wide as a plus.
pub fn fixed(number: f64, digits: usize) -> String {
    let shown = format!("{number:.digits$}");
    let zero = shown.chars().all(|c| matches!(c, '-' | '0' | '.'));
    match shown.strip_prefix('-') {
        Some(shown) if zero => shown.into(),
        Some(shown) => format!("−{shown}"),
        None => shown,
    }
}

/// A large whole number with its thousands set apart: 49,727. Four digits can be read as they are, as in the axes.
pub fn grouped(number: f64) -> String {
    let shown = fixed(number, 0);
    let digits = shown.trim_start_matches('−');
    if digits.len() < 5 {
        return shown;
    }
    let marked = digits.char_indices().map(|(at, digit)| {
        let comma = at > 0 && (digits.len() - at).is_multiple_of(3);
        format!("{}{digit}", if comma { "," } else { "" })
    });
    let sign = if digits.len() < shown.len() { "−" } else { "" };
    format!("{sign}{}", marked.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minus_is_a_minus_and_a_zero_has_none() {
        assert_eq!(fixed(-40.784, 2), "−40.78");
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(fixed(2.0, 0), "2");
        assert_eq!([49726.9, -1e6, 9999.0, 12.0].map(grouped), ["49,727", "−1,000,000", "9999", "12"]);
    }
}
