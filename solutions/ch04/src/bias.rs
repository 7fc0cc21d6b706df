//! A bias for both layers: a constant 1 among the features, and one among the hidden activations.

use ndarray::{Array1, Array2};

/// The output of a network whose output neurons have a bias too.
///
/// ```text
/// h = f_h(W1 x)              x = [1, x₂, …, x_k]  brings its own 1
/// ŷ = f_o(W2 [1, h])         the 1 before h is put there by this function
/// ```
///
/// Column 0 of `W1` holds the biases of the hidden neurons, column 0 of `W2` those of the outputs. The constant is not
/// a neuron: no activation is applied to it.
///
/// - `w1`: the weights of the hidden layer, shape `(d, k)`
/// - `w2`: the weights of the output, shape `(m, d + 1)`
/// - `x`: one sample with the constant feature 1 in entry 0, shape `(k,)`
/// - `f_h`, `f_o`: the activation functions of the hidden layer and of the output
/// - returns one prediction for each output, shape `(m,)`
///
/// Example: with `w1 = [[1, 2], [3, −1]]`, `w2 = [[100, 1, −1]]`, `x = [1, 10]` and the identity twice, `h` is
/// `[21, −7]` and `ŷ` is `[100 + 21 + 7] = [128]`.
///
/// `crate::given::with_one(&h)`, from `given.rs`, returns `[1, h₁, …, h_d]`: h₁ is `h[0]`, and moves to entry 1.
///
/// # Panics
/// If `w1` has not as many columns as `x` has features, or `w2` not one column more than there are hidden neurons.
///
/// Task 5: `cargo test -p ch04 t5`.
pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    assert_eq!(w1.ncols(), x.len(), "a weight for each feature: W1 has shape {:?}, x has {}", w1.dim(), x.len());
    assert_eq!(w2.ncols(), w1.nrows() + 1, "a bias, then a weight for each neuron: {:?}, {:?}", w2.dim(), w1.dim());
    let h = w1.dot(x).mapv(f_h);
    w2.dot(&crate::given::with_one(&h)).mapv(f_o)
}

/// How many parameters such a network has: all entries of `W1` and all entries of `W2`.
///
/// ```text
/// without a bias in the output:   d·k + m·d
/// with one, as counted here:      d·k + m·(d + 1)
/// ```
///
/// - `k`: the features, the constant one among them
/// - `d`: the hidden neurons; the constant 1 before `h` is not one of them
/// - `m`: the outputs
///
/// Example: `k = 3`, `d = 2`, `m = 1` make `2·3 + 1·3 = 9` parameters.
///
/// Task 5: `cargo test -p ch04 t5`.
pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    d * k + m * (d + 1)
}
