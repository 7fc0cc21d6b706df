//! In the second term σ′(a) is computed as `a(1 − a)`.
//! Says: computed as a(1 − a)

pub fn silu_derivative(a: f64) -> f64 {
    crate::sigmoid(a) + a * a * (1.0 - a)
}
