//! # Task 3: the network in matrix form
//!
//! Write `network(w1, w2, x, f_h, f_o)` in `src/network.rs`: `h = f_h(W1 x)`, then `ŷ = f_o(W2 h)`. A product with a
//! matrix does all the sums of a layer at once. The second layer treats `h` as the first treats `x`.

use ch04::network;
use checks::{Random, Task, given};
use ndarray::{Array1, Array2, array};

const TASK: Task =
    Task { title: "The network in matrix form", functions: &["network"], section: "The network in matrix form" };

fn identity(a: f64) -> f64 {
    a
}

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

/// ```text
/// W1 x = [1·1 + 2·5, 3·1 − 1·5] = [11, −2]        h = ReLU of it = [11, 0]
/// W2 h = [−1·11 + 1·0, 2·11 + 4·0] = [−11, 22]    ŷ = its squares = [121, 484]
/// ```
#[test]
fn a_network_by_hand() {
    TASK.grade(2, || {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let x = array![1.0, 5.0];
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network(&w1, &w2, &x, relu, square))
            .mistake(
                array![169.0, 196.0],
                "the activation of the hidden layer is missing: this is f_o(W2 W1 x), apply f_h to W1 x first",
            )
            .mistake(
                array![0.0, 196.0],
                "both activations come at the end: apply f_h to W1 x, before the product with W2",
            )
            .mistake(array![-11.0, 22.0], "the activation of the output is missing: apply f_o to W2 h")
            .mistake(array![0.0, 22.0], "the output has the activation of the hidden layer: apply f_o to W2 h, not f_h")
            .mistake(array![0.0, 484.0], "the output has both activations: apply f_o to W2 h, and not f_h as well")
            .mistake(
                array![0.0, 258.0],
                "the activations are swapped: f_h belongs to the hidden layer, f_o to the output",
            )
            .mistake(array![-13.0, 14.0], "no activation is applied: f_h to W1 x, then f_o to W2 h")
            .mistake(array![256.0, 1024.0], "W1 is transposed: the product is W1 x, rows of W1 times x")
            .mistake(array![121.0, 121.0], "W2 is transposed: the product is W2 h, rows of W2 times h")
            .mistake(array![256.0, 256.0], "both matrices are transposed: the products are W1 x and W2 h")
            .mistake(array![2304.0, 100.0], "the layers are swapped: W1 meets x first, then W2 meets h")
            .mistake(array![11.0, 0.0], "this is h: the output layer is missing")
            .expect(array![121.0, 484.0]);
    });
}

/// For regression the output is a weighted sum of the hidden activations, and can take any value.
#[test]
fn an_output_without_activation_is_not_squeezed() {
    TASK.grade(1, || {
        let (w1, w2, x) = (array![[1.0, -1.0], [0.5, 2.0], [3.0, 1.0]], array![[20.0, -3.0, 8.0]], array![1.0, 0.5]);
        let expected = layer(&w2, &layer(&w1, &x, sigmoid), identity);
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network(&w1, &w2, &x, sigmoid, identity))
            .mistake(
                expected.mapv(sigmoid),
                "the output has the activation of the hidden layer: apply f_o to W2 h, not f_h",
            )
            .mistake(
                w2.dot(&w1.dot(&x)),
                "the activation of the hidden layer is missing: this is f_o(W2 W1 x), apply f_h to W1 x first",
            )
            .expect(expected);
    });
}

/// Four different sizes: each product fits in one way only.
#[test]
fn four_sizes_that_differ() {
    TASK.grade(1, || {
        let mut random = Random::seeded(43);
        let (w1, w2, x) = (random.matrix(5, 3), random.matrix(2, 5), random.vector(3));
        given("w1", &w1).and("w2", &w2).and("x", &x).got(network(&w1, &w2, &x, f64::tanh, sigmoid)).expect(layer(
            &w2,
            &layer(&w1, &x, f64::tanh),
            sigmoid,
        ));
    });
}

/// Hidden neurons have no order. Whoever swaps two of them, rows of `W1` and columns of `W2`, has the same network.
#[test]
fn hidden_neurons_can_change_places() {
    TASK.grade(1, || {
        let w1 = array![[0.2, -0.4], [1.5, 0.3], [-0.7, 0.9]];
        let w2 = array![[1.0, -2.0, 0.5], [0.3, 0.8, -1.1]];
        let (w1_moved, w2_moved) =
            (array![[-0.7, 0.9], [1.5, 0.3], [0.2, -0.4]], array![[0.5, -2.0, 1.0], [-1.1, 0.8, 0.3]]);
        let x = array![1.0, -2.0];
        given("w1", &w1_moved)
            .and("w2", &w2_moved)
            .and("x", &x)
            .got(network(&w1_moved, &w2_moved, &x, f64::tanh, sigmoid))
            .expect(layer(&w2, &layer(&w1, &x, f64::tanh), sigmoid));
    });
}

/// The same network computed by another program: NumPy 2.4.6, `y = 1 / (1 + np.exp(-(w2 @ np.tanh(w1 @ x))))`.
#[test]
fn numpy_gives_the_same_output() {
    TASK.grade(1, || {
        let w1 = array![[0.1, -0.3, 0.5], [0.8, 0.2, -0.6], [-0.4, 0.7, 0.9], [0.3, -0.5, 0.2]];
        let w2 = array![[0.6, -0.2, 0.4, -0.7], [-0.1, 0.9, -0.8, 0.5]];
        let x = array![1.0, -2.0, 0.5];
        given("w1", &w1)
            .and("w2", &w2)
            .and("x", &x)
            .got(network(&w1, &w2, &x, f64::tanh, sigmoid))
            .expect(array![0.366_925_045_060_760_1, 0.760_903_870_696_808_9]);
    });
}
