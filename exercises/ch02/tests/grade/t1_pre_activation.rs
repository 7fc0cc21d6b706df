//! # Task 1: the pre-activation
//!
//! Write `pre_activation(w, x)` in `src/steps.rs`: the weighted sum `a = Σᵢ wᵢ xᵢ`. Chapter 1 called it the prediction;
//! for a neuron it is the first of two steps. What the neuron answers is decided in the second, by its activation
//! function. The two have different names because almost every formula of this course needs only one of them.

use ch02::pre_activation;
use ch02_mistakes::t1_pre_activation::{PRE_ACTIVATION, PreActivation};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<PreActivation> = Task {
    title: "The pre-activation",
    functions: &["pre_activation"],
    section: "The first step: the pre-activation",
    yours: pre_activation,
    diagnoses: &[&PRE_ACTIVATION],
};

/// −4·1 + 2·3 + 1·5 = 7. The first feature is the constant 1, so −4 is the bias.
#[test]
fn a_sample_with_two_features_by_hand() {
    TASK.grade(2, |pre_activation| {
        let (w, x) = (array![-4.0, 2.0, 1.0], array![1.0, 3.0, 5.0]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(7.0);
    });
}

/// A pre-activation may be negative: 1·1 − 2·4 − 1·2 = −9.
#[test]
fn negative_sums_stay_negative() {
    TASK.grade(1, |pre_activation| {
        let (w, x) = (array![1.0, -2.0, -1.0], array![1.0, 4.0, 2.0]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(-9.0);
    });
}

/// Features can be negative, zero, and many, weights small and large; the first and the last of them count like the
/// others.
#[test]
fn many_features_are_all_counted() {
    TASK.grade(1, |pre_activation| {
        let mut random = Random::seeded(21);
        for (k, size) in [(1, 1.0), (2, 1e-20), (3, 1e8), (50, 1.0)] {
            let (w, mut x) = (size * random.vector(k), random.vector(k));
            x[k / 2] = 0.0;
            let expected: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
            given("w", &w).and("x", &x).got(pre_activation(&w, &x)).within(0.0, 1e-9).expect(expected);
        }
    });
}

/// With all weights 0 a neuron sees nothing. Training starts from there in task 9. A sum that is 0 on the way, as
/// 2 − 2 is, goes on: 2 − 2 + 12 = 12. A product that is 0 ends it no more: 0 − 2 + 0 + 12 = 10. And with w and x
/// exchanged the sum is the same.
#[test]
fn without_weights_the_sum_is_zero() {
    TASK.grade(1, |pre_activation| {
        let (w, x) = (Array1::zeros(3), array![1.0, 5.1, 1.4]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(0.0);
        let (w, x) = (array![1.0, 2.0, 3.0], array![2.0, -1.0, 4.0]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(12.0);
        let (w, x) = (array![0.0, 2.0, 0.0, 3.0], array![5.0, -1.0, 0.0, 4.0]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(10.0);
        given("w", &x).and("x", &w).got(pre_activation(&x, &w)).expect(10.0);
    });
}

#[test]
fn there_are_as_many_weights_as_features() {
    TASK.grade(1, |pre_activation| {
        let (w, x) = (array![2.0, -1.0], array![1.0, 5.0]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(-3.0);
        for (w, x) in [(array![2.0], x.clone()), (w, array![1.0]), (array![3.0, 1.0, 2.0], x)] {
            given("w", &w).and("x", &x).expect_panic("w and x differ in length", || pre_activation(&w, &x));
        }
    });
}
