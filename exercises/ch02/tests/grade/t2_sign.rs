//! # Task 2: the perceptron's activation function
//!
//! Write `sign(a)` in `src/steps.rs`: 1 for a positive pre-activation, −1 for a negative one, and 0 in between, where
//! the neuron is undecided. The threshold is 0; where the line between the two answers lies is the business of the
//! bias.

use ch02::sign;
use checks::{Random, Task, given};
use ndarray::Array1;

const SWAPPED: &str = "the signs are swapped: the answer is 1 where a is positive, and −1 where it is negative";

const TASK: Task = Task {
    title: "The perceptron's activation function",
    functions: &["sign"],
    section: "The second step: the activation function",
};

#[test]
fn a_number_on_each_side() {
    TASK.grade(1, || {
        given("a", &2.5)
            .got(sign(2.5))
            .mistake(2.5, "this is a itself: only its sign is wanted, 1")
            .mistake(-1.0, SWAPPED)
            .expect(1.0);
        given("a", &-3.5)
            .got(sign(-3.5))
            .mistake(-3.5, "this is a itself: only its sign is wanted, −1")
            .mistake(0.0, "the answers are coded 0 and 1: this course codes them −1 and 1, so a negative a gives −1")
            .mistake(1.0, "the answer is 1 on both sides: it is −1 where a is negative")
            .expect(-1.0);
    });
}

/// Floats know two zeros, 0.0 and −0.0. They are equal, and the neuron is undecided at both.
#[test]
fn at_zero_the_neuron_is_undecided() {
    TASK.grade(2, || {
        let message =
            "f(0) is 0. `f64::signum` and a comparison with `>=` do not know that the neuron can be undecided";
        given("a", &0.0)
            .got(sign(0.0))
            .mistake(1.0, message)
            .mistake(
                -1.0,
                "f(0) is 0, not −1: the last `else` is for a = 0, and negative numbers need an `if` of their own",
            )
            .expect(0.0);
        given("a", &-0.0)
            .got(sign(-0.0))
            .mistake(-1.0, "−0.0 is equal to 0, so f(−0.0) is 0: compare with `>` and `<`, not by the sign bit")
            .mistake(1.0, message)
            .expect(0.0);
    });
}

/// A probability is cut at 0.5, a pre-activation at 0. They belong together: σ(0) = 0.5.
#[test]
fn cut_at_zero_and_not_at_one_half() {
    TASK.grade(1, || {
        let message = "the threshold is 0.5: a pre-activation is cut at 0, a probability at 0.5";
        given("a", &3.0).got(sign(3.0)).mistake(-1.0, SWAPPED).expect(1.0);
        given("a", &0.3).got(sign(0.3)).mistake(-1.0, message).mistake(0.0, message).expect(1.0);
        given("a", &0.5).got(sign(0.5)).mistake(-1.0, message).mistake(0.0, message).expect(1.0);
    });
}

#[test]
fn only_zero_itself_is_undecided() {
    TASK.grade(1, || {
        for a in [1e-300, 1e-12, 1e12, 1e300] {
            let message = "a is compared with a tolerance, or rounded: only 0 itself is undecided";
            given("a", &a).got(sign(a)).mistake(0.0, message).expect(1.0);
            given("a", &-a).got(sign(-a)).mistake(0.0, message).expect(-1.0);
        }
    });
}

/// Turning the pre-activation round turns the answer round.
#[test]
fn the_function_is_odd() {
    TASK.grade(1, || {
        let a = Random::seeded(22).vector(20);
        let answers: Array1<f64> = a.iter().map(|&a| sign(a)).collect();
        let turned: Array1<f64> = a.iter().map(|&a| -sign(-a)).collect();
        given("a", &a).got(answers).expect(turned.clone());
        given("a", &a).got(turned).expect_that("is 1 or −1 for each a", |v| v.iter().all(|v| v.abs() == 1.0));
    });
}
