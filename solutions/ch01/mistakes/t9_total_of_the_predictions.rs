//! The total variation is taken over the predictions instead of the observed answers.
//! Says: taken over the predictions

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let total = (y_hat - y_hat.mean().unwrap()).mapv(|d| d * d).sum();
    1.0 - (y - y_hat).mapv(|e| e * e).sum() / total
}
