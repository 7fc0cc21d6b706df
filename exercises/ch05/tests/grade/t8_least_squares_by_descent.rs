//! # Task 8: least squares by descent
//!
//! Write `least_squares_by_descent(x, y, eta, steps)` in `src/fit.rs`. Chapter 1 set the gradient to zero and solved
//! equations. A network's equations cannot be solved, but its gradient can be followed: here for the line whose best
//! weights we know, so that we can see descent arrive. The error is a mean over the samples, and its gradient too; or
//! else twice the data would need half the step.

use ch05::least_squares_by_descent;
use ch05_mistakes::t8_least_squares_by_descent::{LEAST_SQUARES_BY_DESCENT, LeastSquares};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, Array2, Axis, array, concatenate};
use std::fmt::Write;

const TASK: Task<LeastSquares> = Task {
    title: "Least squares by descent",
    functions: &["least_squares_by_descent"],
    section: "Least squares by descent",
    yours: least_squares_by_descent,
    diagnoses: &[&LEAST_SQUARES_BY_DESCENT],
};

/// Four samples with three features. At w = 0 the errors ŷ − y are −1, −3, −5, −7: the gradient is 2/4·(−16, −34,
/// −10) = (−8, −17, −5), and a step with η = 0.1 leads to (0.8, 1.7, 0.5). There the errors are 0.3, −0.5, −1.3, −0.1,
/// the gradient is 2/4·(−1.6, −3.4, 1.4), and the second step leads to (0.88, 1.87, 0.43).
#[test]
fn a_line_by_hand() {
    TASK.grade(2, |descend| {
        let x = array![[1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, -1.0], [1.0, 3.0, 2.0]];
        let y = array![1.0, 3.0, 5.0, 7.0];
        for (steps, w) in [(1, array![0.8, 1.7, 0.5]), (2, array![0.88, 1.87, 0.43]), (0, array![0.0, 0.0, 0.0])] {
            let described = given("x", &x).and("y", &y).and("eta", &0.1).and("steps", &steps);
            described.got(descend(&x, &y, 0.1, steps)).expect(w);
        }
    });
}

/// The same points three times over say the same, so the way is the same: η does not depend on n.
#[test]
fn the_same_data_three_times_lead_the_same_way() {
    TASK.grade(1, |descend| {
        let (x, y) = (array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]], array![1.0, 3.0, 5.0, 7.0]);
        let x = concatenate![Axis(0), x, x, x];
        let y = concatenate![Axis(0), y, y, y];
        let described = given("x", &x).and("y", &y).and("eta", &0.1).and("steps", &2_usize);
        described.got(descend(&x, &y, 0.1, 2)).expect(array![0.93, 1.97]);
    });
}

/// The published line through Hubble's points, 454.16 km/s per Mpc and −40.78 km/s, without solving an equation.
#[test]
fn descent_arrives_at_hubbles_published_line() {
    TASK.grade(1, |descend| {
        let (x, y) = hubbles_batch();
        let described = given("x", &x).and("y", &y).and("eta", &0.4).and("steps", &200_usize);
        described.got(descend(&x, &y, 0.4, 200)).within(0.005, 0.0).expect(array![-40.78, 454.16]);
    });
}

/// Where descent ends, no feature can explain any more of what is left over: Xᵀ(y − Xw) = 0. As many samples as
/// weights, and nothing is left over at all.
#[test]
fn what_is_left_over_is_orthogonal_to_every_feature() {
    TASK.grade(1, |descend| {
        let mut random = Random::seeded(58);
        let square = array![[1.0, 0.5, -2.0], [0.0, 1.5, 1.0], [2.0, -1.0, 0.5]];
        for (x, y) in [(random.matrix(30, 3), random.vector(30)), (square, array![1.0, -2.0, 4.0])] {
            let described = || given("x", &x).and("y", &y).and("eta", &0.4).and("steps", &800_usize);
            let w = descend(&x, &y, 0.4, 800);
            described().got(w.clone()).expect_shape(&[3], "one weight for each column of x");
            described().got(w.clone()).expect_that("is finite: do the weights run away?", |_| true);
            let got = described().and("w", &w).got(x.t().dot(&(&y - &x.dot(&w))));
            got.derived("Xᵀ(y − Xw)").within(1e-9, 0.0).expect(Array1::zeros(3));
        }
    });
}

/// For the one sample x = 1 with the answer y, each step leaves 1 − 2η of the distance, so after t steps the weight is
/// (1 − (1 − 2η)ᵗ) y. However many steps there are, all of them are taken, and the answers may be very small or very
/// large.
#[test]
fn every_step_is_taken() {
    TASK.grade(1, |descend| {
        for (eta, steps, size) in [(0.1_f64, 3, 1e-30), (0.3, 7, 1e30), (1e-3, 1200, 1.0)] {
            let (x, y) = (array![[1.0]], array![size]);
            let expected = 1.0 - (1.0 - 2.0 * eta).powi(steps as i32);
            let described = given("x", &x).and("y", &y).and("eta", &eta).and("steps", &steps);
            described
                .got(descend(&x, &y, eta, steps) / size)
                .derived("w / y")
                .within(0.0, 1e-9)
                .expect(array![expected]);
        }
    });
}

/// The line on its way through Hubble's points: below the limit of 0.4918 the step size makes it faster, above it the
/// weights run away. “Slope” is in km/s per Mpc, as in the published 454.16.
#[test]
fn hubbles_line_on_its_way() {
    TASK.grade(1, |descend| {
        let (x, y) = hubbles_batch();
        let mut table = String::from("steps  slope, η = 0.05  slope, η = 0.4  slope, η = 0.5\n");
        for steps in [0, 1, 2, 5, 20, 100, 200] {
            let slopes = [0.05, 0.4, 0.5].map(|eta| descend(&x, &y, eta, steps)[1]);
            writeln!(table, "{steps:>5}  {:>15.1}  {:>14.1}  {:>14.0}", slopes[0], slopes[1], slopes[2]).unwrap();
        }
        assert_snapshot!(table, @"
        steps  slope, η = 0.05  slope, η = 0.4  slope, η = 0.5
            0              0.0             0.0               0
            1             52.1           417.1             521
            2             94.5           206.2              61
            5            180.4           383.8             658
           20            304.4           447.0              -4
          100            424.0           454.2           -5924
          200            450.0           454.2         -172476
        ");
    });
}

/// The constant feature, and the distances.
fn hubbles_batch() -> (Array2<f64>, Array1<f64>) {
    let Hubble { distance, velocity, .. } = hubble();
    (Array2::from_shape_fn((24, 2), |(j, i)| if i == 0 { 1.0 } else { distance[j] }), velocity)
}
