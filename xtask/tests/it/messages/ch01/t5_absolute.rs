//! The absolute value is taken, and the direction of each deviation is lost.

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    (y - y_hat).abs()
}
