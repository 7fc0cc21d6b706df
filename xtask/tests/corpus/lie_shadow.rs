//! Another function under the name of the one that is tested.
//! Expect: t5 failed

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    fn minus(y: &Array1<f64>, _: &Array1<f64>) -> Array1<f64> {
        y.clone()
    }
    minus(y, y_hat)
}
