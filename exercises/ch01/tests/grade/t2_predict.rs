//! # Task 2: the matrix form
//!
//! Write `predict(w, x)` in `src/model.rs`: the prediction of task 1, now as one product of vectors, `ŷ = wᵀx`. ndarray
//! calls it `dot`. From here on, formulas with vectors and matrices replace loops: they are shorter, and faster.

use ch01::predict;
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task { title: "The matrix form", functions: &["predict"], section: "The matrix form" };

#[test]
fn a_sample_by_hand() {
    TASK.grade(1, || {
        let (w, x) = (array![1.0, -2.0, 0.5], array![4.0, 1.0, 6.0]);
        given("w", &w)
            .and("x", &x)
            .got(predict(&w, &x))
            .mistake(11.0, "features are added without their weights: multiply each xᵢ by its wᵢ")
            .mistake(-0.5 * 11.0, "the sum of the weights times the sum of the features: multiply first, then add")
            .expect(5.0);
    });
}

/// Doubling a sample doubles the prediction, and the prediction for a sum of two samples is the sum of their
/// predictions. That is what *linear* means.
#[test]
fn the_prediction_is_linear_in_the_sample() {
    TASK.grade(2, || {
        let mut random = Random::seeded(12);
        let (w, u, v) = (random.vector(5), random.vector(5), random.vector(5));
        let x = 2.0 * &u + &v;
        let expected: f64 = (0..5).map(|i| w[i] * (2.0 * u[i] + v[i])).sum();
        given("w", &w).and("x", &x).got(predict(&w, &x)).expect(expected);
        given("w", &w)
            .and("x", &x)
            .got(2.0 * predict(&w, &u) + predict(&w, &v))
            .derived("2 predict(w, u) + predict(w, v)")
            .expect(expected);
    });
}
