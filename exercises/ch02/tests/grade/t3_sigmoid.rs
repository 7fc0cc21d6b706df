//! # Task 3: the sigmoid
//!
//! Write `sigmoid(a)` in `src/steps.rs`: `1 / (1 + exp(−a))`. Where the perceptron jumps from −1 to 1, the sigmoid
//! rises smoothly from 0 to 1, and its value says how sure the neuron is. A neuron with it is a logistic regression.

use ch02::sigmoid;
use ch02_mistakes::t3_sigmoid::{SIGMOID, Sigmoid};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::Array1;
use std::fmt::Write;

const TASK: Task<Sigmoid> = Task {
    title: "The sigmoid",
    functions: &["sigmoid"],
    section: "A smooth activation function: the sigmoid",
    yours: sigmoid,
    diagnoses: &[&SIGMOID],
};

/// exp(−ln 3) = 1/3, so σ(ln 3) = 1/(1 + 1/3) = 3/4. In the same way σ(−ln 3) = 1/(1 + 3) = 1/4, and σ(0) = 1/(1 + 1).
#[test]
fn a_quarter_a_half_and_three_quarters_by_hand() {
    TASK.grade(2, |sigmoid| {
        let a = 3.0_f64.ln();
        given("a", &a).got(sigmoid(a)).expect(0.75);
        given("a", &-a).got(sigmoid(-a)).expect(0.25);
        given("a", &0.0).got(sigmoid(0.0)).expect(0.5);
    });
}

/// The two answers have probabilities that add up to 1: σ(−a) = 1 − σ(a).
#[test]
fn the_two_answers_share_a_probability_of_one() {
    TASK.grade(1, |sigmoid| {
        let a = 5.0 * Random::seeded(23).vector(20);
        let sums: Array1<f64> = a.iter().map(|&a| sigmoid(a) + sigmoid(-a)).collect();
        given("a", &a).got(sums).derived("σ(a) + σ(−a)").expect(Array1::ones(20));
    });
}

/// The pre-activation is the logarithm of the odds: ln(ŷ / (1 − ŷ)) = a. This is why it is called *logistic*.
#[test]
fn the_logarithm_of_the_odds_gives_back_the_pre_activation() {
    TASK.grade(1, |sigmoid| {
        let a = 5.0 * Random::seeded(24).vector(20);
        let y_hat: Array1<f64> = a.iter().map(|&a| sigmoid(a)).collect();
        let log_odds = y_hat.mapv(|y_hat| (y_hat / (1.0 - y_hat)).ln());
        given("a", &a).got(log_odds).derived("ln(σ(a) / (1 − σ(a)))").expect(a.clone());
    });
}

/// Far from 0 the curve is nearly flat, and not quite: 1 − σ(32) is about exp(−32), which is 1.3e−14 and not 0.
#[test]
fn the_curve_is_not_cut_off() {
    TASK.grade(1, |sigmoid| {
        for a in [3.5, 5.5, 7.0, 10.5, 15.0, 20.0, 25.0, 32.0, -3.5, -5.5, -7.0, -10.5, -15.0, -20.0, -25.0, -32.0] {
            let words = "is greater than 0 and less than 1: the curve is nearly flat here, and not cut off";
            given("a", &a).got(sigmoid(a)).expect_that(words, |&y_hat| 0.0 < y_hat && y_hat < 1.0);
            let e = (-a).exp();
            given("a", &a).got(sigmoid(a)).within(1e-15, 0.0).expect(1.0 / (1.0 + e));
        }
    });
}

/// exp(1000) is too large for an f64 and becomes infinite. 1/(1 + inf) is 0, which is right; inf/inf is not a number.
#[test]
fn far_from_zero_the_neuron_is_sure() {
    TASK.grade(1, |sigmoid| {
        given("a", &1000.0).got(sigmoid(1000.0)).expect(1.0);
        given("a", &-1000.0).got(sigmoid(-1000.0)).expect(0.0);
    });
}

/// A curve for the eye: turn your head to the right. The same values stand in any table of the logistic function.
#[test]
fn the_curve_is_an_s() {
    TASK.grade(1, |sigmoid| {
        let mut curve = String::from(" a   σ(a)\n");
        for a in -6..=6 {
            let y_hat = sigmoid(f64::from(a));
            let width = 1 + (40.0 * y_hat).round().clamp(0.0, 60.0) as usize;
            writeln!(curve, "{a:>2}  {y_hat:.3}  {:>width$}", "*").unwrap();
        }
        assert_snapshot!(curve, @"
         a   σ(a)
        -6  0.002  *
        -5  0.007  *
        -4  0.018   *
        -3  0.047    *
        -2  0.119       *
        -1  0.269             *
         0  0.500                      *
         1  0.731                               *
         2  0.881                                     *
         3  0.953                                        *
         4  0.982                                         *
         5  0.993                                          *
         6  0.998                                          *
        ");
    });
}
