//! The chain rule on a single neuron: the whole of backpropagation in three factors.

use ndarray::Array1;

/// The gradient of a sigmoid neuron's squared error with respect to its weights.
///
/// Three steps lead from the weights to the error, and the chain rule multiplies their derivatives:
///
/// ```text
/// a = wᵀx            ŷ = σ(a)                   E = (ŷ − y)²
/// ∂a/∂w = x          dŷ/da = ŷ (1 − ŷ)          dE/dŷ = 2 (ŷ − y)
///
/// ∂E/∂w = dE/dŷ · dŷ/da · ∂a/∂w
/// ```
///
/// The derivative of the sigmoid is taken at the pre-activation, `σ'(a) = σ(a) (1 − σ(a))`; with `ŷ = σ(a)` at hand it
/// is `ŷ (1 − ŷ)`.
///
/// - `w`: the weights at which the slope is asked for, shape `(k,)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `y`: the answer that was observed
/// - returns one slope for each weight, shape `(k,)`: entry `i`, counted from 0, belongs to `w[i]`
///
/// Example: `w = [0, 0]`, `x = [1, 2]`, `y = 1` give `a = 0`, `ŷ = 1/2` and `2 · (−1/2) · 1/4 · x = [−0.25, −0.5]`.
///
/// `w.dot(x)` is the pre-activation, `crate::given::sigmoid(a)` the sigmoid of a number; `3.0 * x` scales each entry of
/// a vector.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 3: `cargo test -p ch06 t3`.
pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let y_hat = crate::given::sigmoid(w.dot(x));
    2.0 * (y_hat - y) * y_hat * (1.0 - y_hat) * x
}
