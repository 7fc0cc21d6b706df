//! The mean is not subtracted in the total variation.
//! Says: the mean is not subtracted

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    1.0 - (y - y_hat).mapv(|e| e * e).sum() / y.dot(y)
}
