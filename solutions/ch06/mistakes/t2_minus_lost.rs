//! The minus signs are left out, and the error is negative.
//! Says: the minus signs are lost

pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    let ln = |v: f64| v.ln().max(-100.0);
    y * ln(y_hat) + (1.0 - y) * ln(1.0 - y_hat)
}
