//! From one number to a whole layer: a batch of pre-activations becomes a batch of activations.

use ndarray::Array2;

/// A function of one number, applied to each entry of an array.
///
/// ```text
///   ⎡ a₁₁ a₁₂ ⎤     ⎡ f(a₁₁) f(a₁₂) ⎤
/// f ⎢ a₂₁ a₂₂ ⎥  =  ⎢ f(a₂₁) f(a₂₂) ⎥
///   ⎣ a₃₁ a₃₂ ⎦     ⎣ f(a₃₁) f(a₃₂) ⎦
/// ```
///
/// - `f`: an activation function, or its derivative
/// - `a`: the pre-activations of a batch, shape `(n, d)`
/// - returns the activations, shape `(n, d)`
///
/// Example: `apply(relu, &a)` sets the negative entries to 0. The type `fn(f64) -> f64` is that of a function: `f(0.5)`
/// calls it.
///
/// `a.mapv(f)` is a new array in which each entry `v` is replaced with `f(v)`.
///
/// Task 3: `cargo test -p ch03 t3`.
pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    a.mapv(f)
}
