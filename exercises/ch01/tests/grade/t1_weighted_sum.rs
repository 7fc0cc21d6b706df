//! # Task 1: the weighted sum
//!
//! Write `weighted_sum(w, x)` in `src/model.rs`. A linear model gives each feature a weight and adds up the products:
//! with two features, `w[0] * x[0] + w[1] * x[1]`. The same loop must work for any number of features.

use ch01::weighted_sum;
use ch01_mistakes::t1_weighted_sum::{WEIGHTED_SUM, WeightedSum};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<WeightedSum> = Task {
    title: "The weighted sum",
    functions: &["weighted_sum"],
    section: "The weighted sum",
    yours: weighted_sum,
    diagnoses: &[&WEIGHTED_SUM],
};

/// 2·10 + 3·1 + 5·3 = 38.
#[test]
fn a_few_features_by_hand() {
    TASK.grade(1, |weighted_sum| {
        let (w, x) = (array![2.0, 3.0, 5.0], array![10.0, 1.0, 3.0]);
        given("w", &w).and("x", &x).got(weighted_sum(&w, &x)).expect(38.0);
    });
}

#[test]
fn a_single_feature_is_scaled_by_its_weight() {
    TASK.grade(1, |weighted_sum| {
        let (w, x) = (array![-0.5], array![4.0]);
        given("w", &w).and("x", &x).got(weighted_sum(&w, &x)).expect(-2.0);
    });
}

/// Features can be negative, zero, and many; the first and the last of them count like the others.
#[test]
fn a_hundred_features_are_all_counted() {
    TASK.grade(1, |weighted_sum| {
        let mut random = Random::seeded(11);
        let (mut w, mut x) = (random.vector(100), random.vector(100));
        (w[30], x[40]) = (0.0, 0.0);
        let expected: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
        given("w", &w).and("x", &x).got(weighted_sum(&w, &x)).expect(expected);
    });
}

/// Very small numbers are no zeros, and very large ones have no upper limit.
#[test]
fn no_number_is_too_small_or_too_large() {
    TASK.grade(1, |weighted_sum| {
        for size in [1e-30, 1e30] {
            let (w, x) = (array![3.0, -0.5], array![2.0 * size, 4.0 * size]);
            given("w", &w)
                .and("x", &x)
                .got(weighted_sum(&w, &x) / size)
                .derived("weighted_sum(w, x) / size")
                .expect(4.0);
        }
    });
}

#[test]
fn without_features_the_sum_is_zero() {
    TASK.grade(1, |weighted_sum| {
        let nothing: Array1<f64> = array![];
        given("w", &nothing).and("x", &nothing).got(weighted_sum(&nothing, &nothing)).expect(0.0);
    });
}

/// ndarray stretches an array of length 1 to the length of the other one: here that would hide a mistake.
#[test]
fn each_weight_needs_a_feature() {
    TASK.grade(1, |weighted_sum| {
        let (w, x) = (array![2.0, -1.0], array![3.0, 4.0]);
        given("w", &w).and("x", &x).got(weighted_sum(&w, &x)).expect(2.0);
        for x in [array![3.0], array![3.0, 4.0, 5.0]] {
            given("w", &w).and("x", &x).expect_panic("w and x differ in length", || weighted_sum(&w, &x));
            given("w", &x).and("x", &w).expect_panic("w and x differ in length", || weighted_sum(&x, &w));
        }
    });
}
