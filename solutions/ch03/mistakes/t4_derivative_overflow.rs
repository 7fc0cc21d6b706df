//! The quotient rule left as it is: e⁻ᵃ/(1 + e⁻ᵃ)² is ∞/∞ far to the left.
//! Says: ∞/∞ is NaN

pub fn sigmoid_derivative(a: f64) -> f64 {
    let e = (-a).exp();
    e / (1.0 + e).powi(2)
}
