//! Written with eᵃ, which is ∞/∞ for large numbers.
//! Says: ∞/∞ is NaN

pub fn silu(a: f64) -> f64 {
    a * a.exp() / (1.0 + a.exp())
}
