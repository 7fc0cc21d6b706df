//! # Task 7: which way is down
//!
//! Write `mse_gradient(x, y, w)` in `src/error.rs`: the slope of the mean squared error for each weight, at the weights
//! `w`. It is positive where a larger weight makes the error larger. The tests measure the slopes too, by moving each
//! weight a little to both sides, and compare.

use ch01::mse_gradient;
use checks::{Got, Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, Array2, array};

const TASK: Task = Task {
    title: "The gradient of the error",
    functions: &["mse_gradient"],
    section: "Which way is down: the gradient",
};

/// The mean squared error in loops, straight from its formula.
fn error(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let (n, k) = x.dim();
    let square = |j: usize| ((0..k).map(|i| x[[j, i]] * w[i]).sum::<f64>() - y[j]).powi(2);
    (0..n).map(square).sum::<f64>() / n as f64
}

/// The mistakes that give a multiple of the gradient `g`, each under its name.
fn named(got: Got<Array1<f64>>, g: &Array1<f64>, x: &Array2<f64>) -> Got<Array1<f64>> {
    let (n, k) = (x.nrows() as f64, x.ncols() as f64);
    got.mistake(-g, "the sign is the other way round: the gradient uses ŷ − y, predicted minus observed")
        .mistake(g / 2.0, "the factor 2 is lost: the derivative of a square brings a 2 with it")
        .mistake(g * n, "the slopes are summed, not averaged: divide by n, the number of samples")
        .mistake(g * n / 2.0, "the factor 2 and the division by n are both missing")
        .mistake(g / n, "divided by n twice: the mean is taken once")
        .mistake(g * n / k, "divided by k, the number of weights: divide by n, the number of samples")
        .mistake(g / k, "divided by `x.len()`, which counts all n·k entries: n is `y.len()`")
}

/// At w = 1 the model predicts 1, 2, 3 for the answers 3, 4, 5: too little by 2 each time, so E grows by
/// 2/3·(−2)(1 + 2 + 3) = −8 per unit of w. Turning w up makes E smaller: the slope is negative.
#[test]
fn one_weight_by_hand() {
    TASK.grade(2, || {
        let (x, y, w) = (array![[1.0], [2.0], [3.0]], array![3.0, 4.0, 5.0], array![1.0]);
        let got = given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w));
        named(got, &array![-8.0], &x).expect(array![-8.0]);
    });
}

/// Three weights, four samples: n and k differ, so a division by the wrong one shows. With all weights 0 the errors are −1,
/// −3, −5, −7, and the slope of the first weight is 2/4·(−16) = −8.
#[test]
fn a_batch_with_three_weights_by_hand() {
    TASK.grade(1, || {
        let x = array![[1.0, 0.0, 2.0], [1.0, 1.0, 0.0], [1.0, 2.0, 1.0], [1.0, 3.0, 3.0]];
        let (y, w) = (array![1.0, 3.0, 5.0, 7.0], array![0.0, 0.0, 0.0]);
        let got = given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w));
        named(got, &array![-8.0, -17.0, -14.0], &x).expect(array![-8.0, -17.0, -14.0]);
    });
}

/// Away from the best weights, at random points: every slope agrees with the measured one.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, || {
        for seed in 0..5 {
            let mut random = Random::seeded(170 + seed);
            let (x, y, w) = (random.matrix(7, 3), random.vector(7), random.vector(3));
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
    TASK.grade(1, || {
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
    TASK.grade(1, || {
        let (x, w) = (array![[1.0, 2.0], [1.0, 5.0], [1.0, -1.0]], array![3.0, 0.5]);
        let y = array![4.0, 5.5, 2.5];
        given("x", &x).and("y", &y).and("w", &w).got(mse_gradient(&x, &y, &w)).expect(array![0.0, 0.0]);
    });
}
