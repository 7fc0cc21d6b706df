//! The backward pass: the error's slope at the outputs, carried back to every weight.

use crate::given::{Cache, Gradients, Network};
use ndarray::Array2;

/// The gradient of the error for the weights of the output layer: one slope for each weight.
///
/// `A₂ = H W₂ᵀ`, so a weight meets its hidden activation in each sample, and the slopes of all samples add up:
///
/// ```text
/// ∂E/∂wₗᵢ = Σⱼ δⱼₗ hⱼᵢ          ∂E/∂W₂ = Δ₂ᵀ H
/// ```
///
/// - `delta2`: the slope of the error at the outputs' pre-activations, `∂E/∂A₂`, shape `(n, m)`
/// - `h`: the hidden activations with their constant 1, shape `(n, d + 1)`; `hⱼᵢ` is `h[[j, i]]`, counted from 0
/// - returns the shape of `W₂`, `(m, d + 1)`
///
/// Example: `Δ₂ = [[3], [-1]]` and `H = [[1, 2], [1, 5]]` give `3 · [1, 2] − 1 · [1, 5] = [[2, 1]]`.
///
/// The mean over the samples is in `delta2` already. `a.t()` is the transpose, `a.dot(b)` the product.
///
/// # Panics
/// If `delta2` and `h` differ in their number of rows.
///
/// Task 6: `cargo test -p ch06 t6`.
pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.nrows(), h.nrows(), "a row for each sample in both: {:?} and {:?}", delta2.dim(), h.dim());
    todo!("the gradient for W2 from delta2 {:?} and H {:?}", delta2.dim(), h.dim())
}

/// The gradient of the error for the hidden activations: back through `W₂`.
///
/// A hidden activation acts on the error through every output, and the slopes of all outputs add up:
///
/// ```text
/// ∂E/∂hⱼᵢ = Σₗ δⱼₗ wₗᵢ          ∂E/∂H = Δ₂ W₂, without column 0
/// ```
///
/// Column 0 belongs to the constant 1: nothing comes before it, so nothing goes back through it. Column
/// `i` of `W₂` belongs to a hidden neuron that has column `i − 1` of the result.
///
/// - `delta2`: the slope of the error at the outputs' pre-activations, `∂E/∂A₂`, shape `(n, m)`
/// - `w2`: the weights of the output layer, shape `(m, d + 1)`
/// - returns one slope for each sample and hidden neuron, shape `(n, d)`
///
/// Example: `Δ₂ = [[2]]` and `W₂ = [[7, 3, 0.5]]` give `2 · [3, 0.5] = [[6, 1]]`.
///
/// `crate::given::without_bias(a)` is `a` without its column 0, to be used like any array: `a.dot(&b)` is the product.
///
/// # Panics
/// If `delta2` does not have as many columns as `w2` has rows.
///
/// Task 7: `cargo test -p ch06 t7`.
pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.ncols(), w2.nrows(), "a column for each row of W2: {:?} and {:?}", delta2.dim(), w2.dim());
    todo!("the gradient for the hidden activations from delta2 {:?} and W2 {:?}", delta2.dim(), w2.dim())
}

/// The gradients of the mean error for the weights of both layers, from one forward pass.
///
/// ```text
/// Δ₂     = ∂E/∂A₂                        task 5, output_delta
/// ∂E/∂W₂ = Δ₂ᵀ H                         task 6, output_gradient
/// ∂E/∂H  = Δ₂ W₂, without column 0       task 7, hidden_gradient
/// Δ₁     = ∂E/∂H ⊙ tanh'(A₁)             new: back through the activation, entry by entry
/// ∂E/∂W₁ = Δ₁ᵀ X                         as in task 6, one layer further back
/// ```
///
/// The derivative of tanh is taken at the pre-activation: `tanh'(a) = 1 − tanh(a)²`. The cache holds `h = tanh(a)`, so
/// `1 − h²` is the same without another tanh.
///
/// - `network`: the network, with the weights of the forward pass
/// - `cache`: what `forward(network, x)` returned for this batch. `H` and `Ŷ` come from here and are not computed
///   again; to see that, a test hands over a cache of other weights
/// - `x`: the batch, shape `(n, k)`
/// - `y`: the answers, shape `(n, m)`
/// - returns `Gradients { w1, w2 }`, each of the shape of its weights
///
/// `&a * &b` multiplies entry by entry, `a.dot(&b)` is the product of matrices. `a.mapv(|v| …)` applies a formula to
/// each entry; `crate::given::without_bias(&cache.h)` is `tanh(A₁)`, without the column of ones.
///
/// # Panics
/// If `y` does not have the shape of the predictions in the cache, or `x` not as many rows.
///
/// Task 8: `cargo test -p ch06 t8`.
pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    assert_eq!(cache.y_hat.dim(), y.dim(), "one answer for each prediction: {:?} and {:?}", cache.y_hat.dim(), y.dim());
    assert_eq!(x.nrows(), y.nrows(), "one answer for each sample: X is {:?}, Y {:?}", x.dim(), y.dim());
    todo!("gradients for W1 {:?} from H {:?}, X {:?}, Y {:?}", network.w1.dim(), cache.h.dim(), x.dim(), y.dim())
}
