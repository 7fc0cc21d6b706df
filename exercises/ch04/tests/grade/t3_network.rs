//! # Task 3: the network in matrix form
//!
//! Write `network(w1, w2, x, f_h, f_o)` in `src/network.rs`: `h = f_h(W1 x)`, then `ŷ = f_o(W2 h)`. A product with a
//! matrix does all the sums of a layer at once. The second layer treats `h` as the first treats `x`.

use ch04::network;
use ch04_mistakes::t3_network::{NETWORK, Network, identity, layer, relu, sigmoid, square};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<Network> = Task {
    title: "The network in matrix form",
    functions: &["network"],
    section: "The network in matrix form",
    yours: network,
    diagnoses: &[&NETWORK],
};

/// ```text
/// W1 x = [1·1 + 2·5, 3·1 − 1·5] = [11, −2]        h = ReLU of it = [11, 0]
/// W2 h = [−1·11 + 1·0, 2·11 + 4·0] = [−11, 22]    ŷ = its squares = [121, 484]
/// ```
#[test]
fn a_network_by_hand() {
    TASK.grade(2, |network| {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let x = array![1.0, 5.0];
        let y_hat = network(&w1, &w2, &x, relu, square);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(array![121.0, 484.0]);
    });
}

/// For regression the output is a weighted sum of the hidden activations, and can take any value.
#[test]
fn an_output_without_activation_is_not_squeezed() {
    TASK.grade(1, |network| {
        let (w1, w2) = (array![[1.0, -1.0], [0.5, 2.0], [3.0, 1.0]], array![[20.0, -3.0, 8.0], [-9.0, 2.0, -30.0]]);
        let x = array![1.0, 0.5];
        let expected = layer(&w2, &layer(&w1, &x, sigmoid), identity);
        let y_hat = network(&w1, &w2, &x, sigmoid, identity);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
    });
}

/// Four different sizes: each product fits in one way only. Then four that are equal, where others fit too. And
/// where there is one feature, one hidden neuron or one output, both activations are there all the same.
#[test]
fn four_sizes_that_differ() {
    TASK.grade(1, |network| {
        let mut random = Random::seeded(43);
        for (k, d, m) in [(3, 5, 2), (2, 3, 5), (4, 4, 4), (1, 3, 2), (3, 1, 2), (3, 2, 1)] {
            let (w1, w2, x) = (random.matrix(d, k), random.matrix(m, d), random.vector(k));
            let expected = layer(&w2, &layer(&w1, &x, f64::tanh), sigmoid);
            let y_hat = network(&w1, &w2, &x, f64::tanh, sigmoid);
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
        }
    });
}

/// Hidden neurons have no order. Swap two of them, rows of `W1` and columns of `W2`, and you have the same network.
#[test]
fn hidden_neurons_can_change_places() {
    TASK.grade(1, |network| {
        let w1 = array![[0.2, -0.4], [1.5, 0.3], [-0.7, 0.9]];
        let w2 = array![[1.0, -2.0, 0.5], [0.3, 0.8, -1.1]];
        let w1_moved = array![[-0.7, 0.9], [1.5, 0.3], [0.2, -0.4]];
        let w2_moved = array![[0.5, -2.0, 1.0], [-1.1, 0.8, 0.3]];
        let x = array![1.0, -2.0];
        let expected = layer(&w2, &layer(&w1, &x, f64::tanh), sigmoid);
        let y_hat = network(&w1_moved, &w2_moved, &x, f64::tanh, sigmoid);
        given("w1", &w1_moved).and("w2", &w2_moved).and("x", &x).got(y_hat).expect(expected);
    });
}

/// The same network computed by another program: NumPy 2.4.6, `y = 1 / (1 + np.exp(-(w2 @ np.tanh(w1 @ x))))`.
#[test]
fn numpy_gives_the_same_output() {
    TASK.grade(1, |network| {
        let w1 = array![[0.1, -0.3, 0.5], [0.8, 0.2, -0.6], [-0.4, 0.7, 0.9], [0.3, -0.5, 0.2]];
        let w2 = array![[0.6, -0.2, 0.4, -0.7], [-0.1, 0.9, -0.8, 0.5]];
        let x = array![1.0, -2.0, 0.5];
        let expected = array![0.366_925_045_060_760_1, 0.760_903_870_696_808_9];
        let y_hat = network(&w1, &w2, &x, f64::tanh, sigmoid);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
    });
}

/// A neuron that hears nothing still answers: σ(0) = ½ in the hidden layer, and in the output. With tanh(0) = 0 the
/// neurons behind it still count.
#[test]
fn a_sum_of_zero_goes_through_the_activation_too() {
    TASK.grade(1, |network| {
        let (w1, w2) = (array![[0.0, 0.0], [2.0, -1.0]], array![[0.0, 0.0], [4.0, -3.0]]);
        let x = array![1.0, -1.0];
        for f in [sigmoid, f64::tanh] {
            let y_hat = network(&w1, &w2, &x, f, f);
            let expected = array![f(0.0), f(4.0 * f(0.0) - 3.0 * f(3.0))];
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
        }
    });
}

/// h is (11, 0) times a size, and ŷ is (−11, 22) times it: no sum is cut off, neither in the hidden layer nor behind
/// it.
#[test]
fn no_sum_is_too_small_or_too_large() {
    TASK.grade(1, |network| {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        for size in [1e-30, 1e30] {
            let x = array![1.0, 5.0] * size;
            let y_hat = network(&w1, &w2, &x, relu, identity) / size;
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).derived("ŷ / size").expect(array![-11.0, 22.0]);
        }
    });
}

/// A weight for each feature, and one for each hidden neuron: no more, no fewer, and not one for all.
#[test]
fn shapes_that_do_not_fit_are_refused() {
    TASK.grade(1, |network| {
        let (w1, w2) = (array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]], array![[-1.0, 1.0]]);
        let x = array![1.0, 5.0, 2.0];
        let y_hat = network(&w1, &w2, &x, relu, identity);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(array![-11.0]);
        for x in [array![1.0], array![1.0, 5.0], array![1.0, 5.0, 2.0, 3.0]] {
            let call = || network(&w1, &w2, &x, relu, identity);
            given("w1", &w1).and("x", &x).expect_panic("x has not a feature for each column of w1", call);
        }
        for w2 in [array![[2.0]], array![[-1.0, 1.0, 2.0]]] {
            let call = || network(&w1, &w2, &x, relu, identity);
            given("w1", &w1).and("w2", &w2).expect_panic("w2 has not a column for each hidden neuron", call);
        }
    });
}
