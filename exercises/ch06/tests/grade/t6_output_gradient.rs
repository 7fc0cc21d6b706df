//! # Task 6: back to W₂
//!
//! Write `output_gradient(delta2, h)` in `src/backward.rs`. The slopes at the outputs' pre-activations are known. A
//! weight is multiplied with its hidden activation, so its slope is the output's slope times that activation, added up
//! over the samples. In matrix form that is one product; the shapes tell which.

use ch06::output_gradient;
use ch06_mistakes::naive;
use ch06_mistakes::t6_output_gradient::{OUTPUT_GRADIENT, OutputGradient};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<OutputGradient> = Task {
    title: "The slopes of the output layer",
    functions: &["output_gradient"],
    section: "Back to the output weights",
    yours: output_gradient,
    diagnoses: &[&OUTPUT_GRADIENT],
};

/// Two samples, one output, two hidden neurons: 3 · [1, 0.5, 2] − 1 · [1, 4, 6].
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, |output_gradient| {
        let (delta2, h) = (array![[3.0], [-1.0]], array![[1.0, 0.5, 2.0], [1.0, 4.0, 6.0]]);
        given("delta2", &delta2).and("h", &h).got(output_gradient(&delta2, &h)).expect(array![[2.0, -2.5, 0.0]]);
        for delta2 in [array![[3.0]], array![[3.0], [-1.0], [2.0]]] {
            let call = || output_gradient(&delta2, &h);
            given("delta2", &delta2).and("h", &h).expect_panic("delta2 and h differ in their number of rows", call);
        }
    });
}

/// The same batch in other units: no slope is cut off, and none is too small to count.
#[test]
fn no_slope_is_too_small_or_too_large() {
    TASK.grade(1, |output_gradient| {
        for size in [1e-30, 1e30] {
            let (delta2, h) = (array![[3.0], [-1.0]] * size, array![[1.0, 0.5, 2.0], [1.0, 4.0, 6.0]]);
            let gradient = output_gradient(&delta2, &h) / size;
            let inputs = given("delta2", &delta2).and("h", &h);
            inputs.got(gradient).derived("∂E/∂W₂ / size").expect(array![[2.0, -2.5, 0.0]]);
        }
    });
}

/// With as many outputs as there are columns in H a transposed result has the right shape, and the wrong numbers.
#[test]
fn a_square_result_is_not_transposed() {
    TASK.grade(1, |output_gradient| {
        let (delta2, h) = (array![[1.0, 0.0], [2.0, 3.0]], array![[1.0, 5.0], [1.0, -2.0]]);
        given("delta2", &delta2).and("h", &h).got(output_gradient(&delta2, &h)).expect(array![[3.0, 1.0], [3.0, -6.0]]);
    });
}

/// The upstream slopes are random. An output layer with these slopes stands for the function Σ Δ₂ ⊙ (H W₂ᵀ).
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, |output_gradient| {
        let mut random = Random::seeded(66);
        for (n, m, d) in [(6, 3, 4), (2, 5, 3), (1, 2, 2), (4, 4, 3), (3, 2, 1), (3, 1, 2)] {
            let (delta2, h) = (random.matrix(n, m), naive::extended(&random.matrix(n, d)));
            let w2 = random.matrix(m, d + 1);
            given("delta2", &delta2)
                .and("h", &h)
                .got(output_gradient(&delta2, &h))
                .expect_gradient_of(|w2| (h.dot(&w2.t()) * &delta2).sum(), &w2);
        }
    });
}

/// The constant 1 makes the slope of a bias the sum of the slopes at its output. A sample without a slope adds nothing,
/// and does not end the sum.
#[test]
fn the_slope_of_a_bias_is_the_sum_over_the_samples() {
    TASK.grade(1, |output_gradient| {
        let mut random = Random::seeded(67);
        let (mut delta2, h) = (random.matrix(5, 2), Array2::ones((5, 1)));
        delta2.row_mut(2).fill(0.0);
        let expected = Array2::from_shape_fn((2, 1), |(l, _)| delta2.column(l).sum());
        given("delta2", &delta2).and("h", &h).got(output_gradient(&delta2, &h)).expect(expected);
    });
}
