//! # Task 2: the matrix form
//!
//! Write `predict(w, x)` in `src/model.rs`: the prediction of task 1, now as one product of vectors, `ŷ = wᵀx`. ndarray
//! calls it `dot`. From here on, formulas with vectors and matrices replace loops: they are shorter, and faster.

use ch01::predict;
use ch01_mistakes::t2_predict::{PREDICT, Predict};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<Predict> = Task {
    title: "The matrix form",
    functions: &["predict"],
    section: "The matrix form",
    yours: predict,
    diagnoses: &[&PREDICT],
};

#[test]
fn a_sample_by_hand() {
    TASK.grade(1, |predict| {
        let (w, x) = (array![1.0, -2.0, 0.5], array![4.0, 1.0, 6.0]);
        given("w", &w).and("x", &x).got(predict(&w, &x)).expect(5.0);
    });
}

/// 2·4 + 0.25·0 − 3·5 = −7. A 0 adds nothing, wherever it stands. Where there is one feature, the sum is its product.
#[test]
fn a_prediction_can_be_negative() {
    TASK.grade(1, |predict| {
        for (w, x) in [
            (array![2.0, 0.25, -3.0], array![4.0, 0.0, 5.0]),
            (array![0.25, 2.0, 0.0, -3.0], array![0.0, 4.0, 3.0, 5.0]),
            (array![-2.0], array![3.5]),
        ] {
            given("w", &w).and("x", &x).got(predict(&w, &x)).expect(-7.0);
        }
    });
}

/// Doubling a sample doubles the prediction, and the prediction for a sum of two samples is the sum of their
/// predictions. That is what *linear* means.
#[test]
fn the_prediction_is_linear_in_the_sample() {
    TASK.grade(2, |predict| {
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

/// In other units, very small or very large, the same prediction comes out in these units.
#[test]
fn no_number_is_too_small_or_too_large() {
    TASK.grade(1, |predict| {
        for size in [1e-30, 1e30] {
            let (w, x) = (array![3.0, -5.0], array![2.0 * size, 4.0 * size]);
            given("w", &w).and("x", &x).got(predict(&w, &x) / size).derived("predict(w, x) / size").expect(-14.0);
        }
    });
}

/// ndarray's `*` stretches an array of length 1 to the length of the other one: here that would hide a mistake.
#[test]
fn each_weight_needs_a_feature() {
    TASK.grade(1, |predict| {
        let (w, x) = (array![2.0, -1.0], array![3.0, 4.0]);
        given("w", &w).and("x", &x).got(predict(&w, &x)).expect(2.0);
        for x in [array![3.0], array![3.0, 4.0, 5.0]] {
            given("w", &w).and("x", &x).expect_panic("w and x differ in length", || predict(&w, &x));
            given("w", &x).and("x", &w).expect_panic("w and x differ in length", || predict(&x, &w));
        }
    });
}
