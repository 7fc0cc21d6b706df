//! # Task 5: the hyperbolic tangent
//!
//! Write `tanh(a)` and `tanh_derivative(a)` in `src/sigmoids.rs`. The hyperbolic tangent is a sigmoid, pressed together
//! to half its width and stretched to reach from −1 to 1: tanh(a) = 2σ(2a) − 1. Its activations lie around 0 and its
//! slope is up to four times as large, and both help the layers behind it.

use ch03::{tanh, tanh_derivative};
use checks::{Random, Task, given};

const TASK: Task = Task {
    title: "The hyperbolic tangent",
    functions: &["tanh", "tanh_derivative"],
    section: "The hyperbolic tangent",
};

/// At a = ln 2: eᵃ = 2 and e⁻ᵃ = 1/2, so tanh = (2 − 1/2)/(2 + 1/2) = 3/5.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, || {
        let a = 2_f64.ln();
        given("a", &a)
            .got(tanh(a))
            .mistake(1.0 / 3.0, "this is 2σ(a) − 1: the argument of σ is doubled too, 2σ(2a) − 1")
            .mistake(0.8, "this is σ(2a), from 0 to 1: stretch it to reach from −1 to 1")
            .mistake(1.6, "this is 2σ(2a): subtract 1")
            .mistake(-0.2, "this is σ(2a) − 1: stretch by 2 before the 1 is subtracted")
            .mistake(5.0 / 3.0, "the fraction stands upside down: the difference is above, the sum below")
            .mistake(0.75, "this is the hyperbolic sine: divide by eᵃ + e⁻ᵃ, not by 2")
            .expect(0.6);
        given("a", &0.0).got(tanh(0.0)).expect(0.0);
    });
}

const CUT: &str = "the curve is cut off: it is nearly flat here, and not quite, so one formula serves for every a";

/// The identity holds wherever it is checked, with a sigmoid that stands in this test.
#[test]
fn it_is_a_stretched_sigmoid() {
    TASK.grade(1, || {
        let mut random = Random::seeded(351);
        for size in [0.01, 1.0, 3.0, 20.0] {
            let a = size * random.number();
            let expected = 2.0 / (1.0 + (-2.0 * a).exp()) - 1.0;
            given("a", &a).got(tanh(a)).expect(expected);
            given("a", &-a)
                .got(tanh(-a))
                .mistake(expected, "the sign of a is lost: tanh(−a) is −tanh(a)")
                .expect(-expected);
        }
        for a in [-15.0, -10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0, 15.0_f64] {
            given("a", &a).got(tanh(a)).mistake(a.signum(), CUT).expect(a.sinh() / a.cosh());
        }
    });
}

#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, || {
        for a in [1000.0, -1000.0] {
            given("a", &a).got(tanh(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; use 2σ(2a) − 1, with a σ that holds for ±2000",
                |_| true,
            );
            given("a", &a).got(tanh(a)).expect(if a > 0.0 { 1.0 } else { -1.0 });
        }
    });
}

/// At a = ln 2: tanh = 3/5, so the slope is 1 − 9/25 = 16/25. At a = 0 it is 1, and largest.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, || {
        let a = 2_f64.ln();
        given("a", &a)
            .of("tanh_derivative")
            .got(tanh_derivative(a))
            .mistake(
                1.0 - a * a,
                "this is 1 − a²: the argument is the pre-activation, so compute t = tanh(a) first, then 1 − t²",
            )
            .mistake(0.24, "this is t(1 − t), the formula of the sigmoid: for tanh it is 1 − t²")
            .mistake(0.4, "this is 1 − tanh(a): square tanh(a) first")
            .mistake(1.36, "this is 1 + tanh²(a): the slope is 1 − tanh²(a)")
            .mistake(0.36, "this is tanh²(a): subtract it from 1")
            .mistake(0.32, "this is 2σ'(2a): the inner derivative brings another 2, so 4σ'(2a)")
            .mistake(0.16, "this is σ'(2a): both twos of 2σ(2a) come out as factors, so 4σ'(2a)")
            .mistake(1.0 - 0.6_f64.tanh().powi(2), "tanh is applied twice: t = tanh(a) once, then 1 − t²")
            .expect(0.64);
        given("a", &0.0).of("tanh_derivative").got(tanh_derivative(0.0)).expect(1.0);
    });
}

#[test]
fn the_slope_is_the_measured_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(352);
        for _ in 0..8 {
            let a = 3.0 * random.number();
            given("a", &a)
                .of("tanh_derivative")
                .got(tanh_derivative(a))
                .expect_gradient_of(|&a| a.sinh() / a.cosh(), &a);
        }
        for a in [-10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0_f64] {
            given("a", &a)
                .of("tanh_derivative")
                .got(tanh_derivative(a))
                .mistake(0.0, CUT)
                .expect(1.0 / a.cosh().powi(2));
        }
    });
}

#[test]
fn far_from_zero_the_slope_is_zero() {
    TASK.grade(1, || {
        for a in [-1000.0, 1000.0, -400.0, 400.0, -20.0, 20.0] {
            given("a", &a).of("tanh_derivative").got(tanh_derivative(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; compute t = tanh(a) first, then 1 − t²; \
                 if you do, repair `tanh` first",
                |_| true,
            );
            given("a", &a).of("tanh_derivative").got(tanh_derivative(a)).expect(0.0);
        }
    });
}
