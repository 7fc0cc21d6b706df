//! Given: what earlier chapters built, and what needs no exercise. There is nothing to do in this file.

use ndarray::Array2;

/// The activation function that changes nothing: `f(a) = a`. With it, a neuron is a linear regression.
pub fn identity(a: f64) -> f64 {
    a
}

/// A batch with the constant feature 1 put before the others, as in chapter 1, so that the first weight is the bias.
///
/// - `x`: a batch, shape `(n, k)`
/// - returns shape `(n, k + 1)`; column 0 holds the ones
pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    Array2::from_shape_fn((n, k + 1), |(j, i)| if i == 0 { 1.0 } else { x[[j, i - 1]] })
}
