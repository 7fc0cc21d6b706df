//! `y` is paired with the probability of the other class.
//! Says: the two terms have changed places

pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    let ln = |v: f64| v.ln().max(-100.0);
    -y * ln(1.0 - y_hat) - (1.0 - y) * ln(y_hat)
}
