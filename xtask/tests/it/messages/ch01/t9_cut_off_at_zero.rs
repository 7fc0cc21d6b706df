//! A negative R² is cut off at 0, as if no model could be worse than the mean.

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let unexplained = (y - y_hat).mapv(|e| e * e).sum();
    let total = (y - y.mean().unwrap()).mapv(|d| d * d).sum();
    (1.0 - unexplained / total).max(0.0)
}
