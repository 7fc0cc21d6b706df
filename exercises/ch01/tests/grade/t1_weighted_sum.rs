//! # Task 1: the weighted sum
//!
//! Write `weighted_sum(w, x)` in `src/model.rs`. A linear model gives each feature a weight and adds up the products:
//! with two features, `w[0] * x[0] + w[1] * x[1]`. The same loop must work for any number of features.

use ch01::weighted_sum;
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task = Task { title: "The weighted sum", functions: &["weighted_sum"], section: "The weighted sum" };

/// 2·10 + 3·1 + 5·3 = 38.
#[test]
fn a_few_features_by_hand() {
    TASK.grade(1, || {
        let (w, x) = (array![2.0, 3.0, 5.0], array![10.0, 1.0, 3.0]);
        given("w", &w)
            .and("x", &x)
            .got(weighted_sum(&w, &x))
            .mistake(14.0, "features are added without their weights: multiply each xᵢ by its wᵢ")
            .mistake(18.0, "the first feature is left out: indices start at 0")
            .mistake(23.0, "the last feature is left out: `0..k` runs up to k − 1, which is the last index")
            .mistake(15.0, "only the last product is kept: `+=` adds to the sum, `=` overwrites it")
            .mistake(20.0, "only the first product is there: does a `return` inside the loop end it?")
            .mistake(900.0, "the products are multiplied together: add them up")
            .mistake(140.0, "every weight meets every feature: only those with the same index belong together")
            .expect(38.0);
    });
}

#[test]
fn a_single_feature_is_scaled_by_its_weight() {
    TASK.grade(1, || {
        let (w, x) = (array![-0.5], array![4.0]);
        given("w", &w).and("x", &x).got(weighted_sum(&w, &x)).expect(-2.0);
    });
}

/// Features can be negative, and many; the first and the last of them count like the others.
#[test]
fn a_hundred_features_are_all_counted() {
    TASK.grade(1, || {
        let mut random = Random::seeded(11);
        let (w, x) = (random.vector(100), random.vector(100));
        let expected: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
        given("w", &w)
            .and("x", &x)
            .got(weighted_sum(&w, &x))
            .mistake(expected - w[0] * x[0], "the first feature is left out: indices start at 0")
            .mistake(
                expected - w[99] * x[99],
                "the last feature is left out: `0..k` runs up to k − 1, which is the last index",
            )
            .mistake(w[99] * x[99], "only the last product is kept: `+=` adds to the sum, `=` overwrites it")
            .mistake(w[0] * x[0], "only the first product is there: does a `return` inside the loop end it?")
            .expect(expected);
    });
}

#[test]
fn without_features_the_sum_is_zero() {
    TASK.grade(1, || {
        let nothing: Array1<f64> = array![];
        given("w", &nothing).and("x", &nothing).got(weighted_sum(&nothing, &nothing)).expect(0.0);
    });
}
