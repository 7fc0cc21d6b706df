//! Given: what this chapter uses and does not teach. There is nothing to do in this file.

use ndarray::Array1;

/// The sigmoid of chapter 3, `σ(a) = 1 / (1 + e⁻ᵃ)`: near 0 far to the left, ½ at 0, near 1 far to the right.
pub fn sigmoid(a: f64) -> f64 {
    // For a very negative `a` the exponential is infinite, and the quotient 0: that is the right limit.
    1.0 / (1.0 + (-a).exp())
}

/// The vector with a constant 1 put before its entries: `[h₁, h₂]` becomes `[1, h₁, h₂]`.
///
/// - `h`: shape `(d,)`
/// - returns shape `(d + 1,)`; entry 0 is the 1
pub fn with_one(h: &Array1<f64>) -> Array1<f64> {
    let mut extended = Array1::ones(h.len() + 1);
    for (i, &value) in h.iter().enumerate() {
        extended[i + 1] = value;
    }
    extended
}
