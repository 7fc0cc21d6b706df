//! When two floats count as equal.

use approx::abs_diff_eq;

/// The absolute tolerance of [`close`]: what rounding may leave where the right answer is zero.
pub const ABSOLUTE: f64 = 1e-12;

/// The relative tolerance of [`close`]: wide enough for any order of summation, far too narrow for a wrong formula.
pub const RELATIVE: f64 = 1e-9;

/// Whether `|a − b| ≤ absolute + relative · |b|`, where `b` is the expected value.
///
/// NaN and infinity are never close to anything, themselves included: a check that meets them has found a mistake.
pub fn close(a: f64, b: f64, absolute: f64, relative: f64) -> bool {
    a.is_finite() && b.is_finite() && abs_diff_eq!(a, b, epsilon = absolute + relative * b.abs())
}

/// Whether two lists of numbers are as long as each other and [`close`] entry by entry.
pub fn all_close(a: &[f64], b: &[f64], absolute: f64, relative: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| close(a, b, absolute, relative))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        close(a, b, ABSOLUTE, RELATIVE)
    }

    #[test]
    fn rounding_is_forgiven_and_a_wrong_digit_is_not() {
        assert!(near(0.1 + 0.2, 0.3));
        assert!(near(1e-13, 0.0));
        assert!(near(454.158_440_9, 454.158_440_92));
        assert!(!near(454.1584, 454.1585));
        assert!(!near(1e-11, 0.0));
    }

    #[test]
    fn nan_and_infinity_are_close_to_nothing() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!near(value, value));
            assert!(!near(value, 1.0));
            assert!(!near(1.0, value));
        }
    }

    #[test]
    fn lists_of_different_lengths_are_not_close() {
        assert!(all_close(&[1.0, 2.0], &[1.0, 2.0], ABSOLUTE, RELATIVE));
        assert!(!all_close(&[1.0], &[1.0, 2.0], ABSOLUTE, RELATIVE));
        assert!(!all_close(&[1.0, 2.0], &[1.0, 2.1], ABSOLUTE, RELATIVE));
    }
}
