//! The forward pass: from the batch to the predictions, with everything on the way kept in a cache.

use crate::given::{Cache, Network};
use ndarray::Array2;

/// The predictions of the network for a batch, and what was computed on the way to them.
///
/// ```text
/// A₁ = X W₁ᵀ      H = [1, tanh(A₁)]      A₂ = H W₂ᵀ      Ŷ = f_o(A₂)
/// ```
///
/// - `network`: `objective` decides `f_o`; `w1` has shape `(d, k)`, `w2` has shape `(m, d + 1)`
/// - `x`: a batch, shape `(n, k)`; column 0 holds the constant 1 already
/// - returns `Cache { a1, h, a2, y_hat }`, of shapes `(n, d)`, `(n, d + 1)`, `(n, m)` and `(n, m)`
///
/// Example: with `W₁ = [[ln 2, 0], [0, ln 3]]`, the sample `x = [1, 1]` has the pre-activations `[ln 2, ln 3]` and the
/// hidden activations `[1, 0.6, 0.8]`.
///
/// `w.t()` is the transpose, and `x.dot(&w.t())` the product with it; `a.mapv(f64::tanh)` takes tanh entry by entry.
/// From `given.rs` come `crate::given::with_bias(&a)`, which puts the column of ones before the others, and
/// `crate::given::output_activation(objective, &a2)`, which is `f_o`. A struct is made by naming its fields:
/// `Cache { a1, h, a2, y_hat }`.
///
/// # Panics
/// If `x` does not have as many columns as `w1`, or `w2` does not have one column more than `w1` has rows.
///
/// Task 4: `cargo test -p ch06 t4`.
pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    assert_eq!(x.ncols(), network.w1.ncols(), "as many columns as W1 has: X {:?}, W1 {:?}", x.dim(), network.w1.dim());
    assert_eq!(network.w2.ncols(), network.w1.nrows() + 1, "W1 {:?}, W2 {:?}", network.w1.dim(), network.w2.dim());
    todo!("both layers with W1 {:?} and W2 {:?} on X {:?}", network.w1.dim(), network.w2.dim(), x.dim())
}
