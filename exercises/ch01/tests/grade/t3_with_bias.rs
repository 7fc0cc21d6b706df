//! # Task 3: the bias as a constant feature
//!
//! Write `with_bias(x)` in `src/model.rs`. A line `ŷ = b + w₁x₁` need not pass through the origin, but a weighted sum
//! of the features does: with all features 0 it is 0. The way out is a feature that is always 1. Its weight is the bias
//! `b`. In this course it stands *first*: column 0 of the batch, and so entry 0 of the weights.

use ch01::with_bias;
use ch01_mistakes::t3_with_bias::{WITH_BIAS, WithBias};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<WithBias> = Task {
    title: "The bias as a constant feature",
    functions: &["with_bias"],
    section: "The bias as a constant feature",
    yours: with_bias,
    diagnoses: &[&WITH_BIAS],
};

#[test]
fn a_batch_by_hand() {
    TASK.grade(1, |with_bias| {
        let x = array![[2.0, 3.0], [4.0, 5.0]];
        given("x", &x).got(with_bias(&x)).expect(array![[1.0, 2.0, 3.0], [1.0, 4.0, 5.0]]);
    });
}

/// A row of ones would be another thing: each *sample* gets the constant feature.
#[test]
fn each_sample_gets_the_constant_feature() {
    TASK.grade(1, |with_bias| {
        let x = array![[7.0], [8.0], [9.0]];
        given("x", &x).got(with_bias(&x)).expect(array![[1.0, 7.0], [1.0, 8.0], [1.0, 9.0]]);
    });
}

#[test]
fn a_batch_without_features_becomes_a_column_of_ones() {
    TASK.grade(1, |with_bias| {
        let x: Array2<f64> = Array2::zeros((3, 0));
        given("x", &x).got(with_bias(&x)).expect(array![[1.0], [1.0], [1.0]]);
    });
}

/// Twice with a bias is a bias too many, but `with_bias` cannot know what the ones in `x` mean: they are kept.
#[test]
fn a_column_of_ones_is_a_feature_like_any_other() {
    TASK.grade(1, |with_bias| {
        let x = array![[1.0, 0.5], [1.0, -2.0], [1.0, 0.0]];
        given("x", &x).got(with_bias(&x)).expect(array![[1.0, 1.0, 0.5], [1.0, 1.0, -2.0], [1.0, 1.0, 0.0]]);
    });
}

/// The transpose of a matrix keeps its place in memory, and is read in another order. `x[[j, i]]` does not mind.
/// And one sample is a batch too.
#[test]
fn every_feature_of_every_sample_moves_one_column_to_the_right() {
    TASK.grade(1, |with_bias| {
        let mut random = Random::seeded(13);
        let (tall, one) = (random.matrix(5, 3), random.matrix(1, 4));
        for x in [tall.t().to_owned(), tall, one] {
            let expected = Array2::from_shape_fn((x.nrows(), x.ncols() + 1), |(j, i)| match i {
                0 => 1.0,
                _ => x[[j, i - 1]],
            });
            given("x", &x).got(with_bias(&x)).expect(expected);
        }
    });
}
