//! # Task 1: one hidden neuron
//!
//! Write `hidden_activation(w1, x, j, f_h)` in `src/sums.rs`. A hidden neuron is the neuron of chapter 2: a weighted
//! sum of the features, then an activation. New is that there are several, so that a weight needs two indices:
//! `w1[[j, i]]` leads *to* hidden neuron `j` *from* feature `i`.

use ch04::hidden_activation;
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task { title: "One hidden neuron", functions: &["hidden_activation"], section: "One hidden neuron" };

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
fn square(a: f64) -> f64 {
    a * a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// Neuron 1 has the weights 3, −1 and 2: 3·10 − 1·1 + 2·4 = 37, and the activation is the square, 37² = 1369.
#[test]
fn a_neuron_by_hand() {
    TASK.grade(2, || {
        let (w1, x) = (array![[1.0, 2.0, 5.0], [3.0, -1.0, 2.0], [0.0, 1.0, 1.0]], array![10.0, 1.0, 4.0]);
        given("w1", &w1)
            .and("x", &x)
            .and("j", &1_usize)
            .got(hidden_activation(&w1, &x, 1, square))
            .mistake(37.0, "the activation is missing: this is the sum, apply f_h to it")
            .mistake(1024.0, "this is neuron 0: take row j of W1")
            .mistake(529.0, "row and column are swapped: the weight to neuron j from feature i is w1[[j, i]]")
            .mistake(965.0, "f_h is applied to each product: add up first, then apply it once to the sum")
            .mistake(331.0, "f_h is applied to the features: add up first, then apply it once to the sum")
            .mistake(841.0, "the last feature is left out: the loop runs over the features, `0..x.len()`")
            .mistake(49.0, "feature 0 is left out: the sum starts at index 0")
            .mistake(64.0, "only the last product is kept: `+=` adds to the sum, `=` overwrites it")
            .expect(1369.0);
    });
}

/// Two neurons with two features: 3·10 − 1·1 = 29, and 29² = 841.
#[test]
fn row_and_column_are_told_apart() {
    TASK.grade(1, || {
        let (w1, x) = (array![[1.0, 2.0], [3.0, -1.0]], array![10.0, 1.0]);
        given("w1", &w1)
            .and("x", &x)
            .and("j", &1_usize)
            .got(hidden_activation(&w1, &x, 1, square))
            .mistake(29.0, "the activation is missing: this is the sum, apply f_h to it")
            .mistake(901.0, "f_h is applied to each product: add up first, then apply it once to the sum")
            .mistake(299.0, "f_h is applied to the features: add up first, then apply it once to the sum")
            .mistake(361.0, "row and column are swapped: the weight to neuron j from feature i is w1[[j, i]]")
            .mistake(1.0, "only one product is kept: start at index 0, and add each product to the sum with `+=`")
            .expect(841.0);
    });
}

/// Three neurons look at the same four features, each through its own row of weights.
#[test]
fn each_neuron_has_its_own_row_of_weights() {
    TASK.grade(1, || {
        let mut random = Random::seeded(41);
        let (w1, x) = (random.matrix(3, 4), random.vector(4));
        for j in 0..3 {
            let sum_of = |entries: usize| -> f64 { (0..entries).map(|i| w1[[j, i]] * x[i]).sum() };
            let sum = sum_of(4);
            given("w1", &w1)
                .and("x", &x)
                .and("j", &j)
                .got(hidden_activation(&w1, &x, j, sigmoid))
                .mistake(sum, "the activation is missing: this is the sum, apply f_h to it")
                .mistake(
                    sigmoid(sum_of(3)),
                    "the last feature is left out: the loop runs over the features, `0..x.len()`",
                )
                .expect(sigmoid(sum));
        }
    });
}

/// The constant feature stands in entry 0. With all other features at 0, the weight in column 0 is all that the neuron
/// hears: its bias.
#[test]
fn column_0_holds_the_bias() {
    TASK.grade(1, || {
        let (w1, x) = (array![[0.5, 7.0, 7.0], [-1.5, 8.0, 9.0]], array![1.0, 0.0, 0.0]);
        given("w1", &w1)
            .and("x", &x)
            .and("j", &1_usize)
            .got(hidden_activation(&w1, &x, 1, f64::tanh))
            .mistake((-1.5_f64 + 1.0).tanh(), "the sum starts at 1: start from 0.0")
            .mistake(
                0.0,
                "feature 0 is left out, the constant: the sum starts at index 0, and `+=` adds each product to it",
            )
            .expect((-1.5_f64).tanh());
    });
}

/// A neuron that hears nothing is not silent: σ(0) = ½.
#[test]
fn without_weights_the_activation_of_zero_remains() {
    TASK.grade(1, || {
        let (w1, x) = (Array2::zeros((2, 3)), array![4.0, -5.0, 6.0]);
        given("w1", &w1)
            .and("x", &x)
            .and("j", &0_usize)
            .got(hidden_activation(&w1, &x, 0, sigmoid))
            .mistake(0.0, "the activation is missing: f_h is applied even if the sum is 0")
            .mistake(1.5, "f_h is applied to each product: add up first, then apply it once to the sum")
            .expect(0.5);
    });
}
