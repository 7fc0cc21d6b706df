//! # Task 2: the whole hidden layer
//!
//! Write `hidden_layer(w1, x, f_h)` in `src/sums.rs`: task 1 for every row of `W1`, and all activations together in one
//! vector. There are as many of them as `W1` has rows, however many features there are.

use ch04::hidden_layer;
use ch04_mistakes::t2_hidden_layer::{HIDDEN_LAYER, HiddenLayer, layer, sigmoid, square};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<HiddenLayer> = Task {
    title: "The whole hidden layer",
    functions: &["hidden_layer"],
    section: "The whole hidden layer",
    yours: hidden_layer,
    diagnoses: &[&HIDDEN_LAYER],
};

/// Neuron 0 adds up 1·10 + 2·1 = 12, neuron 1 adds up 3·10 − 1·1 = 29; both sums are squared.
#[test]
fn a_layer_by_hand() {
    TASK.grade(2, |hidden_layer| {
        let (w1, x) = (array![[1.0, 2.0], [3.0, -1.0]], array![10.0, 1.0]);
        given("w1", &w1).and("x", &x).got(hidden_layer(&w1, &x, square)).expect(array![144.0, 841.0]);
    });
}

/// More neurons than features, and fewer: a layer may widen or narrow what comes in.
#[test]
fn there_are_as_many_activations_as_rows() {
    TASK.grade(2, |hidden_layer| {
        let mut random = Random::seeded(42);
        for (d, k) in [(5, 2), (2, 5), (1, 3), (3, 1)] {
            let (w1, x) = (random.matrix(d, k), random.vector(k));
            let expected = layer(&w1, &x, f64::tanh);
            given("w1", &w1).and("x", &x).got(hidden_layer(&w1, &x, f64::tanh)).expect(expected);
        }
    });
}

/// The sums are 140, 14 and −9 times a size, and none is cut off. The weights are the transpose of an array, which
/// keeps its place in memory, and is read in another order.
#[test]
fn no_sum_is_too_small_or_too_large() {
    TASK.grade(1, |hidden_layer| {
        let x = array![2.0, -1.0, 3.0];
        for size in [1e-30, 1.0, 1e30] {
            let w1 = (array![[0.0, 7.0, -3.0], [-140.0, 0.0, 3.0], [0.0, 0.0, 0.0]] * size).reversed_axes();
            let yours = hidden_layer(&w1, &x, |a| 2.0 * a) / size;
            given("w1", &w1).and("x", &x).got(yours).derived("h / size").expect(array![280.0, 28.0, -18.0]);
        }
    });
}

/// If a row of `W1` moves, its neuron moves, and takes its activation along: the order of hidden neurons has no
/// meaning.
#[test]
fn rows_that_change_places_take_their_activations_along() {
    TASK.grade(1, |hidden_layer| {
        let (w1, x) = (array![[0.5, -1.0], [2.0, 1.0], [-0.5, 0.25]], array![1.0, 2.0]);
        let moved = array![[-0.5, 0.25], [0.5, -1.0], [2.0, 1.0]];
        let h = layer(&w1, &x, sigmoid);
        given("w1", &moved).and("x", &x).got(hidden_layer(&moved, &x, sigmoid)).expect(array![h[2], h[0], h[1]]);
    });
}

/// The neuron in the middle hears nothing, and a feature is 0: σ(0) = ½ all the same, and the last neuron
/// answers too. So it does where the middle one is at tanh(0) = 0.
#[test]
fn a_neuron_that_hears_nothing_does_not_end_the_layer() {
    TASK.grade(1, |hidden_layer| {
        let (w1, x) = (array![[-2.0, 1.0, 0.5], [0.0, 3.0, 0.0], [1.5, -4.0, 1.0]], array![1.0, 0.0, -2.0]);
        let expected = array![sigmoid(-3.0), 0.5, sigmoid(-0.5)];
        given("w1", &w1).and("x", &x).got(hidden_layer(&w1, &x, sigmoid)).expect(expected);
        let expected = array![(-3.0_f64).tanh(), 0.0, (-0.5_f64).tanh()];
        given("w1", &w1).and("x", &x).got(hidden_layer(&w1, &x, f64::tanh)).expect(expected);
    });
}

/// Three features need samples of three features: with one it would not be clear which it is.
#[test]
fn a_sample_of_another_length_is_refused() {
    TASK.grade(1, |hidden_layer| {
        let w1 = array![[1.0, 2.0, 3.0], [-1.0, 0.5, 4.0]];
        let x = array![2.0, -1.0, 3.0];
        given("w1", &w1).and("x", &x).got(hidden_layer(&w1, &x, square)).expect(array![81.0, 90.25]);
        for x in [array![2.0], array![2.0, -1.0], array![2.0, -1.0, 3.0, 1.0], array![]] {
            let call = || hidden_layer(&w1, &x, square);
            given("w1", &w1).and("x", &x).expect_panic("x has not a feature for each column of w1", call);
        }
    });
}
