//! # Task 2: leaky ReLU
//!
//! Write `leaky_relu(a, slope)` and `leaky_relu_derivative(a, slope)` in `src/rectifiers.rs`. Where ReLU is flat no
//! gradient passes, and a neuron that is on the flat side for every sample learns no more: it is *dead*. The leaky ReLU
//! gives the flat side a small slope.

use ch03::{leaky_relu, leaky_relu_derivative};
use ch03_mistakes::t2_leaky_relu::{LEAKY_RELU, LEAKY_RELU_DERIVATIVE, LeakyRelu};
use checks::{Random, Task, given};

const TASK: Task<LeakyRelu> = Task {
    title: "Leaky ReLU",
    functions: &["leaky_relu", "leaky_relu_derivative"],
    section: "Leaky ReLU",
    yours: (leaky_relu, leaky_relu_derivative),
    diagnoses: &[&LEAKY_RELU, &LEAKY_RELU_DERIVATIVE],
};

/// From next to nothing to very much, on either side of the kink.
const SIZES: [f64; 13] = [1e-300, 1e-12, 1e-6, 0.05, 0.3, 0.7, 1.0, 1.5, 3.0, 7.5, 12.0, 150.0, 1e6];

/// 4 stays 4, and −4 becomes 0.1 · (−4) = −0.4.
#[test]
fn a_few_numbers_by_hand() {
    TASK.grade(1, |(leaky_relu, _)| {
        given("a", &4.0).and("slope", &0.1).got(leaky_relu(4.0, 0.1)).expect(4.0);
        given("a", &-4.0).and("slope", &0.1).got(leaky_relu(-4.0, 0.1)).expect(-0.4);
        given("a", &0.05).and("slope", &0.1).got(leaky_relu(0.05, 0.1)).expect(0.05);
        given("a", &0.0).and("slope", &0.1).got(leaky_relu(0.0, 0.1)).expect(0.0);
    });
}

/// With slope 0 nothing leaks, and that is ReLU. With slope 1 everything does, and that is the identity.
#[test]
fn between_relu_and_the_identity() {
    TASK.grade(1, |(leaky_relu, _)| {
        for a in SIZES.into_iter().flat_map(|size| [size, -size]) {
            given("a", &a).and("slope", &0.0).got(leaky_relu(a, 0.0)).within(0.0, 1e-12).expect(a.max(0.0));
            given("a", &a).and("slope", &1.0).got(leaky_relu(a, 1.0)).within(0.0, 1e-12).expect(a);
            let between = if a < 0.0 { 0.3 * a } else { a };
            given("a", &a).and("slope", &0.3).got(leaky_relu(a, 0.3)).within(0.0, 1e-12).expect(between);
        }
    });
}

#[test]
fn a_few_slopes_by_hand() {
    TASK.grade(1, |(_, derivative)| {
        for (a, slope) in [(4.0, 1.0), (-4.0, 0.1), (0.0, 0.1)] {
            given("a", &a).and("slope", &0.1).of("leaky_relu_derivative").got(derivative(a, 0.1)).expect(slope);
        }
    });
}

#[test]
fn away_from_the_kink_the_slope_is_the_measured_one() {
    TASK.grade(1, |(_, derivative)| {
        let mut random = Random::seeded(322);
        for side in [-1.5, 1.5, -2.5, 2.5] {
            let (a, slope) = (side + random.number(), 0.5 + 0.4 * random.number());
            let got = given("a", &a).and("slope", &slope).of("leaky_relu_derivative").got(derivative(a, slope));
            got.expect_gradient_of(|&a| if a < 0.0 { slope * a } else { a }, &a);
        }
        for (size, slope) in SIZES.into_iter().flat_map(|size| [(size, 0.2), (size, 0.0), (size, 1.0)]) {
            let given = |a| given("a", a).and("slope", &slope).of("leaky_relu_derivative");
            given(&size).got(derivative(size, slope)).expect(1.0);
            given(&-size).got(derivative(-size, slope)).expect(slope);
        }
    });
}
