//! # Task 5: a bias for both layers
//!
//! Write `network_with_bias(w1, w2, x, f_h, f_o)` and `parameter_count(k, d, m)` in `src/bias.rs`. The sample brings
//! its constant feature 1 along; the hidden activations have none until the network puts a 1 before them. `W2` has a
//! column more for it: its biases. Then count what there is to learn.

use ch04::{network_with_bias, parameter_count};
use checks::{Random, Task, given};
use ndarray::{Array1, Array2, array};

const TASK: Task = Task {
    title: "A bias for both layers",
    functions: &["network_with_bias", "parameter_count"],
    section: "A bias for both layers",
};

fn relu(a: f64) -> f64 {
    a.max(0.0)
}

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
fn square(a: f64) -> f64 {
    a * a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// A layer in sums, straight from its formula.
fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

/// `[1, h₁, …]`, made here so that this task needs nothing else.
fn one_before(h: &Array1<f64>) -> Array1<f64> {
    std::iter::once(1.0).chain(h.iter().copied()).collect()
}

/// ```text
/// W1 x = [1·1 + 2·5, 3·1 − 1·5] = [11, −2]              [1, h] = [1, 11, 0]
/// W2 [1, h] = [7 − 11 + 0, 1 + 22 + 0] = [−4, 23]       ŷ = its squares = [16, 529]
/// ```
#[test]
fn a_constant_stands_before_the_hidden_activations() {
    TASK.grade(2, || {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[7.0, -1.0, 1.0], [1.0, 2.0, 4.0]]);
        let x = array![1.0, 5.0];
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network_with_bias(&w1, &w2, &x, relu, square))
            .mistake(array![121.0, 484.0], "the bias of the output is missing: column 0 of W2 meets the 1 before h")
            .mistake(array![6084.0, 225.0], "the 1 stands after h: it belongs before it, in entry 0")
            .mistake(array![128.0, 485.0], "the bias is added after f_o: it is part of the sum that f_o is applied to")
            .mistake(array![-4.0, 23.0], "the activation of the output is missing: apply f_o to W2 [1, h]")
            .mistake(array![36.0, 225.0], "the activation of the hidden layer is missing: apply f_h to W1 x")
            .expect(array![16.0, 529.0]);
    });
}

/// The 1 before `h` is not a neuron: it comes after the activation, or it would be f_h(1), which for tanh is 0.76.
#[test]
fn the_constant_does_not_go_through_the_activation() {
    TASK.grade(1, || {
        let (w1, w2, x) = (array![[0.5, -1.0], [0.25, 2.0]], array![[3.0, 1.0, -2.0]], array![1.0, 0.5]);
        let through_f_h = layer(&w2, &one_before(&w1.dot(&x)).mapv(f64::tanh), sigmoid);
        let expected = layer(&w2, &one_before(&layer(&w1, &x, f64::tanh)), sigmoid);
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network_with_bias(&w1, &w2, &x, f64::tanh, sigmoid))
            .mistake(
                through_f_h,
                "the constant goes through the activation: apply f_h to W1 x first, then put the 1 before it",
            )
            .expect(expected);
    });
}

/// Hidden neurons that hear nothing, with tanh(0) = 0: the biases of the outputs are all that is left.
#[test]
fn where_the_hidden_layer_is_silent_the_bias_speaks() {
    TASK.grade(1, || {
        let mut random = Random::seeded(45);
        let (w1, w2, x) = (Array2::zeros((4, 3)), random.matrix(2, 5), random.vector(3));
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network_with_bias(&w1, &w2, &x, f64::tanh, sigmoid))
            .mistake(array![0.5, 0.5], "the bias of the output is missing: column 0 of W2 meets the 1 before h")
            .expect(w2.column(0).mapv(sigmoid));
    });
}

/// Three features, one of them constant, two hidden neurons, one output: 2·3 entries of W1 and 1·(2 + 1) of W2.
#[test]
fn the_parameters_of_the_xor_network_can_be_counted_on_the_fingers() {
    TASK.grade(1, || {
        given("k", &3_usize)
            .and("d", &2_usize)
            .and("m", &1_usize)
            .of("parameter_count")
            .got(parameter_count(3, 2, 1))
            .mistake(8, "the bias of the output is missing: W2 has d + 1 columns")
            .mistake(11, "the constant feature is counted twice: k has it already")
            .mistake(12, "the 1 before h is counted as a neuron: it has no weights of its own, W1 has d rows")
            .mistake(6, "only one of the two matrices is counted, or the sizes are all multiplied: d·k + m·(d + 1)")
            .expect(9);
    });
}

/// A network for handwritten digits: 784 pixels and the constant, 512 hidden neurons, 10 outputs. Keras counts 401,920
/// and 5,130 parameters for its two layers, `Dense(512)` and `Dense(10)`.
#[test]
fn keras_counts_the_same() {
    TASK.grade(1, || {
        given("k", &785_usize)
            .and("d", &512_usize)
            .and("m", &10_usize)
            .of("parameter_count")
            .got(parameter_count(785, 512, 10))
            .mistake(407_040, "the biases of the output are missing: W2 has d + 1 columns")
            .mistake(407_562, "the constant feature is counted twice: k has it already")
            .mistake(407_041, "one bias for all outputs together: each output has its own, so W2 has d + 1 columns")
            .expect(401_920 + 5_130);
    });
}
