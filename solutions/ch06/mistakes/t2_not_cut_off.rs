//! The formula as it stands: a prediction of exactly 0 or 1 gives `0 · (−∞)`, which is NaN.
//! Says: NaN or infinite

pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    -y * y_hat.ln() - (1.0 - y) * (1.0 - y_hat).ln()
}
