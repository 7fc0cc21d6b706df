//! # Task 5: residuals
//!
//! Write `residuals(y, y_hat)` in `src/error.rs`: for each sample, the observed answer minus the predicted one. A
//! positive residual says that the model predicted too little. Squares and means come later: this is the raw material
//! of every error.

use ch01::residuals;
use ch01_mistakes::t5_residuals::{RESIDUALS, Residuals};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<Residuals> = Task {
    title: "Residuals",
    functions: &["residuals"],
    section: "Residuals",
    yours: residuals,
    diagnoses: &[&RESIDUALS],
};

#[test]
fn observed_minus_predicted() {
    TASK.grade(1, |residuals| {
        let (y, y_hat) = (array![3.0, 5.0, 2.0, 4.0], array![2.5, 6.0, 2.0, 1.0]);
        given("y", &y).and("y_hat", &y_hat).got(residuals(&y, &y_hat)).expect(array![0.5, -1.0, 0.0, 3.0]);
    });
}

#[test]
fn what_is_predicted_and_what_remains_add_up_to_what_was_observed() {
    TASK.grade(1, |residuals| {
        let mut random = Random::seeded(15);
        for n in [24, 1] {
            let (y, y_hat) = (random.vector(n), random.vector(n));
            given("y", &y)
                .and("y_hat", &y_hat)
                .got(residuals(&y, &y_hat) + &y_hat)
                .derived("residuals + y_hat")
                .expect(y.clone());
        }
    });
}

/// The residuals have the unit of the answers: in kilometres they are a thousandth of what they are in metres.
#[test]
fn no_residual_is_too_small_or_too_large() {
    TASK.grade(1, |residuals| {
        for size in [1e-30, 1e30] {
            let (y, y_hat) = (array![3.0 * size, -2.0 * size], array![1.0 * size, 4.0 * size]);
            let left_over = residuals(&y, &y_hat) / size;
            given("y", &y).and("y_hat", &y_hat).got(left_over).derived("residuals / size").expect(array![2.0, -6.0]);
        }
    });
}

/// An answer of 0 is an observation like any other, and its residual is −ŷ.
#[test]
fn an_answer_of_0_has_a_residual() {
    TASK.grade(1, |residuals| {
        let (y, y_hat) = (array![0.0, 2.0, 0.0], array![1.5, -1.0, -4.0]);
        given("y", &y).and("y_hat", &y_hat).got(residuals(&y, &y_hat)).expect(array![-1.5, 3.0, 4.0]);
    });
}
