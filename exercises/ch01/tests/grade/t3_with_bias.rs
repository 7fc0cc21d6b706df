//! # Task 3: the bias as a constant feature
//!
//! Write `with_bias(x)` in `src/model.rs`. A line `ŷ = b + w₁x₁` need not pass through the origin, but a weighted sum
//! of the features does: with all features 0 it is 0. The way out is a feature that is always 1. Its weight is the bias
//! `b`. In this course it stands *first*: column 0 of the batch, and so entry 0 of the weights.

use ch01::with_bias;
use checks::{Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task {
    title: "The bias as a constant feature",
    functions: &["with_bias"],
    section: "The bias as a constant feature",
};

#[test]
fn a_batch_by_hand() {
    TASK.grade(1, || {
        let x = array![[2.0, 3.0], [4.0, 5.0]];
        given("x", &x)
            .got(with_bias(&x))
            .mistake(
                array![[2.0, 3.0, 1.0], [4.0, 5.0, 1.0]],
                "the ones stand last: put them into column 0, before the features",
            )
            .mistake(
                array![[0.0, 2.0, 3.0], [0.0, 4.0, 5.0]],
                "column 0 holds zeros: a feature that is always 0 adds nothing, it must be 1",
            )
            .mistake(
                array![[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]],
                "only ones: copy the columns of x behind the first column",
            )
            .mistake(
                array![[1.0, 1.0], [2.0, 3.0], [4.0, 5.0]],
                "a row of ones was added, as if it were a sample: add a column, a feature",
            )
            .mistake(
                array![[2.0, 3.0], [4.0, 5.0], [1.0, 1.0]],
                "a row of ones was added, as if it were a sample: add a column, a feature",
            )
            .mistake(x.clone(), "x came back without the column of ones")
            .expect(array![[1.0, 2.0, 3.0], [1.0, 4.0, 5.0]]);
    });
}

/// A row of ones would be another thing: each *sample* gets the constant feature.
#[test]
fn each_sample_gets_the_constant_feature() {
    TASK.grade(1, || {
        let x = array![[7.0], [8.0], [9.0]];
        given("x", &x)
            .got(with_bias(&x))
            .mistake(
                array![[1.0], [7.0], [8.0], [9.0]],
                "a row of ones was added, as if it were a sample: add a column, a feature",
            )
            .mistake(
                array![[0.0, 7.0], [0.0, 8.0], [0.0, 9.0]],
                "column 0 holds zeros: it must be 1 to have any effect",
            )
            .mistake(
                array![[7.0, 1.0], [8.0, 1.0], [9.0, 1.0]],
                "the ones stand last: put them into column 0, before the features",
            )
            .expect(array![[1.0, 7.0], [1.0, 8.0], [1.0, 9.0]]);
    });
}

#[test]
fn a_batch_without_features_becomes_a_column_of_ones() {
    TASK.grade(1, || {
        let x: Array2<f64> = Array2::zeros((3, 0));
        given("x", &x).got(with_bias(&x)).expect(array![[1.0], [1.0], [1.0]]);
    });
}
