//! # Task 8: least squares by descent
//!
//! Write `least_squares_by_descent(x, y, eta, steps)` in `src/fit.rs`. Chapter 1 set the gradient to zero and solved
//! equations. A network's equations cannot be solved, but its gradient can be followed: here for the line whose best
//! weights we know, so that we can see descent arrive. The error is a mean over the samples, and its gradient too; or
//! else twice the data would need half the step.

use ch05::least_squares_by_descent;
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, Array2, Axis, array, concatenate};
use std::fmt::Write;

const TASK: Task = Task {
    title: "Least squares by descent",
    functions: &["least_squares_by_descent"],
    section: "Least squares by descent",
};

/// The constant feature, and the distances.
fn hubbles_batch() -> (Array2<f64>, Array1<f64>) {
    let Hubble { distance, velocity, .. } = hubble();
    (Array2::from_shape_fn((24, 2), |(j, i)| if i == 0 { 1.0 } else { distance[j] }), velocity)
}

const RAN_AWAY: &str =
    "the weights ran away, until they overflowed: is the step up, or too large, or are slopes summed, not averaged?";

/// Four samples with three features. At w = 0 the errors ŷ − y are −1, −3, −5, −7: the gradient is 2/4·(−16, −34, −10) =
/// (−8, −17, −5), and a step with η = 0.1 leads to (0.8, 1.7, 0.5). There the errors are 0.3, −0.5, −1.3, −0.1, the
/// gradient is 2/4·(−1.6, −3.4, 1.4), and the second step leads to (0.88, 1.87, 0.43).
#[test]
fn a_line_by_hand() {
    TASK.grade(2, || {
        let x = array![[1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, -1.0], [1.0, 3.0, 2.0]];
        let y = array![1.0, 3.0, 5.0, 7.0];
        let first = array![0.8, 1.7, 0.5];
        given("x", &x)
            .and("y", &y)
            .and("eta", &0.1)
            .and("steps", &1_usize)
            .got(least_squares_by_descent(&x, &y, 0.1, 1))
            .mistake(4.0 * &first, "the slopes of all samples are summed: divide by n, or η would depend on n")
            .mistake(&first * 4.0 / 3.0, "divided by k, the number of weights: divide by n, the number of samples")
            .mistake(
                &first / 3.0,
                "divided by n · k: `x.len()` counts all entries of X, the number of samples is `y.len()`",
            )
            .mistake(&first / 2.0, "the factor 2 is lost: the derivative of a square brings a 2 with it")
            .mistake(-1.0 * &first, "this step goes up: descent takes the gradient away, w − η ∇E")
            .mistake(
                array![0.8, 1.46, 0.128],
                "w changes before its gradient is complete, here or in `descend`: compute all of it, then move",
            )
            .mistake(Array1::zeros(3), "this is the start: take the last point of the way")
            .mistake(array![0.88, 1.87, 0.43], "one step too many")
            .expect(first.clone());
        given("x", &x)
            .and("y", &y)
            .and("eta", &0.1)
            .and("steps", &2_usize)
            .got(least_squares_by_descent(&x, &y, 0.1, 2))
            .mistake(2.0 * &first, "the gradient at the start is used for every step: ask for it anew at each point")
            .expect(array![0.88, 1.87, 0.43]);
    });
}

/// The same points three times over say the same, so the way is the same: η does not depend on n.
#[test]
fn the_same_data_three_times_lead_the_same_way() {
    TASK.grade(1, || {
        let (x, y) = (array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]], array![1.0, 3.0, 5.0, 7.0]);
        let x = concatenate![Axis(0), x, x, x];
        let y = concatenate![Axis(0), y, y, y];
        given("x", &x)
            .and("y", &y)
            .and("eta", &0.1)
            .and("steps", &2_usize)
            .got(least_squares_by_descent(&x, &y, 0.1, 2))
            .expect(array![0.93, 1.97]);
    });
}

/// The published line through Hubble's points, 454.16 km/s per Mpc and −40.78 km/s, without solving an equation.
#[test]
fn descent_arrives_at_hubbles_published_line() {
    TASK.grade(1, || {
        let (x, y) = hubbles_batch();
        given("x", &x)
            .and("y", &y)
            .and("eta", &0.4)
            .and("steps", &200_usize)
            .got(least_squares_by_descent(&x, &y, 0.4, 200))
            .within(0.005, 0.0)
            .mistake(array![f64::NAN, f64::NAN], RAN_AWAY)
            .expect(array![-40.78, 454.16]);
    });
}

/// Where descent ends, no feature can explain any more of what is left over: Xᵀ(y − Xw) = 0.
#[test]
fn what_is_left_over_is_orthogonal_to_every_feature() {
    TASK.grade(1, || {
        let mut random = Random::seeded(58);
        let (x, y) = (random.matrix(30, 3), random.vector(30));
        let w = least_squares_by_descent(&x, &y, 0.8, 400);
        given("x", &x).and("y", &y).got(w.clone()).expect_shape(&[3], "one weight for each column of x");
        given("x", &x)
            .and("y", &y)
            .got(w.clone())
            .mistake(Array1::from_elem(3, f64::NAN), RAN_AWAY)
            .expect_that("is finite", |_| true);
        let left_over = &y - &x.dot(&w);
        given("x", &x)
            .and("y", &y)
            .and("w", &w)
            .got(x.t().dot(&left_over))
            .derived("Xᵀ(y − Xw)")
            .within(1e-9, 0.0)
            .expect(Array1::zeros(3));
    });
}

/// The line on its way through Hubble's points: below the limit of 0.4918 the step size makes it faster, above it the
/// weights run away. “Slope” is in km/s per Mpc, as in the published 454.16.
#[test]
fn hubbles_line_on_its_way() {
    TASK.grade(1, || {
        let (x, y) = hubbles_batch();
        let mut table = String::from("steps  slope, η = 0.05  slope, η = 0.4  slope, η = 0.5\n");
        for steps in [0, 1, 2, 5, 20, 100, 200] {
            let slopes = [0.05, 0.4, 0.5].map(|eta| least_squares_by_descent(&x, &y, eta, steps)[1]);
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
