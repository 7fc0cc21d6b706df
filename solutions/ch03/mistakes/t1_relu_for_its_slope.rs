//! The derivative returns ReLU itself.
//! Says: this is ReLU, not its slope

pub fn relu_derivative(a: f64) -> f64 {
    a.max(0.0)
}
