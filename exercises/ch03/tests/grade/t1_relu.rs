//! # Task 1: ReLU
//!
//! Write `relu(a)` and `relu_derivative(a)` in `src/rectifiers.rs`. ReLU lets positive numbers pass and stops negative
//! ones. Its slope is 1 on the one side and 0 on the other; at the kink between them, where it has no slope, this
//! course takes 0.

use ch03::{relu, relu_derivative};
use checks::{Random, Task, given};

const TASK: Task = Task { title: "ReLU", functions: &["relu", "relu_derivative"], section: "ReLU" };

#[test]
fn a_few_numbers_by_hand() {
    TASK.grade(1, || {
        let swapped = "the sides are swapped: positive numbers pass, negative ones become 0";
        given("a", &3.0)
            .got(relu(3.0))
            .mistake(0.0, swapped)
            .mistake(1.0, "this is the slope of ReLU: where a is positive, ReLU is a itself")
            .expect(3.0);
        given("a", &-2.0)
            .got(relu(-2.0))
            .mistake(-2.0, "a negative number has passed: it becomes 0")
            .mistake(2.0, "this is the absolute value: a negative number becomes 0, not positive")
            .mistake(-1.0, "this is the sign: a negative number becomes 0")
            .expect(0.0);
        given("a", &0.0).got(relu(0.0)).expect(0.0);
    });
}

/// What one side stops, the other lets pass: ReLU(a) − ReLU(−a) = a, for small numbers and for large ones.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, || {
        let mut random = Random::seeded(311);
        for size in [0.001, 1.0, 1000.0, 1e300] {
            let a = size * random.number();
            given("a", &a).got(relu(a)).expect_that("is never negative", |&v| v >= 0.0);
            given("a", &a).got(relu(a) - relu(-a)).derived("relu(a) − relu(−a)").expect(a);
        }
    });
}

#[test]
fn a_few_slopes_by_hand() {
    TASK.grade(1, || {
        given("a", &3.0)
            .of("relu_derivative")
            .got(relu_derivative(3.0))
            .mistake(3.0, "this is ReLU, not its slope: the line f(a) = a rises by 1 for each 1")
            .mistake(0.0, "the sides are swapped: where positive numbers pass, the slope is 1")
            .expect(1.0);
        given("a", &-2.0)
            .of("relu_derivative")
            .got(relu_derivative(-2.0))
            .mistake(-1.0, "this is the slope of |a|: ReLU is flat for negative numbers, its slope is 0")
            .mistake(1.0, "ReLU is flat for negative numbers: its slope is 0 there")
            .expect(0.0);
    });
}

/// At 0 a line of slope 0 meets one of slope 1. Neither slope is right or wrong there; the course has chosen 0.
#[test]
fn at_the_kink_the_slope_is_zero() {
    TASK.grade(1, || {
        given("a", &0.0)
            .of("relu_derivative")
            .got(relu_derivative(0.0))
            .mistake(1.0, "at the kink, a = 0, this course takes 0: the condition for 1 is a > 0, not a ≥ 0")
            .mistake(0.5, "at the kink, a = 0, this course takes 0, not the mean of both slopes")
            .expect(0.0);
    });
}

/// Moved a little to both sides, ReLU changes as fast as the derivative says: the kink is never crossed here.
#[test]
fn away_from_the_kink_the_slope_is_the_measured_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(312);
        for side in [-1.5, 1.5, -2.5, 2.5] {
            let a = side + random.number();
            given("a", &a)
                .of("relu_derivative")
                .got(relu_derivative(a))
                .expect_gradient_of(|&a| if a < 0.0 { 0.0 } else { a }, &a);
        }
        for a in [0.3, 0.05, 1e-6] {
            given("a", &a)
                .of("relu_derivative")
                .got(relu_derivative(a))
                .mistake(a, "the slope does not grow with a: it jumps from 0 to 1 at the kink, and is 1 for each a > 0")
                .mistake(0.0, "the slope is 1 from the kink on: compare a with 0, not with 0.5 or 1")
                .expect(1.0);
            given("a", &-a)
                .of("relu_derivative")
                .got(relu_derivative(-a))
                .mistake(1.0, "the slope is 0 up to the kink: compare a with 0")
                .expect(0.0);
        }
    });
}
