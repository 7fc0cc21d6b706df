//! # Task 3: the sigmoid
//!
//! Write `sigmoid(a)` in `src/steps.rs`: `1 / (1 + exp(−a))`. Where the perceptron jumps from −1 to 1, the sigmoid
//! rises smoothly from 0 to 1, and its value says how sure the neuron is. A neuron with it is a logistic regression.

use ch02::sigmoid;
use checks::{Random, Task, assert_snapshot, given};
use ndarray::Array1;
use std::fmt::Write;

const TASK: Task =
    Task { title: "The sigmoid", functions: &["sigmoid"], section: "A smooth activation function: the sigmoid" };

/// exp(−ln 3) = 1/3, so σ(ln 3) = 1/(1 + 1/3) = 3/4. In the same way σ(−ln 3) = 1/(1 + 3) = 1/4, and σ(0) = 1/(1 + 1).
#[test]
fn a_quarter_a_half_and_three_quarters_by_hand() {
    TASK.grade(2, || {
        let a = 3.0_f64.ln();
        given("a", &a)
            .got(sigmoid(a))
            .mistake(0.25, "the sign in the exponent is missing: it is exp(−a), so that σ grows with a")
            .mistake(
                -0.5,
                "`-a.exp()` is −(exp(a)), since a method binds more tightly than the minus: write `(-a).exp()`",
            )
            .mistake(1.5, "the denominator is 1 + exp(−a), with a plus")
            .mistake(4.0 / 3.0, "parentheses are missing: `1.0 / 1.0 + e` is (1/1) + e. Write `1.0 / (1.0 + e)`")
            .mistake(4.0, "parentheses are missing, and the sign in the exponent: write `1.0 / (1.0 + (-a).exp())`")
            .mistake(
                -2.0,
                "parentheses are missing, around the denominator and around `-a`: write `1.0 / (1.0 + (-a).exp())`",
            )
            .mistake(0.8, "this is the hyperbolic tangent, which lies between −1 and 1: divide 1 by 1 + exp(−a)")
            .mistake(3.0, "this is 1/exp(−a): the 1 in the denominator is missing")
            .mistake(1.0, "this is the sign of a, or σ rounded: the sigmoid has values between 0 and 1")
            .expect(0.75);
        given("a", &-a).got(sigmoid(-a)).expect(0.25);
        given("a", &0.0).got(sigmoid(0.0)).expect(0.5);
    });
}

/// The two answers have probabilities that add up to 1: σ(−a) = 1 − σ(a).
#[test]
fn the_two_answers_share_a_probability_of_one() {
    TASK.grade(1, || {
        let a = 5.0 * Random::seeded(23).vector(20);
        let sums: Array1<f64> = a.iter().map(|&a| sigmoid(a) + sigmoid(-a)).collect();
        given("a", &a).got(sums).derived("σ(a) + σ(−a)").expect(Array1::ones(20));
    });
}

/// The pre-activation is the logarithm of the odds: ln(ŷ / (1 − ŷ)) = a. This is why it is called *logistic*.
#[test]
fn the_logarithm_of_the_odds_gives_back_the_pre_activation() {
    TASK.grade(1, || {
        let a = 5.0 * Random::seeded(24).vector(20);
        let y_hat: Array1<f64> = a.iter().map(|&a| sigmoid(a)).collect();
        let log_odds = y_hat.mapv(|y_hat| (y_hat / (1.0 - y_hat)).ln());
        given("a", &a)
            .got(log_odds)
            .derived("ln(σ(a) / (1 − σ(a)))")
            .mistake(-&a, "the sign in the exponent is missing: it is exp(−a), so that σ grows with a")
            .expect(a.clone());
        for a in [-20.0, -15.0, -10.5, -7.0, 7.0, 10.5, 15.0_f64] {
            let message =
                "the curve is cut off: it is nearly flat here, and not quite, so one formula serves for every a";
            given("a", &a)
                .got(sigmoid(a))
                .mistake(if a > 0.0 { 1.0 } else { 0.0 }, message)
                .expect(0.5 + 0.5 * (0.5 * a).tanh());
        }
    });
}

/// exp(1000) is too large for an f64 and becomes infinite. 1/(1 + inf) is 0, which is right; inf/inf is not a number.
#[test]
fn far_from_zero_the_neuron_is_sure() {
    TASK.grade(1, || {
        for (a, expected) in [(1000.0, 1.0), (-1000.0, 0.0)] {
            given("a", &a)
                .got(sigmoid(a))
                .mistake(
                    1.0 - expected,
                    "the two ends are swapped: σ grows with a, so the exponent is −a, `(-a).exp()`",
                )
                .mistake(f64::NAN, "∞/∞ is NaN: in 1/(1 + exp(−a)) the infinity stands only below")
                .expect(expected);
        }
    });
}

/// A curve for the eye: turn your head to the right. The same values stand in any table of the logistic function.
#[test]
fn the_curve_is_an_s() {
    TASK.grade(1, || {
        let mut curve = String::from(" a   σ(a)\n");
        for a in -6..=6 {
            let y_hat = sigmoid(f64::from(a));
            writeln!(
                curve,
                "{a:>2}  {y_hat:.3}  {:>width$}",
                "*",
                width = 1 + (40.0 * y_hat).round().clamp(0.0, 60.0) as usize
            )
            .unwrap();
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
