//! # Task 1: the pre-activation
//!
//! Write `pre_activation(w, x)` in `src/steps.rs`: the weighted sum `a = Σᵢ wᵢ xᵢ`. Chapter 1 called it the prediction;
//! for a neuron it is the first of two steps. What the neuron answers is decided in the second, by its activation
//! function. The two have different names because almost every formula of this course needs only one of them.

use ch02::pre_activation;
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task =
    Task { title: "The pre-activation", functions: &["pre_activation"], section: "The first step: the pre-activation" };

/// −4·1 + 2·3 + 1·5 = 7. The first feature is the constant 1, so −4 is the bias.
#[test]
fn a_sample_with_two_features_by_hand() {
    TASK.grade(2, || {
        let (w, x) = (array![-4.0, 2.0, 1.0], array![1.0, 3.0, 5.0]);
        given("w", &w)
            .and("x", &x)
            .got(pre_activation(&w, &x))
            .mistake(1.0, "the activation is applied already: this step is the sum alone, `sign` comes afterwards")
            .mistake(
                1.0 / (1.0 + (-7.0_f64).exp()),
                "the activation is applied already: this step is the sum alone, `sigmoid` comes afterwards",
            )
            .mistake(3.0, "w[0] is already in the sum: the first feature is 1, so the bias is one of the products")
            .mistake(11.0, "the bias is forgotten: the first weight counts too, since the first feature is 1")
            .mistake(6.0, "the first and the last feature are left out: the index runs over all of 0..k")
            .mistake(2.0, "the last feature is left out: the index runs over all of 0..k")
            .mistake(9.0, "features are added without their weights: multiply each xᵢ by its wᵢ")
            .mistake(-9.0, "the sum of the weights times the sum of the features: multiply first, then add")
            .expect(7.0);
    });
}

/// A pre-activation may be negative: 1·1 − 2·4 − 1·2 = −9.
#[test]
fn negative_sums_stay_negative() {
    TASK.grade(1, || {
        let (w, x) = (array![1.0, -2.0, -1.0], array![1.0, 4.0, 2.0]);
        given("w", &w)
            .and("x", &x)
            .got(pre_activation(&w, &x))
            .mistake(-1.0, "the activation is applied already: this step is the sum alone, `sign` comes afterwards")
            .mistake(0.0, "a negative sum was cut off at 0: this step returns the sum as it is")
            .expect(-9.0);
    });
}

#[test]
fn many_features_are_all_counted() {
    TASK.grade(1, || {
        let mut random = Random::seeded(21);
        let (w, x) = (random.vector(50), random.vector(50));
        let expected: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
        given("w", &w)
            .and("x", &x)
            .got(pre_activation(&w, &x))
            .mistake(expected - w[0] * x[0], "the bias is forgotten: the first weight counts too")
            .mistake(expected - w[49] * x[49], "the last feature is left out: the index runs over all of 0..k")
            .expect(expected);
    });
}

/// With all weights 0 a neuron sees nothing. Training starts from there in task 9.
#[test]
fn without_weights_the_sum_is_zero() {
    TASK.grade(1, || {
        let (w, x) = (Array1::zeros(3), array![1.0, 5.1, 1.4]);
        given("w", &w).and("x", &x).got(pre_activation(&w, &x)).expect(0.0);
    });
}
