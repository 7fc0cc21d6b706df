//! # Task 6: the gradient of any function, measured
//!
//! Write `numeric_gradient(f, at)` in `src/slope.rs`. A function of many numbers has a slope for each of them: move one
//! entry a little to both sides and leave the others where they are. All slopes together are the gradient. This needs
//! no formula, so it works for any function that you can call; and the step `h` is yours to choose.

use ch05::numeric_gradient;
use ch05_mistakes::t6_numeric_gradient::{NUMERIC_GRADIENT, NumericGradient};
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, array};

const TASK: Task<NumericGradient> = Task {
    title: "The gradient, measured",
    functions: &["numeric_gradient"],
    section: "A slope for each weight",
    yours: numeric_gradient,
    diagnoses: &[&NUMERIC_GRADIENT],
};

/// f(w) = w₁² + 3 w₁w₂ has the slopes 2w₁ + 3w₂ and 3w₁: at (2, 1) these are 7 and 6.
#[test]
fn a_gradient_by_hand() {
    TASK.grade(2, |numeric_gradient| {
        let at = array![2.0, 1.0];
        let slopes = numeric_gradient(&|w| w[0] * w[0] + 3.0 * w[0] * w[1], &at);
        given("f(w) = w₁² + 3 w₁w₂; at", &at).got(slopes).within(1e-9, 1e-6).expect(array![7.0, 6.0]);
    });
}

/// At the bottom of a symmetric valley both sides rise alike: their difference is 0, with any step. To one side only,
/// it is not.
#[test]
fn at_the_bottom_of_a_valley_the_two_sides_balance() {
    TASK.grade(1, |numeric_gradient| {
        let at = array![0.0, 0.0, 0.0];
        let slopes = numeric_gradient(&|w| 50.0 * w.dot(w), &at);
        given("f(w) = 50 (w₁² + w₂² + w₃²); at", &at).got(slopes).expect(array![0.0, 0.0, 0.0]);
    });
}

/// f(w) = exp(c·w) has the gradient c exp(c·w): curved in every direction, and each entry matters for all slopes. An
/// entry of w may be 0, and so may an entry of c: f does not depend on it then.
#[test]
fn curved_functions_are_measured_to_six_digits() {
    TASK.grade(2, |numeric_gradient| {
        for k in 1..=5 {
            let mut random = Random::seeded(520 + k);
            let mut c = random.vector(k as usize).mapv(|v| 2.0 * v + v.signum());
            let mut at = random.vector(k as usize);
            if k > 2 {
                (at[1], c[2]) = (0.0, 0.0);
            }
            let slopes = numeric_gradient(&|w| c.dot(w).exp(), &at);
            let described = given("f(w) = exp(c·w); c", &c).and("at", &at);
            described.got(slopes).within(1e-7, 1e-6).expect(&c * c.dot(&at).exp());
        }
    });
}

/// The error of a model is a function of its weights. At w = 0 every prediction is 0, and the slope of Hubble's mean
/// squared error in the intercept is minus twice the mean velocity: −746.25, since the 24 velocities add up to 8,955.
#[test]
fn the_error_of_a_model_has_slopes_too() {
    TASK.grade(1, |numeric_gradient| {
        let Hubble { distance, velocity, .. } = hubble();
        let error = |w: &Array1<f64>| {
            let left_over = &velocity - w[0] - w[1] * &distance;
            left_over.dot(&left_over) / 24.0
        };
        let (at, expected) = (array![0.0, 0.0], array![-746.25, -2.0 * distance.dot(&velocity) / 24.0]);
        let described = given("E(w) = MSE of w₁ + w₂ · distance; at", &at);
        described.got(numeric_gradient(&error, &at)).within(0.0, 1e-4).expect(expected);
    });
}
