//! The 1 is subtracted from σ(2a), which has not been doubled.
//! Says: stretch by 2 before

pub fn tanh(a: f64) -> f64 {
    sigmoid(2.0 * a) - 1.0
}
