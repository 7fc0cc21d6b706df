//! # Task 5: a bias for both layers
//!
//! Write `network_with_bias(w1, w2, x, f_h, f_o)` and `parameter_count(k, d, m)` in `src/bias.rs`. The sample brings
//! its constant feature 1 along; the hidden activations have none until the network puts a 1 before them. `W2` has a
//! column more for it: its biases. Then count what there is to learn.

use ch04::{network_with_bias, parameter_count};
use ch04_mistakes::t5_network_with_bias::{
    NETWORK_WITH_BIAS, NetworkWithBias, PARAMETER_COUNT, ParameterCount, layer, one_before, relu, sigmoid, square,
};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<(NetworkWithBias, ParameterCount)> = Task {
    title: "A bias for both layers",
    functions: &["network_with_bias", "parameter_count"],
    section: "A bias for both layers",
    yours: (network_with_bias, parameter_count),
    diagnoses: &[&NETWORK_WITH_BIAS, &PARAMETER_COUNT],
};

/// ```text
/// W1 x = [1·1 + 2·5, 3·1 − 1·5] = [11, −2]              [1, h] = [1, 11, 0]
/// W2 [1, h] = [7 − 11 + 0, 1 + 22 + 0] = [−4, 23]       ŷ = its squares = [16, 529]
/// ```
#[test]
fn a_constant_stands_before_the_hidden_activations() {
    TASK.grade(2, |(network_with_bias, _)| {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[7.0, -1.0, 1.0], [1.0, 2.0, 4.0]]);
        let x = array![1.0, 5.0];
        let y_hat = network_with_bias(&w1, &w2, &x, relu, square);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(array![16.0, 529.0]);
    });
}

/// The 1 before `h` is not a neuron: it comes after the activation, or it would be f_h(1), which for tanh is 0.76.
#[test]
fn the_constant_does_not_go_through_the_activation() {
    TASK.grade(1, |(network_with_bias, _)| {
        let (w1, w2, x) = (array![[0.5, -1.0], [0.25, 2.0]], array![[3.0, 1.0, -2.0]], array![1.0, 0.5]);
        let expected = layer(&w2, &one_before(&layer(&w1, &x, f64::tanh)), sigmoid);
        let y_hat = network_with_bias(&w1, &w2, &x, f64::tanh, sigmoid);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
    });
}

/// Hidden neurons that hear nothing, with tanh(0) = 0: the biases of the outputs are all that is left.
#[test]
fn where_the_hidden_layer_is_silent_the_bias_speaks() {
    TASK.grade(1, |(network_with_bias, _)| {
        let (w1, w2) = (Array2::zeros((4, 3)), Random::seeded(45).matrix(2, 5));
        let x = array![1.0, -0.4, 0.7];
        let expected = w2.column(0).mapv(sigmoid);
        let y_hat = network_with_bias(&w1, &w2, &x, f64::tanh, sigmoid);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
    });
}

/// A neuron that hears nothing still answers: σ(0) = ½ in the hidden layer, and in the output. With tanh(0) = 0 the
/// neurons behind it still count.
#[test]
fn a_sum_of_zero_goes_through_the_activation_too() {
    TASK.grade(1, |(network_with_bias, _)| {
        let (w1, w2) = (array![[0.0, 0.0], [2.0, -1.0]], array![[0.0, 0.0, 0.0], [0.0, 4.0, -3.0], [1.0, 0.5, -2.0]]);
        let x = array![1.0, -1.0];
        for f in [sigmoid, f64::tanh] {
            let y_hat = network_with_bias(&w1, &w2, &x, f, f);
            let (first, second) = (f(0.0), f(3.0));
            let expected = array![f(0.0), f(4.0 * first - 3.0 * second), f(1.0 + 0.5 * first - 2.0 * second)];
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
        }
    });
}

/// With as many outputs as hidden neurons as features, and with other sizes, 1 among them; without f_o the outputs may
/// be negative.
#[test]
fn the_layer_may_be_of_any_size() {
    TASK.grade(1, |(network_with_bias, _)| {
        let mut random = Random::seeded(145);
        for (k, d, m) in [(3, 3, 3), (4, 2, 3), (2, 5, 2), (1, 3, 2), (3, 1, 2), (3, 2, 1)] {
            let (w1, w2, mut x) = (random.matrix(d, k), random.matrix(m, d + 1), random.vector(k));
            x[0] = 1.0;
            let expected = layer(&w2, &one_before(&layer(&w1, &x, sigmoid)), |a| a);
            let y_hat = network_with_bias(&w1, &w2, &x, sigmoid, |a| a);
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(expected);
        }
    });
}

/// For two hidden neurons `W2` needs three columns. Two would leave one without a weight, or all without a bias.
#[test]
fn shapes_that_do_not_fit_are_refused() {
    TASK.grade(1, |(network_with_bias, _)| {
        let (w1, w2) = (array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]], array![[7.0, -1.0, 1.0]]);
        let x = array![1.0, 5.0, 2.0];
        let y_hat = network_with_bias(&w1, &w2, &x, relu, |a| a);
        given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).expect(array![-4.0]);
        for x in [array![1.0], array![1.0, 5.0], array![1.0, 5.0, 2.0, 3.0]] {
            let call = || network_with_bias(&w1, &w2, &x, relu, |a| a);
            given("w1", &w1).and("x", &x).expect_panic("x has not a feature for each column of w1", call);
        }
        for w2 in [array![[2.0]], array![[-1.0, 1.0]], array![[7.0, -1.0, 1.0, 2.0]]] {
            let call = || network_with_bias(&w1, &w2, &x, relu, |a| a);
            given("w1", &w1).and("w2", &w2).expect_panic("w2 has not d + 1 columns", call);
        }
    });
}

/// Three features, one of them constant, two hidden neurons, one output: 2·3 entries of W1 and 1·(2 + 1) of W2.
#[test]
fn the_parameters_of_the_xor_network_can_be_counted_on_the_fingers() {
    TASK.grade(1, |(_, parameter_count)| {
        let (k, d, m) = (3_usize, 2_usize, 1_usize);
        let counted = given("k", &k).and("d", &d).and("m", &m).of("parameter_count");
        counted.got(parameter_count(k, d, m)).expect(9);
    });
}

/// A network for handwritten digits: 784 pixels and the constant, 512 hidden neurons, 10 outputs. Keras counts 401,920
/// and 5,130 parameters for its two layers, `Dense(512)` and `Dense(10)`.
#[test]
fn keras_counts_the_same() {
    TASK.grade(1, |(_, parameter_count)| {
        let (k, d, m) = (785_usize, 512_usize, 10_usize);
        let counted = given("k", &k).and("d", &d).and("m", &m).of("parameter_count");
        counted.got(parameter_count(k, d, m)).expect(401_920 + 5_130);
    });
}
