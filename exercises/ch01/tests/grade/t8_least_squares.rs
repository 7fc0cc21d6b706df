//! # Task 8: least squares
//!
//! Write `least_squares(x, y)` in `src/fit.rs`: the weights with the smallest mean squared error, in one go. Where the
//! error is smallest its gradient is zero, and for a linear model that is a system of linear equations. `solve` in
//! `src/given.rs` solves it for you.

use ch01::least_squares;
use ch01_mistakes::t8_least_squares::{LEAST_SQUARES, LeastSquares};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, anscombe, hubble};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task<LeastSquares> = Task {
    title: "Least squares",
    functions: &["least_squares"],
    section: "Least squares",
    yours: least_squares,
    diagnoses: &[&LEAST_SQUARES],
};

/// A column of ones before one column of features, made here so that this task needs no other.
fn line_through(x: &Array1<f64>) -> Array2<f64> {
    Array2::from_shape_fn((x.len(), 2), |(j, i)| if i == 0 { 1.0 } else { x[j] })
}

/// The points (0, 1), (1, 3), (2, 5) lie on the line 1 + 2x: the fit must find it.
#[test]
fn a_line_through_three_points_by_hand() {
    TASK.grade(2, |least_squares| {
        let (x, y) = (array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], array![1.0, 3.0, 5.0]);
        given("x", &x).and("y", &y).got(least_squares(&x, &y)).expect(array![1.0, 2.0]);
    });
}

/// At the best weights no feature can explain any more of what is left over: Xᵀ(y − Xw) = 0.
#[test]
fn the_residuals_are_orthogonal_to_every_feature() {
    TASK.grade(2, |least_squares| {
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

/// Answers that were made by a linear model give its weights back: as many samples as weights are enough.
#[test]
fn the_weights_that_made_the_answers_are_found() {
    TASK.grade(1, |least_squares| {
        let w = array![2.0, 0.0, -3.0];
        let square = array![[1.0, 2.0, 0.0], [0.0, 1.0, 4.0], [3.0, 0.0, 1.0]];
        let tall = array![[2.0, 1.0, -1.0], [0.0, 3.0, 1.0], [1.0, 1.0, 2.0], [-1.0, 0.0, 1.0], [2.0, 2.0, 0.0]];
        for x in [square, tall] {
            // Other units of the answers, and of the features.
            for (size, unit) in [(1e-30, 1.0), (1.0, 1.0), (1e30, 1.0), (1.0, 1e-9), (1.0, 1e9)] {
                let (x, y) = (&x * unit, x.dot(&w) * size);
                let found = least_squares(&x, &y) * unit / size;
                given("x", &x)
                    .and("y", &y)
                    .got(found)
                    .derived("least_squares(x, y) in units of 1")
                    .within(1e-9, 0.0)
                    .expect(w.clone());
            }
        }
    });
}

/// The figure that has been quoted for Hubble's table ever since: 423.9 km/s per Mpc, the slope of the line through the
/// origin.
#[test]
fn hubbles_slope_through_the_origin_is_the_published_one() {
    TASK.grade(2, |least_squares| {
        let Hubble { distance, velocity, .. } = hubble();
        let x = distance.insert_axis(ndarray::Axis(1));
        given("x", &x).and("y", &velocity).got(least_squares(&x, &velocity)).within(0.05, 0.0).expect(array![423.9]);
    });
}

/// With an intercept: 454.16 km/s per Mpc and −40.78 km/s.
#[test]
fn hubbles_line_with_an_intercept_is_the_published_one() {
    TASK.grade(2, |least_squares| {
        let Hubble { distance, velocity, .. } = hubble();
        let x = line_through(&distance);
        given("x", &x)
            .and("y", &velocity)
            .got(least_squares(&x, &velocity))
            .within(0.005, 0.0)
            .expect(array![-40.78, 454.16]);
    });
}

/// Anscombe drew four sets of points with four different stories. Their fits cannot be told apart: always look at the
/// picture.
#[test]
fn anscombes_four_pictures_have_one_fit() {
    TASK.grade(1, |least_squares| {
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

/// The best line misses (0, 1), (1, 0) and (2, 2) by 1/2, −1 and 1/2. An answer of 0 counts like the others. And a
/// batch that was transposed is the same batch, though it lies in memory column by column.
#[test]
fn every_sample_counts_wherever_it_lies() {
    TASK.grade(1, |least_squares| {
        let y = array![1.0, 0.0, 2.0];
        let by_rows = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]];
        let by_columns = array![[1.0, 1.0, 1.0], [0.0, 1.0, 2.0]].reversed_axes();
        for x in [by_rows, by_columns] {
            given("x", &x).and("y", &y).got(least_squares(&x, &y)).expect(array![0.5, 0.5]);
        }
    });
}

/// Where the columns depend on each other many weights are equally good, and no answer would be the right one.
#[test]
fn columns_that_depend_on_each_other_have_no_fit() {
    TASK.grade(1, |least_squares| {
        let y = array![1.0, 3.0, 7.0];
        let x = array![[1.0], [0.0], [2.0]];
        given("x", &x).and("y", &y).got(least_squares(&x, &y)).expect(array![3.0]);
        let x = array![[1.0, 2.0], [3.0, 6.0], [2.0, 4.0]];
        given("x", &x).and("y", &y).expect_panic("column 1 is twice column 0", || least_squares(&x, &y));
    });
}
