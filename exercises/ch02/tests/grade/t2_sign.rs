//! # Task 2: the perceptron's activation function
//!
//! Write `sign(a)` in `src/steps.rs`: 1 for a positive pre-activation, −1 for a negative one, and 0 in between, where
//! the neuron is undecided. The threshold is 0; where the line between the two answers lies is the business of the
//! bias.

use ch02::sign;
use ch02_mistakes::t2_sign::{SIGN, Sign};
use checks::{Random, Task, given};
use ndarray::Array1;

const TASK: Task<Sign> = Task {
    title: "The perceptron's activation function",
    functions: &["sign"],
    section: "The second step: the activation function",
    yours: sign,
    diagnoses: &[&SIGN],
};

#[test]
fn a_number_on_each_side() {
    TASK.grade(1, |sign| {
        given("a", &2.5).got(sign(2.5)).expect(1.0);
        given("a", &-3.5).got(sign(-3.5)).expect(-1.0);
    });
}

/// Floats know two zeros, 0.0 and −0.0. They are equal, and the neuron is undecided at both.
#[test]
fn at_zero_the_neuron_is_undecided() {
    TASK.grade(2, |sign| {
        given("a", &0.0).got(sign(0.0)).expect(0.0);
        given("a", &-0.0).got(sign(-0.0)).expect(0.0);
    });
}

/// A probability is cut at 0.5, a pre-activation at 0. They belong together: σ(0) = 0.5.
#[test]
fn cut_at_zero_and_not_at_one_half() {
    TASK.grade(1, |sign| {
        for a in [3.0, 0.3, 0.5, 0.7] {
            given("a", &a).got(sign(a)).expect(1.0);
            given("a", &-a).got(sign(-a)).expect(-1.0);
        }
    });
}

/// However small or large a number is, it lies on one side of 0. The smallest that an f64 can hold is 5e−324.
#[test]
fn only_zero_itself_is_undecided() {
    TASK.grade(1, |sign| {
        for a in [5e-324, 1e-300, 1e-100, 1e-17, 1e-12, 1e-9, 1e-6, 1e-3, 0.1, 1.0, 10.0, 1e12, f64::MAX] {
            given("a", &a).got(sign(a)).expect(1.0);
            given("a", &-a).got(sign(-a)).expect(-1.0);
        }
    });
}

/// Turning the pre-activation round turns the answer round.
#[test]
fn the_function_is_odd() {
    TASK.grade(1, |sign| {
        let a = Random::seeded(22).vector(20);
        let answers: Array1<f64> = a.iter().map(|&a| sign(a)).collect();
        let turned: Array1<f64> = a.iter().map(|&a| -sign(-a)).collect();
        given("a", &a).got(answers).expect(turned.clone());
        given("a", &a).got(turned).expect_that("is 1 or −1 for each a", |v| v.iter().all(|v| v.abs() == 1.0));
    });
}
