//! The mean of the predictions is taken for that of the observed answers.
//! Says: the mean is that of the predictions

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let unexplained = (y - y_hat).mapv(|e| e * e).sum();
    let total = (y - y_hat.mean().unwrap()).mapv(|d| d * d).sum();
    1.0 - unexplained / total
}
