//! The derivative as the chain rule leaves it: eᵃ/(1 + eᵃ) is ∞/∞ for large numbers.
//! Says: ∞/∞ is NaN

pub fn softplus_derivative(a: f64) -> f64 {
    a.exp() / (1.0 + a.exp())
}
