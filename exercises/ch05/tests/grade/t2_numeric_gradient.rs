//! # Task 2: the gradient of any function, measured
//!
//! Write `numeric_gradient(f, at)` in `src/slope.rs`. A function of many numbers has a slope for each of them: move one
//! entry a little to both sides and leave the others where they are. All slopes together are the gradient. This needs
//! no formula, so it works for any function that you can call; and the step `h` is yours to choose.

use ch05::numeric_gradient;
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, array};
use std::cell::RefCell;

const TASK: Task = Task { title: "The gradient, measured", functions: &["numeric_gradient"], section: "The gradient" };

/// The student's slopes of `f`, with a known mistake that belongs to them: if the places where `f` was measured show
/// what is wrong, the same slopes again and the words for it.
fn measured(f: impl Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> (Array1<f64>, Array1<f64>, &'static str) {
    let moves = RefCell::new(vec![]);
    let slopes = numeric_gradient(
        &|w| {
            moves.borrow_mut().push(w - at);
            f(w)
        },
        at,
    );
    match likely_mistake(&moves.take()) {
        Some(words) => (slopes.clone(), slopes, words),
        None => (slopes, array![], "nothing is known about these places"),
    }
}

fn likely_mistake(moves: &[Array1<f64>]) -> Option<&'static str> {
    let size = |m: &Array1<f64>| m.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
    let largest = moves.iter().map(size).fold(0.0, f64::max);
    let together = moves.iter().any(|m| m.iter().filter(|v| v.abs() > 0.1 * largest).count() > 1);
    let to_the_right = moves.iter().flatten().any(|&v| v > 0.1 * largest);
    let to_the_left = moves.iter().flatten().any(|&v| v < -0.1 * largest);
    if largest == 0.0 {
        Some("f is never measured beside the point: move one entry by h, to both sides")
    } else if together {
        Some("two entries are moved at once: put each entry back before the next one is moved")
    } else if !(to_the_right && to_the_left) {
        Some("f is measured to one side only: use f(w + h) and f(w − h), 2h apart")
    } else if largest > 1e-3 {
        Some("the step h is too large: the curve bends within it. 1e-5 suits")
    } else if largest < 1e-8 {
        Some("the step h is too small: the difference drowns in rounding. 1e-5 suits")
    } else {
        None
    }
}

/// f(w) = w₁² + 3 w₁w₂ has the slopes 2w₁ + 3w₂ and 3w₁: at (2, 1) these are 7 and 6.
#[test]
fn a_gradient_by_hand() {
    TASK.grade(2, || {
        let at = array![2.0, 1.0];
        let (slopes, wrong, why) = measured(|w| w[0] * w[0] + 3.0 * w[0] * w[1], &at);
        given("f(w) = w₁² + 3 w₁w₂; at", &at)
            .got(slopes)
            .mistake(array![14.0, 12.0], "divided by h: the two points are 2h apart")
            .mistake(array![3.5, 3.0], "one side is measured and divided by 2h: use f(w + h) and f(w − h)")
            .mistake(array![13.0, 13.0], "all entries are moved together: move one, and leave the others alone")
            .mistake(array![7.0, 7.0], "the first entry is moved each time: move entry i for slope i")
            .mistake(wrong, why)
            .within(1e-9, 1e-6)
            .expect(array![7.0, 6.0]);
    });
}

/// At the bottom of a symmetric valley both sides rise alike: their difference is 0, with any step. To one side only,
/// it is not.
#[test]
fn at_the_bottom_of_a_valley_the_two_sides_balance() {
    TASK.grade(1, || {
        let at = array![0.0, 0.0, 0.0];
        let (slopes, wrong, why) = measured(|w| 50.0 * w.dot(w), &at);
        given("f(w) = 50 (w₁² + w₂² + w₃²); at", &at).got(slopes).mistake(wrong, why).expect(array![0.0, 0.0, 0.0]);
    });
}

/// f(w) = exp(c·w) has the gradient c exp(c·w): curved in every direction, and each entry matters for all slopes.
#[test]
fn curved_functions_are_measured_to_six_digits() {
    TASK.grade(2, || {
        for k in 1..=5 {
            let mut random = Random::seeded(520 + k);
            let (c, at) = (random.vector(k as usize).mapv(|v| 2.0 * v + v.signum()), random.vector(k as usize));
            let (slopes, wrong, why) = measured(|w| c.dot(w).exp(), &at);
            given("f(w) = exp(c·w); c", &c)
                .and("at", &at)
                .got(slopes)
                .mistake(wrong, why)
                .within(1e-7, 1e-6)
                .expect(&c * c.dot(&at).exp());
        }
    });
}

/// The error of a model is a function of its weights. At w = 0 every prediction is 0, and the slope of Hubble's mean
/// squared error in the intercept is minus twice the mean velocity: −746.25, since the 24 velocities add up to 8,955.
#[test]
fn the_error_of_a_model_has_slopes_too() {
    TASK.grade(1, || {
        let Hubble { distance, velocity, .. } = hubble();
        let error = |w: &Array1<f64>| {
            let left_over = &velocity - w[0] - w[1] * &distance;
            left_over.dot(&left_over) / 24.0
        };
        let at = array![0.0, 0.0];
        let (slopes, wrong, why) = measured(error, &at);
        given("E(w) = MSE of w₁ + w₂ · distance; at", &at)
            .got(slopes)
            .mistake(wrong, why)
            .within(0.0, 1e-4)
            .expect(array![-746.25, -2.0 * distance.dot(&velocity) / 24.0]);
    });
}
