//! Divided by the number of weights instead of the number of samples.
//! Says: divided by k

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w) - y;
    x.t().dot(&errors) * (2.0 / w.len() as f64)
}
