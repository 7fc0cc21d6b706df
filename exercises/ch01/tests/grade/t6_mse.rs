//! # Task 6: the mean squared error
//!
//! Write `mse(y_hat, y)` in `src/error.rs`: one number that says how wrong a batch of predictions is. Squares make
//! every deviation count as positive, and large ones count more; the mean makes batches of different sizes comparable.

use ch01::mse;
use ch01_mistakes::t6_mse::{MSE, Mse};
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::array;

const TASK: Task<Mse> = Task {
    title: "The mean squared error",
    functions: &["mse"],
    section: "The mean squared error",
    yours: mse,
    diagnoses: &[&MSE],
};

#[test]
fn a_batch_by_hand() {
    TASK.grade(2, |mse| {
        let (y_hat, y) = (array![1.0, 4.0, 0.0], array![2.0, 2.0, 3.0]);
        given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(14.0 / 3.0);
    });
}

#[test]
fn a_perfect_prediction_has_no_error() {
    TASK.grade(1, |mse| {
        let y = array![1.0, -2.0, 3.0];
        given("y_hat", &y).and("y", &y).got(mse(&y, &y)).expect(0.0);
    });
}

/// An exact hit adds nothing to the sum, and counts as a sample: 9/3 = 3.
#[test]
fn a_hit_makes_the_mean_smaller() {
    TASK.grade(1, |mse| {
        let (y_hat, y) = (array![1.0, -2.0, 6.0], array![1.0, -2.0, 3.0]);
        given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(3.0);
    });
}

/// Too much or too little by the same amount is equally wrong.
#[test]
fn prediction_and_answer_can_change_places() {
    TASK.grade(1, |mse| {
        let mut random = Random::seeded(16);
        let (y_hat, y) = (random.vector(10), random.vector(10));
        let expected = (0..10).map(|j| (y_hat[j] - y[j]).powi(2)).sum::<f64>() / 10.0;
        given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(expected);
        given("y_hat", &y).and("y", &y_hat).got(mse(&y, &y_hat)).expect(expected);
    });
}

/// The same samples twice are as wrong as once: that is why the error is a mean.
#[test]
fn the_error_does_not_grow_with_the_batch() {
    TASK.grade(1, |mse| {
        let (y_hat, y) = (array![1.0, 5.0, 1.0, 5.0], array![2.0, 2.0, 2.0, 2.0]);
        given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(5.0);
    });
}

/// Always answering the mean is the least one can do; its mean squared error is the variance of the velocities.
#[test]
fn the_mean_velocity_is_off_by_the_variance() {
    TASK.grade(1, |mse| {
        let Hubble { velocity, .. } = hubble();
        let mean = velocity.sum() / 24.0;
        let y_hat = velocity.mapv(|_| mean);
        let variance = velocity.iter().map(|v| v * v).sum::<f64>() / 24.0 - mean * mean;
        given("y_hat", &y_hat).and("y", &velocity).got(mse(&y_hat, &velocity)).expect(variance);
    });
}

/// In metres the errors are a thousand times as large as in kilometres, and their squares a million times.
#[test]
fn no_error_is_too_small_or_too_large() {
    TASK.grade(1, |mse| {
        for size in [1e-30, 1e30] {
            let (y_hat, y) = (array![3.0 * size, -2.0 * size], array![1.0 * size, 2.0 * size]);
            given("y_hat", &y_hat)
                .and("y", &y)
                .got(mse(&y_hat, &y) / (size * size))
                .derived("mse(y_hat, y) / size²")
                .expect(10.0);
        }
    });
}

/// The mean of one number is that number.
#[test]
fn a_single_sample_has_its_squared_error() {
    TASK.grade(1, |mse| {
        let (y_hat, y) = (array![2.5], array![1.0]);
        given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(2.25);
    });
}
