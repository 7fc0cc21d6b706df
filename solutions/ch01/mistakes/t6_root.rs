//! The root of the mean squared error, which is another measure.
//! Says: leave the root out

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    ((y_hat - y).mapv(|e| e * e).sum() / y.len() as f64).sqrt()
}
