//! # Task 1: ReLU
//!
//! Write `relu(a)` and `relu_derivative(a)` in `src/rectifiers.rs`. ReLU lets positive numbers pass and stops negative
//! ones. Its slope is 1 on the one side and 0 on the other; at the kink between them, where it has no slope, this
//! course takes 0.

use ch03::{relu, relu_derivative};
use ch03_mistakes::t1_relu::{RELU, RELU_DERIVATIVE, Relu};
use checks::{Random, Task, given};

const TASK: Task<Relu> = Task {
    title: "ReLU",
    functions: &["relu", "relu_derivative"],
    section: "ReLU",
    yours: (relu, relu_derivative),
    diagnoses: &[&RELU, &RELU_DERIVATIVE],
};

/// From next to nothing to very much, on either side of the kink.
const SIZES: [f64; 14] = [1e-300, 1e-12, 1e-6, 0.05, 0.3, 0.7, 1.0, 1.5, 3.0, 7.5, 12.0, 150.0, 1e6, 1e300];

#[test]
fn a_few_numbers_by_hand() {
    TASK.grade(1, |(relu, _)| {
        given("a", &3.0).got(relu(3.0)).expect(3.0);
        given("a", &-2.0).got(relu(-2.0)).expect(0.0);
        given("a", &0.0).got(relu(0.0)).expect(0.0);
    });
}

/// What one side stops, the other lets pass: ReLU(a) − ReLU(−a) = a, for small numbers and for large ones.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, |(relu, _)| {
        let mut random = Random::seeded(311);
        for size in SIZES {
            given("a", &size).got(relu(size)).within(0.0, 1e-12).expect(size);
            given("a", &-size).got(relu(-size)).within(0.0, 0.0).expect(0.0);
            let a = size * random.number();
            given("a", &a).got(relu(a) - relu(-a)).derived("relu(a) − relu(−a)").within(0.0, 1e-12).expect(a);
        }
    });
}

#[test]
fn a_few_slopes_by_hand() {
    TASK.grade(1, |(_, relu_derivative)| {
        given("a", &3.0).of("relu_derivative").got(relu_derivative(3.0)).expect(1.0);
        given("a", &-2.0).of("relu_derivative").got(relu_derivative(-2.0)).expect(0.0);
    });
}

/// At 0 a line of slope 0 meets one of slope 1. Neither slope is right or wrong there; the course has chosen 0.
#[test]
fn at_the_kink_the_slope_is_zero() {
    TASK.grade(1, |(_, relu_derivative)| {
        given("a", &0.0).of("relu_derivative").got(relu_derivative(0.0)).expect(0.0);
    });
}

/// Moved a little to both sides, ReLU changes as fast as the derivative says, where the kink is not crossed. The slope
/// is the same up to the kink, and however far away from it.
#[test]
fn away_from_the_kink_the_slope_is_the_measured_one() {
    TASK.grade(1, |(_, relu_derivative)| {
        let mut random = Random::seeded(312);
        for side in [-1.5, 1.5, -2.5, 2.5] {
            let a = side + random.number();
            let slope = given("a", &a).of("relu_derivative").got(relu_derivative(a));
            slope.expect_gradient_of(|&a| if a < 0.0 { 0.0 } else { a }, &a);
        }
        for size in SIZES {
            given("a", &size).of("relu_derivative").got(relu_derivative(size)).expect(1.0);
            given("a", &-size).of("relu_derivative").got(relu_derivative(-size)).expect(0.0);
        }
    });
}
