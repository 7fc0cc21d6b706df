//! # Task 2: leaky ReLU
//!
//! Write `leaky_relu(a, slope)` and `leaky_relu_derivative(a, slope)` in `src/rectifiers.rs`. Where ReLU is flat no
//! gradient passes, and a neuron that is on the flat side for every sample learns no more: it is *dead*. The leaky ReLU
//! gives the flat side a small slope.

use ch03::{leaky_relu, leaky_relu_derivative};
use checks::{Random, Task, given};

const TASK: Task =
    Task { title: "Leaky ReLU", functions: &["leaky_relu", "leaky_relu_derivative"], section: "Leaky ReLU" };

/// 4 stays 4, and −4 becomes 0.1 · (−4) = −0.4.
#[test]
fn a_few_numbers_by_hand() {
    TASK.grade(1, || {
        given("a", &4.0)
            .and("slope", &0.1)
            .got(leaky_relu(4.0, 0.1))
            .mistake(0.4, "the slope is on the wrong side: positive numbers pass as they are")
            .mistake(0.0, "the sides are swapped: positive numbers pass as they are")
            .expect(4.0);
        given("a", &-4.0)
            .and("slope", &0.1)
            .got(leaky_relu(-4.0, 0.1))
            .mistake(-4.0, "the slope is on the wrong side: a negative number is multiplied by it")
            .mistake(0.0, "this is ReLU, without a leak: a negative number becomes slope · a")
            .mistake(0.4, "the sign is lost: slope · a is negative where a is")
            .mistake(0.1, "this is the slope itself: multiply a by it")
            .mistake(-3.9, "the slope is added: multiply a by it")
            .mistake(-0.04, "0.01 is used for the slope: use the argument, which is 0.1 here")
            .expect(-0.4);
        given("a", &0.05)
            .and("slope", &0.1)
            .got(leaky_relu(0.05, 0.1))
            .mistake(0.005, "0.05 is positive and passes as it is: the sides meet at 0, not at the slope or elsewhere")
            .expect(0.05);
        given("a", &0.0).and("slope", &0.1).got(leaky_relu(0.0, 0.1)).expect(0.0);
    });
}

/// With slope 0 nothing leaks, and that is ReLU. With slope 1 everything does, and that is the identity.
#[test]
fn between_relu_and_the_identity() {
    TASK.grade(1, || {
        let mut random = Random::seeded(321);
        for _ in 0..5 {
            let a = 10.0 * random.number();
            given("a", &a).and("slope", &0.0).got(leaky_relu(a, 0.0)).expect(if a < 0.0 { 0.0 } else { a });
            given("a", &a).and("slope", &1.0).got(leaky_relu(a, 1.0)).expect(a);
        }
    });
}

#[test]
fn a_few_slopes_by_hand() {
    TASK.grade(1, || {
        given("a", &4.0)
            .and("slope", &0.1)
            .of("leaky_relu_derivative")
            .got(leaky_relu_derivative(4.0, 0.1))
            .mistake(0.1, "the slope is on the wrong side: for positive numbers it is 1")
            .mistake(4.0, "this is the leaky ReLU, not its derivative: the line f(a) = a has slope 1")
            .expect(1.0);
        given("a", &-4.0)
            .and("slope", &0.1)
            .of("leaky_relu_derivative")
            .got(leaky_relu_derivative(-4.0, 0.1))
            .mistake(1.0, "the slope is on the wrong side: for negative numbers it is the argument `slope`")
            .mistake(
                -0.4,
                "this is the leaky ReLU, not its derivative: the line f(a) = slope · a has the slope `slope`",
            )
            .mistake(0.0, "this is the derivative of ReLU: for negative numbers the leak has the slope `slope`")
            .mistake(-4.0, "this is the derivative with respect to `slope`: take the one with respect to a")
            .expect(0.1);
        given("a", &0.0)
            .and("slope", &0.1)
            .of("leaky_relu_derivative")
            .got(leaky_relu_derivative(0.0, 0.1))
            .mistake(1.0, "at the kink, a = 0, this course takes `slope`: the condition for 1 is a > 0, not a ≥ 0")
            .mistake(0.55, "at the kink, a = 0, this course takes `slope`, not the mean of both slopes")
            .mistake(0.0, "at the kink, a = 0, this course takes `slope`: ReLU's 0 is the case without a leak")
            .expect(0.1);
    });
}

#[test]
fn away_from_the_kink_the_slope_is_the_measured_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(322);
        for side in [-1.5, 1.5, -2.5, 2.5] {
            let (a, slope) = (side + random.number(), 0.5 + 0.4 * random.number());
            given("a", &a)
                .and("slope", &slope)
                .of("leaky_relu_derivative")
                .got(leaky_relu_derivative(a, slope))
                .expect_gradient_of(|&a| if a < 0.0 { slope * a } else { a }, &a);
        }
        let message = "the slopes meet at the kink, a = 0: compare a with 0, not with the slope or another number";
        for a in [0.3, 0.05, 1e-6] {
            given("a", &a)
                .and("slope", &0.2)
                .of("leaky_relu_derivative")
                .got(leaky_relu_derivative(a, 0.2))
                .mistake(0.2, message)
                .expect(1.0);
            given("a", &-a)
                .and("slope", &0.2)
                .of("leaky_relu_derivative")
                .got(leaky_relu_derivative(-a, 0.2))
                .mistake(1.0, message)
                .expect(0.2);
        }
    });
}
