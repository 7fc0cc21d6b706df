//! # Task 7: back through W₂
//!
//! Write `hidden_gradient(delta2, w2)` in `src/backward.rs`. Nobody says what a hidden neuron should have answered. But
//! each output has a slope, and the weights say how much a hidden activation had to do with it: the same weights carry
//! the slopes back. The constant 1 has nothing before it, so its column is left out.

use super::plain;
use ch06::hidden_gradient;
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task {
    title: "The slopes of the hidden activations",
    functions: &["hidden_gradient"],
    section: "Back through the output weights",
};

const LAST: &str =
    "column 0 is kept and the last one is dropped: column 0 of W₂ is the bias, hidden neuron i has column i + 1";

/// One output: each hidden neuron gets the output's slope times its weight. The bias 7 gets nothing.
#[test]
fn two_samples_by_hand() {
    TASK.grade(2, || {
        let (delta2, w2) = (array![[2.0], [-1.0]], array![[7.0, 3.0, 0.5]]);
        given("delta2", &delta2)
            .and("w2", &w2)
            .got(hidden_gradient(&delta2, &w2))
            .mistake(
                array![[14.0, 6.0, 1.0], [-7.0, -3.0, -0.5]],
                "the constant 1 has no incoming gradient: leave column 0 out, `without_bias` does it",
            )
            .mistake(array![[14.0, 6.0], [-7.0, -3.0]], LAST)
            .mistake(
                array![[3.0, 0.5], [3.0, 0.5]],
                "the upstream gradient is forgotten: multiply the weights by `delta2`, the slopes that come back",
            )
            .expect(array![[6.0, 1.0], [-3.0, -0.5]]);
    });
}

/// With two hidden neurons and three outputs W₂ is square, so a transposed one fits too, and is wrong.
#[test]
fn a_square_matrix_is_not_transposed() {
    TASK.grade(1, || {
        let delta2 = array![[1.0, 0.0, 2.0]];
        let w2 = array![[9.0, 1.0, 2.0], [8.0, 3.0, 4.0], [7.0, 5.0, 6.0]];
        given("delta2", &delta2)
            .and("w2", &w2)
            .got(hidden_gradient(&delta2, &w2))
            .mistake(
                array![[16.0, 19.0]],
                "W₂ is transposed: on the way back the product is Δ₂ W₂, without a transpose",
            )
            .mistake(array![[23.0, 11.0]], LAST)
            .mistake(
                array![[9.0, 12.0]],
                "the upstream gradient is forgotten: multiply the weights by `delta2`, the slopes that come back",
            )
            .mistake(
                array![[23.0, 11.0, 14.0]],
                "the constant 1 has no incoming gradient: leave column 0 out, `without_bias` does it",
            )
            .expect(array![[11.0, 14.0]]);
    });
}

/// The upstream slopes are random. An output layer with these slopes stands for the function Σ Δ₂ ∘ ([1, H] W₂ᵀ).
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, || {
        let mut random = Random::seeded(68);
        let (delta2, w2, h) = (random.matrix(6, 3), random.matrix(3, 5), random.matrix(6, 4));
        given("delta2", &delta2)
            .and("w2", &w2)
            .got(hidden_gradient(&delta2, &w2))
            .expect_gradient_of(|h| (plain::extended(h).dot(&w2.t()) * &delta2).sum(), &h);
    });
}

/// The biases of the outputs have no part in it.
#[test]
fn the_bias_sends_nothing_back() {
    TASK.grade(1, || {
        let mut random = Random::seeded(69);
        let (delta2, mut w2) = (random.matrix(4, 2), random.matrix(2, 4));
        let without_bias = delta2.dot(&w2.slice_axis(ndarray::Axis(1), (1..).into()));
        w2.column_mut(0).fill(1000.0);
        given("delta2", &delta2).and("w2", &w2).got(hidden_gradient(&delta2, &w2)).expect(without_bias);
    });
}
