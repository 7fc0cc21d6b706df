//! The other fraction, eᵃ/(1 + eᵃ), which is ∞/∞ for large numbers.
//! Says: ∞/∞ is NaN

pub fn sigmoid(a: f64) -> f64 {
    a.exp() / (1.0 + a.exp())
}
