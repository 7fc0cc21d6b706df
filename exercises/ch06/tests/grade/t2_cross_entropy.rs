//! # Task 2: the cross-entropy
//!
//! Write `cross_entropy(y_hat, y)` and `cross_entropy_derivative(y_hat, y)` in `src/error.rs`. In classification `ŷ` is
//! a probability. Whoever says "99%" and is wrong should pay more than whoever says "60%"; the logarithm of the
//! probability given to what really happened does that, and without bound. So the ends need care: see the cut-off.

use ch06::{cross_entropy, cross_entropy_derivative};
use checks::{Task, given};
use std::f64::consts::{LN_2, LN_10};

const TASK: Task = Task {
    title: "The cross-entropy",
    functions: &["cross_entropy", "cross_entropy_derivative"],
    section: "The cross-entropy",
};

/// The probability given to class 1 is 1/8. If it is observed, E = −ln 1/8 = 3 ln 2; if not, E = −ln 7/8.
#[test]
fn a_prediction_by_hand() {
    TASK.grade(1, || {
        for (y, expected, other) in [(1.0, 3.0 * LN_2, (8.0_f64 / 7.0).ln()), (0.0, (8.0_f64 / 7.0).ln(), 3.0 * LN_2)] {
            given("y_hat", &0.125)
                .and("y", &y)
                .got(cross_entropy(0.125, y))
                .mistake(other, "the two terms have changed places: y belongs to ln ŷ, and 1 − y to ln(1 − ŷ)")
                .mistake(-expected, "the minus signs are lost: the logarithm of a probability is negative")
                .mistake(expected / LN_10, "this is the logarithm to base 10: `ln` is the natural one")
                .mistake(expected / LN_2, "this is the logarithm to base 2: `ln` is the natural one")
                .mistake((0.125 - y) * (0.125 - y), "this is the squared error, which is for regression")
                .mistake(y * 3.0 * LN_2, "the term of class 0 is missing: −(1 − y) ln(1 − ŷ)")
                .expect(expected);
        }
    });
}

/// A sigmoid's ŷ can be rounded to exactly 0 or 1. Sure and right costs nothing, sure and wrong costs 100, and neither
/// is NaN.
#[test]
fn a_sure_prediction_has_a_finite_error() {
    TASK.grade(1, || {
        let not_finite =
            "NaN or infinite: ln 0 is −∞, and 0 · (−∞) is NaN. Cut each logarithm off: `v.ln().max(-100.0)`";
        for (y_hat, y, expected) in [(1.0, 1.0, 0.0), (0.0, 0.0, 0.0), (0.0, 1.0, 100.0), (1.0, 0.0, 100.0)] {
            given("y_hat", &y_hat)
                .and("y", &y)
                .got(cross_entropy(y_hat, y))
                .mistake(f64::NAN, not_finite)
                .mistake(f64::INFINITY, not_finite)
                .mistake(
                    100.0,
                    "the sum is cut off, and `NaN.min(100.0)` is 100: cut each logarithm off at −100 instead",
                )
                .mistake(-100.0, "the minus signs are lost: the logarithm of a probability is negative")
                .expect(expected);
        }
    });
}

/// The cut-off leaves everything above e⁻¹⁰⁰ as it is: −ln 10⁻⁴⁰ = 40 ln 10. One step next to 1 the other logarithm is
/// large too: the largest f64 below 1 is 1 − 2⁻⁵³.
#[test]
fn an_almost_sure_prediction_keeps_its_digits() {
    TASK.grade(1, || {
        given("y_hat", &1e-40)
            .and("y", &1.0)
            .got(cross_entropy(1e-40, 1.0))
            .mistake(12.0 * LN_10, "ŷ is cut off at 1e-12: cut the logarithm off instead, at −100")
            .mistake(15.0 * LN_10, "ŷ is cut off at 1e-15: cut the logarithm off instead, at −100")
            .expect(40.0 * LN_10);
        let almost = 1.0 - f64::EPSILON / 2.0;
        given("y_hat", &almost).and("y", &0.0).got(cross_entropy(almost, 0.0)).within(1e-12, 1e-12).expect(53.0 * LN_2);
    });
}

/// At ŷ = 1/4 the slope is −1/ŷ = −4 if class 1 was observed, and 1/(1 − ŷ) = 4/3 if not.
#[test]
fn a_slope_by_hand_and_as_measured() {
    TASK.grade(1, || {
        for (y, slope) in [(1.0, -4.0), (0.0, 4.0 / 3.0)] {
            given("y_hat", &0.25)
                .and("y", &y)
                .of("cross_entropy_derivative")
                .got(cross_entropy_derivative(0.25, y))
                .mistake(-slope, "the sign is the other way round: where class 1 is observed, a larger ŷ is better")
                .mistake(0.25 - y, "this is ŷ − y: as a derivative for ŷ it is still divided by ŷ(1 − ŷ)")
                .mistake(
                    (0.25 - y) / 0.25 * 0.75,
                    "`a / b * c` multiplies by c: put the divisor in parentheses, `(y_hat * (1.0 - y_hat))`",
                )
                .mistake(2.0 * (0.25 - y), "this is the derivative of the squared error")
                .expect(slope);
        }
        for y_hat in [0.05, 0.2, 0.5, 0.7, 0.95] {
            for y in [0.0, 1.0] {
                given("y_hat", &y_hat)
                    .and("y", &y)
                    .of("cross_entropy_derivative")
                    .got(cross_entropy_derivative(y_hat, y))
                    .expect_gradient_of(|p| -(if y == 1.0 { *p } else { 1.0 - p }).ln(), &y_hat);
            }
        }
    });
}

/// At the ends the slope would be infinite, or 0/0: dividing by at least 1e-12 keeps it finite. Who is sure and right
/// has the slope 0 by the second form, and −1 or 1 by the first one: both can be trained with.
#[test]
fn a_sure_prediction_has_a_finite_slope() {
    TASK.grade(1, || {
        let not_finite = "NaN or infinite: ŷ(1 − ŷ) is 0 here, so divide by at least 1e-12: `.max(1e-12)`";
        let at = |y_hat: f64, y: f64| {
            given("y_hat", &y_hat)
                .and("y", &y)
                .of("cross_entropy_derivative")
                .got(cross_entropy_derivative(y_hat, y))
                .mistake(f64::NAN, not_finite)
                .mistake(f64::INFINITY, not_finite)
                .mistake(f64::NEG_INFINITY, not_finite)
        };
        at(1.0, 1.0).expect_that("is 0, or −1 by the first form", |&v| v.abs() < 1e-9 || (v + 1.0).abs() < 1e-9);
        at(0.0, 0.0).expect_that("is 0, or 1 by the first form", |&v| v.abs() < 1e-9 || (v - 1.0).abs() < 1e-9);
        at(0.0, 1.0).expect(-1e12);
        at(1.0, 0.0).expect(1e12);
    });
}

/// Three of four samples are of class 1: the best single answer for all of them is ŷ = 3/4, where the slopes cancel.
#[test]
fn the_best_constant_answer_is_the_share_of_class_one() {
    TASK.grade(1, || {
        given("y_hat", &0.75)
            .of("cross_entropy_derivative")
            .got(3.0 * cross_entropy_derivative(0.75, 1.0) + cross_entropy_derivative(0.75, 0.0))
            .expect(0.0);
        given("y_hat", &0.75)
            .got(3.0 * cross_entropy(0.75, 1.0) + cross_entropy(0.75, 0.0))
            .expect(8.0 * LN_2 - 3.0 * 3.0_f64.ln());
    });
}
