//! # Task 1: one hidden neuron
//!
//! Write `hidden_activation(w1, x, j, f_h)` in `src/sums.rs`. A hidden neuron is the neuron of chapter 2: a weighted
//! sum of the features, then an activation. New is that there are several, so that a weight needs two indices:
//! `w1[[j, i]]` leads *to* hidden neuron `j` *from* feature `i`.

use ch04::hidden_activation;
use ch04_mistakes::t1_hidden_activation::{HIDDEN_ACTIVATION, HiddenActivation, sigmoid, square};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<HiddenActivation> = Task {
    title: "One hidden neuron",
    functions: &["hidden_activation"],
    section: "One hidden neuron",
    yours: hidden_activation,
    diagnoses: &[&HIDDEN_ACTIVATION],
};

/// Neuron 1 has the weights 3, −1 and 2: 3·10 − 1·1 + 2·4 = 37, and the activation is the square, 37² = 1369.
#[test]
fn a_neuron_by_hand() {
    TASK.grade(2, |hidden_activation| {
        let (w1, x, j) = (array![[1.0, 2.0, 5.0], [3.0, -1.0, 2.0], [0.0, 1.0, 1.0]], array![10.0, 1.0, 4.0], 1);
        let yours = hidden_activation(&w1, &x, j, square);
        given("w1", &w1).and("x", &x).and("j", &j).got(yours).expect(1369.0);
    });
}

/// Two neurons with two features: 3·10 − 1·1 = 29, and 29² = 841. Then one neuron, and one feature.
#[test]
fn row_and_column_are_told_apart() {
    TASK.grade(1, |hidden_activation| {
        for (w1, x, j) in [
            (array![[1.0, 2.0], [3.0, -1.0]], array![10.0, 1.0], 1),
            (array![[3.0, -1.0]], array![10.0, 1.0], 0),
            (array![[1.0], [-2.9]], array![10.0], 1),
        ] {
            let yours = hidden_activation(&w1, &x, j, square);
            given("w1", &w1).and("x", &x).and("j", &j).got(yours).expect(841.0);
        }
    });
}

/// Three neurons look at the same features, each through its own row of weights: four features, then two. One of them
/// may be 0.
#[test]
fn each_neuron_has_its_own_row_of_weights() {
    TASK.grade(1, |hidden_activation| {
        let mut random = Random::seeded(41);
        for k in [4, 2] {
            let (w1, mut x) = (random.matrix(3, k), random.vector(k));
            x[k / 2 - 1] = 0.0;
            for j in 0..3 {
                let sum: f64 = (0..k).map(|i| w1[[j, i]] * x[i]).sum();
                let yours = hidden_activation(&w1, &x, j, sigmoid);
                given("w1", &w1).and("x", &x).and("j", &j).got(yours).expect(sigmoid(sum));
            }
        }
    });
}

/// The constant feature stands in entry 0. With all other features at 0, the weight in column 0 is all that the neuron
/// hears: its bias.
#[test]
fn column_0_holds_the_bias() {
    TASK.grade(1, |hidden_activation| {
        let (w1, x, j) = (array![[0.5, 7.0, 7.0], [-1.5, 8.0, 9.0]], array![1.0, 0.0, 0.0], 1);
        let yours = hidden_activation(&w1, &x, j, f64::tanh);
        given("w1", &w1).and("x", &x).and("j", &j).got(yours).expect((-1.5_f64).tanh());
    });
}

/// A neuron that hears nothing is not silent: σ(0) = ½.
#[test]
fn without_weights_the_activation_of_zero_remains() {
    TASK.grade(1, |hidden_activation| {
        let (w1, x, j) = (Array2::zeros((2, 3)), array![4.0, -5.0, 6.0], 0);
        let yours = hidden_activation(&w1, &x, j, sigmoid);
        given("w1", &w1).and("x", &x).and("j", &j).got(yours).expect(0.5);
    });
}

/// The sums are 140, 14 and −9 times a size: none is cut off, and a weight of 0 does not end one. The weights are the
/// transpose of an array, which keeps its place in memory, and is read in another order.
#[test]
fn no_sum_is_too_small_or_too_large() {
    TASK.grade(1, |hidden_activation| {
        let x = array![2.0, -1.0, 3.0];
        for size in [1e-30, 1.0, 1e30] {
            let w1 = (array![[0.0, 7.0, -3.0], [-140.0, 0.0, 3.0], [0.0, 0.0, 0.0]] * size).reversed_axes();
            for (j, sum) in [140.0, 14.0, -9.0].into_iter().enumerate() {
                let yours = hidden_activation(&w1, &x, j, |a| 2.0 * a) / size;
                let inputs = given("w1", &w1).and("x", &x).and("j", &j);
                inputs.got(yours).derived("the activation / size").expect(2.0 * sum);
            }
        }
    });
}

/// With two neurons and three features there is no neuron 2, and a sample of any other length does not fit.
#[test]
fn what_does_not_fit_is_refused() {
    TASK.grade(1, |hidden_activation| {
        let w1 = array![[1.0, 2.0, 3.0], [-1.0, 0.5, 4.0]];
        let x = array![2.0, -1.0, 3.0];
        given("w1", &w1).and("x", &x).and("j", &0_usize).got(hidden_activation(&w1, &x, 0, square)).expect(81.0);
        for j in [2, 3] {
            let call = || hidden_activation(&w1, &x, j, square);
            given("w1", &w1).and("x", &x).and("j", &j).expect_panic("there is no neuron j", call);
        }
        for x in [array![2.0], array![2.0, -1.0], array![2.0, -1.0, 3.0, 1.0], array![]] {
            let call = || hidden_activation(&w1, &x, 1, square);
            given("w1", &w1)
                .and("x", &x)
                .and("j", &1_usize)
                .expect_panic("x has not a feature for each column of w1", call);
        }
    });
}
