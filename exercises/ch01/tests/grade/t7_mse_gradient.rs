//! # Task 7: which way is down
//!
//! Write `mse_gradient(x, y, w)` in `src/error.rs`: the slope of the mean squared error for each weight, at the weights
//! `w`. It is positive where a larger weight makes the error larger. The tests measure the slopes too, by moving each
//! weight a little to both sides, and compare.

use ch01::mse_gradient;
use ch01_mistakes::t7_mse_gradient::{MSE_GRADIENT, MseGradient};
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, Array2, array};

const TASK: Task<MseGradient> = Task {
    title: "The gradient of the error",
    functions: &["mse_gradient"],
    section: "Which way is down: the gradient",
    yours: mse_gradient,
    diagnoses: &[&MSE_GRADIENT],
};

/// The mean squared error in loops, straight from its formula.
fn error(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let (n, k) = x.dim();
    let square = |j: usize| ((0..k).map(|i| x[[j, i]] * w[i]).sum::<f64>() - y[j]).powi(2);
    (0..n).map(square).sum::<f64>() / n as f64
}

/// At w = 1 the model predicts 1, 2, 3 for the answers 3, 4, 5: too little by 2 each time, so E grows by
/// 2/3·(−2)(1 + 2 + 3) = −8 per unit of w. Turning w up makes E smaller: the slope is negative.
#[test]
fn one_weight_by_hand() {
    TASK.grade(2, |mse_gradient| {
        let (x, y, w) = (array![[1.0], [2.0], [3.0]], array![3.0, 4.0, 5.0], array![1.0]);
        given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w)).expect(array![-8.0]);
    });
}

/// The model is off by ŷ − y = 0, 3, −2, 2 and 1. So the slope of the first weight is 2/5·(3 − 2 + 2 + 1) = 1.6.
#[test]
fn a_batch_with_three_weights_by_hand() {
    TASK.grade(1, |mse_gradient| {
        let x = array![[1.0, -1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, 1.0], [1.0, 3.0, 3.0], [1.0, 0.0, 2.0]];
        let (y, w) = (array![-2.0, 0.0, 6.0, 2.0, -2.0], array![1.0, 2.0, -1.0]);
        given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w)).expect(array![1.6, 2.0, 2.4]);
    });
}

/// Away from the best weights, at random points: every slope agrees with the measured one.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, |mse_gradient| {
        let mut random = Random::seeded(170);
        for (n, k) in [(7, 3), (3, 3), (2, 4), (1, 3), (6, 1)] {
            let (x, y, w) = (random.matrix(n, k), random.vector(n), random.vector(k));
            given("x", &x)
                .and("y", &y)
                .and("w", &w)
                .got(mse_gradient(&x, &y, &w))
                .expect_gradient_of(|w| error(&x, &y, w), &w);
        }
    });
}

/// On real data, and in the units of the table: at w = 500 km/s per Mpc, Hubble's own round figure, the slope is
/// positive. The best slope through the origin is smaller.
#[test]
fn at_hubbles_own_figure_the_way_down_is_a_smaller_slope() {
    TASK.grade(1, |mse_gradient| {
        let Hubble { distance, velocity, .. } = hubble();
        let x = distance.insert_axis(ndarray::Axis(1));
        let w = array![500.0];
        given("x", &x)
            .and("y", &velocity)
            .and("w", &w)
            .got(mse_gradient(&x, &velocity, &w))
            .expect_gradient_of(|w| error(&x, &velocity, w), &w);
    });
}

/// Where the model is perfect there is no way down.
#[test]
fn at_a_perfect_fit_every_slope_is_zero() {
    TASK.grade(1, |mse_gradient| {
        let (x, w) = (array![[1.0, 2.0], [1.0, 5.0], [1.0, -1.0]], array![3.0, 0.5]);
        let y = array![4.0, 5.5, 2.5];
        given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w)).expect(array![0.0, 0.0]);
    });
}

/// The gradient says how steep the error is, not only which way: it has no smallest and no largest length. Here the
/// first slope is 0, 2/2·(−2·1 + 1·2), and the second is not.
#[test]
fn no_slope_is_too_small_or_too_large() {
    TASK.grade(1, |mse_gradient| {
        for size in [1e-30, 1e30] {
            let (x, y, w) = (array![[1.0, 3.0], [2.0, 0.0]], array![5.0 * size, -size], array![0.0, size]);
            given("x", &x)
                .and("y", &y)
                .and("w", &w)
                .got(mse_gradient(&x, &y, &w) / size)
                .derived("mse_gradient(x, y, w) / size")
                .expect(array![0.0, -6.0]);
        }
    });
}

/// The model is off by ŷ − y = 1, −1 and −4. The first slope is 2/3·(1 − 1 − 4), though its weight is 0: that is how a
/// descent that starts with weights of 0 gets away from there.
#[test]
fn a_weight_of_0_has_a_slope() {
    TASK.grade(1, |mse_gradient| {
        let (x, y, w) = (array![[1.0, 2.0], [1.0, 0.0], [1.0, -1.0]], array![3.0, 1.0, 2.0], array![0.0, 2.0]);
        given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w)).expect(array![-8.0 / 3.0, 4.0]);
    });
}
