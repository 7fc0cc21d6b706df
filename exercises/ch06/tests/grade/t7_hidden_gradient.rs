//! # Task 7: back through W₂
//!
//! Write `hidden_gradient(delta2, w2)` in `src/backward.rs`. Nothing says what a hidden neuron should have answered.
//! But each output has a slope, and the weights say how much a hidden activation had to do with it: the same weights
//! carry the slopes back. The constant 1 has nothing before it, so its column is left out.

use ch06::hidden_gradient;
use ch06_mistakes::naive;
use ch06_mistakes::t7_hidden_gradient::{HIDDEN_GRADIENT, HiddenGradient};
use checks::{Random, Task, given};
use ndarray::{Axis, array};

const TASK: Task<HiddenGradient> = Task {
    title: "The slopes of the hidden activations",
    functions: &["hidden_gradient"],
    section: "Back through the output weights",
    yours: hidden_gradient,
    diagnoses: &[&HIDDEN_GRADIENT],
};

/// One output: each hidden neuron gets the output's slope times its weight. The bias 7 gets nothing.
#[test]
fn two_samples_by_hand() {
    TASK.grade(2, |hidden_gradient| {
        let (delta2, w2) = (array![[2.0], [-1.0]], array![[7.0, 3.0, 0.5]]);
        let gradient = hidden_gradient(&delta2, &w2);
        given("delta2", &delta2).and("w2", &w2).got(gradient).expect(array![[6.0, 1.0], [-3.0, -0.5]]);
        for w2 in [array![[7.0, 3.0], [1.0, 2.0]], array![[7.0, 3.0], [1.0, 2.0], [0.5, 4.0]]] {
            let call = || hidden_gradient(&delta2, &w2);
            given("delta2", &delta2)
                .and("w2", &w2)
                .expect_panic("delta2 does not have as many columns as w2 has rows", call);
        }
    });
}

/// The same samples in other units: no slope is cut off, and none is too small to count.
#[test]
fn no_slope_is_too_small_or_too_large() {
    TASK.grade(1, |hidden_gradient| {
        for size in [1e-30, 1e30] {
            let (delta2, w2) = (array![[2.0], [-1.0]] * size, array![[7.0, 3.0, 0.5]]);
            let gradient = hidden_gradient(&delta2, &w2) / size;
            let inputs = given("delta2", &delta2).and("w2", &w2);
            inputs.got(gradient).derived("∂E/∂H / size").expect(array![[6.0, 1.0], [-3.0, -0.5]]);
        }
    });
}

/// With two hidden neurons and three outputs W₂ is square, so a transposed one fits too, and is wrong. With three of
/// them, W₂ without its column 0 is.
#[test]
fn a_square_matrix_is_not_transposed() {
    TASK.grade(1, |hidden_gradient| {
        let delta2 = array![[1.0, 0.0, 2.0]];
        let w2 = array![[9.0, 1.0, 2.0], [8.0, 3.0, 4.0], [7.0, 5.0, 6.0]];
        let gradient = hidden_gradient(&delta2, &w2);
        given("delta2", &delta2).and("w2", &w2).got(gradient).expect(array![[11.0, 14.0]]);
        let w2 = array![[0.0, 9.0, 1.0, 2.0], [0.0, 8.0, 3.0, 4.0], [0.0, 7.0, 5.0, 6.0]];
        let gradient = hidden_gradient(&delta2, &w2);
        given("delta2", &delta2).and("w2", &w2).got(gradient).expect(array![[23.0, 11.0, 14.0]]);
    });
}

/// The upstream slopes are random. An output layer with these slopes stands for the function Σ Δ₂ ⊙ ([1, H] W₂ᵀ).
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, |hidden_gradient| {
        let mut random = Random::seeded(68);
        for (n, m, d) in [(6, 3, 4), (3, 3, 3), (2, 5, 1), (4, 1, 2)] {
            let (delta2, w2, h) = (random.matrix(n, m), random.matrix(m, d + 1), random.matrix(n, d));
            given("delta2", &delta2)
                .and("w2", &w2)
                .got(hidden_gradient(&delta2, &w2))
                .expect_gradient_of(|h| (naive::extended(h).dot(&w2.t()) * &delta2).sum(), &h);
        }
    });
}

/// The biases of the outputs have no part in it.
#[test]
fn the_bias_sends_nothing_back() {
    TASK.grade(1, |hidden_gradient| {
        let mut random = Random::seeded(69);
        let (delta2, mut w2) = (random.matrix(4, 2), random.matrix(2, 4));
        let without_bias = delta2.dot(&w2.slice_axis(Axis(1), (1..).into()));
        w2.column_mut(0).fill(1000.0);
        given("delta2", &delta2).and("w2", &w2).got(hidden_gradient(&delta2, &w2)).expect(without_bias);
    });
}
