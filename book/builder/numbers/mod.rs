//! The numbers that chapters quote, by name. They are computed when the book is built: none is typed into a page.

mod ch01;
mod ch02;
mod ch03;
mod ch04;
mod ch05;
mod ch06;

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Numbers by name, as a page shows them.
pub type Numbers = BTreeMap<&'static str, String>;

/// All numbers of all chapters, computed once: some come from training runs.
pub fn all() -> &'static Numbers {
    static ALL: LazyLock<Numbers> = LazyLock::new(compute);
    &ALL
}

fn compute() -> Numbers {
    let mut numbers = Numbers::new();
    ch01::add(&mut numbers);
    ch02::add(&mut numbers);
    ch03::add(&mut numbers);
    ch04::add(&mut numbers);
    ch05::add(&mut numbers);
    ch06::add(&mut numbers);
    numbers
}

/// A number with so many digits after the point, and a minus sign that is as wide as a plus.
pub fn fixed(number: f64, digits: usize) -> String {
    let shown = format!("{number:.digits$}");
    let zero = shown.chars().all(|c| matches!(c, '-' | '0' | '.'));
    match shown.strip_prefix('-') {
        Some(shown) if zero => shown.into(),
        Some(shown) => format!("−{shown}"),
        None => shown,
    }
}

/// A large whole number with its thousands set apart: 49,727.
pub fn grouped(number: f64) -> String {
    let shown = fixed(number, 0);
    let digits = shown.trim_start_matches('−');
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
        assert_eq!([grouped(49726.9), grouped(-1e6), grouped(12.0)], ["49,727", "−1,000,000", "12"]);
    }

    /// The figures that were published with the data: if a number of the book moves away from them, the book is wrong.
    #[test]
    fn the_published_figures_are_met() {
        let numbers = all();
        for (name, published) in [
            ("hubble.slope_origin", "423.9"),
            ("hubble.slope", "454.16"),
            ("hubble.bias", "−40.78"),
            ("anscombe.1.bias", "3.00"),
            ("anscombe.4.slope", "0.500"),
        ] {
            assert_eq!(numbers[name], published, "{name}");
        }
    }
}
