//! # Task 2: the cross-entropy
//!
//! Write `cross_entropy(y_hat, y)` and `cross_entropy_derivative(y_hat, y)` in `src/error.rs`. In classification `ŷ` is
//! a probability. A prediction of "99%" that is wrong should cost more than one of "60%"; the logarithm of the
//! probability given to what really happened does that, and without bound. So the ends need care: see the cut-off.

use ch06::{cross_entropy, cross_entropy_derivative};
use ch06_mistakes::t2_cross_entropy::{CROSS_ENTROPY, CROSS_ENTROPY_DERIVATIVE, Error};
use checks::{Task, given};
use std::f64::consts::{LN_2, LN_10};

const TASK: Task<(Error, Error)> = Task {
    title: "The cross-entropy",
    functions: &["cross_entropy", "cross_entropy_derivative"],
    section: "The cross-entropy",
    yours: (cross_entropy, cross_entropy_derivative),
    diagnoses: &[&CROSS_ENTROPY, &CROSS_ENTROPY_DERIVATIVE],
};

/// The probability given to class 1 is 1/8. If it is observed, E = −ln 1/8 = 3 ln 2; if not, E = −ln 7/8.
#[test]
fn a_prediction_by_hand() {
    TASK.grade(1, |(cross_entropy, _)| {
        for (y, expected) in [(1.0, 3.0 * LN_2), (0.0, (8.0_f64 / 7.0).ln())] {
            given("y_hat", &0.125).and("y", &y).got(cross_entropy(0.125, y)).expect(expected);
        }
    });
}

/// A sigmoid's ŷ can be rounded to exactly 0 or 1. Sure and right costs nothing, sure and wrong costs 100, and neither
/// is NaN. The cost is 100 from ŷ = e⁻¹⁰⁰ on.
#[test]
fn a_sure_prediction_has_a_finite_error() {
    TASK.grade(1, |(cross_entropy, _)| {
        let sure = [(1.0, 1.0, 0.0), (0.0, 0.0, 0.0), (0.0, 1.0, 100.0), (1.0, 0.0, 100.0), (1e-50, 1.0, 100.0)];
        for (y_hat, y, expected) in sure {
            given("y_hat", &y_hat).and("y", &y).got(cross_entropy(y_hat, y)).expect(expected);
        }
    });
}

/// The cut-off leaves everything above e⁻¹⁰⁰ as it is: −ln 10⁻⁴⁰ = 40 ln 10. One step next to 1 the other logarithm is
/// large too: the largest f64 below 1 is 1 − 2⁻⁵³.
#[test]
fn an_almost_sure_prediction_keeps_its_digits() {
    TASK.grade(1, |(cross_entropy, _)| {
        for digits in [1, 6, 10, 13, 20, 40, 43] {
            let y_hat = 0.1_f64.powi(digits);
            let expected = f64::from(digits) * LN_10;
            given("y_hat", &y_hat).and("y", &1.0).got(cross_entropy(y_hat, 1.0)).within(0.0, 1e-9).expect(expected);
        }
        for bits in [3, 20, 33, 53] {
            let y_hat = 1.0 - 0.5_f64.powi(bits);
            let expected = f64::from(bits) * LN_2;
            given("y_hat", &y_hat).and("y", &0.0).got(cross_entropy(y_hat, 0.0)).within(0.0, 1e-12).expect(expected);
        }
    });
}

/// At ŷ = 1/4 the slope is −1/ŷ = −4 if class 1 was observed, and 1/(1 − ŷ) = 4/3 if not.
#[test]
fn a_slope_by_hand_and_as_measured() {
    TASK.grade(1, |(_, derivative)| {
        for (y, slope) in [(1.0, -4.0), (0.0, 4.0 / 3.0)] {
            given("y_hat", &0.25).and("y", &y).of("cross_entropy_derivative").got(derivative(0.25, y)).expect(slope);
        }
        for (y_hat, y) in [0.05, 0.2, 0.5, 0.7, 0.95].into_iter().flat_map(|y_hat| [(y_hat, 0.0), (y_hat, 1.0)]) {
            given("y_hat", &y_hat)
                .and("y", &y)
                .of("cross_entropy_derivative")
                .got(derivative(y_hat, y))
                .expect_gradient_of(|p| -(if y == 1.0 { *p } else { 1.0 - p }).ln(), &y_hat);
        }
    });
}

/// Close to the ends the slope is steep, and it keeps its digits: −1/ŷ = −10¹⁰ at ŷ = 10⁻¹⁰. Only a denominator below
/// 10⁻¹² is replaced.
#[test]
fn an_almost_sure_prediction_keeps_the_digits_of_its_slope() {
    TASK.grade(1, |(_, derivative)| {
        for (y_hat, y, slope) in [(1e-3, 1.0, -1e3), (1e-7, 1.0, -1e7), (1e-10, 1.0, -1e10), (2e-12, 1.0, -5e11)] {
            given("y_hat", &y_hat).and("y", &y).of("cross_entropy_derivative").got(derivative(y_hat, y)).expect(slope);
        }
        for bits in [3, 10, 23, 36] {
            let (y_hat, slope) = (1.0 - 0.5_f64.powi(bits), 2.0_f64.powi(bits));
            let checked = given("y_hat", &y_hat).and("y", &0.0).of("cross_entropy_derivative");
            checked.got(derivative(y_hat, 0.0)).within(0.0, 1e-4).expect(slope);
        }
    });
}

/// At the ends the slope would be infinite, or 0/0: dividing by at least 1e-12 keeps it finite. A prediction that is
/// sure and right has the slope 0 by the second form, and −1 or 1 by the first one, which is the slope from within.
/// Both can be trained with: the sigmoid's own slope is 0 there.
#[test]
fn a_sure_prediction_has_a_finite_slope() {
    TASK.grade(1, |(_, derivative)| {
        let at = |y_hat: f64, y: f64| {
            given("y_hat", &y_hat).and("y", &y).of("cross_entropy_derivative").got(derivative(y_hat, y))
        };
        at(0.0, 1.0).within(0.0, 1e-3).expect(-1e12);
        at(5e-13, 1.0).within(0.0, 1e-3).expect(-1e12);
        at(1.0, 0.0).within(0.0, 1e-3).expect(1e12);
        at(1.0, 1.0).expect_that("is 0, or −1 by the first form", |&v| v.abs() < 1e-9 || (v + 1.0).abs() < 1e-9);
        at(0.0, 0.0).expect_that("is 0, or 1 by the first form", |&v| v.abs() < 1e-9 || (v - 1.0).abs() < 1e-9);
    });
}

/// Three of four samples are of class 1: the best single answer for all of them is ŷ = 3/4, where the slopes cancel.
#[test]
fn the_best_constant_answer_is_the_share_of_class_one() {
    TASK.grade(1, |(cross_entropy, derivative)| {
        given("y_hat", &0.75)
            .of("cross_entropy_derivative")
            .got(3.0 * derivative(0.75, 1.0) + derivative(0.75, 0.0))
            .derived("the sum of three slopes for y = 1 and one for y = 0")
            .expect(0.0);
        given("y_hat", &0.75)
            .got(3.0 * cross_entropy(0.75, 1.0) + cross_entropy(0.75, 0.0))
            .derived("the sum of three errors for y = 1 and one for y = 0")
            .expect(8.0 * LN_2 - 3.0 * 3.0_f64.ln());
    });
}
