//! The gradient checker: a derivative that a student claims against one that is measured.
//!
//! It belongs to the kit and never to the student, so that a wrong derivative cannot be checked by a wrong checker.

use crate::Point;

/// The step `h` of the central difference `(f(x + h) − f(x − h)) / 2h`.
///
/// A smaller step loses digits to cancellation, a larger one to curvature; for `f64` the two balance near `1e-5`.
pub const STEP: f64 = 1e-5;

/// The largest [`relative_error`] that still counts as agreement.
pub const LARGEST_ERROR: f64 = 1e-6;

/// The gradient of `f` at `at`, measured by a central difference in each entry.
pub fn numeric_gradient<P: Point>(f: impl Fn(&P) -> f64, at: &P) -> P {
    at.with_numbers(slopes(&|numbers| f(&at.with_numbers(numbers)), &at.numbers()))
}

fn slopes(f: &dyn Fn(Vec<f64>) -> f64, at: &[f64]) -> Vec<f64> {
    let shifted = |entry: usize, by: f64| {
        let mut numbers = at.to_vec();
        numbers[entry] += by;
        f(numbers)
    };
    (0..at.len()).map(|entry| (shifted(entry, STEP) - shifted(entry, -STEP)) / (2.0 * STEP)).collect()
}

/// How far two slopes are apart, relative to their size: `|a − n| / max(|a| + |n|, 1e-8)`.
///
/// Two zeros agree. NaN and infinity disagree with everything: the result is then infinite.
pub fn relative_error(analytic: f64, numeric: f64) -> f64 {
    if !analytic.is_finite() || !numeric.is_finite() {
        return f64::INFINITY;
    }
    (analytic - numeric).abs() / (analytic.abs() + numeric.abs()).max(1e-8)
}

/// The entry in which the two disagree most, with its relative error, if that is too large.
pub fn worst_entry(analytic: &[f64], numeric: &[f64]) -> Option<(usize, f64)> {
    let errors = analytic.iter().zip(numeric).map(|(&a, &n)| relative_error(a, n));
    errors.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|worst| worst.1 > LARGEST_ERROR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Values;
    use ndarray::{Array2, array};

    #[test]
    fn the_numeric_gradient_of_a_square_is_twice_the_point() {
        let gradient = numeric_gradient(|x| x.iter().map(|v| v * v).sum(), &array![3.0, -2.0, 0.0]);
        for (slope, expected) in gradient.iter().zip([6.0, -4.0, 0.0]) {
            assert!(relative_error(*slope, expected) < LARGEST_ERROR, "{slope} is not {expected}");
        }
    }

    #[test]
    fn every_entry_of_a_matrix_is_measured() {
        let upstream = array![[0.3, -1.2], [2.0, 0.7]];
        let gradient = numeric_gradient(|w: &Array2<f64>| (w * &upstream).sum(), &array![[1.0, 2.0], [3.0, 4.0]]);
        assert_eq!(worst_entry(&gradient.numbers(), &upstream.numbers()), None);
    }

    /// Softplus is smooth but not polynomial: the step must keep its relative error far below what is allowed.
    #[test]
    fn the_step_suits_f64() {
        let softplus = |a: f64| a.exp().ln_1p();
        let sigmoid = |a: f64| 1.0 / (1.0 + (-a).exp());
        let points = array![-3.0, -0.5, 0.0, 0.5, 3.0];
        let numeric = numeric_gradient(|a| a.iter().map(|&a| softplus(a)).sum(), &points);
        let (_, worst) = points
            .iter()
            .zip(&numeric)
            .map(|(&a, &n)| (a, relative_error(sigmoid(a), n)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap();
        assert!(worst < 1e-8, "{worst}");
    }

    #[test]
    fn a_wrong_entry_is_found_however_small_the_others_are() {
        let right = [1.0, 2.0, 3.0];
        assert_eq!(worst_entry(&right, &right), None);
        assert_eq!(worst_entry(&[1.0, 2.001, 3.0], &right).unwrap().0, 1);
        assert_eq!(worst_entry(&[1.0, 2.0, -3.0], &right), Some((2, 1.0)));
    }

    #[test]
    fn two_zeros_agree_and_nan_agrees_with_nothing() {
        assert_eq!(relative_error(0.0, 0.0), 0.0);
        assert_eq!(relative_error(f64::NAN, f64::NAN), f64::INFINITY);
        assert_eq!(relative_error(f64::INFINITY, f64::INFINITY), f64::INFINITY);
        assert!(worst_entry(&[f64::NAN], &[1.0]).is_some());
    }
}
