//! # Task 4: the sigmoid
//!
//! Write `sigmoid(a)` and `sigmoid_derivative(a)` in `src/sigmoids.rs`. The formula is short; what is new is that an
//! `f64` has limits. A form that is right on paper can give NaN for large numbers, or lose every digit of a small
//! result. The tests go to both ends.

use ch03::{sigmoid, sigmoid_derivative};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task { title: "The sigmoid", functions: &["sigmoid", "sigmoid_derivative"], section: "The sigmoid" };

const CUT: &str = "the curve is cut off: it is nearly flat here, and not quite, so one formula serves for every a";

/// σ(0) = 1/(1 + 1). At a = ln 3, e⁻ᵃ is 1/3, and σ = 1/(1 + 1/3) = 3/4.
#[test]
fn a_half_a_quarter_and_three_quarters_by_hand() {
    TASK.grade(1, || {
        let a = 3_f64.ln();
        given("a", &a)
            .got(sigmoid(a))
            .mistake(0.25, "this is σ(−a): the exponent is −a, with the minus sign")
            .mistake(4.0 / 3.0, "1 / 1 + exp(-a) divides only the first 1: put the denominator in brackets")
            .mistake(1.5, "the denominator is 1 + exp(-a), with a plus")
            .mistake(-0.5, "`-a.exp()` is −(eᵃ), since a method binds more tightly than the minus: write `(-a).exp()`")
            .mistake(0.5, "this is tanh(a/2), from −1 to 1: the numerator is 1")
            .expect(0.75);
        given("a", &-a).got(sigmoid(-a)).mistake(0.75, "σ(−a) is 1 − σ(a): the sign of a counts").expect(0.25);
        given("a", &0.0).got(sigmoid(0.0)).expect(0.5);
    });
}

#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, || {
        for a in [1000.0, -1000.0] {
            given("a", &a).got(sigmoid(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; for positive a compute 1 / (1 + exp(-a))",
                |_| true,
            );
            given("a", &a).got(sigmoid(a)).expect(if a > 0.0 { 1.0 } else { 0.0 });
        }
    });
}

/// Far to the left, σ(a) is almost eᵃ: tiny, and not zero. Figures by mpmath 1.4.1 with 50 digits,
/// `1 / (1 + exp(-mpf(a)))`.
#[test]
fn twelve_digits_are_right_in_the_lower_tail() {
    TASK.grade(1, || {
        let a = array![-700.0, -100.0, -40.0, -30.0, -20.0, -10.0, -1.0];
        given("a", &a)
            .got(a.mapv(sigmoid))
            .mistake(
                a.mapv(|a: f64| 1.0 - 1.0 / (1.0 + a.exp())),
                "the lower tail is lost: a difference near 1 − 1 or −1 + 1 has no digits left; divide 1 by 1 + exp(-a)",
            )
            .within(0.0, 1e-12)
            .expect(array![
                9.859_676_543_759_77e-305,
                3.720_075_976_020_836e-44,
                4.248_354_255_291_589e-18,
                9.357_622_968_839_299e-14,
                2.061_153_618_190_203_7e-9,
                4.539_786_870_243_439_5e-5,
                0.268_941_421_369_995_1,
            ]);
    });
}

/// The curve is symmetric about its middle: σ(a) + σ(−a) = 1. And it rises.
#[test]
fn the_two_sides_add_up_to_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(341);
        for size in [0.1, 1.0, 5.0, 30.0] {
            let a = size * random.number();
            given("a", &a).got(sigmoid(a) + sigmoid(-a)).derived("σ(a) + σ(−a)").expect(1.0);
            given("a", &a)
                .got(sigmoid(a + 0.1) - sigmoid(a))
                .derived("σ(a + 0.1) − σ(a)")
                .expect_that("is positive: σ rises", |&v| v > 0.0);
        }
    });
}

/// At a = ln 3: σ = 3/4, so σ' = 3/4 · 1/4 = 3/16. At a = 0 it is 1/4, and largest.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, || {
        let a = 3_f64.ln();
        let twice = 1.0 / (1.0 + (-0.75_f64).exp());
        given("a", &a)
            .of("sigmoid_derivative")
            .got(sigmoid_derivative(a))
            .mistake(
                a * (1.0 - a),
                "this is a(1 − a): the argument is the pre-activation, so compute s = σ(a) first, then s(1 − s)",
            )
            .mistake(twice * (1.0 - twice), "the sigmoid is applied twice: s = σ(a) once, then s(1 − s)")
            .mistake(0.75, "this is σ(a) itself: multiply it by 1 − σ(a)")
            .mistake(0.25, "this is 1 − σ(a): multiply it by σ(a)")
            .mistake(7.0 / 16.0, "this is 1 − σ², the formula of tanh: the sigmoid has σ(1 − σ)")
            .mistake(21.0 / 16.0, "this is σ(1 + σ): the second factor is 1 − σ")
            .expect(3.0 / 16.0);
        given("a", &0.0)
            .of("sigmoid_derivative")
            .got(sigmoid_derivative(0.0))
            .mistake(0.0, "this is a(1 − a): compute s = σ(a) first, then s(1 − s)")
            .expect(0.25);
    });
}

#[test]
fn the_slope_is_the_measured_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(342);
        for _ in 0..8 {
            let a = 4.0 * random.number();
            given("a", &a)
                .of("sigmoid_derivative")
                .got(sigmoid_derivative(a))
                .expect_gradient_of(|&a| 1.0 / (1.0 + (-a).exp()), &a);
        }
        for a in [-15.0, -10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0, 15.0] {
            given("a", &a)
                .of("sigmoid_derivative")
                .got(sigmoid_derivative(a))
                .mistake(0.0, CUT)
                .expect(0.25 / (0.5 * a).cosh().powi(2));
        }
    });
}

/// Far out the curve is flat on both sides: a neuron there is *saturated*.
#[test]
fn far_from_zero_the_slope_is_zero() {
    TASK.grade(1, || {
        for a in [-1000.0, 1000.0, -400.0, 400.0, -40.0, 40.0] {
            given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) first, then s(1 − s); \
                 if you do, repair `sigmoid` first",
                |_| true,
            );
            given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a)).expect(0.0);
        }
    });
}
