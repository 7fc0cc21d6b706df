//! The derivatives of the two factors are multiplied, 1 · σ′(a).
//! Says: this multiplies the derivatives

pub fn silu_derivative(a: f64) -> f64 {
    crate::sigmoid_derivative(a)
}
