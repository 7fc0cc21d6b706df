//! # Task 6: back to W₂
//!
//! Write `output_gradient(delta2, h)` in `src/backward.rs`. The slopes at the outputs' pre-activations are known. A
//! weight is multiplied with its hidden activation, so its slope is the output's slope times that activation, added up
//! over the samples. In matrix form that is one product; the shapes tell which.

use super::plain;
use ch06::output_gradient;
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task {
    title: "The slopes of the output layer",
    functions: &["output_gradient"],
    section: "Back to the output weights",
};

/// Two samples, one output, two hidden neurons: 3 · [1, 0.5, 2] − 1 · [1, 4, 6].
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, || {
        let (delta2, h) = (array![[3.0], [-1.0]], array![[1.0, 0.5, 2.0], [1.0, 4.0, 6.0]]);
        given("delta2", &delta2)
            .and("h", &h)
            .got(output_gradient(&delta2, &h))
            .mistake(
                array![[1.0, -1.25, 0.0]],
                "averaged a second time: `delta2` holds the 1/n already, add the samples up",
            )
            .mistake(
                array![[2.0], [-2.5], [0.0]],
                "this is Hᵀ Δ₂, the transpose: the slopes have the shape of W₂, so the product is Δ₂ᵀ H",
            )
            .mistake(
                array![[-1.0, -4.0, -6.0]],
                "only the last sample is kept: `+=` adds to the slope, `=` overwrites it",
            )
            .mistake(array![[-2.5, 0.0]], "the slope of the bias is missing: keep column 0 of H, the constant 1")
            .expect(array![[2.0, -2.5, 0.0]]);
    });
}

/// With as many outputs as there are columns in H a transposed result has the right shape, and the wrong numbers.
#[test]
fn a_square_result_is_not_transposed() {
    TASK.grade(1, || {
        let (delta2, h) = (array![[1.0, 0.0], [2.0, 3.0]], array![[1.0, 5.0], [1.0, -2.0]]);
        given("delta2", &delta2)
            .and("h", &h)
            .got(output_gradient(&delta2, &h))
            .mistake(
                array![[3.0, 3.0], [1.0, -6.0]],
                "this is Hᵀ Δ₂, the transpose: the slopes have the shape of W₂, so the product is Δ₂ᵀ H",
            )
            .mistake(
                array![[1.0, 5.0], [5.0, 4.0]],
                "this is Δ₂ H: samples stand in the rows of both, so the product that adds them up is Δ₂ᵀ H",
            )
            .mistake(
                array![[1.0, 1.0], [17.0, -4.0]],
                "this is Δ₂ Hᵀ, which pairs samples with samples: the product that adds them up is Δ₂ᵀ H",
            )
            .expect(array![[3.0, 1.0], [3.0, -6.0]]);
    });
}

/// The upstream slopes are random. An output layer with these slopes stands for the function Σ Δ₂ ∘ (H W₂ᵀ).
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, || {
        let mut random = Random::seeded(66);
        let (delta2, h, w2) = (random.matrix(6, 3), plain::extended(&random.matrix(6, 4)), random.matrix(3, 5));
        given("delta2", &delta2)
            .and("h", &h)
            .got(output_gradient(&delta2, &h))
            .expect_gradient_of(|w2| (h.dot(&w2.t()) * &delta2).sum(), &w2);
    });
}

/// The constant 1 makes the slope of a bias the sum of the slopes at its output.
#[test]
fn the_slope_of_a_bias_is_the_sum_over_the_samples() {
    TASK.grade(1, || {
        let mut random = Random::seeded(67);
        let (delta2, h) = (random.matrix(5, 2), Array2::ones((5, 1)));
        let expected = Array2::from_shape_fn((2, 1), |(l, _)| delta2.column(l).sum());
        given("delta2", &delta2).and("h", &h).got(output_gradient(&delta2, &h)).expect(expected);
    });
}
