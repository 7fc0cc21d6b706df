//! # Task 4: the sigmoid
//!
//! Write `sigmoid(a)` and `sigmoid_derivative(a)` in `src/sigmoids.rs`. The formula is short; what is new is that an
//! `f64` has limits. A form that is right on paper can give NaN for large numbers, or lose every digit of a small
//! result. The tests go to both ends.

use ch03::{sigmoid, sigmoid_derivative};
use ch03_mistakes::t4_sigmoid::{SIGMOID, SIGMOID_DERIVATIVE, Sigmoid};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Sigmoid> = Task {
    title: "The sigmoid",
    functions: &["sigmoid", "sigmoid_derivative"],
    section: "The sigmoid",
    yours: (sigmoid, sigmoid_derivative),
    diagnoses: &[&SIGMOID, &SIGMOID_DERIVATIVE],
};

/// σ(0) = 1/(1 + 1). At a = ln 3, e⁻ᵃ is 1/3, and σ = 1/(1 + 1/3) = 3/4.
#[test]
fn a_half_a_quarter_and_three_quarters_by_hand() {
    TASK.grade(1, |(sigmoid, _)| {
        let a = 3_f64.ln();
        given("a", &a).got(sigmoid(a)).expect(0.75);
        given("a", &-a).got(sigmoid(-a)).expect(0.25);
        given("a", &0.0).got(sigmoid(0.0)).expect(0.5);
    });
}

/// exp(1000) is infinite, and exp(−1000) is 0. Both ends of the curve are exact: nothing between 0 and e⁻¹⁰⁰⁰ is an
/// `f64`.
#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, |(sigmoid, _)| {
        given("a", &1000.0).got(sigmoid(1000.0)).within(0.0, 0.0).expect(1.0);
        given("a", &-1000.0).got(sigmoid(-1000.0)).within(0.0, 0.0).expect(0.0);
    });
}

/// Far to the left, σ(a) is almost eᵃ: tiny, and not zero. Figures by mpmath 1.4.1 with 50 digits,
/// `1 / (1 + exp(-mpf(a)))`.
#[test]
fn twelve_digits_are_right_in_the_lower_tail() {
    TASK.grade(1, |(sigmoid, _)| {
        let a = array![-708.0, -700.0, -100.0, -40.0, -30.0, -20.0, -10.0, -1.0];
        given("a", &a).got(a.mapv(sigmoid)).within(0.0, 1e-12).expect(array![
            3.307_553_003_638_408e-308,
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

/// The curve is symmetric about its middle: σ(a) + σ(−a) = 1. And it rises, as the hyperbolic tangent does from which
/// it can be made: σ(a) = (1 + tanh(a/2))/2. So it nears 1, and is not quite there: σ(20) is 0.999999998.
#[test]
fn the_two_sides_add_up_to_one() {
    TASK.grade(1, |(sigmoid, _)| {
        let mut random = Random::seeded(341);
        for size in [0.1, 1.0, 5.0, 30.0] {
            let a = size * random.number();
            given("a", &a).got(sigmoid(a) + sigmoid(-a)).derived("σ(a) + σ(−a)").expect(1.0);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 141) {
            given("a", &a).got(sigmoid(a)).within(1e-12, 0.0).expect(0.5 + 0.5 * (0.5 * a).tanh());
        }
    });
}

/// At a = ln 3: σ = 3/4, so σ' = 3/4 · 1/4 = 3/16. At a = 0 it is 1/4, and largest.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, |(_, sigmoid_derivative)| {
        let a = 3_f64.ln();
        given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a)).expect(3.0 / 16.0);
        given("a", &0.0).of("sigmoid_derivative").got(sigmoid_derivative(0.0)).expect(0.25);
    });
}

/// The slope is 1 / (4 cosh²(a/2)) as well, and that is easier to compute far from 0.
#[test]
fn the_slope_is_the_measured_one() {
    TASK.grade(1, |(_, sigmoid_derivative)| {
        let mut random = Random::seeded(342);
        for _ in 0..8 {
            let a = 4.0 * random.number();
            let slope = given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a));
            slope.expect_gradient_of(|&a| 1.0 / (1.0 + (-a).exp()), &a);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 141) {
            let slope = given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a));
            slope.expect(0.25 / (0.5 * a).cosh().powi(2));
        }
    });
}

/// Far out the curve is flat on both sides: a neuron there is *saturated*.
#[test]
fn far_from_zero_the_slope_is_zero() {
    TASK.grade(1, |(_, sigmoid_derivative)| {
        for a in [-1000.0, 1000.0, -400.0, 400.0, -40.0, 40.0] {
            given("a", &a).of("sigmoid_derivative").got(sigmoid_derivative(a)).expect(0.0);
        }
    });
}
