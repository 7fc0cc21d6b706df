//! # Task 5: the hyperbolic tangent
//!
//! Write `tanh(a)` and `tanh_derivative(a)` in `src/sigmoids.rs`. The hyperbolic tangent is a sigmoid, pressed together
//! to half its width and stretched to reach from −1 to 1: tanh(a) = 2σ(2a) − 1. Its activations lie around 0 and its
//! slope is up to four times as large, and both help the layers behind it.

use ch03::{tanh, tanh_derivative};
use ch03_mistakes::t5_tanh::{TANH, TANH_DERIVATIVE, Tanh};
use checks::{Random, Task, given};
use ndarray::Array1;

const TASK: Task<Tanh> = Task {
    title: "The hyperbolic tangent",
    functions: &["tanh", "tanh_derivative"],
    section: "The hyperbolic tangent",
    yours: (tanh, tanh_derivative),
    diagnoses: &[&TANH, &TANH_DERIVATIVE],
};

/// At a = ln 2: eᵃ = 2 and e⁻ᵃ = 1/2, so tanh = (2 − 1/2)/(2 + 1/2) = 3/5.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, |(tanh, _)| {
        let a = 2_f64.ln();
        given("a", &a).got(tanh(a)).expect(0.6);
        given("a", &-a).got(tanh(-a)).expect(-0.6);
        given("a", &0.0).got(tanh(0.0)).expect(0.0);
    });
}

/// The identity holds wherever it is checked, with a sigmoid that stands in this test. The curve nears ±1, and is not
/// quite there: tanh(10) is 0.999999996.
#[test]
fn it_is_a_stretched_sigmoid() {
    TASK.grade(1, |(tanh, _)| {
        let mut random = Random::seeded(351);
        for size in [0.01, 1.0, 3.0, 20.0] {
            let a = size * random.number();
            let expected = 2.0 / (1.0 + (-2.0 * a).exp()) - 1.0;
            given("a", &a).got(tanh(a)).expect(expected);
            given("a", &-a).got(tanh(-a)).expect(-expected);
        }
        for a in Array1::<f64>::linspace(-21.0, 21.0, 141) {
            given("a", &a).got(tanh(a)).within(1e-12, 0.0).expect(a.sinh() / a.cosh());
        }
    });
}

#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, |(tanh, _)| {
        for (a, end) in [(400.0, 1.0), (-400.0, -1.0), (1000.0, 1.0), (-1000.0, -1.0)] {
            given("a", &a).got(tanh(a)).within(1e-12, 0.0).expect(end);
        }
    });
}

/// At a = ln 2: tanh = 3/5, so the slope is 1 − 9/25 = 16/25. At a = 0 it is 1, and largest.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, |(_, tanh_derivative)| {
        let a = 2_f64.ln();
        given("a", &a).of("tanh_derivative").got(tanh_derivative(a)).expect(0.64);
        given("a", &0.0).of("tanh_derivative").got(tanh_derivative(0.0)).expect(1.0);
    });
}

/// The slope is 1/cosh²(a) as well, and that is easier to compute far from 0.
#[test]
fn the_slope_is_the_measured_one() {
    TASK.grade(1, |(_, tanh_derivative)| {
        let mut random = Random::seeded(352);
        for _ in 0..8 {
            let a = 3.0 * random.number();
            let slope = given("a", &a).of("tanh_derivative").got(tanh_derivative(a));
            slope.expect_gradient_of(|&a| a.sinh() / a.cosh(), &a);
        }
        for a in Array1::<f64>::linspace(-21.0, 21.0, 141) {
            given("a", &a).of("tanh_derivative").got(tanh_derivative(a)).expect(1.0 / a.cosh().powi(2));
        }
    });
}

#[test]
fn far_from_zero_the_slope_is_zero() {
    TASK.grade(1, |(_, tanh_derivative)| {
        for a in [-1000.0, 1000.0, -400.0, 400.0, -20.0, 20.0] {
            given("a", &a).of("tanh_derivative").got(tanh_derivative(a)).expect(0.0);
        }
    });
}
