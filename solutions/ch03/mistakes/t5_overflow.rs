//! The fraction of exponentials, which is ∞/∞ far from zero.
//! Says: ∞/∞ is NaN

pub fn tanh(a: f64) -> f64 {
    (a.exp() - (-a).exp()) / (a.exp() + (-a).exp())
}
