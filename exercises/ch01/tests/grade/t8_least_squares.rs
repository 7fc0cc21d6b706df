//! # Task 8: least squares
//!
//! Write `least_squares(x, y)` in `src/fit.rs`: the weights with the smallest mean squared error, in one go. Where the
//! error is smallest its gradient is zero, and for a linear model that is a system of linear equations. `solve` in
//! `src/given.rs` solves it for you.

use ch01::least_squares;
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, anscombe, hubble};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task = Task { title: "Least squares", functions: &["least_squares"], section: "Least squares" };

/// A column of ones before one column of features, made here so that this task needs no other.
fn line_through(x: &Array1<f64>) -> Array2<f64> {
    Array2::from_shape_fn((x.len(), 2), |(j, i)| if i == 0 { 1.0 } else { x[j] })
}

/// The points (0, 1), (1, 3), (2, 5) lie on the line 1 + 2x: the fit must find it.
#[test]
fn a_line_through_three_points_by_hand() {
    TASK.grade(2, || {
        let (x, y) = (array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], array![1.0, 3.0, 5.0]);
        given("x", &x)
            .and("y", &y)
            .got(least_squares(&x, &y))
            .mistake(array![9.0, 13.0], "this is Xᵀy: the equations XᵀX w = Xᵀy still have to be solved for w")
            .mistake(
                array![9.0 / 35.0, 13.0 / 35.0],
                "x was regressed on y: the answers are to be predicted from the features, not the other way round",
            )
            .expect(array![1.0, 2.0]);
    });
}

/// At the best weights no feature can explain any more of what is left over: Xᵀ(y − Xw) = 0.
#[test]
fn the_residuals_are_orthogonal_to_every_feature() {
    TASK.grade(2, || {
        let mut random = Random::seeded(18);
        let (x, y) = (random.matrix(20, 4), random.vector(20));
        let w = least_squares(&x, &y);
        given("x", &x).and("y", &y).got(w.clone()).expect_shape(&[4], "one weight for each column of x");
        let left_over = &y - &x.dot(&w);
        given("x", &x)
            .and("y", &y)
            .got(x.t().dot(&left_over))
            .derived("Xᵀ(y − Xw)")
            .within(1e-9, 0.0)
            .expect(Array1::zeros(4));
    });
}

/// The figure that has been quoted for Hubble's table ever since: 423.9 km/s per Mpc, the slope of the line through the
/// origin.
#[test]
fn hubbles_slope_through_the_origin_is_the_published_one() {
    TASK.grade(2, || {
        let Hubble { distance, velocity, .. } = hubble();
        let x = distance.clone().insert_axis(ndarray::Axis(1));
        let swapped = distance.dot(&velocity) / velocity.dot(&velocity);
        given("x", &x)
            .and("y", &velocity)
            .got(least_squares(&x, &velocity))
            .mistake(array![swapped], "x was regressed on y: the distances were predicted from the velocities")
            .mistake(
                array![1.0 / swapped],
                "x was regressed on y and the slope turned over: least squares is not symmetric",
            )
            .within(0.05, 0.0)
            .expect(array![423.9]);
    });
}

/// With an intercept: 454.16 km/s per Mpc and −40.78 km/s.
#[test]
fn hubbles_line_with_an_intercept_is_the_published_one() {
    TASK.grade(2, || {
        let Hubble { distance, velocity, .. } = hubble();
        let x = line_through(&distance);
        given("x", &x)
            .and("y", &velocity)
            .got(least_squares(&x, &velocity))
            .mistake(
                array![454.16, -40.78],
                "slope and intercept are swapped: the constant feature is column 0, so the intercept comes first",
            )
            .within(0.005, 0.0)
            .expect(array![-40.78, 454.16]);
    });
}

/// Anscombe drew four sets of points with four different stories. Their fits cannot be told apart: always look at the
/// picture.
#[test]
fn anscombes_four_pictures_have_one_fit() {
    TASK.grade(1, || {
        let mut table = String::from("set  intercept  slope\n");
        for (set, (x, y)) in anscombe().iter().enumerate() {
            let line = line_through(x);
            let w = least_squares(&line, y);
            given("x", &line).and("y", y).got(w.clone()).expect_shape(&[2], "one weight for each column of x");
            writeln!(table, "{:>3}  {:>9.2}  {:>5.2}", set + 1, w[0], w[1]).unwrap();
        }
        assert_snapshot!(table, @"
        set  intercept  slope
          1       3.00   0.50
          2       3.00   0.50
          3       3.00   0.50
          4       3.00   0.50
        ");
    });
}
